"""Where an event was, in the terms of conflict data: names in English where the gazetteer has them, divisions, codes and precision."""

from functools import cache

from tawatur.model import Place, Record
from tawatur.packs.tables import Row, table_rows
from tawatur.reconciling.parties import Entity, entities
from tawatur.reconciling.words import folded_words, stem, words_of_kind
from tawatur.text.fold import fold

_EXACT, _NEAR = 1, 2
"""Codes that ACLED and UCDP share for a place itself, and for what is around it."""
_DIVISIONS = ("governorate", "region", "city", "town")
"""Kinds of places in whose Arabic names the gazetteer writes divisions, likeliest first."""


class Whereabouts(Record, frozen=True):
    """A place as coders write it; None is unknown.

    `location` is its English name if the gazetteer knows it, else as it was told. `km` is the radius that places of its kind have by
    convention; `acled` and `ucdp` their codes of precision; `iso` and `gw` numbers of the country (ISO 3166-1, Gleditsch and Ward).
    A place that is a whole country keeps that country's middle as its point.
    """

    told: str | None = None
    location: str | None = None
    kind: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    country: str | None = None
    country_name: str | None = None
    lat: float | None = None
    lon: float | None = None
    km: int | None = None
    acled: int | None = None
    ucdp: int | None = None
    iso: int | None = None
    gw: int | None = None
    acled_region: str | None = None
    ucdp_region: str | None = None

    @property
    def is_country(self) -> bool:
        return self.kind == "country"


def whereabouts(place: Place | None) -> Whereabouts:
    if place is None:
        return Whereabouts()
    listed = entities().get(place.id or "")
    kind = listed.kind if listed else None
    precision, codes = _precision().get(kind or ""), _codes().get(place.country or "")
    is_near = listed is not None and _is_near(place.name, listed.ar)
    acled, ucdp = _number(precision, "acled"), _number(precision, "ucdp")
    country = entities().get(place.country or "")
    return Whereabouts(
        told=place.name,
        location=listed.en if listed else place.name,
        kind=kind,
        admin1=_division(listed),
        admin2=listed.en if listed and kind == "district" else None,
        country=place.country,
        country_name=country.en if country else None,
        lat=place.lat,
        lon=place.lon,
        km=_number(precision, "km"),
        acled=_NEAR if is_near and acled == _EXACT else acled,
        ucdp=_NEAR if is_near and ucdp == _EXACT else ucdp,
        iso=_number(codes, "iso"),
        gw=_number(codes, "gw"),
        acled_region=_text(codes, "acled_region"),
        ucdp_region=_text(codes, "ucdp_region"),
    )


def _is_near(told: str, name: str) -> bool:
    """Whether words before a known name say that it was around it: «قرب مطار بغداد», «ريف حلب»."""
    first, *rest = folded_words(told) or [""]
    return bool(rest) and stem(first) in words_of_kind("side") | words_of_kind("region") and first not in folded_words(name)


def state_number(country: str | None) -> int | None:
    """The number that Gleditsch and Ward give the state, by its id in the packs."""
    return _number(_codes().get(country or ""), "gw")


def acled_region(country: str | None) -> str | None:
    """The part of the world that ACLED counts the country to."""
    return _text(_codes().get(country or ""), "acled_region")


def _division(listed: Entity | None) -> str | None:
    """The governorate that a place is, or lies in: in English if the gazetteer lists it."""
    if listed is None:
        return None
    if listed.kind == "governorate":
        return listed.en
    return _divisions().get((listed.country, fold(listed.admin1)), listed.admin1) if listed.admin1 else None


@cache
def _divisions() -> dict[tuple[str, str], str]:
    """The English names of divisions by country and folded Arabic name, also without its head («محافظة»); where none is listed, the name
    of the town that it shares its own with."""
    found: dict[tuple[str, str], str] = {}
    for kind in _DIVISIONS:
        for row in table_rows("places"):
            if row.get("kind") == kind:
                for name in map(fold, row.list("ar")):
                    found.setdefault((row.get("country"), name), row.get("en"))
                    found.setdefault((row.get("country"), name.partition(" ")[2]), row.get("en"))
    return found


@cache
def _precision() -> dict[str, Row]:
    return {row.get("kind"): row for row in table_rows("place_precision")}


@cache
def _codes() -> dict[str, Row]:
    return {row.get("country"): row for row in table_rows("country_codes")}


def _number(row: Row | None, column: str) -> int | None:
    return int(row.get(column)) if row and row.get(column) else None


def _text(row: Row | None, column: str) -> str | None:
    return (row.get(column) or None) if row else None
