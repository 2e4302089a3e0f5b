"""Numbers in digits and words, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.packs.number_words import number_words
from tawatur.text.numbers import Number, find_numbers, parse_digits
from tawatur.text.tokens import Tokens


def numbers(text: str) -> list[Number]:
    return find_numbers(Tokens(text), number_words())


def values(text: str, ordinal: bool = False) -> list[int | float]:
    return [number.value for number in numbers(text) if number.ordinal is ordinal]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("17 سفينة", 17),
        ("٢٥ سفينة", 25),
        ("۴۳ سفينة", 43),
        ("وصلت 45,206 شحنة", 45206),
        ("وصلت 45.206 شحنة", 45206),
        ("وصلت 45٬206 شحنة", 45206),
        ("وصلت 45 206 شحنات", 45206),
        ("نسبة 0,25 من السكان", 0.25),
        ("طول الجسر 3.5 كلم", 3.5),
        ("1.5 مليون نسمة", 1_500_000),
        ("1.250 مليون نسمة", 1_250_000),
        ("15 ألف لاجئ", 15_000),
        ("72 ألفا و300 خيمة", 72_300),
        ("3 آلاف خيمة", 3000),
        ("3 مئة", 300),
        ("ثلاثة جسور", 3),
        ("خمس سفن", 5),
        ("أحد عشر جسرا", 11),
        ("إحدى عشرة سفينة", 11),
        ("اثنا عشر جسرا", 12),
        ("اثنتي عشرة سفينة", 12),
        ("ثماني عشرة سفينة", 18),
        ("خمسة وعشرون جسرا", 25),
        ("خمسة و عشرين جسرا", 25),
        ("إحدى وخمسين سفينة", 51),
        ("مئة وستة جسور", 106),
        ("مائة وستة عشر جسرا", 116),
        ("ثلاثمائة جسر", 300),
        ("ثلاث مئة وأربعون جسرا", 340),
        ("مئتين وسبعة وثمانين جسرا", 287),
        ("ألفا جسر", 1000),
        ("ألفي جسر", 2000),
        ("ألفان وثمانية عشر", 2018),
        ("سبعة آلاف وخمسمئة جسر", 7500),
        ("خمسة عشر ألف جسر", 15_000),
        ("مئة ألف جسر", 100_000),
        ("مليون ونصف المليون نسمة", 1_500_000),
        ("ثلاثة ملايين ونصف نسمة", 3_500_000),
        ("مليونا وربع مليون", 1_250_000),
        ("ملياري دولار", 2_000_000_000),
        ("مليون وألف ومئة وواحد", 1_001_101),
        ("خمسة أثمان المساحة", 0.625),
        ("مئة وثلاثة أرباع", 100.75),
        ("ثلاث ونصف", 3.5),
        ("دزينتين من الأقلام", 24),
        ("خمسة آلاف و200 مليون دولار", 5_200_000_000),
        ("ثلاثة ونصف مليون نسمة", 3_500_000),
        ("نصف مليون نسمة", 500_000),
    ],
)
def test_values(text: str, value: float) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("اليوم الثاني", 2),
        ("الجولة السادسة", 6),
        ("الشهر الحادي عشر", 11),
        ("الثانية عشرة", 12),
        ("الخامس والعشرين", 25),
        ("الحادية والثلاثين", 31),
        ("أول رحلة", 1),
        ("المئة والخامسة والعشرون", 125),
        ("الذكرى العشرون", 20),
    ],
)
def test_ordinals_are_told_apart(text: str, value: int) -> None:
    assert values(text, ordinal=True) == [value]
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "أحد المباني",
        "إحدى المدن",
        "لست موافقا",
        "يوم الاثنين",
        "عشرات السفن",
        "آلاف السفن",
        "ملايين الناس",
        "192.168.1.2",
        "21.11.2023",
        "ثانيا قال",
        "كمية من القمح",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert numbers(text) == []


def test_a_list_is_several_numbers() -> None:
    assert values("ثلاثة وخمسة وعشرة") == [3, 5, 10]
    assert values("300 و 212") == [300, 212]
    assert values("270 ألفا و330 ألف سفينة") == [270_000, 330_000]
    assert values("بين ألفين وثلاثة آلاف سفينة") == [2000, 3000]
    assert values("بين خمسين ألفا ومئة ألف سفينة") == [50_000, 100_000]
    assert values("500 ألف و2 مليون") == [500_000, 2_000_000]


@pytest.mark.parametrize(
    ("text", "pro", "definite", "digits"),
    [
        ("بثلاثة جسور", "ب", False, False),
        ("والخمسة الآخرون", "و", True, False),
        ("للثلاثين عاما", "ل", True, False),
        ("بـ33 سفينة", "ب", False, True),
        ("و24 سفينة", "و", False, True),
        ("الـ 15 سفينة", "", True, True),
        ("للـ15 سفينة", "ل", True, True),
        ("وال20 سفينة", "و", True, True),
    ],
)
def test_proclitics(text: str, pro: str, definite: bool, digits: bool) -> None:
    (number,) = numbers(text)
    assert (number.pro, number.definite, number.digits) == (pro, definite, digits)


@pytest.mark.parametrize("text", ["80% منهم", "80 % منهم", "٪80 منهم", "80 في المئة", "80 بالمائة", "ثمانين في المائة"])
def test_percent(text: str) -> None:
    (number,) = numbers(text)
    assert number.percent
    assert number.value == 80


def test_the_span_covers_the_words() -> None:
    tokens = Tokens("نحو ثلاثة آلاف وخمسمئة سفينة")
    (number,) = find_numbers(tokens, number_words())
    assert tokens.slice(number.first, number.stop) == "ثلاثة آلاف وخمسمئة"


@pytest.mark.parametrize(
    ("form", "value"),
    [("07", 7), ("1,234.5", 1234.5), ("0.5", 0.5), ("1.2.3", None), ("12,3456", 12.3456), ("1,234,567", 1234567), ("9" * 5000, None)],
)
def test_digits(form: str, value: float | None) -> None:
    assert parse_digits(form) == value


_WORDS = st.sampled_from(
    [
        "ثلاثة",
        "وعشرين",
        "مئة",
        "ألف",
        "آلاف",
        "و",
        "15",
        "1.5",
        "مليون",
        "ونصف",
        "المليون",
        "أحد",
        "عشر",
        "الثاني",
        "بـ",
        "،",
        ".",
        "في",
        "المئة",
        "%",
    ]
)


@given(st.lists(_WORDS, max_size=12))
def test_numbers_never_overlap_and_stay_in_range(words: list[str]) -> None:
    tokens = Tokens(" ".join(words))
    found = find_numbers(tokens, number_words())
    assert found == find_numbers(tokens, number_words())
    reached = 0
    for number in found:
        assert reached <= number.first < number.stop <= len(tokens)
        assert number.value >= 0
        reached = number.stop
