import pytest

from tawatur.ledger.asking.facts import Count, EventFacet, event_counts, ranked
from tawatur.ledger.asking.filters import EventFilters
from tawatur.ledger.store import Ledger


@pytest.mark.parametrize(
    ("facet", "filters", "expected"),
    [
        ("type", EventFilters(), [("ASSAULT", 1), ("PROTEST", 1)]),
        ("type", EventFilters(type="PROTEST"), [("ASSAULT", 1), ("PROTEST", 1)]),
        ("type", EventFilters(country="iq"), [("ASSAULT", 1)]),
        ("mode", EventFilters(), [("heavy-weapons", 1)]),
        ("modality", EventFilters(), [("actual", 2)]),
        ("country", EventFilters(), [("iq", 1)]),
        ("country", EventFilters(type="PROTEST"), []),
        ("place_id", EventFilters(), [("camp_taji", 1)]),
        ("outlet", EventFilters(), [("الصباح الجديد", 1), ("الضفة", 1), ("المرايا", 1)]),
        ("outlet", EventFilters(outlet="المرايا", type="ASSAULT"), [("الصباح الجديد", 1), ("الضفة", 1), ("المرايا", 1)]),
        ("outlet", EventFilters(type="PROTEST"), []),
        ("disagreement", EventFilters(), [("self_contradiction", 1)]),
        ("disagreement", EventFilters(text="غياب"), []),
        ("month", EventFilters(), [("2020-03", 1)]),
        ("month", EventFilters(first="2021"), [("2020-03", 1)]),
    ],
)
def test_counts(book: Ledger, facet: EventFacet, filters: EventFilters, expected: list[tuple[str, int]]) -> None:
    assert event_counts(book, facet, filters) == tuple(Count(*row) for row in expected)


def test_at_most_so_many(book: Ledger) -> None:
    assert event_counts(book, "type", EventFilters(), most=1) == (Count("ASSAULT", 1),)


def test_ranked() -> None:
    assert ranked([("a", 1), ("c", 2), ("b", 2)]) == (Count("b", 2), Count("c", 2), Count("a", 1))
