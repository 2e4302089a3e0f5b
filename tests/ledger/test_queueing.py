import pytest
from msgspec.structs import replace

from tawatur.ledger import lookup
from tawatur.ledger.queue import item
from tawatur.ledger.queueing import Queueing, Reason, queue_all, toll
from tawatur.ledger.store import Ledger
from tawatur.model import Event, FigureRange
from tests.ledger.test_deriving import rows
from tests.ledger.test_judging import decide, the_event
from tests.ledger.test_settling import at_odds


def with_dead(event: Event, dead: int, **other: object) -> Event:
    return replace(event, figures={"killed": FigureRange(dead, dead, dead, ())}, **other)


def reasons(ledger: Ledger, event: Event) -> list[str]:
    Queueing(ledger).put_event(event)
    found = item(ledger, event.id)
    return [reason.kind for reason in found.reasons if reason.kind != "merge"] if found else []


def test_a_grave_event_should_have_two_chains_a_day_and_a_place(true_book: Ledger) -> None:
    event = the_event(true_book)
    assert reasons(true_book, with_dead(event, 4, chains_max=1)) == []
    assert reasons(true_book, with_dead(event, 40)) == []
    assert reasons(true_book, with_dead(event, 40, chains_max=1)) == ["alone"]
    assert reasons(true_book, with_dead(event, 40, date=None, place=None)) == ["undated", "unplaced"]


def test_what_did_not_take_place_is_not_grave(true_book: Ledger) -> None:
    event = the_event(true_book)
    true_book.rows("UPDATE event_index SET modality = 'aggregate'")
    assert reasons(true_book, with_dead(event, 40, chains_max=1)) == []


def test_the_wounded_count_in_part(true_book: Ledger) -> None:
    event = replace(the_event(true_book), figures={"killed": FigureRange(2, None, 9, ()), "injured": FigureRange(4, 8, 9, ())})
    assert toll(event) == 4.0


def test_accounts_that_barely_hold_together_are_named(true_book: Ledger) -> None:
    event = the_event(true_book)
    true_book.rows("UPDATE event_ties SET weight = 9.0")
    assert reasons(true_book, event) == []
    assert item(true_book, event.id) is None
    true_book.rows("UPDATE event_ties SET weight = 4.7")
    Queueing(true_book).put_event(event)
    found = item(true_book, event.id)
    assert found is not None
    assert found.reasons == (Reason("merge", 0.1, found.reasons[0].one, found.reasons[0].other),)
    assert {found.reasons[0].one, found.reasons[0].other} < {"a:e1", "b:e1", "c:e1"}


def test_a_disagreement_waits_until_it_is_settled(true_book: Ledger) -> None:
    found = at_odds(true_book)
    states = []
    for way in ("pending", "ask", "range"):
        decide(true_book, "settle", found.id, value=way)
        waiting = item(true_book, found.id)
        assert waiting is not None
        states.append(waiting.state)
    assert states == ["pending", "ask", "done"]
    decide(true_book, "undo", decide(true_book, "right", "a:s1").id)
    true_book.rows("UPDATE unit_disagreements SET record = json_set(record, '$.sides', json_array(json_extract(record, '$.sides[0]')))")
    Queueing(true_book).put_disagreement(found.id)
    assert item(true_book, found.id) is None


def test_an_event_is_done_when_all_its_accounts_are_accepted(true_book: Ledger) -> None:
    decide(true_book, "right", "a:e1")
    assert [row[0] for row in true_book.rows("SELECT state FROM review_queue WHERE kind = 'event'")] == ["done"]
    Queueing(true_book).put_event(with_dead(the_event(true_book), 40, chains_max=1))
    assert [row[0] for row in true_book.rows("SELECT state FROM review_queue WHERE kind = 'event'")] == ["open"]
    decide(true_book, "right", the_event(true_book).id)
    Queueing(true_book).put_event(with_dead(the_event(true_book), 40, chains_max=1))
    assert [row[0] for row in true_book.rows("SELECT state FROM review_queue WHERE kind = 'event'")] == ["done"]


@pytest.mark.parametrize("way", ["prefer", "pending"])
def test_the_queue_of_what_is_there_already_is_the_same(true_book: Ledger, way: str) -> None:
    decide(true_book, "settle", at_odds(true_book).id, "1", value=way)
    decide(true_book, "right", "b:e1")
    was = rows(true_book)
    true_book.rows("DELETE FROM review_queue")
    queue_all(true_book)
    assert rows(true_book) == was
    assert lookup.event(true_book, the_event(true_book).id)
