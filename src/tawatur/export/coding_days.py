"""When an event was, in the terms of conflict data: the days that its date may mean, and the codes for how exact that is."""

from datetime import date, timedelta

from tawatur import edtf
from tawatur.model import Record

_DAY, _FEW, _WEEK, _MONTH, _YEAR = 1, 6, 7, 31, 366


class Days(Record, frozen=True):
    """The first and last day that a date may mean, both included; None when it is unknown or open."""

    first: date | None = None
    last: date | None = None

    @property
    def length(self) -> int | None:
        """How many days; None when they are unknown."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    @property
    def year(self) -> int | None:
        """The year that all of them lie in."""
        return self.first.year if self.first and self.last and self.first.year == self.last.year else None

    def acled(self) -> tuple[date | None, int | None]:
        """`event_date` and `time_precision`: 1 the day, 2 within a week, 3 within a month, dated in the middle; nothing for longer."""
        length = self.length
        if self.first is None or length is None or length > _MONTH:
            return None, None
        return self.first + timedelta(days=(length - 1) // 2), 1 if length == _DAY else 2 if length <= _WEEK else 3

    def ucdp(self) -> int | None:
        """`date_prec`: 1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year; nothing for longer."""
        limits = ((_DAY, 1), (_FEW, 2), (_WEEK, 3), (_MONTH, 4), (_YEAR, 5))
        return next((code for most, code in limits if self.length and self.length <= most), None)


def days(written: str | None) -> Days:
    """The days of an EDTF date."""
    return Days(*(edtf.bounds(written) or (None, None)))
