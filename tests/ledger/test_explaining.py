import pytest

from tawatur.errors import NotFoundError, TawaturError
from tawatur.ledger.explaining import why
from tawatur.ledger.store import Ledger
from tests.ledger.test_judging import decide, figure_of
from tests.reconciling.test_why import said


def test_two_mentions_with_their_own_words(true_book: Ledger) -> None:
    found = why(true_book, ["a:e1", "b:e1"])
    assert [(one.kind, one.id) for one in found.about] == [("mention", "a:e1"), ("mention", "b:e1")]
    assert found.reason.said["en"] == "one event"
    assert any(line.startswith("place +") and ": the same place: " in line for line in said(found.reason))
    assert [account.id for account in found.accounts] == ["a:e1", "b:e1"]
    assert "هجوم" in found.accounts[0].words


def test_a_judgement_is_the_reason(true_book: Ledger) -> None:
    made = decide(true_book, "different", "a:e1", "c:e1")
    found = why(true_book, ["a:e1", "c:e1"])
    assert found.reason.because[0].ids == (made.id,)
    assert "different, as نور judged on" in said(found.reason)[1]
    decide(true_book, "wrong", "b:e1")
    assert said(why(true_book, ["a:e1", "b:e1"]).reason) == ["b:e1 is in no event: it was judged wrong"]


def test_a_field_that_a_person_gave_counts(true_book: Ledger) -> None:
    decide(true_book, "value", "c:e1", value="date=2020-03-29")
    assert "dates that exclude each other: 2020-03-14 and 2020-03-29" in said(why(true_book, ["a:e1", "c:e1"]).reason)


@pytest.mark.parametrize(
    ("ids", "head", "line"),
    [
        (["event-8"], "independent chains: ", "the number of people killed («جنود»): 3 (independent chains: "),
        (["a:e1"], "one event", "the closest two accounts: "),
        (["event-8", "b:e1"], "one event", "they were joined "),
        (["event-8", "c"], "one event", "the closest two accounts: "),
        (["a", "c"], "not of one text family", "c (الضفة) was published 2020-03-15"),
        (["a"], "a shares too little text with any other", ""),
        (["a:s1", "c:s1"], "a:s1 is in no claim", "the same speaker: "),
        (["a:e1", "c"], "one event", "points speak for one event"),
    ],
)
def test_every_kind_of_thing(true_book: Ledger, ids: list[str], head: str, line: str) -> None:
    found = why(true_book, ids)
    assert found.reason.said["en"].startswith(head)
    assert any(line in told for told in said(found.reason))


def test_a_figure_and_its_value(true_book: Ledger) -> None:
    name = figure_of(true_book, "a:e1")
    lines = said(why(true_book, [name]).reason)
    assert lines[0].startswith("the number of people killed («جنود»): 3")
    decide(true_book, "wrong", name)
    with pytest.raises(NotFoundError, match="stands behind no value"):
        why(true_book, [name])


def test_events_apart(true_book: Ledger) -> None:
    decide(true_book, "different", "event-8", "b:e1")
    names = [true_book.value("SELECT event FROM event_mentions WHERE mention = ?", name) for name in ("a:e1", "b:e1")]
    lines = said(why(true_book, names).reason)
    assert lines[:2] == ["two events", "pairs that cannot be one event: 2 of 2"]


def test_claims(true_book: Ledger) -> None:
    decide(true_book, "same", "a:s1", "c:s1")
    claim = true_book.value("SELECT claim FROM claim_statements")
    lines = said(why(true_book, [claim]).reason)
    assert lines[:2] == ["independent chains: 1", "one chain, from «سالم» (accounts: 2)"]
    assert "they were joined directly" not in lines
    assert "they were joined step by step" in lines
    assert said(why(true_book, [claim, "a:s1"]).reason)[0] == "one claim"
    assert said(why(true_book, ["a:s1"]).reason)[0] == "one claim"
    assert said(why(true_book, ["a:s1", "c:s1"]).reason)[0] == "one claim, by a person's judgement"


def test_disagreements_and_families(book: Ledger, true_book: Ledger) -> None:
    lines = said(why(book, ["disagreement-1"]).reason)
    assert lines[:2] == ["Salim contradicts himself.", "الهجوم متوقع (independent chains: 1)"]
    assert said(why(book, ["family-1"]).reason) == ["one text family", "a is the first text", "a: the same text", "b: the same text"]
    assert said(why(book, ["a", "family-1"]).reason) == said(why(book, ["b"]).reason)
    decide(true_book, "value", figure_of(true_book, "a:e1"), value="9")
    found = true_book.value("SELECT id FROM disagreements WHERE kind = 'figure'")
    sides = why(true_book, [found]).reason.because
    assert [side.said["en"].split(" (")[0] for side in sides] == ["9", "3"] or [side.said["en"].split(" (")[0] for side in sides] == [
        "3",
        "9",
    ]


@pytest.mark.parametrize(
    ("ids", "says"),
    [
        (["zz"], "zz: no such id"),
        (["a:e1", "a:e1"], "a:e1: is named twice"),
        (["a:e1", "a:s1"], "a:e1 is a mention, a:s1 a statement; these cannot be compared"),
        (["a:s1"], "a:s1: is in no event or claim"),
    ],
)
def test_what_cannot_be_explained(true_book: Ledger, ids: list[str], says: str) -> None:
    with pytest.raises(TawaturError) as caught:
        why(true_book, ids)
    assert says in str(caught.value)
