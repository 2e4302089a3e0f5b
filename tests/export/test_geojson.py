import json
from pathlib import Path
from typing import Any

import pytest

from tawatur.export.format import Job
from tawatur.export.geojson import GEOJSON, Box, feature, properties
from tawatur.export.tidy import Row, tables
from tawatur.ledger.store import Ledger
from tawatur.model import Actor, Place
from tests.export.coded import ARMY, killed, told
from tests.ledger.examples import make_ledger, make_true_ledger


def row(**changes: Any) -> Row:
    found = properties(told(**changes))
    assert isinstance(found, dict)
    return found


def test_a_feature_is_flat_and_its_point_has_longitude_first() -> None:
    made = json.loads(feature(tables("geojson")["events"], row(actors=(ARMY, Actor("كتيبة «الفجر»")), figures=killed(2, None, None))))
    assert made["geometry"] == {"type": "Point", "coordinates": [44.255, 33.525]}
    assert (made["type"], made["id"]) == ("Feature", "event-1")
    assert list(made["properties"]) == list(tables("geojson")["events"].names)
    assert all(value is None or isinstance(value, str | int | float | bool) for value in made["properties"].values())
    told_of = made["properties"]
    assert (told_of["actors"], told_of["date_first"], told_of["killed_low"], told_of["killed_best"]) == (
        "Iraqi army; كتيبة «الفجر»", "2020-03-14", 2, None,
    )  # fmt: skip
    assert (told_of["place"], told_of["place_en"], told_of["radius_km"]) == ("معسكر التاجي", "Camp Taji", 3)


def test_text_from_outside_turns_nothing() -> None:
    made = json.loads(feature(tables("geojson")["events"], row(actors=(Actor("كتيبة\u202e\n الفجر; والليل"),))))
    assert made["properties"]["actors"] == "كتيبة  الفجر;\u00a0والليل"


def test_a_planned_event_says_so() -> None:
    assert row(modalities=frozenset({"planned"}))["is_actual"] is False


@pytest.mark.parametrize(
    ("place", "why"),
    [
        (None, "place"),
        (Place("العراق", lat=33.0, lon=44.0, country="iq", id="iq"), "country"),
        (Place("تل السكون"), "coordinates"),
    ],
)
def test_why_an_event_has_no_point(place: Place | None, why: str) -> None:
    assert properties(told(place=place)) == why


def test_a_box_grows_with_its_points() -> None:
    box = Box()
    assert box.corners() is None
    for lon, lat in ((44.2, 33.5), (-10.0, 60.0), (20.0, -5.0)):
        box.add(lon, lat)
    assert box.corners() == [-10.0, -5.0, 44.2, 60.0]


def written(ledger: Path, folder: Path) -> dict[str, Any]:
    with Ledger(ledger) as book:
        events, left = GEOJSON.write(Job(book, folder))
    made: dict[str, Any] = json.loads((folder / events.file).read_text(encoding="utf-8"))
    assert (made["type"], events.rows, left.file) == ("FeatureCollection", len(made["features"]), "left_out.csv")
    return made


def test_the_file_is_one_collection_with_its_box(tmp_path: Path) -> None:
    made = written(make_true_ledger(tmp_path / "a.ledger"), tmp_path)
    assert [one["geometry"]["coordinates"] for one in made["features"]] == [[44.2, 33.5]]
    assert made["bbox"] == [44.2, 33.5, 44.2, 33.5]


def test_a_collection_of_nothing_has_no_box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = written(make_ledger(tmp_path / "a.ledger", monkeypatch), tmp_path)
    assert (made["features"], "bbox" in made) == ([], False)
    assert (tmp_path / "left_out.csv").read_text(encoding="utf-8") == "reason,events\nplace,1\ncountry,0\ncoordinates,1\n"
