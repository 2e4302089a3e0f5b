from .pages import LEAD, SECOND, THIRD, TITLE, kinds, page, zones_of


def test_sentences_said_again_within_a_paragraph_are_repeated() -> None:
    zones = zones_of(page(TITLE, LEAD, SECOND, "وختم الناطق حديثه بالشكر لأهالي القرى على تعاونهم. " + LEAD, SECOND, THIRD))
    assert ("repeated", page(LEAD, SECOND)) in zones


def test_a_small_edit_is_still_repetition() -> None:
    edited = SECOND.replace("مستمرة", "متواصلة")
    assert ("repeated", edited) in zones_of(page(TITLE, LEAD, SECOND, THIRD, edited))


def test_other_numbers_make_another_sentence() -> None:
    first = "وسقطت 3 قذائف على الأطراف الشرقية من قرية الجسر دون أن تسفر عن إصابات بين السكان صباح اليوم."
    found = kinds(page(TITLE, LEAD, first, first.replace("3", "7")))
    assert "repeated" not in found.values()


def test_a_lead_that_the_title_says_is_the_text_s_all_the_same() -> None:
    found = zones_of(page(LEAD.rstrip("."), LEAD + " " + SECOND, THIRD))
    assert "repeated" not in [kind for kind, _ in found]


def test_a_title_told_twice_is_repeated() -> None:
    assert ("repeated", TITLE) in zones_of(page(TITLE, TITLE, LEAD, SECOND))
