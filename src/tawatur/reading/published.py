"""When a document was published, from what is given or from what the text itself says."""

import re
from datetime import date
from email.utils import parsedate_tz
from typing import NamedTuple

from tawatur.edtf import bounds
from tawatur.model import Basis
from tawatur.packs.tables import table_rows
from tawatur.reading.scan import Scan
from tawatur.reading.times_calendar import date_from_number, month_name
from tawatur.reading.times_days import weekday
from tawatur.reading.times_numeric import numeric_date
from tawatur.reading.times_tense import tense
from tawatur.reading.times_values import add_months, day_of
from tawatur.reading.times_words import Context, Expression, TimeWords
from tawatur.text.fold import fold
from tawatur.text.tokens import NEWLINE, PAREN

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_URL_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-])(\d{1,2})\2(\d{1,2})(?!\d)")
_LONGEST_STAMP = 16
_SAME_FEW_DAYS = 3
_UNREAD_ZONES = frozenset(("related", "caption"))


class Stamp(NamedTuple):
    """A line that tells a date and nothing else but when it is for; `role` as in the table of stamp words, or empty."""

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
    if re.fullmatch(r"[\[\d][\d\-/,~?\]]*", text):
        return text if bounds(text) else None
    mail = parsedate_tz(text) if re.search("[A-Za-z]", text) else None
    return _iso(*mail[:3]) if mail else None


def _iso(year: int, month: int, day: int) -> str | None:
    moment = day_of(year, month, day)
    return moment.edtf if moment else None


def infer_published(scan: Scan) -> tuple[str | None, Basis]:
    """The day of publication that the document states (a stamp, «اليوم» with its date) or lets infer (its URL, its contents).

    An interval or set when the evidence leaves several days; None when it is not strong.
    """
    words = TimeWords(scan)
    stated = _from_stamps(words) or _from_lead(words)
    if stated:
        return stated.isoformat(), "stated"
    inferred = _from_url(scan.document.url) or _from_weekday(words) or _from_events(words)
    return (inferred, "inferred") if inferred else (None, "unknown")


def _full_date(context: Context, i: int) -> Expression | None:
    """A day with its year at token `i`."""
    found = numeric_date(context, i) or (date_from_number(context, i) if i in context.words.numbers else None)
    found = found or weekday(context, i)
    return found if found and found.stated and found.moment and found.moment.is_day else None


def _from_stamps(words: TimeWords) -> date | None:
    """The date of the stamp line: one that says it is of publication, else the only bare date, or the first among few."""
    stamps = _stamps(words)
    for role in ("published", "updated"):
        marked = [stamp.day for stamp in stamps if stamp.role == role]
        if marked:
            return marked[0]
    days = {stamp.day for stamp in stamps}
    if len(days) == 1 or (days and (max(days) - min(days)).days <= _SAME_FEW_DAYS):
        return stamps[0].day
    return None


def _stamps(words: TimeWords) -> list[Stamp]:
    context = Context(words, None)
    tokens, found, first = words.tokens, [], 0
    for stop in range(1, words.size + 1):
        if stop < words.size and not tokens.gaps[stop] & NEWLINE:
            continue
        if stop - first <= _LONGEST_STAMP and words.scan.zone[first] not in _UNREAD_ZONES:
            stamp = _stamp(context, first, stop)
            if stamp:
                found.append(stamp)
        first = stop
    return found


def _stamp(context: Context, first: int, stop: int) -> Stamp | None:
    """The line of tokens `first` up to `stop`, if it holds one date and stamp words only."""
    words, roles = context.words, stamp_words()
    day, role, i = None, "", first
    while i < stop:
        found = _full_date(context, i)
        if found and found.moment and found.stop <= stop:
            day, i = day or found.moment.first, found.stop
            continue
        form = words.forms[i]
        known = roles.get(form)
        if known in ("published", "updated"):
            role = role or known
        elif known is None and not form[0].isdigit() and i not in words.weekdays and i not in words.months:
            return None
        i += 1
    return Stamp(day, role) if day else None


def stamp_words() -> dict[str, str]:
    """The words of stamp lines, folded, with their role."""
    return {fold(word): row.get("role") for row in table_rows("time_stamps") for word in row.list("word")}


def _from_lead(words: TimeWords) -> date | None:
    """«اليوم الجمعة (5 كانون الثاني 2024)»: the weekday must agree."""
    context = Context(words, None)
    for hit in words.deictics.values():
        named = words.weekdays.get(hit.stop)
        j = named.stop if named else hit.stop
        if hit.entry.id != "today" or j >= words.size or words.gaps[j] & ~PAREN:
            continue
        found = _full_date(context, j)
        if found and found.moment and (named is None or found.moment.first.isoweekday() == int(named.entry.get("day"))):
            return found.moment.first
    return None


def _from_url(url: str | None) -> str | None:
    match = _URL_DATE.search(url or "")
    return _iso(int(match[1]), int(match[3]), int(match[4])) if match else None


def _from_weekday(words: TimeWords) -> str | None:
    """The latest full date of the text, where the weekday told with «اليوم» is its weekday and the date is told as past."""
    named = [words.weekdays[hit.stop] for hit in words.deictics.values() if hit.entry.id == "today" and hit.stop in words.weekdays]
    days = {int(hit.entry.get("day")) for hit in named}
    if len(days) != 1:
        return None
    context = Context(words, None)
    dates = [found for i in sorted(words.numbers) if (found := _full_date(context, i)) and found.moment]
    latest = max((found for found in dates if found.moment), key=lambda found: (found.moment or found).first, default=None)
    if latest is None or latest.moment is None or latest.moment.first.isoweekday() not in days:
        return None
    return None if tense(words, latest.first, latest.stop) == "future" else latest.moment.edtf


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
