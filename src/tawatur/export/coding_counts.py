"""How many were killed, and of whom, in the terms of UCDP: so far as one account tells with its total, and not one more."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from tawatur.export.coding_parties import Coded, home_of
from tawatur.export.coding_people import people
from tawatur.model import Event, FigureRange, FigureValue, Record

_CIVILIAN, _FIGHTER, _FORCES = "civilian", "fighter", ("soldier", "policeman")


class Deaths(Record, frozen=True):
    """UCDP's counts; None is unknown. `unknown` is what of the best estimate is nobody's, so far as accounts tell."""

    side_a: int | None = None
    side_b: int | None = None
    civilians: int | None = None
    unknown: int | None = None
    best: int | None = None
    high: int | None = None
    low: int | None = None


class Part(NamedTuple):
    """Some of the killed, as one account counts them: `kind` is one of `people_kinds`, `home` the state whose they are, if it is told."""

    kind: str
    people: int
    home: str | None


def deaths(event: Event, side_a: Collection[Coded], side_b: Collection[Coded]) -> Deaths:
    """`side_a` acted, `side_b` was hit. Parts are those of one account, which gives the best count as its total or as their sum."""
    killed = event.figures.get("killed")
    if killed is None:
        return Deaths()
    parts = _parts(killed)
    of_a = _sum(part.people for part in parts if _is_attackers(part, side_a, side_b))
    of_b = _sum(part.people for part in parts if _is_targets(part, side_a, side_b))
    civilians = _sum(part.people for part in parts if part.kind == _CIVILIAN)
    told = sum(count or 0 for count in (of_a, of_b, civilians))
    return Deaths(of_a, of_b, civilians, None if killed.best is None else killed.best - told, killed.best, killed.high, killed.low)


def is_deadly(event: Event) -> bool:
    """Whether at least one was killed by any estimate."""
    killed = event.figures.get("killed")
    return killed is not None and any((killed.low, killed.best, killed.high))


def _is_attackers(part: Part, side_a: Collection[Coded], side_b: Collection[Coded]) -> bool:
    """Fighters where they attacked forces of a state; soldiers only where their state is told, and it attacked."""
    if part.kind == _FIGHTER:
        return _sides(side_a) == {"armed"} and _sides(side_b) == {"state"}
    return part.kind in _FORCES and part.home is not None and part.home in _states(side_a) - _states(side_b)


def _is_targets(part: Part, side_a: Collection[Coded], side_b: Collection[Coded]) -> bool:
    """Fighters where only those hit are armed; soldiers where some such were hit, or a state by those who are none."""
    if part.kind == _FIGHTER:
        return "armed" in _sides(side_b) - _sides(side_a)
    if part.kind not in _FORCES or (part.home is not None and part.home in _states(side_a)):
        return False
    return bool({party.kind for party in side_b} & {*_FORCES}) or "state" in _sides(side_b) - _sides(side_a)


def _sides(side: Iterable[Coded]) -> set[str]:
    return {party.side for party in side if party.side}


def _states(side: Iterable[Coded]) -> set[str]:
    return {party.country for party in side if party.side == "state" and party.country}


def _sum(counts: Iterable[int]) -> int | None:
    told = list(counts)
    return sum(told) if told else None


def _parts(killed: FigureRange) -> list[Part]:
    """The parts of the account that has most of them."""
    fitting = (_fitting(values, killed.best) for _, values in sorted(_by_account(killed).items()))
    return max(fitting, key=len, default=[])


def _by_account(killed: FigureRange) -> Mapping[str, list[FigureValue]]:
    found: dict[str, list[FigureValue]] = defaultdict(list)
    for value in killed.values:
        if not value.superseded and value.modifier == "exact":
            for mention in value.mentions:
                found[mention].append(value)
    return found


def _fitting(values: Iterable[FigureValue], best: int | None) -> list[Part]:
    """The parts that an account counts, largest first, one of a kind; none unless they are parts of the best count."""
    parts: dict[str, Part] = {}
    totals: set[int | None] = set()
    for value in sorted(values, key=lambda value: -(value.low or 0)):
        kind = people(value.of)
        if value.of is None:
            totals.add(value.low)
        elif kind and kind.is_whole and value.low is not None:
            parts.setdefault(kind.kind, Part(kind.kind, value.low, home_of(value.of)))
    told = sum(part.people for part in parts.values())
    return list(parts.values()) if best is not None and told <= best and (told == best or best in totals) else []
