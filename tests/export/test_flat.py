from tawatur.export.coding_places import Whereabouts, whereabouts
from tawatur.export.flat import flat_row
from tawatur.export.tidy import tables
from tests.export.coded import ARMY, TAJI, killed, told


def test_a_row_has_what_maps_and_tables_ask_for() -> None:
    row = flat_row(told(actors=(ARMY,), figures=killed(2, None, None)), whereabouts(TAJI))
    assert set(tables("geojson")["events"].names) == set(row)
    assert set(tables("hxl")["hxl"].names) <= set(row)
    assert (row["actors"], row["killed_low"], row["killed_best"], row["country_code"]) == (("Iraqi army",), 2, None, "IQ")
    assert (row["date_precision"], row["agreement"], row["reports"]) == ("day", "undisputed", 2)


def test_what_is_not_known_is_empty() -> None:
    row = flat_row(told(date=None, place=None), Whereabouts())
    empty = ("date", "date_first", "date_precision", "place", "latitude", "country", "country_code", "killed_best", "mode")
    assert [row[name] for name in empty] == [None] * (len(empty) - 1) + ["heavy-weapons"]
