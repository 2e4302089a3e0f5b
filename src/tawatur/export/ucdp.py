"""Deadly attacks in the 49 columns that users of UCDP's Georeferenced Event Dataset know, and our own after them.

UCDP-shaped: the shape is UCDP's, the coding is ours. Ids of conflicts, dyads and sides are UCDP's to give, and stay empty; so does whatever
no account tells. https://ucdp.uu.se/downloads/
"""

from collections.abc import Sequence
from hashlib import sha256
from math import floor

from tawatur.export.coding_counts import deaths, is_deadly
from tawatur.export.coding_days import Days, days
from tawatur.export.coding_own import cited, own_columns
from tawatur.export.coding_parties import Coded, actors, targets
from tawatur.export.coding_places import Whereabouts, state_number, whereabouts
from tawatur.export.gathering import Told
from tawatur.export.tidy import Row

_CELL, _COLUMNS, _ROWS = 0.5, 720, 360
_CLEAR, _AGGREGATED = 1, 2
_DIGITS = 13
"""Hexadecimal digits: the number they make is below 2**52, so exact also where numbers are floating."""
_STATE_BASED, _NON_STATE, _ONE_SIDED = 1, 2, 3
_CIVILIANS = "Civilians"


def ucdp_row(told: Told) -> Row | str:
    """The row of an event, or why it has none: `type` for what is no attack, `modality` for what no account tells as a fact, `deaths` when
    by no account anybody was killed."""
    event = told.event
    if event.type != "ASSAULT":
        return "type"
    if not told.is_actual and not told.is_aggregate:
        return "modality"
    if not is_deadly(event):
        return "deaths"
    where, when = whereabouts(event.place), days(event.date)
    side_a, side_b = actors(event, told.dispute_kinds, where.country), targets(event, where.country)
    own = own_columns(told)
    return {**_conflict(told, when, side_a, side_b), **_sources(told), **_place(where), **_counts(told, when, side_a, side_b), **own}


def _conflict(told: Told, when: Days, side_a: Sequence[Coded], side_b: Sequence[Coded]) -> Row:
    violence = type_of_violence(side_a, side_b)
    hit = (_CIVILIANS,) if violence == _ONE_SIDED else _names(side_b)
    ids = ("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name")
    return {
        "id": number(told.event.id),
        "relid": told.event.id,
        "year": when.year,
        "active_year": None,
        "code_status": None,
        "type_of_violence": violence,
        **dict.fromkeys(ids),
        "side_a_dset_id": None,
        "side_a_new_id": None,
        "side_a": _names(side_a),
        "side_b_dset_id": None,
        "side_b_new_id": None,
        "side_b": hit,
    }


def type_of_violence(side_a: Sequence[Coded], side_b: Sequence[Coded]) -> int | None:
    """1 where a state fights a state or an armed group, 2 where armed groups fight, 3 where either attacks civilians; None if unclear."""
    ours, theirs = ({party.side for party in side} for side in (side_a, side_b))
    if not ours or not theirs or not ours <= {"state", "armed"}:
        return None
    if theirs == {"civilian"}:
        return _ONE_SIDED
    if not theirs <= {"state", "armed"}:
        return None
    return _STATE_BASED if "state" in ours | theirs else _NON_STATE


def _names(side: Sequence[Coded]) -> tuple[str, ...]:
    return tuple(party.name for party in side)


def _sources(told: Told) -> Row:
    """The lists run side by side: the first of each is of the first report."""
    reports = told.reports
    return {
        "number_of_sources": len(reports),
        "source_article": tuple(cited(report) for report in reports),
        "source_office": tuple(report.outlet for report in reports),
        "source_date": tuple(report.published for report in reports),
        "source_headline": tuple(report.title for report in reports),
        "source_original": told.origins,
    }


def _place(where: Whereabouts) -> Row:
    """A country stands for itself with the point in its middle, as UCDP has it; `where_prec` 6 says so."""
    has_point = where.lat is not None and where.lon is not None
    return {
        "where_prec": where.ucdp,
        "where_coordinates": where.location,
        "where_description": ", ".join(filter(None, dict.fromkeys((where.told, where.admin1, where.country_name)))) or None,
        "adm_1": where.admin1,
        "adm_2": where.admin2,
        "latitude": where.lat,
        "longitude": where.lon,
        "geom_wkt": f"POINT ({where.lon} {where.lat})" if has_point else None,
        "priogrid_gid": priogrid(where.lat, where.lon),
        "country": where.country_name,
        "country_id": where.gw,
        "region": where.ucdp_region,
    }


def priogrid(lat: float | None, lon: float | None) -> int | None:
    """The cell of PRIO-GRID: half-degree cells numbered from 1 at 90° S 180° W, eastwards row by row, 720 to a row."""
    if lat is None or lon is None:
        return None
    row, column = (min(floor((value + most) / _CELL), cells - 1) for value, most, cells in ((lat, 90, _ROWS), (lon, 180, _COLUMNS)))
    return row * _COLUMNS + column + 1


def _counts(told: Told, when: Days, side_a: Sequence[Coded], side_b: Sequence[Coded]) -> Row:
    killed = deaths(told.event, side_a, side_b)
    return {
        "event_clarity": _AGGREGATED if told.is_aggregate else _CLEAR,
        "date_prec": when.ucdp(),
        "date_start": when.first,
        "date_end": when.last,
        "deaths_a": killed.side_a,
        "deaths_b": killed.side_b,
        "deaths_civilians": killed.civilians,
        "deaths_unknown": killed.unknown,
        "best": killed.best,
        "high": killed.high,
        "low": killed.low,
        "gwnoa": _state(side_a),
        "gwnob": _state(side_b),
    }


def _state(side: Sequence[Coded]) -> int | None:
    """The number of the state, where it alone is the side."""
    numbers = {state_number(party.country) for party in side if party.side == "state"}
    return min(numbers - {None}, default=None) if len(numbers) == 1 and len(side) == 1 else None  # type: ignore[type-var]


def number(identifier: str) -> int:
    """A number for an id, always the same, and of two ids hardly ever the same."""
    return int(sha256(identifier.encode()).hexdigest()[:_DIGITS], 16)
