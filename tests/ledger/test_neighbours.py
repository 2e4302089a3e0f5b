import msgspec

from tawatur.ledger import lookup
from tawatur.ledger.neighbours import neighbours
from tawatur.ledger.store import Ledger
from tawatur.model import Event
from tests.ledger.test_judging import decide


def only(book: Ledger) -> Event:
    return lookup.event(book, book.value("SELECT id FROM events WHERE type = 'ASSAULT' ORDER BY id"))


def test_what_was_told_apart_is_near(true_book: Ledger) -> None:
    assert neighbours(true_book, only(true_book)) == []
    decide(true_book, "different", "a:e1", "c:e1")
    decide(true_book, "different", "b:e1", "c:e1")
    event = lookup.event(true_book, true_book.value("SELECT event FROM event_mentions WHERE mention = 'c:e1'"))
    (found,) = neighbours(true_book, event)
    assert set(found.event.mentions) == {"a:e1", "b:e1"}
    assert "judged" in found.reason["en"]


def test_an_event_of_no_day_has_no_neighbours(true_book: Ledger) -> None:
    assert neighbours(true_book, msgspec.structs.replace(only(true_book), id="nowhere")) == []


def test_other_days_and_places_are_not_near(true_book: Ledger) -> None:
    event = only(true_book)
    sql = "INSERT INTO events (id, type, first_day, last_day, place_form, record) VALUES (?, 'ASSAULT', ?, ?, ?, ?)"
    form = true_book.value("SELECT place_form FROM events WHERE id = ?", event.id)
    for name, day, place in (
        ("event-far", "2020-03-20", form),
        ("event-elsewhere", "2020-03-14", "اخر"),
        ("event-near", "2020-03-15", form),
    ):
        record = msgspec.json.encode(msgspec.structs.replace(event, id=name)).decode()
        true_book.rows(sql, name, day, day, place, record)
    assert [one.event.id for one in neighbours(true_book, event)] == ["event-near"]
    assert neighbours(true_book, event, 0) == []
