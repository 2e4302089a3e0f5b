"""What changed between two texts, word by word: a pure function of them.

Paragraphs are compared first, then the words of those that changed. (The longest common block first, then left and right of it: Ratcliff
and Obershelp's way, as Python's difflib goes it.)
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from tawatur.model import Record

PieceKind = Literal["same", "gone", "new"]

_PARAGRAPH = re.compile(r"[^\n]*(?:\n+|$)")
_WORD = re.compile(r"\n+|[^\S\n]*\S+|[^\S\n]+")
_MOST = 4_000
"""Paragraphs, or words of a stretch of changed paragraphs, that are compared one by one. Comparing takes the square of their number; longer
stretches are gone and new as wholes, but for what they begin and end with."""


class Piece(Record, frozen=True):
    """A stretch of text that is in both (`same`), or in one only. `old` and `new` are where it begins, or would, in code points."""

    kind: PieceKind
    text: str
    old: int
    new: int


class Alignment:
    """The words of the old text and of the new one, set beside each other. A place is where a word of the new text begins."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._kept = [piece for piece in pieces if piece.kind != "new"]
        self._starts = [piece.old for piece in self._kept]
        self._old = _starts("".join(piece.text for piece in self._kept))
        self._new = _starts("".join(piece.text for piece in pieces if piece.kind != "gone"))

    def of_old(self, offset: int) -> int:
        """The place of what stands there in the old text; for a word that is gone, that of the word in its stead."""
        if not self._kept:
            return 0
        start = _before(self._old, offset)
        piece = self._kept[max(0, bisect_right(self._starts, start) - 1)]
        if piece.kind == "same":
            return piece.new + start - piece.old
        return self._new[min(bisect_left(self._new, piece.new), len(self._new) - 1)] if self._new else 0

    def of_new(self, offset: int) -> int:
        return _before(self._new, offset)


def _starts(text: str) -> list[int]:
    return [word.start() for word in re.finditer(r"\S+", text)]


def _before(starts: Sequence[int], offset: int) -> int:
    """The start of the word in which an offset lies."""
    return starts[max(0, bisect_right(starts, offset) - 1)] if starts else 0


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The old text and the new one as one sequence: without what is new it is the old text, without what is gone the new one."""
    found = [
        piece
        for kind, one, other in _compared(_PARAGRAPH.findall(old), _PARAGRAPH.findall(new))
        for piece in ([_Part("same", "".join(one))] if kind == "same" else _words("".join(one), "".join(other)))
    ]
    return tuple(_placed(_joined(found)))


class _Part(NamedTuple):
    kind: PieceKind
    text: str


class _Block(NamedTuple):
    """A stretch that both have, or what the one has in place of what the other has."""

    kind: Literal["same", "changed"]
    old: Sequence[str]
    new: Sequence[str]


def _words(old: str, new: str) -> Iterator[_Part]:
    for kind, one, other in _compared(_WORD.findall(old), _WORD.findall(new)):
        if kind == "same":
            yield _Part("same", "".join(one))
        else:
            yield _Part("gone", "".join(one))
            yield _Part("new", "".join(other))


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[_Block]:
    """Blocks of what both begin with, what lies between, and what both end with."""
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    yield _Block("same", old[:first], new[:first])
    yield from _inner(old[first : len(old) - last], new[first : len(new) - last])
    yield _Block("same", old[len(old) - last :], new[len(new) - last :])


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    return next((count for count, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _inner(old: Sequence[str], new: Sequence[str]) -> Iterator[_Block]:
    if not old or not new or max(len(old), len(new)) > _MOST:
        yield _Block("changed", old, new)
        return
    for tag, first, stop, other_first, other_stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield _Block("same" if tag == "equal" else "changed", old[first:stop], new[other_first:other_stop])


def _joined(parts: Sequence[_Part]) -> Iterator[_Part]:
    """Neighbours of one kind as one; between two kept stretches what is gone comes before what is new."""
    gone = new = same = ""
    for kind, text in parts:
        if kind == "same" and text:
            yield from _change(gone, new)
            gone = new = ""
            same += text
        elif text:
            if same:
                yield _Part("same", same)
            same = ""
            gone, new = (gone + text, new) if kind == "gone" else (gone, new + text)
    yield from _change(gone, new)
    if same:
        yield _Part("same", same)


def _change(gone: str, new: str) -> Iterator[_Part]:
    if gone:
        yield _Part("gone", gone)
    if new:
        yield _Part("new", new)


def _placed(parts: Iterator[_Part]) -> Iterator[Piece]:
    old = new = 0
    for kind, text in parts:
        yield Piece(kind, text, old, new)
        old += len(text) if kind != "new" else 0
        new += len(text) if kind != "gone" else 0
