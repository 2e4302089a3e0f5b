"""Who acted and who was hit, in the terms of conflict data: names, the side they stand on, and ACLED's codes for it."""

from collections.abc import Iterable
from functools import cache

from tawatur.export.coding_people import people
from tawatur.model import Event, Record
from tawatur.packs.tables import Row, table_rows
from tawatur.reconciling.parties import entities, key_of, speaks_for

_HELD = ("stated", "claimed")
_NOWHERE = "-"
"""The home of a body that the packs know to be of no one state, such as an alliance."""
_OPEN = frozenset(("responsibility", "denial"))


class Coded(Record, frozen=True):
    """A body, or people without a name. `side` is armed, civilian, crowd or state; `country` the state it belongs to; None is unknown.

    `kind` is that of the packs' actors, `country`, or one of the table `people_kinds`.
    """

    name: str
    kind: str | None = None
    side: str | None = None
    country: str | None = None
    inter: int | None = None


def actors(event: Event, disputes: Iterable[str], where: str | None) -> tuple[Coded, ...]:
    """Those who did it, as accounts state or they themselves claim.

    Nobody where accounts dispute who did it, or that it happened (`disputes` are the kinds of its disagreements), and nobody who is only
    accused. `where` is the country in which it happened.
    """
    if _OPEN & set(disputes):
        return ()
    held = (actor for actor in event.actors if actor.basis in _HELD)
    return tuple(_coded(actor.name, actor.id, where) for actor in held if _may_be_body(actor.id) or actor.id in _states())


def targets(event: Event, where: str | None) -> tuple[Coded, ...]:
    """The bodies and people that were hit: no persons, no places, no things."""
    found = (_coded(target.name, target.id, where) for target in event.targets if _may_be_body(target.id))
    return tuple(coded for coded in found if coded.kind)


def english(name: str, identifier: str | None) -> str:
    """The English name that the packs give, else the name as it was told."""
    listed = entities().get(identifier or "")
    return listed.en if listed else name


def inter_codes(one: Coded | None, other: Coded | None) -> int | None:
    """ACLED's `interaction`: both codes, the smaller first; unknown unless both are known."""
    if one is None or other is None or one.inter is None or other.inter is None:
        return None
    return min(one.inter, other.inter) * 10 + max(one.inter, other.inter)


def _coded(name: str, identifier: str | None, where: str | None) -> Coded:
    listed = entities().get(identifier or "")
    nameless = people(name) if listed is None else None
    kind = listed.kind if listed else nameless.kind if nameless else None
    home = _home(name, identifier)
    row = _sides().get(kind or "")
    inter = _inter(row, _NOWHERE if listed and home is None else home, where)
    return Coded(listed.en if listed else name, kind or None, row.get("side") if row else None, home, inter)


def _inter(row: Row | None, home: str | None, where: str | None) -> int | None:
    """One code may hold wherever a body is; else it depends on whose country it is in."""
    if row is None or not row.get("home"):
        return None
    if home == _NOWHERE or row.get("home") == row.get("abroad"):
        return int(row.get("abroad"))
    return int(row.get("home" if home == where else "abroad")) if home and where else None


def _home(name: str, identifier: str | None) -> str | None:
    """The state that a body belongs to, if the packs or its name tell one and no other."""
    listed = entities().get(identifier or "")
    if listed:
        return identifier if listed.kind == "country" else listed.country or None
    return home_of(name)


def home_of(name: str) -> str | None:
    """The state that the words of a name tell («جنود عراقيين»), if they tell one and no other."""
    states = speaks_for(key_of(name, None)) & _states()
    return min(states) if len(states) == 1 else None


def _may_be_body(identifier: str | None) -> bool:
    """Whether the packs know it as a body, or do not know it: not as a person, a place, or a state, whose name is also that of its land."""
    return identifier in _bodies() or (identifier or "") not in entities()


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row.get("id") for row in table_rows("actors"))


@cache
def _states() -> frozenset[str]:
    return frozenset(row.get("id") for row in table_rows("countries"))


@cache
def _sides() -> dict[str, Row]:
    return {row.get("kind"): row for row in table_rows("sides")}
