import pytest

from tawatur.ledger.asking.documents import DocumentFilters
from tawatur.ledger.asking.facts import Count
from tawatur.ledger.asking.found import Hit, hit_counts, hits, terms
from tawatur.ledger.store import Ledger

ALL = DocumentFilters()


def marked(hit: Hit) -> list[str]:
    return [piece.text for piece in hit.snippet if piece.is_sought]


def test_what_was_found_is_marked_where_it_stands(book: Ledger) -> None:
    found = {hit.document.id: hit for hit in hits(book, "الهجوم", ALL).items}
    assert set(found) == {"a", "b", "c"}
    assert marked(found["a"]) == ["هجوم", "هجوم", "الهجوم"]
    assert marked(found["b"]) == ["هجوم", "الهجوم"]
    assert "".join(piece.text for piece in found["b"].snippet).startswith("وكالة النهر مقتل")
    assert (found["b"].starts, found["b"].ends) == (False, True)


def test_quoted_words_are_found_as_they_stand(book: Ledger) -> None:
    (hit,) = hits(book, '"هجوم بالصواريخ"', ALL).items
    assert (hit.document.id, marked(hit)) == ("a", ["هجوم بالصواريخ"])


@pytest.mark.parametrize(
    "query", ["", "   ", '"', '""', "«»", "***", "، ؟", "\u202e", "AND OR NOT NEAR(", "' OR 1=1 --", "{folded}:x", "ن" * 5000]
)
def test_hostile_and_empty_queries_find_nothing_and_harm_nothing(book: Ledger, query: str) -> None:
    found = hits(book, query, ALL)
    assert (found.items, found.page, found.last, found.total) == ((), 1, 1, 0)
    assert hit_counts(book, "outlet", query, ALL) == ()


def test_narrowed(book: Ledger) -> None:
    assert [hit.document.id for hit in hits(book, "هجوم", DocumentFilters(outlet="المرايا")).items] == ["b"]
    assert hits(book, "هجوم", DocumentFilters(first="2021")).total == 0


@pytest.mark.parametrize(("page", "expected"), [(-1, 1), (1, 1), (2, 2), (99, 3)])
def test_pages(book: Ledger, page: int, expected: int) -> None:
    found = hits(book, "هجوم", ALL, page, 1)
    assert (found.page, found.last, found.total, len(found.items)) == (expected, 3, 3, 1)


def test_pages_share_nothing(book: Ledger) -> None:
    assert {hits(book, "هجوم", ALL, page, 1).items[0].document.id for page in (1, 2, 3)} == {"a", "b", "c"}


def test_counts(book: Ledger) -> None:
    narrowed = DocumentFilters(outlet="المرايا")
    assert hit_counts(book, "month", "هجوم", narrowed) == (Count("2020-03", 1),)
    assert [one.value for one in hit_counts(book, "outlet", "هجوم", narrowed)] == ["الصباح الجديد", "الضفة", "المرايا"]


def test_terms() -> None:
    assert [(term.phrase, bool(term.stems)) for term in terms('غارة "وقف النار"')] == [(("غاره",), True), (("وقف", "النار"), False)]


def test_reports_of_no_day_are_left_out_where_days_are_asked_for(book: Ledger) -> None:
    book.rows("UPDATE document_index SET published = '' WHERE document = 'a'")
    book.rows("UPDATE document_index SET published = '2020-03-31T23:00' WHERE document = 'b'")
    assert hits(book, "هجوم", ALL).total == 3
    assert {hit.document.id for hit in hits(book, "هجوم", DocumentFilters(last="2020-03")).items} == {"b", "c"}
    assert {hit.document.id for hit in hits(book, "هجوم", DocumentFilters(first="2020-03-16")).items} == {"b"}
    assert hit_counts(book, "month", "هجوم", ALL) == (Count("2020-03", 2),)
