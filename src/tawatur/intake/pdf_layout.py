"""Glyphs of pages to lines and paragraphs: rows, columns, and wrapped lines joined.

Lengths are in points. The page is seen from its start side (the right of an Arabic page): columns are read from there.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple
from unicodedata import combining

from tawatur.intake.pdf_glyphs import Glyph, TooMuchError
from tawatur.intake.visual_order import is_mark

MOST_ROWS = 1_000
"""On one page; one full of classified advertisements has some hundreds."""

_LONGEST_BAND = 300
_SAME_ROW = 0.6
_SPACE = 0.14
_GUTTER = 1.0
_FEWEST_BESIDE = 3
_NARROWEST_COLUMN = 10
_OVERPRINT = 0.12
_NEIGHBOURS = 4
_NEAR = 3


class Word(NamedTuple):
    """The pieces of a word as they stand from left to right."""

    pieces: tuple[str, ...]
    left: float
    right: float
    size: float


class Row(NamedTuple):
    """Words on one baseline, from left to right."""

    words: tuple[Word, ...]
    baseline: float

    @property
    def size(self) -> float:
        return median(word.size for word in self.words)

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def pieces(self) -> list[str]:
        """All pieces, with a space between words."""
        return [piece for place, word in enumerate(self.words) for piece in ((" ",) if place else ()) + word.pieces]


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


def rows(glyphs: Sequence[Glyph]) -> list[Row]:
    """The rows of a page from top to bottom; what stands turned comes after what stands upright. Raises TooMuchError."""
    found: list[Row] = []
    for quarter in range(4):
        alike = _with_marks([glyph for glyph in glyphs if glyph.quarter == quarter])
        found += [row for row in map(_row, _by_baseline(alike)) if row]
    if len(found) > MOST_ROWS:
        raise TooMuchError(f"more than {MOST_ROWS:,} rows on one page")
    return found


def _with_marks(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Every mark put onto the letter it stands over: of those drawn just before and after, the nearest, at a tie the one to the right."""
    marks = [is_mark(glyph.text) for glyph in glyphs]
    over: dict[int, str] = {}
    for place, glyph in enumerate(glyphs):
        if marks[place]:
            around = range(max(0, place - _NEIGHBOURS), min(len(glyphs), place + _NEIGHBOURS + 1))
            bases = [near for near in around if not marks[near] and glyphs[near].text.isalpha()]
            if bases:
                base = min(bases, key=lambda near: (round(_apart(glyph, glyphs[near]), 1), -glyphs[near].left))
                over[base] = over.get(base, "") + glyph.text
    return [_marked(glyph, over.get(place, "")) for place, glyph in enumerate(glyphs) if not marks[place]]


def _marked(glyph: Glyph, marks: str) -> Glyph:
    """A letter with its marks, in their canonical order (Unicode 3.11)."""
    return glyph._replace(text=glyph.text + "".join(sorted(marks, key=combining))) if marks else glyph


def _apart(mark: Glyph, base: Glyph) -> float:
    centre = (mark.left + mark.right) / 2
    outside = max(base.left - centre, centre - base.right, 0.0)
    return outside + abs(mark.baseline - base.baseline) / 4


def _by_baseline(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The glyphs of each row, in the order they were drawn."""
    row: list[int] = []
    for place in sorted(range(len(glyphs)), key=lambda place: -glyphs[place].baseline):
        top, glyph = glyphs[row[0] if row else place], glyphs[place]
        if top.baseline - glyph.baseline > _SAME_ROW * min(top.size, glyph.size):
            yield [glyphs[place] for place in sorted(row)]
            row = []
        row.append(place)
    if row:
        yield [glyphs[place] for place in sorted(row)]


def _row(glyphs: list[Glyph]) -> Row | None:
    """Glyphs of one baseline to words: what is drawn as a space is one, and so is a gap."""
    words: list[list[Glyph]] = []
    is_apart = True
    for glyph in _left_to_right(glyphs):
        if glyph.text.isspace():
            is_apart = True
            continue
        if not is_apart:
            last = words[-1][-1]
            if last.text == glyph.text and abs(glyph.left - last.left) < _OVERPRINT * glyph.size:
                continue
            is_apart = glyph.left - max(each.right for each in words[-1][-_NEAR:]) > _SPACE * glyph.size
        if is_apart:
            words.append([])
        words[-1].append(glyph)
        is_apart = False
    if not words:
        return None
    return Row(tuple(map(_word, words)), median(glyph.baseline for word in words for glyph in word))


def _left_to_right(glyphs: list[Glyph]) -> list[Glyph]:
    """Sorted by where they stand; but what is drawn over each other, as kerning has it, stands in the order of drawing.

    Some programs draw a row from the right, so that theirs is the opposite order.
    """
    rightwards = sum(1 if b.left > a.left else -1 for a, b in pairwise(glyphs))
    placed: list[tuple[float, Glyph]] = []
    for glyph in glyphs if rightwards >= 0 else reversed(glyphs):
        near = placed[-_NEAR:]
        is_over = any(_overlap(glyph, other) for _, other in near)
        placed.append((max(glyph.left, near[-1][0]) if is_over else glyph.left, glyph))
    return [glyph for _, glyph in sorted(placed, key=lambda each: each[0])]


def _overlap(a: Glyph, b: Glyph) -> bool:
    """Whether half of the narrower one lies within the other."""
    return min(a.right, b.right) - max(a.left, b.left) > 0.5 * min(a.right - a.left, b.right - b.left)


def _word(glyphs: list[Glyph]) -> Word:
    return Word(
        tuple(glyph.text for glyph in glyphs), glyphs[0].left, max(glyph.right for glyph in glyphs), median(glyph.size for glyph in glyphs)
    )


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
    left, right = min(row.left for row in page), max(row.right for row in page)
    plain: list[Row] = []
    start = 0
    while start < len(page):
        stop, gutters = _band(page, start, left, right)
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


def _band(page: Sequence[Row], start: int, left: float, right: float) -> tuple[int, list[_Gap]]:
    """The longest run of rows from `start` that leave a space free with enough text to either side: its end, and these spaces."""
    gaps = [_Gap(left, right)]
    found: tuple[int, list[_Gap]] = (start + 1, [])
    for stop, row in enumerate(page[start : start + _LONGEST_BAND], start + 1):
        gaps = list(_narrowed(gaps, row))
        gutters = [gap for gap in gaps if min(gap.before, gap.after) >= _FEWEST_BESIDE]
        if gutters:
            found = stop, gutters
        if not gaps:
            break
    return found


def _narrowed(gaps: Iterable[_Gap], row: Row) -> Iterator[_Gap]:
    """What a row leaves free of the gaps, by at least the width of a gutter."""
    edges = [float("-inf"), *(edge for word in row.words for edge in (word.left, word.right)), float("inf")]
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        for gap in gaps:
            start, stop = max(gap.left, left), min(gap.right, right)
            if stop - start >= _GUTTER * row.size:
                yield _Gap(start, stop, gap.before + (row.left < start), gap.after + (row.right > stop))


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
