"""Where events happened: how many at each place that has coordinates."""

from typing import Any

from tawatur.ledger.asking.filters import EventFilters, of_events
from tawatur.ledger.asking.remembering import remembered
from tawatur.ledger.store import Ledger
from tawatur.model import Record
from tawatur.reconciling.parties import entities

_COUNTS = """
    SELECT p.place, i.country, i.lat, i.lon, p.events, p.one
    FROM (SELECT place, count(*) AS events, min(event) AS one FROM event_index WHERE {} GROUP BY {}place) AS p
    JOIN event_index AS i ON i.event = p.one ORDER BY p.events DESC, p.place
"""
_DISPUTED = "SELECT place, count(*) FROM event_index WHERE disagreements > 0 AND {} GROUP BY +place"
_NAME = "SELECT json_extract(record, '$.place.name') FROM events WHERE id = ?"


class PlaceCount(Record, frozen=True):
    """Events at one place. `key` is that of `EventFilters.place_id`; `ar` and `en` its names, the same where no pack knows another.

    `kind` is the pack's word for how wide it is (country, governorate, city, village, …), empty when unknown: coordinates of a country
    are about its middle.
    """

    key: str
    ar: str
    en: str
    kind: str
    country: str
    lat: float
    lon: float
    count: int
    disputed: int


class Places(Record, frozen=True):
    """The places with the most events; `total` counts all places on the map, `unplaced` the events of no known place."""

    places: tuple[PlaceCount, ...]
    total: int
    unplaced: int


@remembered
def places(ledger: Ledger, filters: EventFilters, most: int = 500) -> Places:
    asked = of_events(ledger, filters)
    found = ledger.rows(_COUNTS.format(asked.where, asked.apart), *asked.parameters).fetchall()
    disputed = dict(ledger.rows(_DISPUTED.format(asked.where), *asked.parameters).fetchall())
    placed = [_place(ledger, row, disputed.get(row[0], 0)) for row in found if row[2] is not None and row[3] is not None]
    unplaced = sum(row[4] for row in found) - sum(one.count for one in placed)
    return Places(tuple(placed[:most]), len(placed), unplaced)


def place_name(ledger: Ledger, key: str) -> tuple[str, str]:
    """The Arabic and English names of a place by its key."""
    known = entities().get(key)
    if known:
        return known.ar, known.en
    event = ledger.value("SELECT event FROM event_index WHERE place = ? LIMIT 1", key)
    name = ledger.value(_NAME, event) or key
    return name, name


def _place(ledger: Ledger, row: tuple[Any, ...], disputed: int) -> PlaceCount:
    key, country, lat, lon, count, event = row
    known = entities().get(key)
    name = "" if known else ledger.value(_NAME, event) or key
    ar, en, kind = (known.ar, known.en, known.kind) if known else (name, name, "")
    return PlaceCount(key, ar, en, kind, country, lat, lon, count, disputed)
