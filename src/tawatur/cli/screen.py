"""Writing to the terminal and to pipes: columns, marks, and text from outside made harmless."""

import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Collection, Iterable, Sequence

from tawatur.wording.outside import clean, without_controls

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_GAP = "  "
_NARROWEST = 8
_BOLD, _MARK, _PLAIN = "\x1b[1m", "\x1b[1;33m", "\x1b[0m"
_GONE, _NEW = "\x1b[9;31m", "\x1b[4;32m"
"""Struck through and red, underlined and green: to be told apart without colours, too."""


def clip(text: str, width: int) -> str:
    """At most `width` cells of the text."""
    if cells(text) <= width:
        return text
    taken = 0
    for position, character in enumerate(text):
        taken += _cells_of(character)
        if taken > width - 1:
            return text[:position].rstrip() + "…"
    return text


def cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class Screen:
    """Standard output. Colour and direction marks are only for terminals; a pipe gets plain text, never cut short."""

    def __init__(self) -> None:
        self.is_terminal = sys.stdout.isatty()
        self.has_colour = self.is_terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        self.width = shutil.get_terminal_size().columns if self.is_terminal else 0

    def line(self, text: str = "") -> None:
        sys.stdout.write(text + "\n")

    def bold(self, text: str) -> str:
        return f"{_BOLD}{text}{_PLAIN}" if self.has_colour else text

    def mark(self, text: str) -> str:
        """A word among others that was sought or that names an event."""
        return f"{_MARK}{text}{_PLAIN}" if self.has_colour else f"⟦{text}⟧"

    def gone(self, text: str) -> str:
        """Words that are not there any more; without colour as wdiff writes them."""
        return f"{_GONE}{text}{_PLAIN}" if self.has_colour else f"[-{text}-]"

    def new(self, text: str) -> str:
        """Words that were not there before."""
        return f"{_NEW}{text}{_PLAIN}" if self.has_colour else f"{{+{text}+}}"

    def changed(self, pieces: Iterable[tuple[str, str]]) -> str:
        """One line of pieces that are `same`, `gone` or `new`. The space around a piece stays outside its marks."""
        line = ""
        for kind, text in pieces:
            shown, lead = without_controls(text).strip(), " " if line and text[:1].isspace() else ""
            line += lead + (shown if kind == "same" else self.gone(shown) if kind == "gone" else self.new(shown))
        return f"{_ISOLATE}{line}{_END_ISOLATE}" if self.is_terminal else line

    def text(self, datum: object) -> str:
        """Text from outside, on one line, kept apart from the direction of its surroundings."""
        shown = clean(datum)
        return f"{_ISOLATE}{shown}{_END_ISOLATE}" if self.is_terminal and _RIGHT_TO_LEFT.search(shown) else shown

    def marked(self, text: str, start: int, end: int, marks: Iterable[tuple[int, int]]) -> str:
        """`text[start:end]` with the spans `marks` of the text marked."""
        parts, last = [], start
        for first, stop in sorted(marks):
            if last <= first < stop <= end:
                parts += [without_controls(text[last:first]), self.mark(clean(text[first:stop]))]
                last = stop
        joined = "".join([*parts, without_controls(text[last:end])]).strip()
        return f"{_ISOLATE}{joined}{_END_ISOLATE}" if self.is_terminal else joined

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[str]], whole: Collection[int]) -> None:
        """Aligned columns. On a terminal the widest are cut to fit, except the columns `whole`, which hold dates and ids."""
        shown = [[clean(cell) for cell in row] for row in rows]
        widths = [max(cells(row[column]) for row in [headings, *shown]) for column in range(len(headings))]
        others = [column for column in range(len(widths)) if column not in whole]
        while self.width and others and sum(widths) + len(_GAP) * (len(widths) - 1) > self.width:
            widest = max(others, key=lambda column: widths[column])
            if widths[widest] <= _NARROWEST:
                break
            widths[widest] -= 1
        self.line(self.bold(self._row(headings, widths)))
        for row in shown:
            self.line(self._row(row, widths))

    def _row(self, row: Sequence[str], widths: Sequence[int]) -> str:
        clipped = [clip(cell, width) for cell, width in zip(row, widths, strict=True)]
        padded = [self.text(cell) + " " * (width - cells(cell)) for cell, width in zip(clipped, widths, strict=True)]
        return _GAP.join(padded).rstrip()
