"""Numbers of any text: signs, fractions, powers, percentages, and where each stands."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.packs.number_words import recognize_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في المخزن اثنا عشر صندوقا", [("اثنا عشر", 12, "integer")]),
        ("دفع بألفين ومائتين", [("بألفين ومائتين", 2200, "integer")]),
        ("في الصفحة ال٧٢", [("٧٢", 72, "integer")]),
        ("٣ مئة و ٢١ يوما", [("٣ مئة و ٢١", 321, "integer")]),
        ("طوله 3.5", [("3.5", 3.5, "decimal")]),
        ("١٢،٢٢٠,١٣", [("١٢،٢٢٠,١٣", 12220.13, "decimal")]),
        ("الحرارة -٧", [("-٧", -7, "integer")]),
        ("الحرارة سالب سبعة", [("سالب سبعة", -7, "integer")]),
        ("بين 5-7", [("5", 5, "integer"), ("7", 7, "integer")]),
        ("٣/٤ الخزان", [("٣/٤", 0.75, "fraction")]),
        ("-١ ٤/٥", [("-١ ٤/٥", -1.8, "fraction")]),
        ("واحد على عشرين", [("واحد على عشرين", 0.05, "fraction")]),
        ("واحد من أربعة طلاب", [("واحد من أربعة", 0.25, "fraction")]),
        ("جزء من مئة", [("جزء من مئة", 0.01, "fraction")]),
        ("ثلاثة أجزاء من عشرة", [("ثلاثة أجزاء من عشرة", 0.3, "fraction")]),
        ("ثلاثة أخماس الأرض", [("ثلاثة أخماس", 0.6, "fraction")]),
        ("عشرون وثلاثة أخماس", [("عشرون وثلاثة أخماس", 20.6, "fraction")]),
        ("خمس الأرض", [("خمس", 0.2, "fraction")]),
        ("خمس السنوات", [("خمس", 5, "integer")]),
        ("2e3", [("2e3", 2000, "power")]),
        ("٢,٥^-١", [("٢,٥^-١", 0.4, "power")]),
        ("80 % منهم", [("80 %", 80, "percent")]),
        ("سالب خمسة بالمئة", [("سالب خمسة بالمئة", -5, "percent")]),
        ("بالمائة 10", [("بالمائة 10", 10, "percent")]),
        ("السؤال الثاني", [("الثاني", 2, "ordinal")]),
        ("192.168.1.2", [("192", 192, "integer"), ("168", 168, "integer"), ("1", 1, "integer"), ("2", 2, "integer")]),
        ("5/17/2018", [("5", 5, "integer"), ("17", 17, "integer"), ("2018", 2018, "integer")]),
        ("1M", [("1", 1, "attached")]),
        ("25مل من الدواء", [("25", 25, "attached")]),
        ("أي واحد تختار", []),
        ("https://example.org/a?b=30%25", []),
        ("9^999999999", [("9", 9, "integer"), ("999999999", 999999999, "integer")]),
        ("0^-1", [("0", 0, "integer"), ("-1", -1, "integer")]),
    ],
)
def test_numerals(text: str, expected: list[tuple[str, float, str]]) -> None:
    found = recognize_numbers(text)
    assert [(text[numeral.start : numeral.end], numeral.kind) for numeral in found] == [(words, kind) for words, _, kind in expected]
    assert [numeral.value for numeral in found] == pytest.approx([value for _, value, _ in expected])


@given(st.text("٠١٢19 ,.،/^-+e%واحد من على جزء مئة عشرين ثلاثة خمس", max_size=40))
def test_numerals_never_overlap(text: str) -> None:
    reached = 0
    for numeral in recognize_numbers(text):
        assert reached <= numeral.start < numeral.end <= len(text)
        reached = numeral.end


@pytest.mark.parametrize("piece", ["1,", "1/", "2^", "-", "1e", "٣ ", "http://", "واحد من ", "1\u202a", "9", "9."])
def test_long_texts_are_read_in_linear_time(piece: str) -> None:
    start = time.process_time()
    recognize_numbers(piece * 10_000)
    assert time.process_time() - start < 5
