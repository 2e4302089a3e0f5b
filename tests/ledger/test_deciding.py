import pytest

from tawatur.errors import JudgementError
from tawatur.ledger.deciding import split, undo_all
from tawatur.ledger.deriving import judgements, refresh
from tawatur.ledger.judging import Decision, judge
from tawatur.ledger.store import Ledger
from tawatur.model import Judgement
from tawatur.reconciling.rulings import in_order, objects, rulings
from tests.ledger.test_deriving import rows
from tests.ledger.test_judging import EVENT, decide, figure_of, together


def parted(ledger: Ledger, *mentions: str) -> tuple[Judgement, ...]:
    made = split(ledger, mentions, "نور", "موقعان")
    assert list(refresh(ledger)) == []
    return made


@pytest.mark.parametrize(
    ("chosen", "groups"),
    [
        (("b:e1",), [["a:e1", "c:e1"], ["b:e1"]]),
        (("a:e1", "c:e1"), [["a:e1", "c:e1"], ["b:e1"]]),
        (("c:e1", "b:e1", "b:e1"), [["a:e1"], ["b:e1", "c:e1"]]),
    ],
)
def test_the_event_falls_into_exactly_these_two(true_book: Ledger, chosen: tuple[str, ...], groups: list[list[str]]) -> None:
    """b has no date: nothing but a third holds it to c."""
    was = rows(true_book)
    made = parted(true_book, *chosen)
    assert together(true_book) == groups
    assert list(undo_all(true_book, [one.id for one in made], "نور", "أخطأت"))[-1].subject == made[0].id
    assert list(refresh(true_book)) == []
    assert rows(true_book) == was


def test_what_was_said_to_be_one_before_is_parted_too(true_book: Ledger) -> None:
    decide(true_book, "same", "a:e1", "b:e1")
    decide(true_book, "same", "c:e1", "b:e1")
    parted(true_book, "b:e1")
    assert together(true_book) == [["a:e1", "c:e1"], ["b:e1"]]
    parted(true_book, "a:e1")
    assert together(true_book) == [["a:e1"], ["b:e1"], ["c:e1"]]


@pytest.mark.parametrize(
    ("chosen", "says"),
    [
        (("a:e1", "b:e1", "c:e1"), "not all of them"),
        ((), "choose one or more accounts"),
        (("a:s1",), "a:s1: is a statement"),
        ((EVENT,), "is a event; choose accounts"),
    ],
)
def test_a_split_leaves_something_on_both_sides(true_book: Ledger, chosen: tuple[str, ...], says: str) -> None:
    with pytest.raises(JudgementError, match=says):
        split(true_book, chosen, "نور", "ن")
    assert list(judgements(true_book)) == []


def test_accounts_of_two_events_are_not_split(true_book: Ledger) -> None:
    parted(true_book, "b:e1")
    with pytest.raises(JudgementError, match="all of one event"):
        split(true_book, ("a:e1", "b:e1"), "نور", "ن")


def test_accepting_an_event_says_of_all_its_accounts_that_they_are_right(true_book: Ledger) -> None:
    made = decide(true_book, "right", EVENT)
    assert (made.kind, made.subject, objects(made)) == ("right", "a:e1", ("b:e1", "c:e1"))
    assert rulings(judgements(true_book)).right == {"a:e1", "b:e1", "c:e1"}
    assert decide(true_book, "right", figure_of(true_book, "a:e1")).object is None


def test_what_somebody_corrected_stays_corrected_when_the_event_is_accepted(true_book: Ledger) -> None:
    decide(true_book, "value", "c:e1", value="mode=explosives")
    made = decide(true_book, "right", EVENT)
    assert {made.subject, *objects(made)} == {"a:e1", "b:e1"}
    assert rulings(judgements(true_book)).values == {"c:e1": {"mode": "explosives"}}
    for name in ("a:e1", "b:e1"):
        decide(true_book, "value", name, value="mode=explosives")
    with pytest.raises(JudgementError, match="somebody corrected each of its accounts"):
        judge(true_book, Decision("right", EVENT), "نور", "ن")


def test_all_of_one_decision_is_undone_or_nothing(true_book: Ledger) -> None:
    made = parted(true_book, "b:e1")
    decide(true_book, "undo", made[0].id)
    known = in_order(judgements(true_book))
    with pytest.raises(JudgementError, match="is undone already"):
        undo_all(true_book, [one.id for one in made], "نور", "ن")
    assert in_order(judgements(true_book)) == known
