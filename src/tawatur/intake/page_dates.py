"""The day of publication that a page states for machines, as its readers had it."""

from datetime import date, timedelta

from tawatur.intake.dates import Moment, read_moment
from tawatur.intake.page_head import DateLine

_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "article:published", "pubdate",
    "publishdate", "publish_date", "publish-date", "published_time", "publication_date", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued", "dcterms.date", "dcterms.created", "dc:created", "dc.date.created",
    "dc:date", "dc.date", "date",
)  # fmt: skip
_FIRST_YEAR = 1990
_DAY, _FARTHEST_EAST, _FARTHEST_WEST = 24 * 60, 14 * 60, -12 * 60


def stated_day(stated: list[str], named: dict[str, str], times: list[str], seen: list[DateLine]) -> str | None:
    """The first believable day: of JSON-LD (`stated`), of named properties, of `times` by the headline. The last change is none of them.

    `seen` are the date lines that people see: where a time is told in UTC, and they show the day before or after, theirs is the local day.
    """
    told = [*stated, *(named[name] for name in _NAMES if name in named), *times]
    for moment in filter(None, map(read_moment, told)):
        if _is_believable(moment, seen):
            return _local_day(moment, seen).isoformat()
    return None


def undated(named: dict[str, str]) -> str | None:
    """A date of publication that the page states in words, for the reader to read."""
    return next((named[name] for name in _NAMES if name in named and any(map(str.isdigit, named[name]))), None)


def _is_believable(moment: Moment, seen: list[DateLine]) -> bool:
    """Years before the web and the first of January without an hour are marks of a template, unless people see the same date."""
    if moment.day.year <= _FIRST_YEAR:
        return False
    if (moment.day.month, moment.day.day) != (1, 1) or moment.minutes:
        return True
    return any(_shows(one, moment.day) for one in seen)


def _local_day(moment: Moment, seen: list[DateLine]) -> date:
    """The day that people see, where the time is in UTC and somewhere on Earth it was that day; else the day as written.

    Programs also write local time and call it UTC, so nothing but what the page shows can move the day.
    """
    if not moment.is_utc or moment.minutes is None:
        return moment.day
    lines = [one for one in seen if not one.is_change]
    if not lines or any(_shows(one, moment.day) for one in lines):
        return moment.day
    for days, reaches in ((1, moment.minutes + _FARTHEST_EAST >= _DAY), (-1, moment.minutes + _FARTHEST_WEST < 0)):
        other = moment.day + timedelta(days=days)
        if reaches and all(_shows(one, other) for one in lines):
            return other
    return moment.day


def _shows(seen: DateLine, day: date) -> bool:
    """Whether the line's numbers can be that day: its day of the month and its year."""
    return {day.day, day.year} <= seen.numbers
