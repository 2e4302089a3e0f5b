from tawatur.ledger import changes
from tawatur.ledger.changes import Changed
from tawatur.ledger.deriving import refresh
from tawatur.ledger.judging import Decision, judge
from tawatur.ledger.store import Ledger
from tests.ledger.test_judging import decide, figure_of


def change(ledger: Ledger, decision: Decision) -> Changed:
    made = judge(ledger, decision, "نور", "ن")
    before = changes.around(ledger, changes.concerned(ledger, made))
    list(refresh(ledger))
    return changes.changed(ledger, made, before)


def accounts(around: changes.Around) -> list[int]:
    return sorted(len(event.mentions) for event in around.events)


def test_a_split_shows_both_halves_and_its_undoing_both_too(true_book: Ledger) -> None:
    split = change(true_book, Decision("different", "event-8", "b:e1"))
    assert (accounts(split.before), accounts(split.after)) == ([3], [1, 2])
    undo = change(true_book, Decision("undo", split.judgement.id))
    assert (undo.before, undo.after) == (split.after, split.before)


def test_a_figure_shows_its_event(true_book: Ledger) -> None:
    changed = change(true_book, Decision("value", figure_of(true_book, "a:e1"), None, "9"))
    assert [event.figures["killed"].high for event in (*changed.before.events, *changed.after.events)] == [3, 9]
    assert changed.before.disagreements == ()
    assert [one.kind for one in changed.after.disagreements] == ["figure"]


def test_what_is_taken_out_is_loose(true_book: Ledger) -> None:
    changed = change(true_book, Decision("wrong", "b:e1"))
    assert (changed.before.loose, changed.after.loose) == ((), ("b:e1",))


def test_statements_that_become_a_claim(true_book: Ledger) -> None:
    changed = change(true_book, Decision("same", "a:s1", "c:s1"))
    assert changed.before.loose == ("a:s1", "c:s1")
    assert [claim.statements for claim in changed.after.claims] == [("a:s1", "c:s1")]


def test_what_is_overruled(true_book: Ledger) -> None:
    """Who says that two events are one says so of all their accounts, whatever was said of two of them before."""
    apart = decide(true_book, "different", "event-8", "b:e1")
    parted = decide(true_book, "different", "a:e1", "c:e1")
    decide(true_book, "same", "a:e1", "b:e1")
    events = [true_book.value("SELECT event FROM event_mentions WHERE mention = ?", name) for name in ("a:e1", "c:e1")]
    joined = change(true_book, Decision("same", *events))
    assert accounts(joined.after) == [3]
    assert joined.overrules == (apart, parted)
