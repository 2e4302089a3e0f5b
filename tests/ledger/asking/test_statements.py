import pytest

from tawatur.ledger.asking.facts import Count
from tawatur.ledger.asking.statements import StatementFilters, acts, statements
from tawatur.ledger.store import Ledger


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (StatementFilters(), ["c:s1", "a:s1"]),
        (StatementFilters(act="deny"), ["c:s1"]),
        (StatementFilters(speaker="سالم"), ["c:s1", "a:s1"]),
        (StatementFilters(speaker="الضفة"), ["c:s1"]),
        (StatementFilters(source="salim"), ["c:s1", "a:s1"]),
        (StatementFilters(source="river"), []),
        (StatementFilters(outlet="الضفة"), ["c:s1"]),
        (StatementFilters(document="a"), ["a:s1"]),
        (StatementFilters(claim="claim-1"), ["c:s1", "a:s1"]),
        (StatementFilters(claim="claim-2"), []),
        (StatementFilters(text="هجوم متوقع"), ["c:s1", "a:s1"]),
        (StatementFilters(text='"الهجوم متوقع"'), ["a:s1"]),
        (StatementFilters(text="سلام"), []),
        (StatementFilters(first="2020-03-15", last="2020-03-15"), ["c:s1", "a:s1"]),
        (StatementFilters(first="2020-03-16"), []),
        (StatementFilters(last="2020-03-14"), []),
    ],
)
def test_narrowed(book: Ledger, filters: StatementFilters, expected: list[str]) -> None:
    page = statements(book, filters)
    assert ([said.statement.id for said in page.items], page.total) == (expected, len(expected))


def test_its_words_and_its_claim(book: Ledger) -> None:
    (said,) = statements(book, StatementFilters(document="a")).items
    assert (said.document.id, said.claim, said.words) == ("a", "claim-1", "الهجوم متوقع")


def test_pages_follow_each_other(book: Ledger) -> None:
    first = statements(book, StatementFilters(), limit=1)
    assert [said.statement.id for said in statements(book, StatementFilters(), after=first.next).items] == ["a:s1"]


def test_acts(book: Ledger) -> None:
    assert acts(book, StatementFilters()) == (Count("deny", 1), Count("say", 1))
