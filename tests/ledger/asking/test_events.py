import pytest

from tawatur.errors import TawaturError
from tawatur.ledger.asking.events import EventSort, count, events
from tawatur.ledger.asking.filters import EventFilters
from tawatur.ledger.store import Ledger


def ids(book: Ledger, filters: EventFilters, sort: EventSort = "day") -> list[str]:
    return [one.event.id for one in events(book, filters, sort).items]


@pytest.mark.parametrize("sort", ["day", "seen", "disputed", "told"])
def test_the_greatest_first_and_the_unknown_last(book: Ledger, sort: EventSort) -> None:
    assert ids(book, EventFilters(), sort) == ["event-1", "event-2"]


def test_what_a_list_says_of_an_event(book: Ledger) -> None:
    one, other = events(book, EventFilters()).items
    assert (one.modality, one.seen_at) == ("actual", book.value("SELECT max(seen_at) FROM captures"))
    assert (other.event.type, other.modality, other.seen_at) == ("PROTEST", "actual", "")


def test_pages_follow_each_other(book: Ledger) -> None:
    first = events(book, EventFilters(), limit=1)
    assert ([one.event.id for one in first.items], first.total) == (["event-1"], 2)
    second = events(book, EventFilters(), after=first.next, limit=1)
    assert ([one.event.id for one in second.items], second.total, second.next) == (["event-2"], 2, None)


def test_a_page_of_another_list(book: Ledger) -> None:
    told = events(book, EventFilters(), "told", limit=1).next
    assert told
    for after in ("x", "%%", "ŵ", "e30", "WzEsMl0", told + "A"):
        with pytest.raises(TawaturError, match="no place in this list"):
            events(book, EventFilters(), after=after)


@pytest.mark.parametrize("limit", [0, -5])
def test_a_page_has_something(book: Ledger, limit: int) -> None:
    assert len(events(book, EventFilters(), limit=limit).items) == 1


def test_count(book: Ledger) -> None:
    assert (count(book, EventFilters()), count(book, EventFilters(type="PROTEST")), count(book, EventFilters(type="AID"))) == (2, 1, 0)
