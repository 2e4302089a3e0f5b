import pytest

from tawatur.errors import NotFoundError
from tawatur.ledger.lists import Filters
from tawatur.ledger.lookup import Kind
from tawatur.ledger.selecting import behind, document_id, every_document, narrowed
from tawatur.ledger.store import Ledger


@pytest.mark.parametrize(
    ("prefix", "kind", "documents"),
    [
        ("a", "document", {"a"}),
        ("event-1", "event", {"a", "b", "c"}),
        ("claim", "claim", {"a", "c"}),
        ("dis", "disagreement", {"a", "c"}),
    ],
)
def test_what_something_rests_on(book: Ledger, prefix: str, kind: Kind, documents: set[str]) -> None:
    assert behind(book, prefix, kind) == documents
    assert every_document(book) == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("prefix", "kind", "what"),
    [
        ("claim-1", "event", "is a claim, not an event"),
        ("event-1", "claim", "is an event, not a claim"),
        ("a:e1", "mention", "name a document, event, claim or disagreement"),
        ("zz", "document", "no such document"),
    ],
)
def test_what_is_of_another_kind(book: Ledger, prefix: str, kind: Kind, what: str) -> None:
    with pytest.raises(NotFoundError, match=what):
        behind(book, prefix, kind)


def test_a_document_by_the_beginning_of_its_id(book: Ledger) -> None:
    book.rows("INSERT INTO captures SELECT 'cd', sha256, source, seen_at, headers, text_sha256 FROM captures WHERE document = 'a'")
    assert (document_id(book, "c"), document_id(book, "cd")) == ("c", "cd")
    book.rows("INSERT INTO captures SELECT 'ce', sha256, source, seen_at, headers, text_sha256 FROM captures WHERE document = 'a'")
    book.rows("DELETE FROM captures WHERE document = 'c'")
    with pytest.raises(NotFoundError, match="may be cd, ce; write more"):
        document_id(book, "c")


def test_what_a_narrowed_list_rests_on(book: Ledger) -> None:
    assert narrowed(book, Filters(place="التاجي", type="ASSAULT")) == {"a", "b", "c"}
    assert narrowed(book, Filters(type="AID")) == set()
    assert narrowed(book, Filters(first="2020-03-15")) == {"a", "c"}
