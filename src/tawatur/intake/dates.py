"""Publication dates as machines write them: ISO 8601, RFC 2822, EDTF, seconds since 1970, and the ways of common programs.

The local day is kept as written: `2020-03-14T23:30:00-05:00` is the 14th, as its readers had it.
"""

import re
from datetime import UTC, date, datetime

from tawatur import edtf
from tawatur.model import Record

_ISO = re.compile(r"(?P<y>\d{4})(?P<mark>[-/.])(?P<m>\d{1,2})(?P=mark)(?P<d>\d{1,2})(?:(?:[T\s,]|[A-Z]{2,5}(?=\d)).*)?", re.DOTALL)
_BASIC = re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?:T\d.*|\d{4}(?:\d\d)?)?")
_MONTH = r"(?P<name>[A-Za-z]{3,9})\.?"
_WEEKDAY = r"(?:[A-Za-z]{3,9}\.?,?\s+)?"
_ENGLISH = (
    re.compile(rf"{_WEEKDAY}(?P<d>\d{{1,2}})[\s-]+{_MONTH},?[\s-]+(?P<y>\d{{4}})\b.*"),
    re.compile(rf"{_WEEKDAY}{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b.*"),
    re.compile(rf"{_WEEKDAY}{_MONTH}\s+(?P<d>\d{{1,2}})\s+\d\d:\d\d:\d\d\s+(?:[A-Z]{{2,5}}\s+)?(?P<y>\d{{4}})"),
)
_AMERICAN = re.compile(r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})\s+\d{1,2}:\d\d(?::\d\d)?\s*[AP]M", re.IGNORECASE)
_SLASHED = re.compile(r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})(?:[T\s,].*)?")
_SECONDS = re.compile(r"(?:/Date\()?(\d{10})(?:\d{3})?(?:[+-]\d{4})?(?:\)/)?")
_CLOCK = re.compile(r"[T\s](\d\d):(\d\d)(?::(\d\d))?")
_UTC = re.compile(r"(?:Z|[+-]00:?00|UTC|GMT)\s*(?:[+]0000)?$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EDTF_PART = r"\d{4}(?:-\d\d(?:-\d\d)?)?[?~%]?|\d{3}X|\d\dXX|\d{4}-XX(?:-XX)?|\d{4}-\d\d-XX"
_EDTF = re.compile(rf"(?:{_EDTF_PART})|(?:{_EDTF_PART}|\.\.)?/(?:{_EDTF_PART}|\.\.)?|\[(?:{_EDTF_PART})(?:(?:,|\.\.)(?:{_EDTF_PART}))*\]")
_SEASONS = re.compile(r"\d{4}-2[1-4]")
_LONGEST = 100


class Moment(Record, frozen=True):
    """A day as written, and the time of day when one is written: minutes after midnight. `is_utc`: it is told in UTC, not local time."""

    day: date
    minutes: int | None = None
    is_utc: bool = False


def normalise_date(text: str) -> str | None:
    """The day as `YYYY-MM-DD`, or the EDTF string itself when it is one; None when it is no date or cannot be one.

    Days and months in digits count only where one of them must be the day: `25/04/2020`, not `05/04/2020`.
    """
    moment = read_moment(text)
    if moment:
        return moment.day.isoformat()
    return text.strip() if _is_edtf(text.strip()) else None


def read_moment(text: str) -> Moment | None:
    """The day, and the time of day if any, that a program wrote; None when it is no day, or none that can be."""
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    if seconds := _SECONDS.fullmatch(text):
        moment = datetime.fromtimestamp(int(seconds.group(1)), UTC)
        return Moment(moment.date(), moment.hour * 60 + moment.minute, True)
    day = _day_of(text)
    clock = _CLOCK.search(text)
    if day is None or clock is None:
        return Moment(day) if day else None
    return Moment(day, int(clock.group(1)) * 60 + int(clock.group(2)), _UTC.search(text) is not None)


def _day_of(text: str) -> date | None:
    for pattern in (_ISO, _BASIC, _AMERICAN):
        if match := pattern.fullmatch(text):
            return _day(match["y"], match["m"], match["d"])
    if match := _SLASHED.fullmatch(text):
        first, second = int(match["d"]), int(match["m"])
        return _day(match["y"], second, first) if first > 12 else _day(match["y"], first, second) if second > 12 else None
    for pattern in _ENGLISH:
        if (match := pattern.fullmatch(text)) and match["name"][:3].lower() in _MONTHS:
            return _day(match["y"], _MONTHS.index(match["name"][:3].lower()) + 1, match["d"])
    return None


def _day(year: str, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _is_edtf(text: str) -> bool:
    if not 4 <= len(text) <= _LONGEST or not _EDTF.fullmatch(text):
        return False
    return all(_can_be(part) for part in re.findall(_EDTF_PART, text))


def _can_be(part: str) -> bool:
    return bool(_SEASONS.fullmatch(part)) or "X" in part or edtf.bounds(part) is not None
