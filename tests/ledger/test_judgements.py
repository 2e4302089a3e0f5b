import pytest

from tawatur.ledger.judgements import bearing_on, listed, overruled
from tawatur.ledger.judging import Decision, judge
from tawatur.ledger.store import Ledger
from tests.ledger.test_judging import decide, figure_of


def standings(ledger: Ledger) -> list[tuple[str, str | None]]:
    return [(one.standing, one.by_which) for one in listed(ledger)]


def test_the_list_says_what_is_in_force(true_book: Ledger) -> None:
    first = decide(true_book, "different", "a:e1", "c:e1")
    second = decide(true_book, "same", "a:e1", "c:e1")
    assert standings(true_book) == [("overruled", second.id), ("in_force", None)]
    undo = decide(true_book, "undo", second.id)
    assert standings(true_book) == [("in_force", None), ("undone", undo.id), ("in_force", None)]
    assert [one.judgement.id for one in listed(true_book)] == [first.id, second.id, undo.id]


def test_a_judgement_of_several_is_overruled_when_all_of_it_is(true_book: Ledger) -> None:
    decide(true_book, "different", "event-8", "b:e1")
    decide(true_book, "same", "a:e1", "b:e1")
    assert standings(true_book)[0] == ("in_force", None)
    last = decide(true_book, "same", "c:e1", "b:e1")
    assert standings(true_book)[0] == ("overruled", last.id)


def test_what_is_not_in_the_ledger_is_idle(true_book: Ledger) -> None:
    figure = figure_of(true_book, "a:e1")
    decide(true_book, "value", figure, value="5")
    assert standings(true_book) == [("in_force", None)]
    true_book.rows("DELETE FROM kept_figures WHERE document = 'a'")
    assert standings(true_book) == [("idle", None)]


@pytest.mark.parametrize(("value", "count"), [("5", 1), ("4", 0)])
def test_what_a_new_judgement_overrules(true_book: Ledger, value: str, count: int) -> None:
    figure = figure_of(true_book, "a:e1")
    decide(true_book, "value", figure, value="4")
    decide(true_book, "wrong", "b:e1")
    assert len(overruled(true_book, judge(true_book, Decision("value", figure, None, value), "نور", "ن"))) == count


def test_the_judgements_about_some_ids(true_book: Ledger) -> None:
    made = decide(true_book, "different", "event-8", "b:e1")
    gone = decide(true_book, "wrong", "c:e1")
    decide(true_book, "undo", gone.id)
    assert bearing_on(true_book, ["c:e1"]) == (made,)
    assert bearing_on(true_book, ["a:s1"]) == ()
