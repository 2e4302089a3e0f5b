"""How many were killed, and of whom, in the terms of UCDP: so far as accounts tell, and not one more."""

from collections.abc import Collection

from tawatur.export.coding_parties import Coded
from tawatur.export.coding_people import people
from tawatur.model import Event, FigureRange, FigureValue, Record

_CIVILIANS, _STATE, _ARMED = ("civilian",), ("soldier", "policeman"), ("fighter",)


class Deaths(Record, frozen=True):
    """UCDP's counts; None is unknown. `unknown` is what of the best estimate is nobody's, so far as accounts tell."""

    side_a: int | None = None
    side_b: int | None = None
    civilians: int | None = None
    unknown: int | None = None
    best: int | None = None
    high: int | None = None
    low: int | None = None


def deaths(event: Event, side_a: Collection[Coded], side_b: Collection[Coded]) -> Deaths:
    """`side_a` acted, `side_b` was hit; soldiers and fighters count to the one side that has such people, if only one does."""
    killed = event.figures.get("killed")
    if killed is None:
        return Deaths()
    civilians, soldiers, fighters = (_part(killed, kinds) for kinds in (_CIVILIANS, _STATE, _ARMED))
    of_a, of_b = _share(soldiers, fighters, side_a, side_b), _share(soldiers, fighters, side_b, side_a)
    known = sum(part for part in (of_a, of_b, civilians) if part is not None)
    best = killed.best
    if best is not None and known > best:
        return Deaths(best=best, high=killed.high, low=killed.low, unknown=best)
    return Deaths(of_a, of_b, civilians, None if best is None else best - known, best, killed.high, killed.low)


def is_deadly(event: Event) -> bool:
    """Whether at least one was killed by any estimate."""
    killed = event.figures.get("killed")
    return killed is not None and any((killed.low, killed.best, killed.high))


def _share(soldiers: int | None, fighters: int | None, ours: Collection[Coded], theirs: Collection[Coded]) -> int | None:
    """The soldiers or fighters among the killed that were ours and cannot have been theirs."""
    our_sides, their_sides = ({party.side for party in side} for side in (ours, theirs))
    counts = [count for side, count in (("state", soldiers), ("armed", fighters)) if side in our_sides - their_sides]
    told = [count for count in counts if count is not None]
    return sum(told) if told else None


def _part(killed: FigureRange, kinds: Collection[str]) -> int | None:
    """The exact count of all people of these kinds that the most chains give; None where no account gives one."""
    counted = [value for value in killed.values if not value.superseded and value.modifier == "exact" and _is_of(value, kinds)]
    return max(counted, key=_weight).low if counted else None


def _is_of(value: FigureValue, kinds: Collection[str]) -> bool:
    found = people(value.of)
    return found is not None and found.is_whole and found.kind in kinds


def _weight(value: FigureValue) -> tuple[int, int, int, int]:
    return value.chains_min, value.chains_max, len(value.documents), -(value.low or 0)
