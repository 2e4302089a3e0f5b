from tawatur.ledger.briefs import briefs, reworded
from tawatur.ledger.store import Ledger
from tawatur.ledger.tellers import Tellers
from tests.ledger.test_judging import decide


def test_who_tells_of_mentions_and_statements(book: Ledger) -> None:
    found = briefs(Tellers(book), ["c:s1", "b:e1", "a:e1", "nowhere"])
    assert [(one.id, one.kind, one.outlet, one.published, one.note) for one in found] == [
        ("a:e1", "mention", "الصباح الجديد", "2020-03-15", "actual"),
        ("b:e1", "mention", "المرايا", "2020-03-15", "actual"),
        ("c:s1", "statement", "الضفة", "2020-03-15", "deny"),
    ]
    assert [link.name for link in found[1].chain] == ["المرايا", "وكالة النهر"]
    assert {len(one.sha256) for one in found} == {64}


def test_whose_text_a_document_carries(book: Ledger) -> None:
    told = briefs(Tellers(book), ["a:e1", "b:e1"])
    assert [(one.copied_from, one.copied_outlet) for one in told] == [(None, None), ("a", "الصباح الجديد")]


def test_what_was_judged_wrong_is_left_out(true_book: Ledger) -> None:
    decide(true_book, "wrong", "b:e1")
    assert [one.id for one in briefs(Tellers(true_book), ["a:e1", "b:e1"])] == ["a:e1"]


def test_documents_whose_text_changed(true_book: Ledger) -> None:
    assert reworded(true_book, ["a", "b"]) == {}
    true_book.rows("INSERT INTO captures VALUES ('a', 'other', 'page', '2031-05-04T10:00:00Z', NULL, 'another text')")
    assert reworded(true_book, ["a", "b"]) == {"a": "2031-05-04T10:00:00Z"}
    assert reworded(true_book, ["b"]) == {}
