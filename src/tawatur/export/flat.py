"""An event in one flat row, for maps and for tables that have room for little: what, when, where, how many, and what stands behind it."""

from tawatur import edtf
from tawatur.export.coding_days import days
from tawatur.export.coding_own import agreement, review_state
from tawatur.export.coding_parties import english
from tawatur.export.coding_places import Whereabouts
from tawatur.export.gathering import Told
from tawatur.export.tidy import Row
from tawatur.model import FigureRange

_NO_COUNT = FigureRange(None, None, None, ())


def flat_row(told: Told, where: Whereabouts) -> Row:
    return {**_what(told), **_where(where), **_counts(told), **_behind(told)}


def _what(told: Told) -> Row:
    event, when = told.event, days(told.event.date)
    return {
        "event_id": event.id,
        "type": event.type,
        "mode": event.mode,
        "is_actual": told.is_actual,
        "date": event.date,
        "date_first": when.first,
        "date_last": when.last,
        "date_precision": edtf.precision(event.date),
        "actors": tuple(english(actor.name, actor.id) for actor in event.actors),
        "targets": tuple(english(target.name, target.id) for target in event.targets),
    }


def _where(where: Whereabouts) -> Row:
    return {
        "place": where.told,
        "place_en": where.location,
        "place_kind": where.kind,
        "radius_km": where.km,
        "admin1": where.admin1,
        "country": where.country_name,
        "country_code": where.country.upper() if where.country else None,
        "latitude": where.lat,
        "longitude": where.lon,
    }


def _counts(told: Told) -> Row:
    figures = told.event.figures
    ranges = {role: figures.get(role, _NO_COUNT) for role in ("killed", "injured")}
    return {f"{role}_{end}": getattr(found, end) for role, found in ranges.items() for end in ("low", "best", "high")}


def _behind(told: Told) -> Row:
    return {
        "reports": len(told.reports),
        "outlets": told.outlets,
        "chains_min": told.event.chains_min,
        "chains_max": told.event.chains_max,
        "agreement": agreement(told),
        "disagreement_kinds": told.dispute_kinds,
        "review_state": review_state(told),
        "document_ids": tuple(report.id for report in told.reports),
    }
