import pytest

from tawatur.errors import JudgementError, NotFoundError
from tawatur.ledger import lookup
from tawatur.ledger.deriving import judgements
from tawatur.ledger.judgements import listed
from tawatur.ledger.lists import Filters, disagreements
from tawatur.ledger.store import Ledger
from tawatur.model import Disagreement, FigureRange, Settlement
from tests.ledger.test_deriving import rows
from tests.ledger.test_judging import decide, figure_of, the_event


def at_odds(ledger: Ledger) -> Disagreement:
    """The only disagreement, once a person has read 9 in one of the reports that say 3."""
    found = list(disagreements(ledger, Filters(type="figure")))
    if not found:
        decide(ledger, "value", figure_of(ledger, "a:e1"), value="9")
        found = list(disagreements(ledger, Filters(type="figure")))
    return found[0]


def side_of(ledger: Ledger, position: str) -> str:
    return next(str(number) for number, side in enumerate(at_odds(ledger).sides, 1) if side.position == position)


def killed(ledger: Ledger) -> FigureRange:
    return the_event(ledger).figures["killed"]


def test_a_side_is_preferred_by_its_number_or_by_an_account_of_it(true_book: Ledger) -> None:
    found = at_odds(true_book)
    assert [(side.position, side.figures) for side in found.sides] == [
        ("9", (figure_of(true_book, "a:e1"),)),
        ("3", (figure_of(true_book, "b:e1"),)),
    ]
    was = killed(true_book).best
    for side, best in (("1", 9), ("2", 3), (figure_of(true_book, "a:e1"), 9), ("b:e1", 3)):
        made = decide(true_book, "settle", found.id, side, value="prefer")
        assert {made.subject, made.object} == {figure_of(true_book, "a:e1"), figure_of(true_book, "b:e1")}
        assert (made.value, killed(true_book).best, killed(true_book).low, killed(true_book).high) == ("prefer", best, 3, 9)
        assert at_odds(true_book).settled == Settlement("prefer", made.id, 0 if best == 9 else 1)
        assert the_event(true_book).disagreements == (found.id,)
    assert was in (3, 9)


def test_what_was_settled_is_the_same_after_a_rebuild_and_as_before_when_undone(true_book: Ledger) -> None:
    found, was = at_odds(true_book), rows(true_book)
    made = decide(true_book, "settle", found.id, value="range")
    assert killed(true_book).best is None
    settled = rows(true_book)
    true_book.set("reconciled", "")
    decide(true_book, "undo", decide(true_book, "right", "a:s1").id)
    assert rows(true_book) == settled
    decide(true_book, "undo", made.id)
    assert rows(true_book) == was


def test_two_accounts_settle_what_they_are_at_odds_in(true_book: Ledger) -> None:
    at_odds(true_book)
    made = decide(true_book, "settle", "b:e1", "a:e1", value="prefer")
    assert made.subject == figure_of(true_book, "b:e1")
    assert killed(true_book).best == 3


def test_a_settlement_through_other_accounts_overrules_too(true_book: Ledger) -> None:
    found = at_odds(true_book)
    first = decide(true_book, "settle", found.id, "1", value="prefer")
    second = decide(true_book, "settle", found.id, value="pending")
    assert [(one.standing, one.by_which) for one in listed(true_book)][1:] == [("overruled", second.id), ("in_force", None)]
    decide(true_book, "undo", second.id)
    settled = at_odds(true_book).settled
    assert settled is not None
    assert settled.judgement == first.id
    decide(true_book, "wrong", figure_of(true_book, "a:e1"))
    assert next(one.standing for one in listed(true_book) if one.judgement.id == first.id) == "idle"


@pytest.mark.parametrize(
    ("decision", "value", "says"),
    [
        (("settle", "FOUND"), None, "settle: needs a way; say which with --value: prefer, range, unconfirmed, pending, ask"),
        (("settle", "FOUND"), "toss", "'toss' is no way to settle; write one of prefer, range"),
        (("settle", "FOUND"), "war=range", "'war' is no kind of disagreement"),
        (("settle", "FOUND"), "prefer", "prefer: say which side of disagreement-"),
        (("settle", "FOUND", "3"), "prefer", "has sides 1 to 2, not 3"),
        (("settle", "FOUND", "c:e1"), "prefer", "c:e1: stands on no side of disagreement-"),
        (("settle", "FOUND", "a"), "prefer", "a: is a document; name a disagreement, or mentions"),
        (("settle", "a:e1"), "range", "settle: needs a disagreement, or an account of each of two sides"),
        (("settle", "a:e1", "c:e1"), "range", "a:e1 and c:e1: stand on two sides of no disagreement"),
        (("settle", "a:e1", "b:e1"), "place=range", "stand on two sides of no disagreement"),
        (("settle", "zz"), "range", "zz: no such id"),
    ],
)
def test_what_settles_nothing_is_told_and_not_kept(true_book: Ledger, decision: tuple[str, ...], value: str | None, says: str) -> None:
    found = at_odds(true_book)
    known = list(judgements(true_book))
    with pytest.raises((JudgementError, NotFoundError)) as caught:
        decide(true_book, *(found.id if word == "FOUND" else word for word in decision), value=value)
    assert says in str(caught.value)
    assert list(judgements(true_book)) == known


def test_what_has_one_side_is_not_settled(true_book: Ledger) -> None:
    found = at_odds(true_book)
    true_book.rows("UPDATE unit_disagreements SET record = json_set(record, '$.sides', json_array(json_extract(record, '$.sides[0]')))")
    with pytest.raises(JudgementError, match="has one side only"):
        decide(true_book, "settle", lookup.disagreement(true_book, found.id).id, value="range")
