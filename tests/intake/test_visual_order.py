import pytest

from tawatur.intake.visual_order import is_mark, is_right_to_left, letters, letters_of_glyph, reading_order, reads_backwards, shapes

ALL = "()«»"


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("ىنبم يف", "في مبنى"),
        ("نيرخآ 12 بيصأو", "وأصيب 12 آخرين"),
        ("2020/03/14 موي", "يوم 2020/03/14"),
        ("رانيد 1,250.75 تغلب", "بلغت 1,250.75 دينار"),
        ("٣٫٥ دعب ىلع", "على بعد ٣٫٥"),
        ("14-03-2020 يف", "في 2020-03-14"),
        ("20-10 نيب", "بين 10-20"),
        ("%50 ةبسنب", "بنسبة 50%"),
        ("لاق Red Lantern قيرف", "فريق Red Lantern قال"),
        ("Titan 300 زارط", "طراز Titan 300"),
        ("Covid-19 ةلاح", "حالة Covid-19"),
        ("5G ةكبش", "شبكة 5G"),
        ("10 Titan", "10 Titan"),
        ("10 Titan زارط", "طراز Titan 10"),
        ("١٢ Titan زارط", "طراز Titan ١٢"),
        ("«نورخآ بيصأ» (ذاقنإلا)", "(الإنقاذ) «أصيب آخرون»"),
        ("Red (Lantern) Relief", "Red (Lantern) Relief"),
        (".107-106", "106-107."),
        ("", ""),
    ],
)
def test_a_line_as_it_is_seen_becomes_one_as_it_is_read(seen: str, read: str) -> None:
    assert reading_order(list(seen), turned=ALL) == read


def test_a_ligature_keeps_the_order_of_its_letters() -> None:
    assert reading_order(["م", "لا", "س", "لإ", "ا"]) == "الإسلام"


def test_presentation_forms_become_letters_and_marks_and_tatweel_stay() -> None:
    assert letters("\ufee3\ufe92\ufee8\ufef0") == "مبنى"
    assert letters("\ufefb") == "لا"
    assert letters("\ufdf2") == "الله"
    assert letters("\ufe77") == "ـَ"
    assert letters("\ufe76") == "َ"
    assert letters("مـبنًى") == "مـبنًى"
    assert letters("﴾\u200f\ue001٢﴿") == "﴾٢﴿"
    assert letters("\ufb01² ½") == "\ufb01² ½"


def test_a_ligature_named_left_to_right_is_turned() -> None:
    assert letters_of_glyph("ال") == "لا"
    assert letters_of_glyph("أل") == "لأ"
    assert letters_of_glyph("الم") == "الم"


def test_what_a_mark_is() -> None:
    assert is_mark("ُ")
    assert is_mark("ًّ")
    assert not is_mark("")
    assert not is_mark("بُ")


def test_the_direction_of_a_page_is_that_of_most_letters() -> None:
    assert is_right_to_left(["م", "b", "لا"])
    assert not is_right_to_left(["م", "b", "c", "1", "2"])


def test_brackets_named_by_shape_are_told_from_those_named_by_meaning() -> None:
    assert "()" in shapes([list("(ذاقنلإا)")])
    assert "()" not in shapes([list(")ذاقنلإا(")])
    assert "«»" in shapes([list(")ذاقنلإا(")])


def test_a_bracket_may_close_in_a_later_line() -> None:
    assert "()" in shapes([list("ةلاح 12) لاقو"), list("رخآ (ةلماك")])
    assert "()" not in shapes([list("ةلاح 12( لاقو"), list("رخآ )ةلماك")])


def test_backwards_words_are_noticed() -> None:
    assert reads_backwards("ةرادلإا تلاق نيحرجلا ددع نا")
    assert not reads_backwards("قالت الإدارة إن عدد الجرحى كبير")
    assert not reads_backwards("")


def test_a_word_without_end_takes_no_long_time() -> None:
    assert not reads_backwards("م" * 300_000)
