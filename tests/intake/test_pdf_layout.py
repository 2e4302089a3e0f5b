import re

import pytest

from tawatur.intake import limits
from tawatur.intake.pdf_glyphs import Glyph, TooMuchError
from tawatur.intake.pdf_layout import Row, rows
from tawatur.intake.visual_order import reading_order


def glyph(text: str, left: float, baseline: float = 100, width: float = 5, size: float = 10, quarter: int = 0) -> Glyph:
    return Glyph(text, left, left + width, baseline, size, quarter)


def row(text: str, right: float, baseline: float, size: float = 10) -> list[Glyph]:
    """The glyphs of a right-to-left text, drawn from the left; Latin words and numbers stand in it left to right."""
    seen = re.sub(r"[A-Za-z0-9]([!-~]*[A-Za-z0-9])?", lambda word: word.group()[::-1], text)
    return [glyph(char, right - (place + 1) * size / 2, baseline, size / 2, size) for place, char in enumerate(seen)][::-1]


def read(found: list[Row]) -> list[str]:
    return [reading_order(each.pieces) for each in found]


def test_rows_come_from_top_to_bottom_and_words_by_gaps() -> None:
    second = row("ثانية", 200, 80)
    first = [*row("سطر", 200, 100), *row("أول", 183, 100)]
    assert read(rows([*second, *first])) == ["سطر أول", "ثانية"]


@pytest.mark.parametrize("drawn_from_the_right", [False, True])
def test_kerning_keeps_a_space_between_words_that_overlap(drawn_from_the_right: bool) -> None:
    drawn = [glyph("ا", 94.6, width=2.6), glyph(" ", 97.2, width=2.4), glyph("ن", 94.8, width=6.4), glyph("م", 101.2)]
    assert read(rows(drawn[::-1] if drawn_from_the_right else drawn)) == ["من ا"]


def test_letters_printed_twice_to_look_bold_count_once() -> None:
    assert read(rows([glyph("ا", 20), glyph("ا", 20.4), glyph("ب", 15), glyph("ب", 15.4)])) == ["اب"]
    assert read(rows([glyph("ا", 20, width=2.5), glyph("ا", 17.5, width=2.5)])) == ["اا"]


def test_marks_go_to_the_letter_they_stand_over() -> None:
    drawn = [glyph("ب", 10), glyph("ُ", 17, 104, 0), glyph("ت", 15), glyph(" ", 20), glyph("ث", 25)]
    assert read(rows(drawn)) == ["ث تُب"]
    twice = [glyph("ب", 10), glyph("ً", 12, 104, 0), glyph("ّ", 12, 103, 0)]
    assert read(rows(twice)) == ["بًّ"]


def test_raised_signs_stay_in_their_row_and_large_letters_make_their_own() -> None:
    assert len(rows([*row("كلمة", 200, 100), glyph("2", 170, 103, 3, 6)])) == 1
    assert len(rows([*row("عنوان", 200, 114, 30), *row("كلمة", 200, 100)])) == 2


def test_turned_text_comes_last() -> None:
    assert read(rows([glyph("ب", 10, 500, quarter=1), glyph("ا", 10, 100)])) == ["ا", "ب"]


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAPER_ROWS", 3)
    with pytest.raises(TooMuchError, match="rows"):
        rows([each for height in range(4) for each in row("سطر", 300, 20 * height)])
