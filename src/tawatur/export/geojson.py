"""The format `geojson`: events as points for maps (RFC 7946), with flat properties as QGIS wants them.

An event whose place is not known, has no coordinates, or is a whole country has no point, and is left out and counted: the middle of a
country is no place where anything happened. Features are written one by one, so that memory does not grow with the ledger.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from tawatur.export.coded_files import chosen, left_out
from tawatur.export.coding_places import whereabouts
from tawatur.export.csv_files import SEPARATOR
from tawatur.export.flat import flat_row
from tawatur.export.format import Format, Job, Part
from tawatur.export.gathering import Told
from tawatur.export.tidy import Row, Table, tables
from tawatur.wording.outside import clean

NAME = "events"
_ENCODER = msgspec.json.Encoder()


class Box:
    """The smallest box around points, as RFC 7946 has it: west, south, east, north."""

    def __init__(self) -> None:
        self._lons: list[float] = []
        self._lats: list[float] = []

    def add(self, lon: float, lat: float) -> None:
        self._lons = [min(lon, *self._lons), max(lon, *self._lons)] if self._lons else [lon]
        self._lats = [min(lat, *self._lats), max(lat, *self._lats)] if self._lats else [lat]

    def corners(self) -> list[float] | None:
        """None when there is no point."""
        return [self._lons[0], self._lats[0], self._lons[-1], self._lats[-1]] if self._lons else None


def properties(told: Told) -> Row | str:
    """What is said of an event on a map, or why it has no point: `place`, `country` or `coordinates`."""
    where = whereabouts(told.event.place)
    if where.told is None:
        return "place"
    if where.is_country:
        return "country"
    if where.lat is None or where.lon is None:
        return "coordinates"
    return flat_row(told, where)


def feature(table: Table, row: Row) -> bytes:
    """One feature, its properties in the order of the table."""
    point = {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}
    flat = {name: _flat(row[name]) for name in table.names}
    return _ENCODER.encode({"type": "Feature", "id": row["event_id"], "geometry": point, "properties": flat})


def _flat(value: Any) -> Any:
    """A list as one text, a day as ISO 8601, text without what would turn or hide it."""
    match value:
        case tuple():
            return SEPARATOR.join(clean(item or "").replace(SEPARATOR, ";\u00a0") for item in value) or None
        case date():
            return value.isoformat()
        case str():
            return clean(value)
    return value


def _write(job: Job) -> Iterator[Part]:
    defined, reasons, box, count = tables("geojson"), Counter[str](), Box(), 0
    with (job.folder / f"{NAME}.geojson").open("wb") as out:
        out.write(b'{"type":"FeatureCollection","name":"' + NAME.encode() + b'","features":[')
        for told in chosen(job):
            row = properties(told)
            if isinstance(row, str):
                reasons[row] += 1
            else:
                out.write((b",\n" if count else b"\n") + feature(defined[NAME], row))
                box.add(row["longitude"], row["latitude"])
                count += 1
        corners = box.corners()
        out.write(b"\n]" + (b',"bbox":' + _ENCODER.encode(corners) if corners else b"") + b"}\n")
    yield Part(f"{NAME}.geojson", count, NAME)
    yield left_out(job, defined, reasons)


GEOJSON = Format("geojson", _write, "geojson")
