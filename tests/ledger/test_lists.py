from collections.abc import Callable, Iterable

import pytest

from tawatur.errors import TawaturError
from tawatur.ledger.lists import Filters, Listed, claims, count, disagreements, events, statements
from tawatur.ledger.store import Ledger


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), ["event-1", "event-2"]),
        (Filters(limit=1), ["event-1"]),
        (Filters(first="2020-03-14", last="2020-03-14"), ["event-1"]),
        (Filters(first="2020-03"), ["event-1"]),
        (Filters(first="2020-03-15"), []),
        (Filters(last="2020-03-13"), []),
        (Filters(place="التاجى"), ["event-1"]),
        (Filters(place="camp_taji"), ["event-1"]),
        (Filters(place="البصرة"), []),
        (Filters(actor="فصيل"), ["event-1"]),
        (Filters(actor="جنود"), ["event-1"]),
        (Filters(speaker="النهر"), ["event-1"]),
        (Filters(speaker="المرايا"), ["event-1"]),
        (Filters(speaker="سالم"), []),
        (Filters(text="بالصواريخ الثلاثة"), []),
        (Filters(text="ثلاثة صواريخ"), ["event-1"]),
        (Filters(type="PROTEST"), ["event-2"]),
        (Filters(place="100% _'\""), []),
    ],
)
def test_events(book: Ledger, filters: Filters, expected: list[str]) -> None:
    assert [event.id for event in events(book, filters)] == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), ["a:s1", "c:s1"]),
        (Filters(limit=1), ["a:s1"]),
        (Filters(type="deny"), ["c:s1"]),
        (Filters(speaker="سالم"), ["a:s1", "c:s1"]),
        (Filters(speaker="salim الوزارة"), ["a:s1", "c:s1"]),
        (Filters(actor="الوزارة"), ["a:s1", "c:s1"]),
        (Filters(text="متوقعا"), ["c:s1"]),
        (Filters(first="2020-03-16"), []),
        (Filters(first="2020-03-15", last="2020-03-15"), ["a:s1", "c:s1"]),
    ],
)
def test_statements(book: Ledger, filters: Filters, expected: list[str]) -> None:
    found = list(statements(book, filters))
    assert [said.statement.id for said in found] == expected
    assert all(
        said.claim == "claim-1" and said.words == said.document.text[said.statement.content.start :][: len(said.words)] for said in found
    )


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (Filters(), 1),
        (Filters(type="self_contradiction"), 1),
        (Filters(type="figure"), 0),
        (Filters(text="قولان"), 1),
        (Filters(text="salim"), 1),
        (Filters(place="التاجي"), 1),
        (Filters(place="البصرة"), 0),
        (Filters(speaker="سالم"), 1),
        (Filters(speaker="غيره"), 0),
        (Filters(first="2020-03-14", last="2020-03-14"), 1),
        (Filters(last="2019"), 0),
    ],
)
def test_disagreements(book: Ledger, filters: Filters, count: int) -> None:
    assert len(list(disagreements(book, filters))) == count


def test_what_is_no_date(book: Ledger) -> None:
    with pytest.raises(TawaturError, match="no date"):
        list(events(book, Filters(first="soon")))


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (Filters(), 1),
        (Filters(limit=0), 0),
        (Filters(speaker="سالم"), 1),
        (Filters(speaker="غيره"), 0),
        (Filters(type="deny"), 1),
        (Filters(type="threaten"), 0),
        (Filters(text="متوقعا"), 1),
        (Filters(last="2019"), 0),
    ],
)
def test_claims(book: Ledger, filters: Filters, count: int) -> None:
    assert len(list(claims(book, filters))) == count


@pytest.mark.parametrize("filters", [Filters(), Filters(limit=1), Filters(first="2020"), Filters(last="2019"), Filters(text="متوقعا")])
def test_a_list_is_counted_without_going_through_it(book: Ledger, filters: Filters) -> None:
    lists: dict[Listed, Callable[[Ledger, Filters], Iterable[object]]]
    lists = {"events": events, "statements": statements, "claims": claims, "disagreements": disagreements}
    assert {listed: count(book, listed, filters) for listed in lists} == {
        listed: len(list(found(book, filters))) for listed, found in lists.items()
    }
