"""How many events there are over time, in days, months or years as their span allows."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Literal

from tawatur import edtf
from tawatur.ledger.asking.filters import EventFilters, of_events
from tawatur.ledger.asking.remembering import remembered
from tawatur.ledger.store import Ledger
from tawatur.model import Record

Unit = Literal["day", "month", "year"]
_LENGTH: dict[Unit, int] = {"day": 10, "month": 7, "year": 4}
"""Characters of a date that name it."""
_MOST_DAYS, _MOST_MONTHS = 92, 120
_FEW, _TENTH = 0.01, 0.1
"""The share of events that may lie outside the picture, at its end, and at its beginning where it shows more so: a report of today may
recall a war of another century."""
_SQL = "SELECT first_day, last_day, count(*) FROM event_index WHERE {} GROUP BY {}first_day, last_day"


class Bar(Record, frozen=True):
    """`date` is a day, month or year as EDTF."""

    date: str
    count: int


class Timeline(Record, frozen=True):
    """A bar for every `unit` from the first to the last, empty ones too; `earlier` and `later` are the events outside.

    `rough` have a date, but of no single unit; `undated` have none.
    """

    unit: Unit
    bars: tuple[Bar, ...]
    earlier: int
    later: int
    rough: int
    undated: int


@remembered
def timeline(ledger: Ledger, filters: EventFilters) -> Timeline:
    """The picture has the ends that the filters name; else it leaves out at most a hundredth at each end, and the earliest tenth where the
    rest can be shown in smaller units then."""
    asked = of_events(ledger, filters)
    rows = [
        (str(first), str(last), int(count)) for first, last, count in ledger.rows(_SQL.format(asked.where, asked.apart), *asked.parameters)
    ]
    undated = sum(count for first, _, count in rows if not first)
    dated = [row for row in rows if row[0]]
    if not dated:
        return Timeline("day", (), 0, 0, 0, undated)
    first, last = _ends(dated, filters)
    unit = _unit(first, last)
    return _drawn(dated, unit, _names(first, last, unit), undated)


def _drawn(dated: Iterable[tuple[str, str, int]], unit: Unit, names: list[str], undated: int) -> Timeline:
    size = _LENGTH[unit]
    counts: Counter[str] = Counter()
    rough = 0
    for first, last, count in dated:
        if first[:size] == last[:size]:
            counts[first[:size]] += count
        else:
            rough += count
    earlier = sum(count for name, count in counts.items() if name < names[0])
    later = sum(count for name, count in counts.items() if name > names[-1])
    return Timeline(unit, tuple(Bar(name, counts[name]) for name in names), earlier, later, rough, undated)


def _ends(dated: list[tuple[str, str, int]], filters: EventFilters) -> tuple[date, date]:
    """The first and last day of the picture."""
    asked = edtf.bounds(filters.first), edtf.bounds(filters.last)
    days = sorted((first, count) for first, _, count in dated)
    total = sum(count for _, count in days)
    last = asked[1][1] if asked[1] else date.fromisoformat(_quantile(days[::-1], int(total * _FEW)))
    first, later = (min(last, date.fromisoformat(_quantile(days, int(total * share)))) for share in (_FEW, _TENTH))
    if asked[0]:
        return min(asked[0][0], last), last
    return (first if _unit(first, last) == _unit(later, last) else later), last


def _quantile(days: list[tuple[str, int]], apart: int) -> str:
    """The day before which at most so many events lie."""
    passed = 0
    for day, count in days:
        passed += count
        if passed > apart:
            return day
    return days[-1][0]


def _unit(first: date, last: date) -> Unit:
    if (last - first).days < _MOST_DAYS:
        return "day"
    return "month" if (last.year - first.year) * 12 + last.month - first.month < _MOST_MONTHS else "year"


def _names(first: date, last: date, unit: Unit) -> list[str]:
    if unit == "day":
        return [date.fromordinal(day).isoformat() for day in range(first.toordinal(), last.toordinal() + 1)]
    if unit == "year":
        return [f"{year:04}" for year in range(first.year, last.year + 1)]
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in months]
