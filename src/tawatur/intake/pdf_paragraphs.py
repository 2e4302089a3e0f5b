"""Lines of pages to paragraphs: running heads left out, wrapped lines joined."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median, mode
from typing import NamedTuple

from tawatur.intake.pdf_columns import Line
from tawatur.intake.pdf_layout import Row, Word
from tawatur.intake.visual_order import reading_order

_EDGE_ROWS = 4
_SHARE_OF_PAGES = 0.4
_SAME_SIZE = 0.12
_HEADING = 1.15
_WIDEST_LEADING = 1.3
_LEADING_OF_SIZE = 1.9
_INDENT = 1.0
_ADDRESS_AND_PAGE = re.compile(r"[a-z]+://\S+ \d+/\d+|\d+/\d+ [a-z]+://\S+")
_DAY = re.compile(r"\d[/.]\d{1,2}[/.]\d")
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?؟…:۔][)\]»”\"']*$")
_SOFT_HYPHEN = "\u00ad"
_CUT_WORD = re.compile(r"[A-Za-z]-$")
_CUT_COMPOUND = re.compile(r"[^\W_][/-]$")
_BULLET = re.compile(r"[•●▪■◦○‣◄►➢✓]")


class Paragraph(NamedTuple):
    text: str
    size: float
    column: int


def without_running_heads(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Leaves out rows at the top and foot of pages whose text repeats, numbers aside: running heads, page numbers, addresses.

    A page that holds nothing else is not one that they run over, and stays whole. What browsers print around a page goes even from one
    page: a reader could take their day of printing for that of the news.
    """
    seen = Counter(key for page in pages for key in {(edge, _key(row)) for edge, row in _edges(page)})
    least = max(2, _SHARE_OF_PAGES * len(pages))
    kept = []
    for page in pages:
        heads = {id(row) for edge, row in _edges(page) if seen[edge, _key(row)] >= least} | {id(row) for row in _printed(page)}
        kept.append([row for row in page if id(row) not in heads] or list(page))
    return kept


def _printed(page: Sequence[Row]) -> list[Row]:
    """The rows that a browser prints: at the foot the address and the page of so many, at the top the day and the title."""
    if not page or not _ADDRESS_AND_PAGE.fullmatch(reading_order(page[-1].pieces)):
        return []
    return [page[0], page[-1]] if _DAY.search(reading_order(page[0].pieces)) else [page[-1]]


def _edges(page: Sequence[Row]) -> list[tuple[str, Row]]:
    return [("top", row) for row in page[:_EDGE_ROWS]] + [("foot", row) for row in page[-_EDGE_ROWS:]]


def _key(row: Row) -> str:
    return _DIGITS.sub("0", reading_order(row.pieces))


def paragraphs(found: Sequence[Line], texts: Sequence[str], *, right_to_left: bool) -> list[Paragraph]:
    """Joins wrapped lines; `texts` are what the lines say. A hyphen that parts a Latin word at the end of a line goes."""
    wrapping = _Wrapping(found, right_to_left=right_to_left)
    parts: list[list[str]] = []
    first: list[Line] = []
    before: tuple[Line, str] | None = None
    for line, text in zip(found, texts, strict=True):
        if before and wrapping.joins(before[0], line, before[1]):
            parts[-1][-1:] = _joined(before[1], text)
        else:
            parts.append([text])
            first.append(line)
        before = line, text
    joined = ("".join(each).replace(_SOFT_HYPHEN, "") for each in parts)
    return [Paragraph(text, line.row.size, line.column) for text, line in zip(joined, first, strict=True)]


def _joined(text: str, following: str) -> list[str]:
    """A line and the one it goes on in, with what stands between them."""
    if text.endswith(_SOFT_HYPHEN) or (_CUT_WORD.search(text) and following[:1].islower()):
        return [text[:-1], following]
    return [text, following] if _CUT_COMPOUND.search(text) else [text, " ", following]


class _Wrapping:
    """What is needed to tell a wrapped line from a paragraph's last: sizes and leading of the whole text, and its direction."""

    def __init__(self, found: Sequence[Line], *, right_to_left: bool) -> None:
        self._right_to_left = right_to_left
        self._body_size = mode(round(line.row.size, 1) for line in found) if found else 0.0
        self._leading = self._leadings(found)

    @staticmethod
    def _leadings(found: Sequence[Line]) -> dict[float, float]:
        """The usual distance of baselines for every size of letters, rounded to a point."""
        gaps: dict[float, list[float]] = {}
        for a, b in pairwise(found):
            gap = a.row.baseline - b.row.baseline
            if a.column == b.column and 0 < gap < _LEADING_OF_SIZE * 1.5 * b.row.size:
                gaps.setdefault(round(b.row.size), []).append(gap)
        return {size: median(each) for size, each in gaps.items()}

    def joins(self, line: Line, following: Line, text: str) -> bool:
        """Whether a line goes on in the following one; `text` is what it says."""
        if abs(line.row.size - following.row.size) > _SAME_SIZE * line.row.size:
            return False
        if _BULLET.match("".join(self._first(following).pieces)):
            return False
        if line.column != following.column:
            return self._is_full(line, following) and not _SENTENCE_END.search(text)
        gap = line.row.baseline - following.row.baseline
        size = following.row.size
        if not 0 < gap <= self._widest(size):
            return False
        if size > _HEADING * self._body_size:
            return True
        return self._is_full(line, following) and not (self._indent(following) > _INDENT * size and self._indent(line) < _INDENT * size)

    def _widest(self, size: float) -> float:
        return min(_WIDEST_LEADING * self._leading.get(round(size), size * 1.5), _LEADING_OF_SIZE * 1.5 * size)

    def _first(self, line: Line) -> Word:
        return line.row.words[-1 if self._right_to_left else 0]

    def _indent(self, line: Line) -> float:
        return line.right - line.row.right if self._right_to_left else line.row.left - line.left

    def _is_full(self, line: Line, following: Line) -> bool:
        """Whether the next word had no room left in the line."""
        room = line.row.left - line.left if self._right_to_left else line.right - line.row.right
        first = self._first(following)
        return room < first.right - first.left + 0.5 * line.row.size
