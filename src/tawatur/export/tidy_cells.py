"""Cells that rows of several tidy tables share: those of a date, of a place, of actors and targets."""

from collections.abc import Sequence

from tawatur import edtf
from tawatur.export.tidy import Row
from tawatur.model import Actor, Place, Target


def date_cells(name: str, date: str | None) -> Row:
    """The columns of a date: its text, the first and last day that it may mean, and how precise it is."""
    first, last = edtf.bounds(date) or (None, None)
    return {name: date, f"{name}_earliest": first, f"{name}_latest": last, f"{name}_precision": edtf.precision(date)}


def place_cells(place: Place | None) -> Row:
    return {
        "place": place.name if place else None,
        "place_id": place.id if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "country": place.country if place else None,
    }


def party_cells(actors: Sequence[Actor], targets: Sequence[Target]) -> Row:
    return {
        "actors": tuple(actor.name for actor in actors),
        "actor_ids": tuple(actor.id for actor in actors),
        "actor_bases": tuple(actor.basis for actor in actors),
        "targets": tuple(target.name for target in targets),
        "target_ids": tuple(target.id for target in targets),
    }
