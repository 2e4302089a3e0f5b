import pytest

from tawatur.errors import NotFoundError
from tawatur.ledger.lookup import claim, disagreement, event, family, find, merges
from tawatur.ledger.store import Ledger


@pytest.mark.parametrize(
    ("prefix", "kind", "identifier"),
    [
        ("event-1", "event", "event-1"),
        ("dis", "disagreement", "disagreement-1"),
        ("cl", "claim", "claim-1"),
        ("fam", "family", "family-1"),
        ("a:s", "statement", "a:s1"),
        ("b:", "mention", "b:e1"),
        ("a", "document", "a"),
    ],
)
def test_find_by_id_or_its_beginning(book: Ledger, prefix: str, kind: str, identifier: str) -> None:
    found = find(book, prefix)
    assert (found.kind, found.id) == (kind, identifier)


@pytest.mark.parametrize(
    ("prefix", "what"),
    [("event", "may be event-1, event-2; write more"), ("zz", "no such id"), ("*", "no such id"), ("[ab]", "no such id")],
)
def test_what_is_not_one_thing(book: Ledger, prefix: str, what: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        find(book, prefix)
    assert what in str(caught.value)


def test_records(book: Ledger) -> None:
    assert event(book, "event-1").documents == ("a", "b", "c")
    assert claim(book, "claim-1").about == "الهجوم متوقع"
    assert disagreement(book, "disagreement-1").kind == "self_contradiction"
    assert family(book, "family-1").first == "a"
    assert [merge.reason["en"] for merge in merges(book, "event-1")] == ["both name the 14th"]
