"""Arithmetic on EDTF dates (ISO 8601-2, Level 1, and `[a,b]` sets): what days a date string may mean."""

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Literal

_DAY = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_SPAN_OF_YEARS = re.compile(r"(\d{2})(\d|X)X")
Precision = Literal["day", "month", "season", "year", "decade", "century", "interval", "set"]

_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


@lru_cache(maxsize=10_000)
def bounds(edtf: str | None) -> tuple[date, date] | None:
    """The earliest and latest day that the date may mean, both included; None when it is None, open-ended or not a date.

    `2020-03` gives 1 and 31 March; `2020-03-11/2020-03-14` its ends; `[2020-03-11,2020-03-14]` likewise; `~` and `?` are ignored.
    `199X` is a decade, `19XX` a century, `2018-22` the summer of 2018.
    """
    if not edtf:
        return None
    ends = [_one(part) for part in re.split(r"[/,]", edtf.strip("[]{}"))]
    known = [end for end in ends if end is not None]
    if len(known) != len(ends):
        return None
    return min(first for first, _ in known), max(last for _, last in known)


def _one(part: str) -> tuple[date, date] | None:
    years = _SPAN_OF_YEARS.match(part.strip())
    if years:
        first = int(years[1] + years[2].replace("X", "0") + "0")
        return date(max(first, 1), 1, 1), date(first + (99 if years[2] == "X" else 9), 12, 31)
    match = _DAY.match(part.strip())
    if not match:
        return None
    year, month, day = (int(group) if group else None for group in match.groups())
    if year is None or not 1 <= year <= 9999:
        return None
    if month in _SEASONS:
        return _season(year, *_SEASONS[month])
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except (ValueError, calendar.IllegalMonthError):
        return None


def _season(year: int, first: int, last: int) -> tuple[date, date]:
    """Whole months of the northern season; a winter runs into the next year."""
    end = year + (last < first)
    return date(year, first, 1), date(end, last, calendar.monthrange(end, last)[1])


def precision(edtf: str | None) -> Precision | None:
    """How precise the date is; None when it has no bounds. An interval and a set are called so, whatever their ends."""
    if not edtf or bounds(edtf) is None:
        return None
    if "/" in edtf:
        return "interval"
    if edtf[0] in "[{":
        return "set"
    if years := _SPAN_OF_YEARS.match(edtf):
        return "century" if years[2] == "X" else "decade"
    match = _DAY.match(edtf)
    _, month, day = match.groups() if match else (None, None, None)
    if day:
        return "day"
    return "year" if month is None else "season" if int(month) in _SEASONS else "month"


def day(edtf: str | None) -> date | None:
    """The one day that the date means, or None when it means more than one."""
    span = bounds(edtf)
    return span[0] if span and span[0] == span[1] else None


def overlap(a: str | None, b: str | None, slack_days: int = 0) -> bool | None:
    """Whether two dates can mean a common day, give or take `slack_days`; None when either is unknown."""
    one, other = bounds(a), bounds(b)
    if one is None or other is None:
        return None
    return (one[0] - other[1]).days <= slack_days and (other[0] - one[1]).days <= slack_days
