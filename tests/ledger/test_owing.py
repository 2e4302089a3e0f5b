import pytest

from tawatur.ledger.owing import owe_all, source_rows
from tawatur.ledger.store import Ledger
from tawatur.ledger.writing import erase

Link = tuple[str, str, int, str, str, str, str]


def link(owner: str, kind: str, name: str, key: str, *, is_origin: bool = False) -> Link:
    return "d", owner, int(is_origin), kind, name, key, ""


def test_each_source_is_counted_once_for_each_of_what_it_carries() -> None:
    links = [
        link("d", "agency", "النهر", "river"),
        link("s1", "outlet", "الضفة", "الضفه"),
        link("s1", "person", "سالم", "salim"),
        link("s1", "person", "سالم محمود", "salim", is_origin=True),
        link("s2", "person", "سالم", "salim", is_origin=True),
        link("e1", "outlet", "الضفة", "الضفه", is_origin=True),
    ]
    assert sorted(source_rows("d", "الضفة", {"s1", "s2"}, links)) == [
        ("d", "agency", "river", "النهر", 1, 0, 0, 1),
        ("d", "outlet", "الضفة", "الضفة", 1, 2, 1, 1),
        ("d", "speaker", "salim", "سالم", 1, 2, 1, 2),
        ("d", "speaker", "salim", "سالم محمود", 0, 0, 1, 1),
    ]


def test_a_document_of_no_outlet_owes_it_nothing() -> None:
    assert source_rows("d", None, {"s1"}, [link("s1", "outlet", "?", "?", is_origin=True)]) == []


@pytest.fixture
def sums(book: Ledger) -> list[tuple[str, ...]]:
    return book.rows("SELECT * FROM source_names").fetchall()


def test_what_is_made_of_a_whole_ledger_is_what_was_made_document_by_document(book: Ledger, sums: list[tuple[str, ...]]) -> None:
    before = book.rows("SELECT * FROM document_sources").fetchall()
    book.rows("DELETE FROM document_sources")
    assert book.rows("SELECT * FROM source_names").fetchall() == []
    owe_all(book)
    assert book.rows("SELECT * FROM document_sources").fetchall() == before
    assert book.rows("SELECT * FROM source_names").fetchall() == sums


def test_the_sums_go_with_their_documents(book: Ledger) -> None:
    for name in "abc":
        erase(book, name)
    assert book.rows("SELECT * FROM source_names").fetchall() == []
