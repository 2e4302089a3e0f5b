import pytest

from tawatur.errors import TawaturError
from tawatur.ledger.asking.events import events
from tawatur.ledger.asking.filters import EventFilters, core, voices
from tawatur.ledger.lists import Filters
from tawatur.ledger.lists import events as all_events
from tawatur.ledger.searching import parse
from tawatur.ledger.store import Ledger

ATTACK, PROTEST = ["event-1"], ["event-2"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (EventFilters(type="PROTEST"), PROTEST),
        (EventFilters(mode="heavy-weapons"), ATTACK),
        (EventFilters(modality="denied"), []),
        (EventFilters(place="التاجى"), ATTACK),
        (EventFilters(place="معسكر التاجي"), ATTACK),
        (EventFilters(place="camp_taji"), ATTACK),
        (EventFilters(place="البصرة"), []),
        (EventFilters(place_id="camp_taji"), ATTACK),
        (EventFilters(place_id="camp"), []),
        (EventFilters(country="IQ"), ATTACK),
        (EventFilters(country="iq"), ATTACK),
        (EventFilters(actor="فصيل"), ATTACK),
        (EventFilters(actor="جنود"), ATTACK),
        (EventFilters(actor="فصيل غريب"), []),
        (EventFilters(speaker="النهر"), ATTACK),
        (EventFilters(speaker="المرايا"), ATTACK),
        (EventFilters(speaker="سالم"), []),
        (EventFilters(source="river"), ATTACK),
        (EventFilters(source="salim"), []),
        (EventFilters(outlet="المرايا"), ATTACK),
        (EventFilters(outlet="مرايا"), []),
        (EventFilters(text="صاروخ هجوم"), []),
        (EventFilters(text="هجوم الصواريخ"), ATTACK),
        (EventFilters(text='"هجوم بالصواريخ"'), ATTACK),
        (EventFilters(text='"بالصواريخ هجوم"'), []),
        (EventFilters(disagreement="any"), ATTACK),
        (EventFilters(disagreement="self_contradiction"), ATTACK),
        (EventFilters(disagreement="figure"), []),
        (EventFilters(chains=3), ATTACK),
        (EventFilters(chains=4), []),
        (EventFilters(document="b"), ATTACK),
        (EventFilters(document="z"), []),
        (EventFilters(first="2020-03"), ATTACK),
        (EventFilters(last="2020"), ATTACK),
        (EventFilters(first="2020-03-14", last="2020-03-14"), ATTACK),
        (EventFilters(first="2020-03-15"), []),
        (EventFilters(last="2020-03-13"), []),
        (EventFilters(country="iq", type="ASSAULT", outlet="الضفة", text="التاجي"), ATTACK),
        (EventFilters(place="100% _'\"", actor="'; DROP TABLE events; --", text='" OR NEAR( * "', outlet="\u202e"), []),
    ],
)
def test_events_are_narrowed(book: Ledger, filters: EventFilters, expected: list[str]) -> None:
    page = events(book, filters)
    assert ([one.event.id for one in page.items], page.total) == (expected, len(expected))


def test_an_event_of_rough_date_may_have_been_on_any_of_its_days(book: Ledger) -> None:
    book.rows("UPDATE event_index SET first_day = '2020-01-01', last_day = '2020-12-31' WHERE event = 'event-1'")
    for filters in (EventFilters(first="2020-05", last="2020-05"), EventFilters(first="2020-12-31"), EventFilters(last="2020-01")):
        assert [one.event.id for one in events(book, filters).items] == ATTACK
    for filters in (EventFilters(first="2021"), EventFilters(last="2019"), EventFilters(first="2019-11", last="2019-12")):
        assert events(book, filters).items == ()


@pytest.mark.parametrize("first", ["soon", "2020-13"])
def test_what_is_no_date(book: Ledger, first: str) -> None:
    with pytest.raises(TawaturError, match="no date"):
        events(book, EventFilters(first=first))


@pytest.mark.parametrize("filters", [{}, {"place": "التاجي"}, {"actor": "فصيل"}, {"speaker": "النهر"}, {"first": "2020-03-14"}])
def test_they_mean_what_they_mean_on_the_command_line(book: Ledger, filters: dict[str, str]) -> None:
    expected = sorted(event.id for event in all_events(book, Filters(**filters)))  # type: ignore[arg-type]
    assert sorted(one.event.id for one in events(book, EventFilters(**filters)).items) == expected  # type: ignore[arg-type]


def test_core() -> None:
    assert [core(term) for term in parse('الغارات "وقف النار"')] == ["غار", "وقف النار"]


def test_voices(book: Ledger) -> None:
    assert voices(book, "سالم") == [("speaker", "salim", "salim")]
    assert voices(book, "مرايا") == [("outlet", "المرايا", "المرايا")]
    assert voices(book, "الضفه") == [("outlet", "الضفة", "الضفه")]
    assert voices(book, "river") == [("agency", "river", "river")]
