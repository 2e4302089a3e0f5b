from collections.abc import Iterable

import pytest

from tawatur.ledger.asking.filters import EventFilters
from tawatur.ledger.asking.timeline import Bar, timeline
from tawatur.ledger.store import Ledger


def put(book: Ledger, days: Iterable[tuple[str, str]]) -> None:
    """Events that may have been on any of these first to last days, in place of all others."""
    book.rows("DELETE FROM event_index")
    rows = [(f"e{number}", *days) for number, days in enumerate(days)]
    columns = "'AID', '', 'actual', ?, ?, '', '', '', NULL, NULL, 1, 1, 0, 1, 1, '', ''"
    book.connection.executemany(f"INSERT INTO event_index VALUES (?, {columns})", rows)
    book.count_input()


def on(*days: str) -> list[tuple[str, str]]:
    return [(day, day) for day in days]


def test_days(book: Ledger) -> None:
    put(book, [*on("2020-02-28", "2020-03-01", "2020-03-01"), ("2020-02-01", "2020-02-29"), ("", "")])
    drawn = timeline(book, EventFilters(first="2020-02-28"))
    assert (drawn.unit, drawn.rough, drawn.undated, drawn.earlier) == ("day", 1, 0, 0)
    assert drawn.bars == (Bar("2020-02-28", 1), Bar("2020-02-29", 0), Bar("2020-03-01", 2))
    assert timeline(book, EventFilters()).undated == 1


def test_months(book: Ledger) -> None:
    put(book, [*on("2019-11-30", "2020-03-01"), ("2020-02-01", "2020-02-29"), ("2020-01-01", "2020-12-31")])
    drawn = timeline(book, EventFilters())
    assert (drawn.unit, drawn.rough) == ("month", 1)
    assert [(bar.date, bar.count) for bar in drawn.bars] == [("2019-11", 1), ("2019-12", 0), ("2020-01", 0), ("2020-02", 1), ("2020-03", 1)]


def test_years(book: Ledger) -> None:
    put(book, [*on("2003-03-20", "2014-06-10"), ("2014-01-01", "2014-12-31"), ("2010-01-01", "2019-12-31")])
    drawn = timeline(book, EventFilters())
    assert (drawn.unit, len(drawn.bars), drawn.rough) == ("year", 12, 1)
    assert (drawn.bars[0], drawn.bars[-1]) == (Bar("2003", 1), Bar("2014", 2))


def test_what_lies_far_apart_does_not_flatten_the_rest(book: Ledger) -> None:
    put(book, [*on("0683-10-10", "1948-05-15", "2090-01-01"), *on(*(f"2020-03-{1 + n % 20:02}" for n in range(200)))])
    drawn = timeline(book, EventFilters())
    assert (drawn.unit, len(drawn.bars), drawn.earlier, drawn.later) == ("day", 20, 2, 1)
    assert sum(bar.count for bar in drawn.bars) == 200


def test_the_ends_asked_for_are_those_of_the_picture(book: Ledger) -> None:
    put(book, on("2020-03-05"))
    assert [bar.date for bar in timeline(book, EventFilters(first="2020-03-04", last="2020-03-06")).bars] == [
        "2020-03-04", "2020-03-05", "2020-03-06",
    ]  # fmt: skip


@pytest.mark.parametrize("days", [[], [("", "")]])
def test_nothing_dated(book: Ledger, days: list[tuple[str, str]]) -> None:
    put(book, days)
    assert (timeline(book, EventFilters()).bars, timeline(book, EventFilters()).undated) == ((), len(days))


def test_the_earliest_tenth_is_left_out_where_the_rest_is_seen_better_then(book: Ledger) -> None:
    old, new = [f"{year}-05-01" for year in range(1990, 2010)], [f"2020-03-{1 + n % 20:02}" for n in range(200)]
    put(book, on(*old, *new))
    assert (timeline(book, EventFilters()).unit, timeline(book, EventFilters()).earlier) == ("day", 20)
    put(book, on(*old, *new[:100]))
    assert (timeline(book, EventFilters()).unit, timeline(book, EventFilters()).earlier) == ("year", 1)
