from pathlib import Path

import pytest

from tawatur.errors import NotFoundError
from tawatur.ledger import dossiers
from tawatur.ledger.dossiers import Address, content, dossier, state
from tawatur.ledger.store import Ledger
from tests.ledger.examples import snapshot
from tests.ledger.pages import TOLL, fetched, page, take_in

URL = "https://www.example.org/news/12?utm_source=x"


def test_all_that_is_kept_about_a_document(book: Ledger) -> None:
    found = dossier(book, "c")
    assert found.reading is not None
    assert (found.events, found.claims) == ({"c:e1": "event-1"}, {"c:s1": "claim-1"})
    assert [(one.id, one.kind) for one in found.disputes] == [("disagreement-1", "self_contradiction")]
    assert [(version.number, version.is_current) for version in found.versions] == [(1, True)]
    assert [entry.act for entry in found.entries] == ["captured"]
    assert (found.family, found.first, found.judgements) == (None, None, ())


def test_its_family_names_the_first(book: Ledger) -> None:
    found = dossier(book, "b")
    assert found.family is not None
    assert [(one.document, one.is_first, one.reason["en"]) for one in found.family.members] == [
        ("a", True, "the same text"), ("b", False, "the same text"),
    ]  # fmt: skip
    assert found.first is not None
    assert found.first.document == "a"
    assert dossier(book, "a").first is None


def test_where_it_was_found(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        (one,) = take_in(ledger, fetched(page(TOLL.format(5)), URL, "2020-03-14T10:00:00Z"))
        assert dossier(ledger, one.id).addresses == (Address("example.org/news/12", "found"),)


def test_a_document_that_is_not_there(book: Ledger) -> None:
    with pytest.raises(NotFoundError):
        dossier(book, "z")


def test_the_bytes_as_they_came(book: Ledger) -> None:
    assert content(book, "a", snapshot("a").sha256) == snapshot("a").content
    with pytest.raises(NotFoundError, match="holds no snapshot"):
        content(book, "a", snapshot("b").sha256)


def test_damage_is_seen(book: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    assert state(book, dossier(book, "a")) == "whole"
    monkeypatch.setattr(dossiers, "_CHECKED_AT_ONCE", 1)
    assert state(book, dossier(book, "a")) == "unchecked"
    monkeypatch.undo()
    book.rows("DROP TRIGGER snapshots_stay")
    book.rows("UPDATE snapshots SET content = (SELECT content FROM snapshots WHERE sha256 = ?)", snapshot("b").sha256)
    assert [state(book, dossier(book, name)) for name in "ab"] == ["damaged", "whole"]
    book.rows("DROP TRIGGER custody_stays")
    book.rows("UPDATE custody SET at = '2020-01-01T00:00:00Z'")
    assert state(book, dossier(book, "b")) == "damaged"


def test_a_document_without_a_reading(book: Ledger) -> None:
    book.rows("DELETE FROM readings WHERE document = 'a'")
    assert dossier(book, "a").reading is None


def test_a_document_is_found_by_indexes_alone(book: Ledger) -> None:
    asked: list[str] = []
    book.connection.set_trace_callback(asked.append)
    state(book, dossier(book, "b"))
    book.connection.set_trace_callback(None)
    many = [sql for sql in asked if not sql.endswith("LIMIT 1")]
    plans = {step for sql in many for (*_, step) in book.rows(f"EXPLAIN QUERY PLAN {sql}") if step.startswith("SCAN")}
    assert len(many) > 10
    assert {step for step in plans if not step.startswith("SCAN judgements")} == set()
