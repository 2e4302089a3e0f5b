"""Whether two places are one, one lies in the other, or they cannot be the same."""

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import Literal

import msgspec

from tawatur.model import Place
from tawatur.reconciling.parties import Entity, entities, key_of
from tawatur.reconciling.words import content_stems, words_of_kind

Relation = Literal["same", "region", "within", "beside", "near", "unknown", "elsewhere", "other", "apart"]
"""`region`: one wide area; `beside`: a town and what is at its edge; `elsewhere`: a wide area that the other place is not known to lie
in; `apart`: known to be far."""

_COARSE = frozenset(("country", "region", "governorate", "province", "state", "admin1", "continent", "sea"))
_EARTH_KM = 6371.0
_SAME_KM, _BESIDE_KM, _NEAR_KM, _APART_KM = 3.0, 8.0, 25.0, 60.0


class Spot(msgspec.Struct, frozen=True):
    """A place of an event mention. `stems` are what names it apart from kinds of place and compass words."""

    key: str
    name: str
    stems: frozenset[str]
    around: frozenset[str]
    lat: float | None
    lon: float | None
    country: str
    coarse: bool


def spot(place: Place | None) -> Spot | None:
    if place is None:
        return None
    stems = _own_stems(place.name)
    entity = entities().get(place.id or "")
    around = frozenset(content_stems(entity.admin1)) if entity and entity.admin1 else frozenset[str]()
    country = (place.country or (entity.country if entity else "")).casefold()
    coarse = _is_coarse(place.name, entity, stems)
    return Spot(key_of(place.name, place.id), place.name, stems, around, place.lat, place.lon, country, coarse)


def names_spot(name: str, identifier: str | None, where: Spot | None) -> bool:
    """Whether a name is no more than the place itself: a town that was shelled is where, not whom."""
    if where is None:
        return False
    return key_of(name, identifier) == where.key or (bool(where.stems) and _own_stems(name) <= where.stems)


def _is_coarse(name: str, entity: Entity | None, stems: frozenset[str]) -> bool:
    """Whether more than a town or site is meant: «ريف إدلب», and a bare «إدلب», which is town and governorate in one."""
    if words_of_kind("region") & set(content_stems(name)) or not stems:
        return True
    bare = frozenset(content_stems(name)) == stems
    return entity is not None and (entity.kind in _COARSE or (bare and frozenset(content_stems(entity.admin1)) == stems))


@lru_cache(maxsize=50_000)
def _own_stems(name: str) -> frozenset[str]:
    vague = words_of_kind("site") | words_of_kind("side")
    stems = frozenset(content_stems(name))
    return stems - vague or stems - words_of_kind("side")


def kilometres(one: Spot, other: Spot) -> float | None:
    """The distance between two places, None when either has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat, lon, lat2, lon2 = map(radians, (one.lat, one.lon, other.lat, other.lon))
    chord = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(chord)))


def relation(one: Spot | None, other: Spot | None) -> Relation:
    """«قاعدة التاجي» and «معسكر التاجي» are the same; a town lies within its governorate; two known towns far apart are apart."""
    if one is None or other is None:
        return "unknown"
    if one.country and other.country and one.country != other.country:
        return "apart"
    if one.key == other.key or (one.stems and one.stems == other.stems):
        return "same" if not (one.coarse or other.coarse) else "region" if one.coarse and other.coarse else "within"
    if one.coarse or other.coarse:
        return "within" if _holds(one, other) or _holds(other, one) else "elsewhere"
    return _fine(one, other)


def _fine(one: Spot, other: Spot) -> Relation:
    distance, share = kilometres(one, other), bool(one.stems & other.stems)
    if distance is not None:
        if distance <= _SAME_KM and share:
            return "same"
        if distance <= _NEAR_KM:
            return "beside" if distance <= _BESIDE_KM else "near"
        return "apart" if distance > _APART_KM else "other"
    if share:
        return "same" if one.stems <= other.stems or other.stems <= one.stems else "beside"
    return "other"


def _holds(outer: Spot, inner: Spot) -> bool:
    """Whether `outer` is a country or governorate that the inner place is known to lie in."""
    if not outer.coarse:
        return False
    return bool(outer.stems & (inner.around | inner.stems)) or (bool(outer.country) and outer.key.casefold() == inner.country)
