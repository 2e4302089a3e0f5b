from datetime import date
from typing import Any

from tawatur.export.acled import acled_row
from tawatur.export.gathering import Dispute, Told
from tawatur.export.tidy import Row, tables
from tawatur.model import FigureRange, Place
from tests.export.coded import ARMY, CIVILIANS, ISIS, SOLDIERS, event, killed, told

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1",
    "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2",
    "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip


def row(**changes: Any) -> Row:
    found = acled_row(told(**changes))
    assert isinstance(found, dict)
    return found


def test_the_31_columns_come_first_and_ours_after() -> None:
    names = tables("acled")["acled"].names
    assert names[:31] == COLUMNS
    assert all(name.startswith("x_") for name in names[31:])
    assert set(row()) == set(names)


def test_what_where_and_when() -> None:
    found = row()
    assert (found["event_date"], found["year"], found["time_precision"]) == (date(2020, 3, 14), 2020, 1)
    assert (found["event_type"], found["sub_event_type"]) == ("Explosions/Remote violence", "Shelling/artillery/missile attack")
    assert (found["location"], found["admin1"], found["country"], found["iso"]) == ("Camp Taji", "Baghdad", "Iraq", 368)
    assert (found["latitude"], found["longitude"], found["geo_precision"]) == (33.525, 44.255, 1)
    assert (found["event_id_cnty"], found["timestamp"], found["source"]) == ("event-1", 1584262800, ("الصباح",))


def test_who_acted_and_who_was_hit() -> None:
    found = row(actors=(ARMY, ISIS), targets=(CIVILIANS,))
    assert (found["actor1"], found["assoc_actor_1"], found["inter1"]) == ("Iraqi army", ("Islamic State (ISIS)",), 1)
    assert (found["actor2"], found["inter2"], found["interaction"]) == ("مدنيين", 7, 17)
    assert found["civilian_targeting"] == "Civilian targeting"
    assert row(actors=(ARMY,), targets=(SOLDIERS, CIVILIANS))["civilian_targeting"] is None


def test_no_side_is_taken_in_a_dispute() -> None:
    found = row(actors=(ARMY,), disputes=(Dispute("d", "responsibility"),))
    assert (found["actor1"], found["x_actors"]) == (None, ("Iraqi army",))


def test_unknown_is_empty() -> None:
    found = row(date=None, place=None)
    empty = ("event_date", "year", "time_precision", "actor1", "inter1", "actor2", "iso", "country", "location", "latitude", "fatalities")
    assert [found[name] for name in (*empty, "tags", "source_scale", "admin3")] == [None] * (len(empty) + 3)


def test_nobody_killed_is_told_from_not_known() -> None:
    assert row(figures=killed(0, 0, 0))["fatalities"] == 0
    assert row(figures=killed(3, None, None))["fatalities"] is None


def test_the_middle_of_a_country_is_no_place() -> None:
    found = row(place=Place("العراق", lat=33.0, lon=44.0, country="iq", id="iq"))
    assert (found["country"], found["location"], found["latitude"], found["geo_precision"]) == ("Iraq", None, None, None)


def test_a_crowd_has_its_size() -> None:
    found = row(type="PROTEST", mode=None, figures={"protesters": FigureRange(90, 100, 100, ())})
    assert (found["tags"], found["event_type"], found["civilian_targeting"]) == ("crowd size=100", "Protests", None)


def test_the_note_is_ours_and_names_the_accounts() -> None:
    found = row(actors=(ARMY,), figures=killed(2, 3, None))
    assert found["notes"] == (
        "Shelling/artillery/missile attack (ASSAULT/heavy-weapons) by Iraqi army in Camp Taji, Baghdad, Iraq on 2020-03-14. "
        "Killed: 2 to unknown, best 3. Told by 2 reports, at least 1 and at most 2 independent chains in the collected sources. "
        "Accounts: a:e1, b:e1."
    )


def test_a_note_does_not_grow_without_end() -> None:
    note = row(mentions=tuple(f"a:e{number}" for number in range(30)))["notes"]
    assert note.endswith("a:e19 and 10 more.")


def test_why_an_event_has_no_row() -> None:
    assert acled_row(told(modalities=frozenset({"planned"}))) == "modality"
    assert acled_row(Told(event(type="CONSULT", mode=None), (), modalities=frozenset({"actual"}))) == "type"
