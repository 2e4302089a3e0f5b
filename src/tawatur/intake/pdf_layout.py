"""Glyphs of pages to rows of words. Lengths are in points."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple
from unicodedata import combining

from tawatur.intake import limits
from tawatur.intake.pdf_glyphs import Glyph, TooMuchError
from tawatur.intake.visual_order import is_mark

_SAME_ROW = 0.6
_SPACE = 0.14
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


def rows(glyphs: Sequence[Glyph]) -> list[Row]:
    """The rows of a page from top to bottom; what stands turned comes after what stands upright. Raises TooMuchError."""
    found: list[Row] = []
    for quarter in range(4):
        alike = _with_marks([glyph for glyph in glyphs if glyph.quarter == quarter])
        found += [row for row in map(_row, _by_baseline(alike)) if row]
    if len(found) > limits.PAPER_ROWS:
        raise TooMuchError(f"more than {limits.PAPER_ROWS:,} rows on one page")
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
