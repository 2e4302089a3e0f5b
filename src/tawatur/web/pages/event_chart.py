"""How a figure went over time: a dot for each value that an account gives, by the day on which it was published. Lengths are in pixels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from tawatur import edtf
from tawatur.model import FigureValue
from tawatur.web.pages.event_time import Course

WIDTH, HEIGHT = 340, 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 16, 14, 26
_ROLES = 4
"""Charts of one event."""


@dataclass(frozen=True)
class Dot:
    """A value of the account under `number`, from `high` down to `low`; one that is open above or below has an arrow there."""

    number: int
    value: FigureValue
    x: float
    low: float
    high: float


@dataclass(frozen=True)
class Line:
    """A number on the scale, across the chart."""

    number: int
    y: float


@dataclass(frozen=True)
class Chart:
    role: str
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    first: date
    last: date
    begin: float
    end: float
    is_mirrored: bool
    width: int = WIDTH
    height: int = HEIGHT


def charts(course: Course | None, *, is_mirrored: bool) -> list[Chart]:
    """Of the roles whose count, of all and not of a part, is given otherwise on another day."""
    if course is None:
        return []
    found = (_chart(role, _points(course, place), is_mirrored) for place, role in enumerate(course.roles))
    return [chart for chart in found if chart][:_ROLES]


@dataclass(frozen=True)
class _Point:
    day: date
    number: int
    value: FigureValue

    @property
    def ends(self) -> tuple[int, int]:
        """Low and high, of an open end the other."""
        known = [end for end in (self.value.low, self.value.high) if end is not None]
        return known[0], known[-1]


def _points(course: Course, place: int) -> list[_Point]:
    return [
        _Point(span[0], moment.number, given.value)
        for moment in course.moments
        if (span := edtf.bounds(moment.brief.published))
        for given in moment.cells[place]
        if given.value.of is None and (given.value.low, given.value.high) != (None, None)
    ]


def _chart(role: str, points: Sequence[_Point], is_mirrored: bool) -> Chart | None:
    days = {point.day for point in points}
    if len(days) < 2 or len({point.ends for point in points}) < 2:
        return None
    first, last = min(days), max(days)
    least, most = min(point.ends[0] for point in points), max(point.ends[1] for point in points)
    across = _scale(first.toordinal(), last.toordinal(), _LEFT + 8, WIDTH - _RIGHT)
    down = _scale(least, most, HEIGHT - _BOTTOM - 8, _TOP)

    def at(day: date) -> float:
        x = across(day.toordinal())
        return round(WIDTH - x if is_mirrored else x, 1)

    dots = tuple(Dot(one.number, one.value, at(one.day), down(one.ends[0]), down(one.ends[1])) for one in points)
    lines = tuple(Line(number, down(number)) for number in dict.fromkeys((least, most)))
    return Chart(role, dots, lines, first, last, at(first), at(last), is_mirrored)


def _scale(least: int, most: int, begin: float, end: float) -> Callable[[int], float]:
    """From numbers to places, linear; where there is one number only, in the middle."""
    if least == most:
        return lambda _: round((begin + end) / 2, 1)
    return lambda number: round(begin + (end - begin) * (number - least) / (most - least), 1)
