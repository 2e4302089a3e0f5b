"""Items: the parts of a round-up that each tell of a matter of their own, and the headings that give several of them a place or a day.

A round-up lists the incidents of a day or week, one a line, under the names of provinces («إدلب:: …») or under days; live pages open
each entry with the hour. What one item tells must not reach the next; what a heading says holds for all items under it.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tawatur.model import Name, Time
from tawatur.reading.lines import PAGE_LAYER
from tawatur.reading.scan import Scan
from tawatur.reading.whereabouts import place_record
from tawatur.text.tokens import COLON, COMMA, NEWLINE, STOP

_LONGEST_LABEL, _LONGEST_DAY = 4, 8
_LEAST_PARAGRAPH = 8
_LEAST_HEADINGS, _LEAST_ENTRIES, _LEAST_LINES = 2, 3, 3
_READ = ("body", "dateline", "repeated")
_DAY = len("2020-03-14")
_BULLETS = frozenset("-–—•*●▪◾■♦►★🔴+×")
_NUMBERING = frozenset((".", "-", "–", ")", ".-", "/"))


class Heading(NamedTuple):
    """A heading at token `first`: of a place, of a day, or, with neither, of an entry that opens with its hour."""

    first: int
    place: Name | None = None
    date: str | None = None


class Items:
    """The item of each token, 0 all through a text that is no round-up, and what the headings above it say."""

    __slots__ = ("_headings", "_listed", "_numbers")

    def __init__(self, numbers: list[int], headings: dict[int, Heading], listed: frozenset[int] = frozenset()) -> None:
        self._numbers = numbers
        self._headings = headings
        self._listed = listed

    def meet(self, one: int, other: int) -> bool:
        """Whether two tokens can tell of one matter: they stand in one item, or either stands above all items and none in a list."""
        a, b = self._numbers[one], self._numbers[other]
        return a == b or (not (a and b) and a not in self._listed and b not in self._listed)

    def place(self, i: int) -> Name | None:
        """The place that the headings give to what token `i` tells."""
        return self._headings[self._numbers[i]].place if self._headings else None

    def date(self, i: int) -> str | None:
        """The day that the headings, or the title of the round-up, give to what token `i` tells."""
        return self._headings[self._numbers[i]].date if self._headings else None


def find_items(scan: Scan, times: list[Time], names: list[Name]) -> Items:
    """The items of a text, by the labels, days and hours that open its lines, or by a title that calls it a round-up."""
    days = {scan.tokens.at(time.start): time for time in times if time.kind == "date" and time.edtf and len(time.edtf) == _DAY}
    places = {scan.tokens.at(name.start): name for name in names if name.kind == "place"}
    openings = list(_openings(scan))
    labels = [Heading(first, place=place) for first, stop, _ in openings if (place := _label(scan, places, first, stop))]
    dated = [Heading(first, date=day) for first, stop, line in openings if line and (day := _day(scan, days, first, stop))]
    entries = [Heading(first) for first, stop, line in openings if line and _is_hour(scan, first, stop)]
    title = _title(scan, openings)
    headings = [
        *(labels if len(labels) >= _LEAST_HEADINGS else ()),
        *(dated if len({heading.date for heading in dated}) >= _LEAST_HEADINGS else ()),
        *(entries if len(entries) >= _LEAST_ENTRIES else ()),
    ]
    by_line = len(labels) >= _LEAST_HEADINGS or title is not None
    starts = {heading.first for heading in headings}
    bullets = _bullets(scan, {scan.tokens.at(name.start) for name in names if name.kind in ("place", "facility")}, openings)
    starts |= bullets
    if by_line:
        starts |= {first for first, stop, line in openings if line and _is_item(scan, first, stop)}
    if len(starts) < (_LEAST_LINES if by_line and not headings else 1):
        return Items([0] * len(scan.tokens), {})
    day = next((time.edtf for i, time in days.items() if title and title[0] <= i < title[1]), None)
    ends = {first for (before, *_), (first, _, line) in pairwise(openings) if line and before in bullets and first not in starts}
    return _numbered(scan, sorted(starts | ends), headings, _in_one_country(scan, labels), day, bullets, ends)


def _numbered(
    scan: Scan, starts: list[int], headings: list[Heading], placed: bool, day: str | None, bullets: set[int], ends: set[int]
) -> Items:  # fmt: skip
    numbers = [0] * len(scan.tokens)
    standing = {0: Heading(0, None, day)}
    place = None
    at = {heading.first: heading for heading in sorted(headings)}
    for number, (first, stop) in enumerate(pairwise([*starts, len(scan.tokens)]), 1):
        heading = at.get(first)
        if heading:
            place = heading.place if heading.place and placed else None if heading.date else place
            day = heading.date or day
        numbers[first:stop] = [0 if first in ends else number] * (stop - first)
        standing[number] = Heading(first, place, day)
    return Items(numbers, standing, frozenset(numbers[first] for first in bullets))


def _openings(scan: Scan) -> Iterator[tuple[int, int, bool]]:
    """Each sentence as its first token and its end, and whether it opens a line."""
    for first, stop in scan.tokens.sentences:
        if scan.zone[first] in _READ or scan.zone[first] == "title":
            yield first, stop, first == 0 or bool(scan.tokens.gaps[first] & NEWLINE)


def _bullets(scan: Scan, places: set[int], openings: list[tuple[int, int, bool]]) -> set[int]:
    """The bulleted or numbered lines of a list of incidents: at least three that each name a place."""
    lines = [(first, stop) for first, stop, line in openings if line and scan.zone[first] == "body" and _has_bullet(scan, first)]
    placed = {first for first, stop in lines if stop - first >= _LEAST_PARAGRAPH // 2 and any(i in places for i in range(first, stop))}
    return placed if len(placed) >= _LEAST_ENTRIES else set()


def _has_bullet(scan: Scan, first: int) -> bool:
    tokens = scan.tokens
    before = tokens.text[tokens.ends[first - 1] if first else 0 : tokens.starts[first]]
    if before.rpartition("\n")[2].strip() in _BULLETS:
        return True
    numbered = tokens.forms[first].isdigit() and len(tokens.forms[first]) < len("100") and first + 1 < len(tokens)
    return numbered and tokens.text[tokens.ends[first] : tokens.starts[first + 1]].strip() in _NUMBERING


def _label(scan: Scan, places: dict[int, Name], first: int, stop: int) -> Name | None:
    """The place in «إدلب:: …», «ريف حلب: …» or alone on a line: a name, with no more than a word before it, up to a colon or line end."""
    gaps = scan.tokens.gaps
    if scan.zone[first] not in _READ:
        return None
    for i in (first, first + 1):
        name = places.get(i)
        if name:
            end = scan.tokens.at(name.end - 1) + 1
            closed = bool(gaps[end] & COLON) or (end == stop and gaps[end] & NEWLINE and not gaps[end] & (STOP | COMMA))
            return name if closed and end - first <= _LONGEST_LABEL and end <= stop and _follows(scan, end) else None
    return None


def _follows(scan: Scan, end: int) -> bool:
    """Whether running text comes next, and not another short line, as in lists of links."""
    stop = end + 1
    while stop < min(end + _LEAST_PARAGRAPH, len(scan.tokens)) and not scan.tokens.gaps[stop] & NEWLINE:
        stop += 1
    return stop - end == _LEAST_PARAGRAPH and scan.zone[end] in _READ


def _day(scan: Scan, days: dict[int, Time], first: int, stop: int) -> str | None:
    """The day of a line that tells a day and hardly more: «السبت 12 آذار:»."""
    if stop - first > _LONGEST_DAY or scan.zone[first] not in _READ or not _follows(scan, stop):
        return None
    for i in (first, first + 1):
        time = days.get(i)
        if time:
            end = scan.tokens.at(time.end - 1) + 1
            return time.edtf if end >= stop - 1 else None
    return None


def _is_hour(scan: Scan, first: int, stop: int) -> bool:
    """«14:32 …» at the head of a line."""
    forms = scan.tokens.forms
    if stop - first < 2 or not scan.tokens.gaps[first + 1] & COLON or scan.zone[first] not in _READ:
        return False
    hour, minute = forms[first], forms[first + 1]
    return hour.isdigit() and len(minute) == len("00") and minute.isdigit() and int(hour) < 25 and int(minute) < 60


def _title(scan: Scan, openings: list[tuple[int, int, bool]]) -> tuple[int, int] | None:
    """The title, where it says that it sums up a day or week: «حصاد الأحداث ليوم …»."""
    for first, stop, _ in openings:
        if scan.zone[first] == "title":
            told = any(
                hit.entry.layer == PAGE_LAYER and hit.entry.get("kind") == "roundup" for i in range(first, stop) for hit in scan.hits[i]
            )
            return (first, stop) if told else None
    return None


def _is_item(scan: Scan, first: int, stop: int) -> bool:
    """A line of its own matter, as one is not that takes up the line before it («وأضاف …»)."""
    carried = any(hit.pro in ("و", "ف") and hit.column == "verb" for hit in scan.hits[first])
    return scan.zone[first] == "body" and not carried and stop - first >= _LEAST_PARAGRAPH // 2


def _in_one_country(scan: Scan, labels: list[Heading]) -> bool:
    """Whether the labels divide one country, and are not the capitals that headlines let speak («موسكو: …»)."""
    countries = {place_record(scan, label.place).country for label in labels if label.place}
    states = [label for label in labels if label.place and label.place.id in scan.lexicon.layer("countries")]
    return len(countries) == 1 and None not in countries and not states
