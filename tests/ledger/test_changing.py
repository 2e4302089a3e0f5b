from pathlib import Path

from tawatur.ledger import changing
from tawatur.ledger.changing import State
from tawatur.ledger.deriving import derive, refresh
from tawatur.ledger.judging import Decision, judge
from tawatur.ledger.store import Ledger
from tests.ledger.examples import fill


def test_what_was_first_is_kept_however_often_it_changes(book: Ledger) -> None:
    first = changing.change(book).before
    assert first == State({}, {}, {}, {})
    changing.note(book, "event", "event-1")
    changing.note(book, "event", "nowhere")
    book.rows("UPDATE events SET record = replace(record, '\"chains_max\":3', '\"chains_max\":7') WHERE id = 'event-1'")
    changing.note(book, "event", "event-1")
    book.rows("UPDATE events SET record = replace(record, '\"chains_max\":7', '\"chains_max\":9') WHERE id = 'event-1'")
    found = changing.change(book)
    assert {name: one.chains_max for name, one in found.before.events.items()} == {"event-1": 3}
    assert {name: one.chains_max for name, one in found.after.events.items()} == {"event-1": 9}
    assert changing.is_noting(book)
    changing.forget(book)
    assert not changing.is_noting(book)


def test_units_are_kept_with_all_their_disagreements(book: Ledger) -> None:
    changing.note(book, "unit", "event-1")
    book.rows("DELETE FROM unit_disagreements")
    found = changing.change(book)
    assert (list(found.before.disagreements), found.after.disagreements) == (["disagreement-1"], {})


def test_what_another_unit_holds_all_the_time_did_not_change(book: Ledger) -> None:
    book.rows("INSERT INTO unit_disagreements SELECT 'other', id, kind, form, record FROM unit_disagreements")
    changing.note(book, "unit", "event-1")
    book.rows("DELETE FROM unit_disagreements WHERE unit = 'event-1'")
    assert changing.change(book).before.disagreements == {}


def test_deriving_notes_when_asked_and_goes_on_until_somebody_was_told(true_book: Ledger) -> None:
    judge(true_book, Decision("wrong", "b:e1"), "نور", "ن")
    list(refresh(true_book))
    assert not changing.is_noting(true_book)
    judge(true_book, Decision("wrong", "c:e1"), "نور", "ن")
    list(refresh(true_book, is_noting=True))
    judge(true_book, Decision("undo", judge(true_book, Decision("wrong", "a:e1"), "نور", "ن").id), "نور", "ن")
    list(refresh(true_book))
    found = changing.change(true_book)
    assert [one.mentions for one in found.before.events.values()] == [("a:e1", "c:e1")]
    assert [one.mentions for one in found.after.events.values()] == [("a:e1",)]


def test_all_that_a_new_ledger_holds_is_new(tmp_path: Path) -> None:
    with Ledger(tmp_path / "new.ledger", create=True) as ledger:
        fill(ledger)
        derive(ledger, is_noting=True)
        found = changing.change(ledger)
    assert (found.before.events, len(found.after.events)) == ({}, 1)


def test_what_another_version_finds_is_no_news(true_book: Ledger) -> None:
    true_book.set("reconciled", "0 an earlier version")
    derive(true_book, is_noting=True)
    assert not changing.is_noting(true_book)
    assert changing.change(true_book).before == State({}, {}, {}, {})
