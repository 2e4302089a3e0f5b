import pytest

from tawatur.ledger.asking.documents import DocumentFilters, count, document_counts, documents
from tawatur.ledger.asking.facts import Count
from tawatur.ledger.store import Ledger
from tests.ledger.pages import OTHER, fetched, page, take_in


def ids(book: Ledger, **filters: str) -> list[str]:
    return [one.id for one in documents(book, DocumentFilters(**filters)).items]


def test_what_a_list_says_of_a_document(book: Ledger) -> None:
    found = {one.id: one for one in documents(book, DocumentFilters()).items}
    assert set(found) == {"a", "b", "c"}
    one = found["b"]
    assert (one.outlet, one.published, one.first, one.is_copy, one.mentions, one.statements) == ("المرايا", "2020-03-15", "a", True, 1, 0)
    assert (found["a"].is_copy, found["c"].first, found["c"].is_copy) == (False, None, False)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"outlet": "الضفة"}, ["c"]),
        ({"first": "2020-03-15"}, ["c", "b", "a"]),
        ({"first": "2020-03-16"}, []),
        ({"last": "2020"}, ["c", "b", "a"]),
        ({"last": "2020-03-14"}, []),
        ({"first": "2020-03", "last": "2020-03", "outlet": "المرايا"}, ["b"]),
    ],
)
def test_narrowed(book: Ledger, filters: dict[str, str], expected: list[str]) -> None:
    book.rows("UPDATE captures SET seen_at = '2026-01-01T00:00:00Z'")
    assert ids(book, **filters) == expected
    assert count(book, DocumentFilters(**filters)) == len(expected)


def test_what_was_seen_last_comes_first_and_what_was_published_last(book: Ledger) -> None:
    (new,) = take_in(book, fetched(page(OTHER), "https://a.example/1", "2096-01-01T00:00:00Z"))
    assert documents(book, DocumentFilters(), limit=1).items[0].id == new.id
    book.rows("UPDATE document_index SET published = '2021' WHERE document = 'b'")
    assert documents(book, DocumentFilters(), "published", limit=1).items[0].id == "b"


def test_a_document_without_a_reading_is_not_listed(book: Ledger) -> None:
    book.rows("DELETE FROM readings WHERE document = 'a'")
    assert "a" not in ids(book)


def test_counts(book: Ledger) -> None:
    narrowed = DocumentFilters(outlet="الضفة")
    assert document_counts(book, "month", narrowed) == (Count("2020-03", 1),)
    assert document_counts(book, "outlet", narrowed) == (Count("الصباح الجديد", 1), Count("الضفة", 1), Count("المرايا", 1))
