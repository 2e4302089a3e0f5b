"""When a document was published, from what is given or from what the text itself says."""

import re
from bisect import bisect_right
from datetime import date, timedelta
from email.utils import parsedate_tz
from functools import cache
from typing import NamedTuple

from tawatur.edtf import bounds
from tawatur.model import Basis
from tawatur.packs.tables import table_rows
from tawatur.reading.scan import GAZETTEERS, Scan
from tawatur.reading.times_calendar import date_from_month, date_from_number, month_name
from tawatur.reading.times_days import weekday
from tawatur.reading.times_numeric import numeric_date
from tawatur.reading.times_periods import calendar_period
from tawatur.reading.times_values import add_months, day_of
from tawatur.reading.times_words import Context, Expression, TimeWords
from tawatur.text.fold import fold
from tawatur.text.tokens import COLON, COMMA, DASH, NEWLINE, OTHER, PAREN

_APART = COLON | DASH | OTHER | PAREN
_WEEK = 7

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_EDTF = re.compile(r"\[?\d{4}(-\d\d){0,2}[~?]?([/,]\d{4}(-\d\d){0,2}[~?]?)*\]?")
_URL_DATES = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)([/-])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"/(?P<y>20(?P<yy>\d\d))/(?P<m>\d\d)/(?P=yy)(?P=m)(?P<d>\d\d)_"),
    re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:[-_/.]|$)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})([-_])(?P<m>\d{1,2})\2(?P<y>20\d\d)(?!\d)"),
)
_URL_MONTH = re.compile(r"/(20\d\d)[/-](0[1-9]|1[0-2])(?!\d)")
_TIMESTAMP = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d")
_LONGEST_STAMP = 16
_MOST_BESIDE = 6
_PARAGRAPH = 20
_LINES_TO_BODY = 6
_NEAR = 3
_UNREAD_ZONES = frozenset(("related", "caption"))


class Line(NamedTuple):
    """Tokens `first` up to `stop` of one line; `paragraphs` lines of running text stand before it."""

    first: int
    stop: int
    number: int
    paragraphs: int

    @property
    def is_paragraph(self) -> bool:
        return self.stop - self.first >= _PARAGRAPH


class Stamp(NamedTuple):
    """A line that tells a date and nothing else but what it is of; `role` as in the table of stamp words, or empty."""

    day: date
    role: str


def normalise_published(text: str) -> str | None:
    """The EDTF date of a publication date as sources give it: RFC 2822, ISO 8601, EDTF or day/month/year.

    The day is kept as written, whatever the time zone. None when it is not a date.
    """
    text = text.strip()
    iso, slashed = _ISO.fullmatch(text), _SLASHED.fullmatch(text)
    if iso:
        return _iso(int(iso[1]), int(iso[2]), int(iso[3]))
    if slashed:
        return _iso(int(slashed[3]), int(slashed[2]), int(slashed[1]))
    if _EDTF.fullmatch(text):
        return text if bounds(text) else None
    mail = parsedate_tz(text) if re.search("[A-Za-z]", text) else None
    return _iso(*mail[:3]) if mail else None


def _iso(year: int, month: int, day: int) -> str | None:
    moment = day_of(year, month, day)
    return moment.edtf if moment else None


def infer_published(scan: Scan, words: TimeWords | None = None) -> tuple[str | None, Basis]:
    """The day of publication that the document states (a stamp, «اليوم» with its date) or lets infer (its URL, its contents).

    An interval when the evidence leaves several months; None when it is not strong. `words`, where they are known already, are the
    scan's time words.
    """
    words = words or TimeWords(scan)
    lines = _lines(words)
    by_url = _from_url(scan.document.url)
    stated = _from_stamps(words, lines) or _from_dateline(words, lines) or _from_lead(words, lines)
    if stated and (by_url is None or abs((stated - by_url).days) <= _NEAR):
        return stated.isoformat(), "stated"
    if by_url:
        return by_url.isoformat(), "inferred"
    month = _URL_MONTH.search(scan.document.url or "")
    inferred = _from_title(words, lines) or _from_weekday(words, int(month[1]) if month else None)
    inferred = inferred or (f"{month[1]}-{month[2]}" if month else _from_events(words))
    return (inferred, "inferred") if inferred else (None, "unknown")


def _lines(words: TimeWords) -> list[Line]:
    tokens, first, paragraphs = words.tokens, 0, 0
    lines: list[Line] = []
    for stop in range(1, words.size + 1):
        if stop < words.size and not tokens.gaps[stop] & NEWLINE:
            continue
        lines.append(Line(first, stop, len(lines), paragraphs))
        paragraphs += lines[-1].is_paragraph
        first = stop
    return lines


def _full_date(context: Context, i: int) -> Expression | None:
    """A day with its year at token `i`."""
    words = context.words
    found = numeric_date(context, i) or (date_from_number(context, i) if i in words.numbers else None)
    found = found or weekday(context, i) or date_from_month(context, i)
    return found if found and found.stated and found.moment and found.moment.is_day else None


def _from_stamps(words: TimeWords, lines: list[Line]) -> date | None:
    """The stamp line that says it is of publication, else the bare date just above the text, else that of the last change."""
    context = Context(words, None)
    stamps: dict[str, date] = {}
    for line in lines:
        if line.stop - line.first > _LONGEST_STAMP or words.scan.zone[line.first] in _UNREAD_ZONES:
            continue
        stamp = _stamp(context, line)
        if stamp and (stamp.role in ("published", "updated") or _heads_text(line, lines, stamp.role == "count")):
            stamps.setdefault(stamp.role, stamp.day)
    return next((stamps[role] for role in ("published", "count", "", "beside", "updated") if role in stamps), None)


def _heads_text(line: Line, lines: list[Line], counted: bool) -> bool:
    """Whether the line stands between the title and the text; a page's first line, unless it counts readers, shows when it was fetched."""
    following = lines[line.number + 1 : line.number + 1 + _LINES_TO_BODY]
    return (line.number > 0 or counted) and line.paragraphs < 2 and any(one.is_paragraph for one in following)


def _stamp(context: Context, line: Line) -> Stamp | None:
    """The line's date, if the line holds one date and stamp words only, or a few other words that marks set apart from the date."""
    words, roles = context.words, stamp_words()
    tokens = words.tokens
    exact = _TIMESTAMP.match(tokens.text, tokens.starts[line.first])
    if exact:
        moment = day_of(int(exact[1]), int(exact[2]), int(exact[3]))
        return Stamp(moment.first, "") if moment else None
    day, role, i, others, apart, counted = None, "", line.first, 0, False, False
    while i < line.stop:
        found = _full_date(context, i)
        if found and found.moment and found.stop <= line.stop:
            apart = apart or bool(words.gaps[i] & _APART)
            day, i = day or found.moment.first, found.stop
            continue
        form = words.forms[i]
        known = roles.get(form)
        if known in ("published", "updated"):
            role = role or known
        elif known == "byline":
            apart = True
        elif known == "count":
            counted = True
        elif known is None and not form[0].isdigit() and i not in words.weekdays and i not in words.months:
            others += 1
            apart = apart or (day is None and words.scan.hit(i, "outlets") is not None)
            if day or others > _MOST_BESIDE:
                return None
        i += 1
    if day is None or (others and (role or not apart)):
        return None
    return Stamp(day, role or ("count" if counted else "beside" if others else ""))


def _from_dateline(words: TimeWords, lines: list[Line]) -> date | None:
    """«عدن (15 مارس 2016) - »: the full date that the dateline of the first paragraph tells."""
    context = Context(words, None)
    line = next((line for line in lines if line.is_paragraph), None)
    if line is None or not _is_placed(words, line.first):
        return None
    for i in range(line.first, line.first + _MOST_BESIDE):
        found = _full_date(context, i)
        if found and found.moment:
            closed = found.stop < words.size and bool(words.gaps[found.stop] & DASH)
            return found.moment.first if closed and words.gaps[i] & (_APART | COMMA) else None
    return None


def _is_placed(words: TimeWords, i: int) -> bool:
    return words.scan.hit(i, *GAZETTEERS, "outlets", "countries") is not None


@cache
def stamp_words() -> dict[str, str]:
    """The words of stamp lines, folded, with their role."""
    return {fold(word): row.get("role") for row in table_rows("time_stamps") for word in row.list("word")}


def _todays(words: TimeWords) -> list[tuple[int, int | None]]:
    """(token after it, weekday or None) of every «اليوم» and «اليوم السبت»."""
    return _told_days(words, "today")


def _told_days(words: TimeWords, deictic: str) -> list[tuple[int, int | None]]:
    found: list[tuple[int, int | None]] = []
    for first in sorted(words.deictics):
        hit = words.deictics[first]
        if hit.entry.id == deictic:
            named = words.weekdays.get(hit.stop)
            found.append((named.stop, int(named.entry.get("day"))) if named else (hit.stop, None))
    return found


def _from_lead(words: TimeWords, lines: list[Line]) -> date | None:
    """«اليوم الجمعة (5 كانون الثاني 2024)»: the weekday must agree, and no other «اليوم» disagree; else «أمس» with weekday and date."""
    context = Context(words, None)
    todays = _todays(words)
    told = {number for _, number in todays if number}
    starts = [line.first for line in lines]
    for offset, days in ((0, todays), (1, _told_days(words, "yesterday"))):
        for stop, number in days:
            line = lines[bisect_right(starts, stop - 1) - 1]
            if stop < words.size and words.has(stop, "corresponding") and not words.gaps[stop]:
                stop += 1
            marks = PAREN | COMMA if number else PAREN
            if stop >= words.size or words.gaps[stop] & ~marks or not (line.is_paragraph or line.number < _NEAR):
                continue
            found = _full_date(context, stop)
            day = found.moment.first if found and found.moment else None
            if offset and day and number == day.isoweekday() and told <= {number % _WEEK + 1}:
                return day + timedelta(days=offset)
            if not offset and found and day and told <= {day.isoweekday()} and (number or found.first == stop):
                return day
    return None


def _from_url(url: str | None) -> date | None:
    for pattern in _URL_DATES:
        match = pattern.search(url or "")
        moment = day_of(int(match["y"]), int(match["m"]), int(match["d"])) if match else None
        if moment:
            return moment.first
    return None


def _from_title(words: TimeWords, lines: list[Line]) -> str | None:
    """The full date of a headline that gives its weekday too («حصاد الاثنين 21-02-2022»)."""
    context = Context(words, None)
    told = {number for _, number in _todays(words) if number}
    for i in range(lines[0].first, min(lines[0].stop, _LONGEST_STAMP)) if lines else ():
        hit = words.weekdays.get(i)
        found = _full_date(context, i) if hit else None
        if hit and found and found.moment and {found.moment.first.isoweekday()} == told | {int(hit.entry.get("day"))}:
            return found.moment.edtf
    return None


def _from_weekday(words: TimeWords, known: int | None) -> str | None:
    """«اليوم السبت 6 تشرين الثاني» in the `known` year or «العام الجاري 2021», else in the year of the text's latest date or the
    year after it, by which the weekday agrees and the day is no earlier than that date.
    """
    context = Context(words, None)
    if known is None:
        known = _current_year(context)
    latest = _latest(context)
    years = [known] if known else [latest.year, latest.year + 1] if latest else []
    days = set()
    for stop, number in _todays(words):
        told = date_from_number(context, stop) if number and stop < words.size and not words.gaps[stop] & ~PAREN else None
        if told and told.timex and told.timex.startswith("XXXX-"):
            days.add((number, int(told.timex[5:7]), int(told.timex[8:10])))
    if len(days) != 1 or not years:
        return None
    number, month, day = days.pop()
    for year in years:
        moment = day_of(year, month, day)
        if moment and moment.first.isoweekday() == number and (known or latest is None or moment.first >= latest):
            return moment.edtf
    return None


def _current_year(context: Context) -> int | None:
    """The year told as the current one («العام الجاري 2021»)."""
    words = context.words
    for first, hit in words.units.items():
        relation = words.relation(hit.stop) if hit.entry.id == "year" else None
        if relation and relation.entry.id == "current":
            found = calendar_period(context, first)
            if found and found.stated and found.moment:
                return found.moment.first.year
    return None


def _latest(context: Context) -> date | None:
    """The latest day or month that the text dates in full; of a month, its first day."""
    words = context.words
    dated = [_full_date(context, i) for i in words.numbers] + [date_from_month(context, i) for i in words.months]
    return max((found.moment.first for found in dated if found and found.stated and found.moment), default=None)


def _from_events(words: TimeWords) -> str | None:
    """The months in which «3 يناير الماضي» can be the day of a known event that the same sentence tells."""
    told = _last_months(words)
    months = {month for _, month, _ in told}
    events = [hit for hits in words.scan.hits for hit in hits if hit.entry.layer == "time_events"]
    known = {date.fromisoformat(hit.entry.get("date")): words.tokens.sentence[hit.first] for hit in events}
    matched = {
        day for day, sentence in known.items() for at, month, number in told if (at, month, number) == (sentence, day.month, day.day)
    }
    if len(matched) != 1:
        return None
    event = matched.pop()
    possible = [month for n in range(1, 12) if (month := add_months(event.replace(day=1), n)).month not in months]
    return f"{possible[0]:%Y-%m}/{possible[-1]:%Y-%m}" if possible else None


def _last_months(words: TimeWords) -> list[tuple[int, int, int | None]]:
    """(sentence, month, day or None) of every month told as the last one («3 يناير الماضي»)."""
    context, found, reached = Context(words, None), [], 0
    stops = {number.stop: number.value for number in words.numbers.values() if isinstance(number.value, int)}
    for i in sorted(words.months):
        month = month_name(context, i) if i >= reached else None
        reached = month.stop if month else reached
        relation = words.relation(month.stop) if month else None
        if month is None or month.hijri or relation is None or relation.entry.id != "last":
            continue
        day = stops.get(i) or (stops.get(i - 1) if words.has(i - 1, "from") else None)
        found.append((words.tokens.sentence[i], month.month, day))
    return found
