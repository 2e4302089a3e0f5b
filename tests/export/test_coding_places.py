import msgspec
import pytest

from tawatur.export.coding_places import Whereabouts, acled_region, state_number, whereabouts
from tawatur.model import Place
from tawatur.packs.tables import table_rows
from tests.export.coded import TAJI


def test_a_site_has_names_divisions_codes_and_precision() -> None:
    found = whereabouts(TAJI)
    assert (found.told, found.location, found.kind, found.country_name) == ("معسكر التاجي", "Camp Taji", "base", "Iraq")
    assert (found.admin1, found.admin2, found.lat, found.lon) == ("Baghdad", None, 33.525, 44.255)
    assert (found.acled, found.ucdp, found.km) == (1, 1, 3)
    assert (found.iso, found.gw, found.acled_region, found.ucdp_region) == (368, 645, "Middle East", "Middle East")
    assert not found.is_country


@pytest.mark.parametrize(
    ("told", "code"), [("قرب معسكر التاجي", 2), ("شمالي معسكر التاجي", 2), ("معسكر التاجي", 1), ("بوابة معسكر التاجي", 1), ("قرب", 1)]
)
def test_around_a_site_is_not_the_site(told: str, code: int) -> None:
    found = whereabouts(msgspec.structs.replace(TAJI, name=told))
    assert (found.acled, found.ucdp) == (code, code)


def test_around_a_wide_area_is_no_more_exact() -> None:
    found = whereabouts(Place("شمال محافظة نينوى", id="nineveh-governorate", country="iq"))
    assert (found.acled, found.ucdp) == (3, 4)


def test_a_governorate_is_its_own_division() -> None:
    found = whereabouts(Place("محافظة نينوى", id="nineveh-governorate", country="iq", lat=36.0, lon=42.5))
    assert (found.admin1, found.acled, found.ucdp) == (found.location, 3, 4)


def test_a_district_is_the_second_division() -> None:
    (row, *_) = (row for row in table_rows("places") if row.get("kind") == "district" and row.get("admin1"))
    found = whereabouts(Place(row.list("ar")[0], id=row.get("id"), country=row.get("country")))
    assert found.admin2 == found.location == row.get("en")
    assert found.ucdp == 3


def test_a_country_keeps_its_middle_and_has_no_code_of_acled() -> None:
    found = whereabouts(Place("العراق", id="iq", country="iq", lat=33.0, lon=44.0))
    assert found.is_country
    assert (found.acled, found.ucdp, found.km, found.admin1) == (None, 6, None, None)


def test_what_the_gazetteer_lacks_stays_as_it_was_told() -> None:
    assert whereabouts(None) == Whereabouts()
    assert whereabouts(Place("تل السكون")) == Whereabouts("تل السكون", "تل السكون")


def test_every_country_has_its_codes_once_and_places_have_their_precision() -> None:
    codes = [row.get("country") for row in table_rows("country_codes")]
    assert sorted(codes) == sorted({row.get("id") for row in table_rows("countries")})
    states = [row.get("gw") for row in table_rows("country_codes") if row.get("gw")]
    assert len(states) == len(set(states))
    kinds = {row.get("kind") for row in table_rows("places")} | {"country"}
    assert {row.get("kind") for row in table_rows("place_precision")} == kinds


def test_states_have_numbers_and_territories_none() -> None:
    assert (state_number("sy"), state_number("ps"), state_number(None)) == (652, None, None)
    assert (acled_region("eg"), acled_region("zz")) == ("Northern Africa", None)
