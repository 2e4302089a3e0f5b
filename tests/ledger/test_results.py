import msgspec

from tawatur.ledger import lookup
from tawatur.ledger.results import RESULT_TABLES, Results
from tawatur.ledger.store import Ledger
from tawatur.reconciling.changes import Gone, KeptDisagreements, KeptEvent


def take(book: Ledger, *changes: KeptEvent | KeptDisagreements | Gone) -> None:
    results = Results(book)
    for change in changes:
        results.take(change)
    results.finish()


def test_an_event_takes_the_place_of_that_with_its_id(book: Ledger) -> None:
    event = msgspec.structs.replace(lookup.event(book, "event-1"), mentions=("a:e1", "c:e1"), date="2020-03-13")
    take(book, KeptEvent(event, ()))
    assert lookup.event(book, "event-1") == event
    assert book.rows("SELECT mention FROM event_mentions WHERE event = 'event-1' ORDER BY 1").fetchall() == [("a:e1",), ("c:e1",)]
    assert lookup.merges(book, "event-1") == ()


def test_a_mention_that_moves_is_in_one_event_whichever_is_written_first(book: Ledger) -> None:
    first, second = lookup.event(book, "event-1"), lookup.event(book, "event-2")
    smaller, larger = msgspec.structs.replace(first, mentions=("a:e1",)), msgspec.structs.replace(second, mentions=("b:e1", "c:e1"))
    for changes in ((smaller, larger), (larger, smaller)):
        take(book, *(KeptEvent(event, ()) for event in changes))
        homes = dict(book.rows("SELECT mention, event FROM event_mentions").fetchall())
        assert homes == {"a:e1": "event-1", "b:e1": "event-2", "c:e1": "event-2"}


def test_an_event_knows_the_disagreements_that_come_and_go(book: Ledger) -> None:
    assert lookup.event(book, "event-1").disagreements == ("disagreement-1",)
    found = lookup.disagreement(book, "disagreement-1")
    take(book, KeptDisagreements("event-1", ()))
    assert lookup.event(book, "event-1").disagreements == ()
    take(book, KeptDisagreements("event-1", (found,)))
    assert lookup.event(book, "event-1").disagreements == ("disagreement-1",)


def test_a_disagreement_of_two_units_is_one_until_both_are_gone(book: Ledger) -> None:
    found = lookup.disagreement(book, "disagreement-1")
    take(book, KeptDisagreements("another", (found,)))
    assert book.value("SELECT count(*) FROM disagreements") == 1
    take(book, Gone("unit", "event-1"))
    assert lookup.disagreement(book, "disagreement-1") == found
    take(book, Gone("unit", "another"))
    assert book.value("SELECT count(*) FROM disagreements") == 0


def test_what_is_gone_leaves_nothing(book: Ledger) -> None:
    gone = Gone("event", "event-1"), Gone("event", "event-2"), Gone("claim", "claim-1"), Gone("family", "family-1"), Gone("unit", "event-1")
    take(book, *gone)
    assert [table for table in RESULT_TABLES if book.value(f"SELECT count(*) FROM {table}")] == []
