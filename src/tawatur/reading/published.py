"""When a document was published, from what is given or from what the text itself says."""

import re
from datetime import date
from email.utils import parsedate_tz

from tawatur.edtf import bounds
from tawatur.model import Basis
from tawatur.reading.published_clues import Clues, day_of_lead
from tawatur.reading.published_lines import lines_of
from tawatur.reading.published_stamps import day_of_dateline, day_of_stamps
from tawatur.reading.scan import Scan
from tawatur.reading.times_calendar import month_name
from tawatur.reading.times_values import add_months, day_of
from tawatur.reading.times_words import Context, TimeWords

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_EDTF = re.compile(r"\[?\d{4}(-\d\d){0,2}[~?]?([/,]\d{4}(-\d\d){0,2}[~?]?)*\]?")
_URL_DATES = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)([/-])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)/[a-z_]+/(?P<m>\d{1,2})/(?P<d>\d{1,2})(?=/)"),
    re.compile(r"/(?P<y>20(?P<yy>\d\d))/(?P<m>\d\d)/(?P=yy)(?P=m)(?P<d>\d\d)_"),
    re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:[-_/.]|$)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})([-_])(?P<m>\d{1,2})\2(?P<y>20\d\d)(?!\d)"),
)
_URL_MONTH = re.compile(r"/(20\d\d)[/-](0[1-9]|1[0-2])(?!\d)")
_NEAR = 3


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
    """The day of publication that the document states (a stamp, «اليوم» with its date) or lets infer (its URL, clues that agree).

    The day of the last change stands in where nothing else tells. An interval when the evidence leaves several months;
    None when it is not strong. `words`, where they are known already, are the scan's time words.
    """
    words = words or TimeWords(scan)
    lines = lines_of(words)
    by_url = _from_url(scan.document.url)
    stated = day_of_stamps(words, lines, changes=by_url is None) or day_of_dateline(words, lines) or day_of_lead(words, lines)
    if stated and (by_url is None or abs((stated - by_url).days) <= _NEAR):
        return stated.isoformat(), "stated"
    if by_url:
        return by_url.isoformat(), "inferred"
    month = _URL_MONTH.search(scan.document.url or "")
    clues = Clues(words, lines)
    day = clues.day(int(month[1]), int(month[2])) if month else clues.day()
    inferred = day.isoformat() if day else f"{month[1]}-{month[2]}" if month else _from_events(words)
    return (inferred, "inferred") if inferred else (None, "unknown")


def _from_url(url: str | None) -> date | None:
    for pattern in _URL_DATES:
        match = pattern.search(url or "")
        moment = day_of(int(match["y"]), int(match["m"]), int(match["d"])) if match else None
        if moment:
            return moment.first
    return None


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
