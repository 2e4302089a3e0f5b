"""The Hijri calendar of Umm al-Qura: days, months and years as days of the Gregorian one."""

from datetime import date, timedelta

from hijridate import Hijri

from tawatur.reading.times_values import Moment, between, on

HIJRI_YEARS = range(1343, 1501)
"""The years that the calendar knows."""


def hijri_moment(year: int, month: int, day: int | None = None, days: int = 1) -> Moment | None:
    """A Hijri day, some days from it on, or a whole Hijri month, by the calendar of Umm al-Qura."""
    try:
        length = Hijri(year, month, 1).month_length()
        first = Hijri(year, month, day or 1).to_gregorian()
    except (ValueError, OverflowError):
        return None
    start = date(first.year, first.month, first.day)
    last = start + timedelta(days=(days if day else length) - 1)
    return on(start) if start == last else between(on(start), on(last))


def hijri_year(year: int) -> Moment | None:
    first, last = hijri_moment(year, 1), hijri_moment(year, 12)
    return between(on(first.first), on(last.last)) if first and last else None
