import json
from pathlib import Path

import msgspec
import pytest

from tawatur.errors import JudgementError, NotFoundError, TawaturError
from tawatur.ledger import judging, lookup
from tawatur.ledger.deriving import derive, is_current, judgements, refresh
from tawatur.ledger.judging import Decision, judge, take_in
from tawatur.ledger.store import Ledger
from tawatur.model import Event, Judgement
from tawatur.reconciling.rulings import objects
from tests.ledger.examples import fill
from tests.ledger.test_deriving import rows

EVENT = "event-8"
"""The one event of the true ledger: its id's beginning."""


def decide(ledger: Ledger, *decision: str, value: str | None = None) -> Judgement:
    """Judges, and brings the ledger up to date."""
    kind, subject, *other = decision
    found = judge(ledger, Decision(kind, subject, other[0] if other else None, value), "نور", "قرأت النصين")  # type: ignore[arg-type]
    assert list(refresh(ledger)) == []
    return found


def together(ledger: Ledger) -> list[list[str]]:
    """The mentions of each event."""
    events: dict[str, list[str]] = {}
    for mention, event in ledger.rows("SELECT mention, event FROM event_mentions ORDER BY mention"):
        events.setdefault(event, []).append(mention)
    return sorted(events.values())


def the_event(ledger: Ledger) -> Event:
    return lookup.event(ledger, lookup.find(ledger, EVENT).id)


def figure_of(ledger: Ledger, mention: str) -> str:
    return next(name for name, owner, _ in lookup.figures(ledger, lookup.FIGURE) if owner == mention)


def test_a_judgement_is_kept_with_who_when_and_why(true_book: Ledger) -> None:
    inputs = int(true_book.setting("inputs"))
    found = judge(true_book, Decision("different", "a:e1", "c:e1"), " نور ", " موقعان ")
    assert (found.kind, found.subject, found.object, found.value, found.by, found.why) == (
        "different",
        "a:e1",
        "c:e1",
        None,
        "نور",
        "موقعان",
    )
    assert found.at.endswith("Z")
    assert list(judgements(true_book)) == [found]
    assert int(true_book.setting("inputs")) == inputs + 1
    assert not is_current(true_book)


def test_different_holds_against_a_third_that_fits_both(true_book: Ledger) -> None:
    assert together(true_book) == [["a:e1", "b:e1", "c:e1"]]
    decide(true_book, "different", "a:e1", "c:e1")
    assert not any({"a:e1", "c:e1"} <= set(event) for event in together(true_book))
    before = rows(true_book)
    derive(true_book)
    assert rows(true_book) == before


def test_undoing_restores_exactly_what_was(true_book: Ledger) -> None:
    was = rows(true_book)
    for decision in (("different", "a:e1", "c:e1"), ("wrong", "b:e1"), ("wrong", figure_of(true_book, "a:e1"))):
        made = decide(true_book, *decision)
        assert rows(true_book) != was
        undo = decide(true_book, "undo", made.id[:20])
        assert undo.subject == made.id
        assert rows(true_book) == was


def test_an_undo_can_itself_be_undone(true_book: Ledger) -> None:
    made = decide(true_book, "different", "a:e1", "c:e1")
    was = rows(true_book)
    undo = decide(true_book, "undo", made.id)
    decide(true_book, "undo", undo.id)
    assert rows(true_book) == was


def test_a_mention_is_split_from_all_others_of_its_event(true_book: Ledger) -> None:
    made = decide(true_book, "different", EVENT, "b:e1")
    assert (made.subject, objects(made)) == ("b:e1", ("a:e1", "c:e1"))
    assert together(true_book) == [["a:e1", "c:e1"], ["b:e1"]]


def test_same_joins_all_of_two_events_and_the_last_word_holds(true_book: Ledger) -> None:
    was = rows(true_book)
    decide(true_book, "different", EVENT, "b:e1")
    decide(true_book, "different", "a:e1", "c:e1")
    assert together(true_book) == [["a:e1"], ["b:e1"], ["c:e1"]]
    decide(true_book, "same", "a:e1", "c:e1")
    names = [true_book.value("SELECT event FROM event_mentions WHERE mention = ?", name) for name in ("b:e1", "a:e1")]
    made = decide(true_book, "same", *names)
    assert {made.subject, *objects(made)} == {"a:e1", "b:e1", "c:e1"}
    assert together(true_book) == [["a:e1", "b:e1", "c:e1"]]
    without_merges = [table for number, table in enumerate(rows(true_book)) if number != 9]
    assert without_merges == [table for number, table in enumerate(was) if number != 9]


def test_statements_are_judged_too(true_book: Ledger) -> None:
    decide(true_book, "same", "a:s1", "c:s1")
    assert [row[0] for row in true_book.rows("SELECT statement FROM claim_statements ORDER BY 1")] == ["a:s1", "c:s1"]
    claim = true_book.value("SELECT claim FROM claim_statements")
    assert decide(true_book, "different", claim, "c:s1").subject == "c:s1"
    assert together(true_book) == [["a:e1", "b:e1", "c:e1"]]


def test_a_figure_takes_the_value_a_person_gives(true_book: Ledger) -> None:
    decide(true_book, "value", figure_of(true_book, "a:e1"), value="4-6")
    assert (the_event(true_book).figures["killed"].low, the_event(true_book).figures["killed"].high) == (3, 6)
    decide(true_book, "wrong", figure_of(true_book, "b:e1"))
    assert [value.mentions for value in the_event(true_book).figures["killed"].values] == [("a:e1",)]


def test_a_mention_takes_the_fields_a_person_gives(true_book: Ledger) -> None:
    decide(true_book, "value", "c:e1", value="date=2020-03-29")
    assert together(true_book) == [["a:e1", "b:e1"], ["c:e1"]]
    decide(true_book, "right", "c:e1")
    assert together(true_book) == [["a:e1", "b:e1", "c:e1"]]
    decide(true_book, "value", "b:e1", value="modality=planned")
    assert together(true_book) == [["a:e1", "c:e1"], ["b:e1"]]


def test_what_was_read_wrong_is_in_nothing(true_book: Ledger) -> None:
    decide(true_book, "wrong", "b:e1")
    assert together(true_book) == [["a:e1", "c:e1"]]
    decide(true_book, "right", "b:e1")
    assert together(true_book) == [["a:e1", "b:e1", "c:e1"]]


def test_an_event_of_one_account_stands_for_it(true_book: Ledger) -> None:
    decide(true_book, "different", EVENT, "b:e1")
    alone = true_book.value("SELECT event FROM event_mentions WHERE mention = 'b:e1'")
    assert decide(true_book, "wrong", alone).subject == "b:e1"


@pytest.mark.parametrize(
    ("decision", "value", "says"),
    [
        (("same", "a:e1"), None, "same: needs two ids"),
        (("same", "a:e1", "a:e1"), None, "are the same thing; name two"),
        (("same", "a:e1", "zz"), None, "zz: no such id"),
        (("same", "a:e1", "a:s1"), None, "a:e1 is a mention, a:s1 a statement; judge two of one kind"),
        (("same", "a:e1", "b"), None, "b: is a document"),
        (("wrong", "a:e1", "b:e1"), None, "wrong: takes one id, not b:e1 too"),
        (("value", "FIGURE", "12"), None, "value: takes one id, not 12 too; write `value ID --value 12`"),
        (("wrong", EVENT), None, "has 3 accounts; say which: a:e1, b:e1, c:e1"),
        (("right", "a:e1"), "3", "right: takes no value"),
        (("value", "a:e1"), None, "value: needs a value"),
        (("value", "a:e1"), "date=soon", "'soon' is no date; write date=2020-03-14"),
        (("value", "a:e1"), "type=WAR", "'WAR' is no type; write type= and one of AGREE"),
        (("value", "a:e1"), "12", "'12' says nothing of a mention"),
        (("value", "a:s1"), "12", "a:s1: is a statement, which has no value"),
        (("value", "FIGURE"), "a dozen", "'a dozen' is no count; write 12, 10-15"),
        (("value", "FIGURE"), "15-10", "'15-10' is no count"),
        (("undo", "a:e1"), None, "a:e1: is a mention; only judgements are undone"),
    ],
)
def test_what_makes_no_sense_is_told_and_not_kept(true_book: Ledger, decision: tuple[str, ...], value: str | None, says: str) -> None:
    words = [figure_of(true_book, "a:e1") if word == "FIGURE" else word for word in decision]
    with pytest.raises((JudgementError, NotFoundError)) as caught:
        decide(true_book, *words, value=value)
    assert says in str(caught.value)
    assert list(judgements(true_book)) == []


def test_nobody_decides_for_no_reason(true_book: Ledger) -> None:
    for by, why in ((" ", "لأن"), ("نور", "")):
        with pytest.raises(JudgementError):
            judge(true_book, Decision("wrong", "a:e1"), by, why)


def test_what_is_undone_is_not_undone_again(true_book: Ledger) -> None:
    made = decide(true_book, "wrong", "a:e1")
    undo = decide(true_book, "undo", made.id)
    with pytest.raises(JudgementError, match=f"is undone already; undo {undo.id} to bring it back"):
        decide(true_book, "undo", made.id)


def test_a_later_judgement_is_later_whatever_the_clock_says(true_book: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    ahead = Judgement("", "wrong", "a:e1", None, None, "نور", "ن", "2999-01-01T00:00:00Z")
    taken = msgspec.structs.replace(ahead, id=judging._id(ahead))
    assert take_in(true_book, [("f:1", msgspec.json.encode(taken))]) == (1, [])
    assert decide(true_book, "right", "a:e1").at == "2999-01-01T00:00:00.000001Z"
    assert together(true_book) == [["a:e1", "b:e1", "c:e1"]]


def test_judgements_are_taken_to_another_ledger(true_book: Ledger) -> None:
    """What is not in the ledger is judged in vain; what is there already, or tampered with, is not taken in."""
    made = decide(true_book, "different", "a:e1", "c:e1")
    foreign = msgspec.structs.replace(made, subject="z:e1", object="z:e2")
    foreign = msgspec.structs.replace(foreign, id=judging._id(foreign))
    changed = msgspec.structs.replace(made, object="b:e1")
    lines = [
        *map(msgspec.json.encode, (made, foreign, changed)),
        b"",
        b"{}",
        json.dumps({**msgspec.to_builtins(foreign), "at": "x"}).encode(),
    ]
    was = rows(true_book)
    new, faults = take_in(true_book, [(f"j.jsonl:{number}", line) for number, line in enumerate(lines, 1)])
    assert new == 1
    assert [str(fault).split(": ")[0] for fault in faults] == ["j.jsonl:3", "j.jsonl:5", "j.jsonl:6"]
    assert all(isinstance(fault, TawaturError) for fault in faults)
    assert list(refresh(true_book)) == []
    assert rows(true_book) == was


def test_nothing_new_changes_nothing(true_book: Ledger) -> None:
    made = decide(true_book, "wrong", "a:e1")
    assert take_in(true_book, [("f:1", msgspec.json.encode(made))]) == (0, [])
    assert is_current(true_book)


def test_a_judgement_may_come_before_what_it_is_about(true_book: Ledger, tmp_path: Path) -> None:
    made = [decide(true_book, "different", "a:e1", "c:e1"), decide(true_book, "wrong", figure_of(true_book, "c:e1"))]
    with Ledger(tmp_path / "early.ledger", create=True) as early:
        fill(early, "ab")
        assert take_in(early, [("f:1", msgspec.json.encode(one)) for one in made]) == (2, [])
        assert list(refresh(early)) == []
        fill(early, "c")
        assert list(refresh(early)) == []
        assert rows(early) == rows(true_book)
