import pytest

from tawatur.intake.pdf_columns import lines
from tawatur.intake.pdf_glyphs import Glyph
from tawatur.intake.pdf_layout import rows
from tests.intake.test_pdf_layout import read, row


def column(text: str, right: float, count: int = 4, top: float = 300, step: float = 15) -> list[Glyph]:
    return [each for place in range(count) for each in row(f"{text} رقم {'ابتث'[place % 4]} كاملا", right, top - step * place)]


@pytest.mark.parametrize("offset", [0, 7])
def test_columns_are_read_from_the_right(offset: float) -> None:
    """Whether or not their lines stand level."""
    found = rows([*column("يسار", 150, top=300 - offset), *column("يمين", 300)])
    read_in_order = lines(found, 5, right_to_left=True)
    assert [text.split()[0] for text in read([line.row for line in read_in_order])] == ["يمين"] * 4 + ["يسار"] * 4
    assert {line.column for line in read_in_order} == {5, 6}


def test_a_title_over_the_columns_and_text_under_them_stay_in_place() -> None:
    wide = "سطر يمتد فوق العمودين جميعا من طرف إلى طرف الصفحة"
    found = rows([*row(wide, 300, 320), *column("يسار", 150), *column("يمين", 300), *row(wide, 300, 230), *row(wide, 300, 215)])
    words = [text.split()[0] for text in read([line.row for line in lines(found, 0, right_to_left=True)])]
    assert words == ["سطر", *["يمين"] * 4, *["يسار"] * 4, "سطر", "سطر"]


def test_a_table_is_read_row_by_row() -> None:
    cells = [each for place in range(5) for each in (*row("النخيل", 300, 300 - 15 * place), *row("قتيل", 200, 300 - 15 * place))]
    assert read([line.row for line in lines(rows(cells), 0, right_to_left=True)]) == ["النخيل قتيل"] * 5


def test_left_to_right_pages_start_at_the_left() -> None:
    found = rows([*column("a", 150), *column("b", 300)])
    assert lines(found, 0, right_to_left=False)[0].right <= 150
    assert lines([], 0, right_to_left=True) == []
