"""On which day a mention is told to be, so far as its text tells: in full, without the year, or by the weekday alone."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Literal

import msgspec

from tawatur.model import Reading, Time
from tawatur.packs.tables import table_rows
from tawatur.reconciling.words import folded_words
from tawatur.text.fold import fold

_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
_LEAP_YEAR, _YEAR, _WEEK = 2020, 366, 7
_NARROW_DAYS = 1
_FAR = 8
"""Days before a report in which what it tells without a day mostly took place."""
_CLOSE = 250
"""Characters from a trigger within which a time of its sentence may date it."""

Basis = Literal["event", "report"]


class When(msgspec.Struct, frozen=True):
    """A day, as far as it is known. `basis`: whether it is the event's own, or that of the report, which came out on it or soon after.

    `day` counts all days, `yearday` those of a leap year, `weekday` is 1 for Monday; `among` are the days one of which it is.
    """

    basis: Basis
    day: int | None = None
    yearday: int | None = None
    weekday: int | None = None
    among: tuple[int, int] | None = None


def of_day(basis: Basis, day: int) -> When:
    known = date.fromordinal(day)
    return When(basis, day, _yearday(known.month, known.day), known.isoweekday())


def of_window(window: tuple[int, int]) -> When:
    """The day of an event that is dated."""
    return of_day("event", window[1]) if window[1] - window[0] <= _NARROW_DAYS else When("event", among=window)


def when(reading: Reading, times: Iterable[Time], trigger: int, window: tuple[int, int] | None, today: When | None) -> When | None:
    """The day of a mention: its date, else what the nearest of its sentence's times tells, else the day of the report (`today`)."""
    if window is not None:
        return of_window(window)
    near = [time for time in times if abs(time.start - trigger) <= _CLOSE]
    told = (_told(reading, time, today) for time in sorted(near, key=lambda time: (abs(time.start - trigger), time.start)))
    return next((one for one in told if one is not None), today)


def _told(reading: Reading, time: Time, today: When | None) -> When | None:
    """What one time without a full date tells of an event's day."""
    if time.edtf is not None or time.timex is None:
        return None
    weekday, yearday = _weekday(reading, time), _yearday_of(time)
    if weekday or yearday:
        return When("event", None, yearday, weekday)
    offset = _offset(reading, time)
    if offset is None or today is None:
        return None
    return _moved(today, offset, "event")


def _moved(told: When, by: int, basis: Basis) -> When:
    weekday = (told.weekday - 1 + by) % _WEEK + 1 if told.weekday else None
    yearday = (told.yearday - 1 + by) % _YEAR + 1 if told.yearday else None
    among = (told.among[0] + by, told.among[1] + by) if told.among else None
    return When(basis, told.day + by if told.day is not None else None, yearday, weekday, among)


def report_day(reading: Reading, published: tuple[int, int] | None, day: int | None) -> When | None:
    """The day of a report; of an undated one what «اليوم الثلاثاء», «أمس الاثنين» or «اليوم 15 شباط» tell, where they agree."""
    if day is not None:
        return of_day("report", day)
    found = list(_todays(reading))
    weekday, yearday = _only(one.weekday for one in found), _only(one.yearday for one in found)
    return When("report", None, yearday, weekday, published) if weekday or yearday or published else None


def _only(values: Iterable[int | None]) -> int | None:
    known = set(values) - {None}
    return known.pop() if len(known) == 1 else None


def _todays(reading: Reading) -> Iterator[When]:
    for time in reading.times:
        offset = _offset(reading, time) if time.edtf is None and time.timex else None
        if offset is not None:
            yield _moved(When("report", None, _yearday_of(time), _weekday(reading, time)), -offset, "report")


def _weekday(reading: Reading, time: Time) -> int | None:
    coded = _WEEKDAY.match(time.timex or "")
    return int(coded[1]) if coded else _first(_weekdays().get(word) for word in _words(reading, time))


def _offset(reading: Reading, time: Time) -> int | None:
    """How many days from the report's a time is that counts from it: 0 for «اليوم», -1 for «أمس»."""
    words = _words(reading, time)
    longest = max(map(len, _deictics()), default=0)
    for size in range(longest, 0, -1):
        for at in range(len(words) - size + 1):
            if (offset := _deictics().get(tuple(words[at : at + size]))) is not None:
                return offset
    return None


def _words(reading: Reading, time: Time) -> list[str]:
    return folded_words(reading.document.text[time.start : time.end])


def _first(values: Iterable[int | None]) -> int | None:
    return next((value for value in values if value is not None), None)


def _yearday_of(time: Time) -> int | None:
    coded = _YEARLESS.match(time.timex or "")
    return _yearday(int(coded[1]), int(coded[2])) if coded else None


def _yearday(month: int, day: int) -> int | None:
    try:
        return date(_LEAP_YEAR, month, day).timetuple().tm_yday
    except ValueError:
        return None


@cache
def _weekdays() -> dict[str, int]:
    return {fold(form): int(row.get("day")) for row in table_rows("weekdays") for form in row.list("ar")}


@cache
def _deictics() -> dict[tuple[str, ...], int]:
    """The words for today and the days around it, and how far they are from it."""
    return {
        tuple(folded_words(form)): int(row.get("offset"))
        for row in table_rows("time_deictics")
        if not row.get("of")
        for form in row.list("ar")
    }


def days_apart(one: When, other: When) -> tuple[int, int] | None:
    """By how many days `other` is later, and of how many the tellings know the place: all (0), those of a year, those of a week.

    None where they cannot be compared.
    """
    if one.day is not None and other.day is not None:
        return other.day - one.day, 0
    outside = _outside(one, other) or -_outside(other, one)
    if outside:
        return outside, 0
    if one.yearday and other.yearday and (not one.weekday or not other.weekday or _around(one.weekday, other.weekday, _WEEK) in (0, 1, -1)):
        return _around(one.yearday, other.yearday, _YEAR), _YEAR
    if one.weekday and other.weekday:
        return _around(one.weekday, other.weekday, _WEEK), _WEEK
    return None


def _outside(one: When, other: When) -> int:
    """By how many days `other`, known to be among some days, is later than the day `one` if at all; 0 where it may be that day or near."""
    if one.day is None or other.among is None:
        return 0
    first, last = other.among
    before = _FAR if other.basis == "report" else 1
    return first - one.day if one.day < first - before else last - one.day if one.day > last + 1 else 0


def _around(one: int, other: int, size: int) -> int:
    """The shorter way from one to the other on a round of that size."""
    return (other - one + size // 2) % size - size // 2
