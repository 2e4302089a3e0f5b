"""Calendar arithmetic for time expressions, and how moments and durations are written in EDTF and TIMEX3."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

SECONDS_OF = {"S": 1, "TM": 60, "H": 3600}


class Moment(NamedTuple):
    """A stretch of days, both ends included, with its EDTF and TIMEX3 values."""

    first: date
    last: date
    edtf: str
    timex: str

    @property
    def is_day(self) -> bool:
        return self.first == self.last


def day_of(year: int, month: int, day: int) -> Moment | None:
    """One day, or None when the calendar has no such day."""
    try:
        return on(date(year, month, day))
    except (ValueError, OverflowError):
        return None


def on(day: date) -> Moment:
    return Moment(day, day, day.isoformat(), day.isoformat())


def month_of(year: int, month: int) -> Moment:
    value = f"{year:04}-{month:02}"
    return Moment(date(year, month, 1), date(year, month, monthrange(year, month)[1]), value, value)


def year_of(year: int) -> Moment:
    return Moment(date(year, 1, 1), date(year, 12, 31), f"{year:04}", f"{year:04}")


def years_of(first: int, last: int, masked: str) -> Moment:
    """A decade or century, written with unspecified digits («199X»)."""
    return Moment(date(first, 1, 1), date(last, 12, 31), masked, masked.rstrip("X"))


def week_of(day: date) -> Moment:
    """The week from Monday to Sunday that the day is in."""
    monday = day - timedelta(days=day.weekday())
    year, number, _ = day.isocalendar()
    sunday = monday + timedelta(days=6)
    return Moment(monday, sunday, f"{monday}/{sunday}", f"{year}-W{number:02}")


def in_year(moment: Moment, year: int) -> Moment | None:
    """The same day or month of another year; None of anything else, and of a 29 February that the year lacks."""
    if len(moment.edtf) == len("2016-05"):
        return month_of(year, moment.first.month)
    return day_of(year, moment.first.month, moment.first.day) if moment.is_day else None


def between(first: Moment, last: Moment) -> Moment:
    """From the beginning of one to the end of the other."""
    if first.is_day and first.first == last.last:
        return on(first.first)
    return Moment(first.first, last.last, f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}", f"{first.timex}/{last.timex}")


def days(first: date, last: date) -> Moment:
    return between(on(first), on(last))


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, unit: str, amount: float) -> date | None:
    """The day so many units later (earlier when negative); None outside the calendar."""
    try:
        if unit == "Y":
            return add_months(day, round(amount * 12))
        if unit == "M":
            return add_months(day, int(amount)) + timedelta(days=round((amount - int(amount)) * 30))
        if unit in SECONDS_OF:
            return day + timedelta(days=int(amount * SECONDS_OF[unit] / 86400))
        return day + timedelta(days=round(amount * (7 if unit == "W" else 1)))
    except (ValueError, OverflowError):
        return None


def at(day: date, unit: str) -> Moment:
    """The moment that a distance in that unit points at: a year for years, a month for months, else a day."""
    if unit == "Y":
        return year_of(day.year)
    return month_of(day.year, day.month) if unit == "M" else on(day)


def period(amount: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration: P3D, PT24H, P1.5Y; PXM when the number is unknown."""
    number = "X" if amount is None else f"{amount:g}" if amount < 1e6 else str(int(amount))
    letter = "D" if unit == "N" else unit[-1]
    return f"P{'T' if unit in SECONDS_OF else ''}{number}{letter}"


def roughly(edtf: str) -> str:
    """Marked as approximate."""
    return edtf if edtf.endswith("~") or "/" in edtf else f"{edtf}~"
