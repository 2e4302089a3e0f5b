"""A text cut into lines, and lines into pieces: elements opened and closed in proper nesting, whatever spans cross each other."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawatur.model import Zone
from tawatur.page.marks import Mark, linked

ASIDE = frozenset(("related", "boilerplate", "repeated"))
"""Zones that are not read as part of the report."""


class Piece(NamedTuple):
    """`open` a mark, some `text` with the mark that it leads to, or `close` the last one opened. Only the `first` opening of a
    mark bears its anchor; it opens again on each line, and wherever another mark's end cuts it."""

    kind: str
    mark: Mark | None = None
    text: str = ""
    first: bool = False


class Block(NamedTuple):
    """One line that is not blank. `zone` is the zone of its first word."""

    start: int
    zone: str
    pieces: list[Piece]


def cut(text: str, marks: Sequence[Mark], zones: Sequence[Zone]) -> Iterator[Block]:
    """The lines of the text with the marks in them. `marks` come in order of the text, the outer before the inner."""
    cutter = _Cutter(text, _with_zones(marks, zones))
    zone_at = _ZoneAt(zones)
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            first = start + line.index(words[0])
            stop = start + len(line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"))
            yield Block(start, zone_at(first), cutter.line(start, stop))
        start += len(line)


class _ZoneAt:
    """The kind of zone at a place, asked for from the start of the text to its end."""

    def __init__(self, zones: Sequence[Zone]) -> None:
        self._zones = sorted(zones, key=lambda zone: zone.start)
        self._next = 0

    def __call__(self, place: int) -> str:
        while self._next < len(self._zones) and self._zones[self._next].end <= place:
            self._next += 1
        if self._next < len(self._zones) and self._zones[self._next].start <= place:
            return self._zones[self._next].kind
        return "body"


class _Cutter:
    def __init__(self, text: str, marks: list[Mark]) -> None:
        self._text = text
        self._marks = marks
        self._next = 0
        self._open: list[Mark] = []
        self._begun: set[int] = set()

    def line(self, start: int, stop: int) -> list[Piece]:
        """The pieces of the text from `start` to `stop`, all marks closed at its end."""
        pieces: list[Piece] = []
        self._open = [mark for mark in self._open if mark.end > start]
        self._take(start, pieces, is_new_line=True)
        place = start
        while place < stop:
            bounds = [mark.end for mark in self._open]
            if self._next < len(self._marks):
                bounds.append(self._marks[self._next].start)
            following = min(stop, *bounds) if bounds else stop
            if following > place:
                pieces.append(Piece("text", linked(self._open), self._text[place:following]))
            place = following
            if place < stop:
                self._end(place, pieces)
                self._take(place, pieces)
        pieces.extend(Piece("close") for _ in self._open)
        return pieces

    def _end(self, place: int, pieces: list[Piece]) -> None:
        """Closes the marks that end here, and opens again those inside them that go on."""
        outermost = next((depth for depth, mark in enumerate(self._open) if mark.end <= place), None)
        if outermost is None:
            return
        pieces.extend(Piece("close") for _ in self._open[outermost:])
        going_on = [mark for mark in self._open[outermost:] if mark.end > place]
        del self._open[outermost:]
        for mark in going_on:
            self._push(mark, pieces)

    def _take(self, place: int, pieces: list[Piece], *, is_new_line: bool = False) -> None:
        """Opens the marks that begin here, or on the blank lines before."""
        if is_new_line:
            going_on, self._open = self._open, []
            for mark in going_on:
                self._push(mark, pieces)
        while self._next < len(self._marks) and self._marks[self._next].start <= place:
            mark = self._marks[self._next]
            self._next += 1
            if mark.end > place:
                self._push(mark, pieces)

    def _push(self, mark: Mark, pieces: list[Piece]) -> None:
        pieces.append(Piece("open", mark, first=id(mark) not in self._begun))
        self._begun.add(id(mark))
        self._open.append(mark)


def _with_zones(marks: Sequence[Mark], zones: Sequence[Zone]) -> list[Mark]:
    """The marks, and those zones that are set aside as the outermost marks of all."""
    aside = [Mark("", "", "zone", zone.kind, zone.start, zone.end) for zone in zones if zone.kind in ASIDE]
    return sorted([*aside, *marks], key=lambda mark: (mark.start, -mark.end))
