import msgspec
import pytest

from tawatur.ledger.asking.disagreements import DisagreementFilters, DisagreementSort, disagreements, kinds
from tawatur.ledger.asking.facts import Count
from tawatur.ledger.asking.filters import EventFilters
from tawatur.ledger.lookup import disagreement
from tawatur.ledger.results import Results
from tawatur.ledger.store import Ledger
from tawatur.reconciling.changes import KeptDisagreements


@pytest.mark.parametrize(
    ("filters", "total"),
    [
        (DisagreementFilters(), 1),
        (DisagreementFilters(kind="self_contradiction"), 1),
        (DisagreementFilters(kind="figure"), 0),
        (DisagreementFilters(text="قولان"), 1),
        (DisagreementFilters(text="ثلاثة"), 0),
        (DisagreementFilters(first="2020-03-14", last="2020-03-14"), 1),
        (DisagreementFilters(first="2020-03-15"), 0),
        (DisagreementFilters(events=EventFilters(country="iq", place="التاجي")), 1),
        (DisagreementFilters(events=EventFilters(type="PROTEST")), 0),
        (DisagreementFilters(events=EventFilters(text="الهجوم", speaker="النهر")), 1),
    ],
)
def test_narrowed(book: Ledger, filters: DisagreementFilters, total: int) -> None:
    page = disagreements(book, filters)
    assert ([one.disagreement.id for one in page.items], page.total) == (["disagreement-1"] * total, total)


def test_what_a_disagreement_weighs(book: Ledger) -> None:
    (one,) = disagreements(book, DisagreementFilters()).items
    assert (one.weaker, one.chains, one.documents, one.spread, one.first_day, one.last_day) == (1, 2, 2, 0.0, "2020-03-14", "2020-03-14")


def more(book: Ledger) -> None:
    """Two further disagreements: one of a better founded side, one of a later day."""
    found = disagreement(book, "disagreement-1")
    founded = tuple(msgspec.structs.replace(side, chains_max=2) for side in found.sides)
    results = Results(book)
    results.take(KeptDisagreements("m", (msgspec.structs.replace(found, id="disagreement-0", kind="denial", sides=founded),)))
    results.take(KeptDisagreements("n", (msgspec.structs.replace(found, id="disagreement-2", events=()),)))
    results.finish()


@pytest.mark.parametrize(("sort", "order"), [("weight", "021"), ("day", "210")])
def test_orders(book: Ledger, sort: DisagreementSort, order: str) -> None:
    more(book)
    whole = disagreements(book, DisagreementFilters(), sort)
    assert [one.disagreement.id[-1] for one in whole.items] == list(order)
    first = disagreements(book, DisagreementFilters(), sort, limit=2)
    second = disagreements(book, DisagreementFilters(), sort, after=first.next, limit=2)
    assert (*first.items, *second.items) == whole.items


def test_kinds(book: Ledger) -> None:
    more(book)
    assert kinds(book, DisagreementFilters(kind="figure")) == (Count("self_contradiction", 2), Count("denial", 1))
