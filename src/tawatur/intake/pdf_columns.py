"""Rows of words to lines in reading order: columns of text, and tables. Lengths are in points."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from tawatur.intake.pdf_layout import Row

_GUTTER = 1.0
_FEWEST_BESIDE = 3
_NARROWEST_COLUMN = 10
_MOST_SPACES, _LONGEST_BAND = 10, 200
"""Enough for nine columns of the smallest print; more would take long on pages made for that."""


class Line(NamedTuple):
    """A row, or a part of one, that is read by itself. `column` numbers the columns; the sides are those of its column."""

    row: Row
    column: int
    left: float
    right: float


class _Gap(NamedTuple):
    """A space that rows leave free, with how many of them have text to the left of it, and to the right."""

    left: float
    right: float
    before: int = 0
    after: int = 0


class _Free(NamedTuple):
    """What a row leaves free, and how wide a gutter beside letters of its size is at least."""

    spaces: list[_Gap]
    gutter: float


def lines(page: Sequence[Row], first_column: int, *, right_to_left: bool) -> list[Line]:
    """The rows of a page as lines in reading order: column by column where rows stand beside each other, tables row by row."""
    found: list[Line] = []
    for band, gutters in _bands(page):
        columns = _columns(band, gutters)
        if right_to_left:
            columns.reverse()
        for column in columns:
            left, right = min(row.left for row in column), max(row.right for row in column)
            number = found[-1].column + 1 if found else first_column
            found += [Line(row, number, left, right) for row in column]
    return found


def _bands(page: Sequence[Row]) -> Iterator[tuple[Sequence[Row], list[_Gap]]]:
    """Runs of rows with the gutters between their columns; a run without a gutter is one column."""
    if not page:
        return
    whole = _Gap(min(row.left for row in page), max(row.right for row in page))
    free = [_free(row, whole) for row in page]
    plain: list[Row] = []
    start = 0
    while start < len(page):
        stop, gutters = _band(free, start, whole)
        band = page[start:stop]
        if gutters and _is_prose(_columns(band, gutters)):
            if plain:
                yield plain, []
            plain = []
            yield band, gutters
        else:
            plain += band
        start = stop
    if plain:
        yield plain, []


def _free(row: Row, whole: _Gap) -> _Free:
    """The widest spaces that a row leaves free on the page; its own text is before or after them."""
    edges = [whole.left, *(edge for word in row.words for edge in (word.left, word.right)), whole.right]
    gutter = _GUTTER * row.size
    spaces = (
        _Gap(left, right, int(row.left < left), int(row.right > right))
        for left, right in zip(edges[::2], edges[1::2], strict=True)
        if right - left >= gutter
    )
    return _Free(nlargest(_MOST_SPACES, spaces, key=lambda space: space.right - space.left), gutter)


def _band(free: Sequence[_Free], start: int, whole: _Gap) -> tuple[int, list[_Gap]]:
    """The longest run of rows from `start` that leave a space free with enough text to either side: its end, and these spaces."""
    gaps = [whole]
    found: tuple[int, list[_Gap]] = (start + 1, [])
    for stop, row in enumerate(free[start : start + _LONGEST_BAND], start + 1):
        gaps = list(_narrowed(gaps, row))
        gutters = [gap for gap in gaps if min(gap.before, gap.after) >= _FEWEST_BESIDE]
        if gutters:
            found = stop, gutters
        if not gaps:
            break
    return found


def _narrowed(gaps: Iterable[_Gap], row: _Free) -> Iterator[_Gap]:
    """What a row leaves free of the gaps."""
    for gap in gaps:
        for space in row.spaces:
            left, right = max(gap.left, space.left), min(gap.right, space.right)
            if right - left >= row.gutter:
                yield _Gap(left, right, gap.before + space.before, gap.after + space.after)


def _columns(band: Sequence[Row], gutters: Sequence[_Gap]) -> list[list[Row]]:
    edges = [float("-inf"), *sorted((gap.left + gap.right) / 2 for gap in gutters), float("inf")]
    columns = []
    for left, right in pairwise(edges):
        cut = ((row, tuple(word for word in row.words if left < (word.left + word.right) / 2 <= right)) for row in band)
        columns.append([row._replace(words=words) for row, words in cut if words])
    return [column for column in columns if column]


def _is_prose(columns: list[list[Row]]) -> bool:
    """Whether every column has lines of text, not the cells of a table."""
    return all(median(len(row.pieces) for row in column) >= _NARROWEST_COLUMN for column in columns)
