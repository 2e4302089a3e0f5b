from tawatur.ledger.asking.filters import EventFilters
from tawatur.ledger.asking.places import PlaceCount, place_name, places
from tawatur.ledger.store import Ledger


def move(book: Ledger, event: str, place: str, lat: float | None, lon: float | None) -> None:
    book.rows("UPDATE event_index SET place = ?, country = 'iq', lat = ?, lon = ? WHERE event = ?", place, lat, lon, event)
    book.count_input()


def test_how_many_at_each_place(book: Ledger) -> None:
    move(book, "event-1", "mosul", 36.3, 43.1)
    move(book, "event-2", "mosul", 36.3, 43.1)
    (found,) = places(book, EventFilters()).places
    assert (found.key, found.en, found.kind, found.country, found.lat, found.lon) == ("mosul", "Mosul", "city", "iq", 36.3, 43.1)
    assert (found.count, found.disputed) == (2, 1)
    assert places(book, EventFilters(type="PROTEST")).places[0].disputed == 0


def test_a_place_of_no_pack_has_one_name(book: Ledger) -> None:
    move(book, "event-1", "camp_taji", 33.5, 44.2)
    assert places(book, EventFilters()).places == (
        PlaceCount("camp_taji", "معسكر التاجي", "معسكر التاجي", "", "iq", 33.5, 44.2, 1, 1),
    )  # fmt: skip


def test_what_is_nowhere_on_the_map(book: Ledger) -> None:
    found = places(book, EventFilters())
    assert (found.places, found.total, found.unplaced) == ((), 0, 2)


def test_no_more_than_asked_for(book: Ledger) -> None:
    move(book, "event-1", "mosul", 36.3, 43.1)
    move(book, "event-2", "aleppo", 36.2, 37.1)
    found = places(book, EventFilters(), most=1)
    assert ([one.key for one in found.places], found.total, found.unplaced) == (["aleppo"], 2, 0)


def test_place_name(book: Ledger) -> None:
    assert place_name(book, "mosul")[1] == "Mosul"
    assert place_name(book, "camp_taji") == ("معسكر التاجي", "معسكر التاجي")
    assert place_name(book, "nowhere") == ("nowhere", "nowhere")
