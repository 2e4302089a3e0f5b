from datetime import date
from typing import Any

import pytest

from tawatur.export.coding_parties import Coded
from tawatur.export.tidy import Row, tables
from tawatur.export.ucdp import number, priogrid, type_of_violence, ucdp_row
from tawatur.model import Place
from tests.export.coded import ARMY, CIVILIANS, ISIS, SOLDIERS, killed, told, value

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name",
    "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec",
    "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country",
    "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
    "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
STATE, ARMED, PEOPLE = Coded("Army", side="state"), Coded("ISIS", side="armed"), Coded("people", side="civilian")


def row(**changes: Any) -> Row:
    found = ucdp_row(told(**{"figures": killed(2, 3, 5, value(3), value(2, "جنود")), **changes}))
    assert isinstance(found, dict)
    return found


def test_the_49_columns_come_first_and_ours_after() -> None:
    definition = tables("ucdp")["ucdp"]
    assert definition.names[:49] == COLUMNS
    assert definition.columns[49:] == tables("acled")["acled"].columns[31:]
    assert set(row()) == set(definition.names)


def test_sides_and_their_dead() -> None:
    found = row(actors=(ISIS,), targets=(SOLDIERS,))
    assert (found["side_a"], found["side_b"], found["type_of_violence"]) == (("Islamic State (ISIS)",), ("جنديان عراقيان",), 1)
    assert (found["deaths_a"], found["deaths_b"], found["deaths_civilians"], found["deaths_unknown"]) == (None, 2, None, 1)
    assert (found["best"], found["high"], found["low"]) == (3, 5, 2)
    assert (found["gwnoa"], found["gwnob"]) == (None, None)


def test_violence_against_civilians_has_one_side() -> None:
    found = row(actors=(ARMY,), targets=(CIVILIANS,))
    assert (found["type_of_violence"], found["side_b"], found["gwnoa"]) == (3, ("Civilians",), 645)


def test_lists_of_sources_run_side_by_side() -> None:
    found = row()
    assert found["number_of_sources"] == 2
    assert found["source_office"] == ("الصباح", None)
    assert found["source_date"] == ("2020-03-14", None)
    assert found["source_headline"] == ("قصف على المعسكر", None)
    assert found["source_article"] == ("الصباح, 2020-03-14, قصف على المعسكر", "")
    assert found["source_original"] == ("وكالة النهر",)


def test_where_and_when() -> None:
    found = row()
    assert (found["where_prec"], found["where_coordinates"]) == (1, "Camp Taji")
    assert found["where_description"] == "معسكر التاجي, Baghdad, Iraq"
    assert (found["geom_wkt"], found["priogrid_gid"]) == ("POINT (44.255 33.525)", 178289)
    assert (found["country_id"], found["region"]) == (645, "Middle East")
    assert (found["date_prec"], found["date_start"], found["date_end"]) == (1, date(2020, 3, 14), date(2020, 3, 14))
    assert row(place=None)["geom_wkt"] is None


def test_a_country_has_its_middle_and_says_so() -> None:
    found = row(place=Place("العراق", lat=33.0, lon=44.0, country="iq", id="iq"))
    assert (found["where_prec"], found["latitude"]) == (6, 33.0)


def test_a_sum_over_time_is_not_clear() -> None:
    assert row()["event_clarity"] == 1
    assert row(modalities=frozenset({"aggregate"}))["event_clarity"] == 2


def test_what_is_not_ours_to_give_is_empty() -> None:
    found = row(actors=(ARMY,), targets=(SOLDIERS,))
    given = [name for name in COLUMNS if name.startswith(("conflict_", "dyad_", "side_a_", "side_b_"))]
    assert [found[name] for name in (*given, "active_year", "code_status")] == [None] * (len(given) + 2)


@pytest.mark.parametrize(
    ("ours", "theirs", "kind"),
    [
        ((STATE,), (ARMED,), 1),
        ((STATE,), (STATE,), 1),
        ((ARMED,), (ARMED,), 2),
        ((ARMED,), (PEOPLE,), 3),
        ((ARMED,), (PEOPLE, STATE), None),
        ((PEOPLE,), (STATE,), None),
        ((Coded("someone"),), (STATE,), None),
        ((), (STATE,), None),
        ((STATE,), (), None),
    ],
)
def test_the_type_of_violence_follows_from_both_sides(ours: tuple[Coded, ...], theirs: tuple[Coded, ...], kind: int | None) -> None:
    assert type_of_violence(ours, theirs) == kind


@pytest.mark.parametrize(
    ("lat", "lon", "cell"),
    [
        (-90, -180, 1),
        (-90, 179.9, 720),
        (-89.5, -180, 721),
        (90, 180, 259200),
        (33.3, 44.4, 177569),
        (None, 44.4, None),
        (33.3, None, None),
    ],
)
def test_cells_of_the_grid(lat: float | None, lon: float | None, cell: int | None) -> None:
    assert priogrid(lat, lon) == cell


def test_an_id_is_a_number_that_stays_exact() -> None:
    assert number("event-1") == number("event-1") != number("event-2")
    assert 0 <= number("event-1") < 2**52


def test_why_an_event_has_no_row() -> None:
    assert ucdp_row(told(type="ACCIDENT", figures=killed(2, 2, 2))) == "type"
    assert ucdp_row(told(modalities=frozenset({"denied"}), figures=killed(2, 2, 2))) == "modality"
    assert ucdp_row(told(figures=killed(0, 0, 0))) == "deaths"
