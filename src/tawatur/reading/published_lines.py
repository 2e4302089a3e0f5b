"""The lines of a document, and the days that they tell, as evidence of when it was published."""

from typing import NamedTuple

from tawatur.reading.times_calendar import date_from_month, date_from_number
from tawatur.reading.times_days import weekday
from tawatur.reading.times_numeric import numeric_date
from tawatur.reading.times_words import Context, Expression, TimeWords
from tawatur.text.tokens import NEWLINE

_PARAGRAPH = 20
UNREAD_ZONES = frozenset(("related", "caption"))
"""Zones whose dates are of other things."""


class Line(NamedTuple):
    """Tokens `first` up to `stop` of one line; `paragraphs` lines of running text stand before it."""

    first: int
    stop: int
    number: int
    paragraphs: int

    @property
    def is_paragraph(self) -> bool:
        return self.stop - self.first >= _PARAGRAPH


def lines_of(words: TimeWords) -> list[Line]:
    """The lines that hold words, top to bottom."""
    tokens, first, paragraphs = words.tokens, 0, 0
    lines: list[Line] = []
    for stop in range(1, words.size + 1):
        if stop < words.size and not tokens.gaps[stop] & NEWLINE:
            continue
        lines.append(Line(first, stop, len(lines), paragraphs))
        paragraphs += lines[-1].is_paragraph
        first = stop
    return lines


def full_date(context: Context, i: int) -> Expression | None:
    """A day with its year at token `i`."""
    words = context.words
    found = numeric_date(context, i) or (date_from_number(context, i) if i in words.numbers else None)
    found = found or weekday(context, i) or date_from_month(context, i)
    return found if found and found.stated and found.moment and found.moment.is_day else None


def told_days(words: TimeWords, deictic: str) -> list[tuple[int, int | None]]:
    """(token after it, weekday or None) of every «اليوم» and «اليوم السبت», or «أمس» and «أمس السبت»."""
    found: list[tuple[int, int | None]] = []
    for first in sorted(words.deictics):
        hit = words.deictics[first]
        if hit.entry.id.removesuffix("-def") == deictic and words.scan.zone[first] not in UNREAD_ZONES:
            named = words.weekdays.get(hit.stop)
            found.append((named.stop, int(named.entry.get("day"))) if named else (hit.stop, None))
    return found
