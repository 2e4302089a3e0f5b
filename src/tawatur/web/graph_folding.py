"""A graph of very many accounts made readable: outlets that had it the same way are drawn as one, and lone accounts left out."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tawatur.web.graph import Step, Strand

MORE = "more"
"""The kind of a node that stands for several outlets."""
MOST = 40
"""Accounts that are drawn one by one."""
_SHOWN, _BANDS = 2, 16


@dataclass(frozen=True)
class Folded:
    """The ways to draw; how many accounts are drawn as one with others, and how many not at all."""

    ways: tuple[Strand, ...]
    together: int = 0
    left_out: int = 0


def folded(ways: Sequence[Strand]) -> Folded:
    """All ways as they are, up to a bound; above it those of one kind together, and the bands of one account each only as room is left."""
    if len(ways) <= MOST:
        return Folded(tuple(ways))
    alike: dict[Hashable, list[Strand]] = {}
    for way in ways:
        alike.setdefault((way.band, len(way.steps) > 1, *(step.key for step in way.steps[1:])), []).append(way)
    drawn = sorted((way for same in alike.values() for way in _together(same)), key=lambda way: (way.band, way.numbers))
    kept = _fullest(drawn)
    inside = sum(len(way.numbers) for way in kept)
    return Folded(tuple(kept), sum(len(way.numbers) for way in kept if way.steps[0].kind == MORE), len(ways) - inside)


def _together(same: Sequence[Strand]) -> list[Strand]:
    """The ways from the first outlets of those that are alike, and those from all other outlets as one."""
    outlets = list(dict.fromkeys(way.steps[0].key for way in same))
    if len(outlets) <= _SHOWN + 1:
        return list(same)
    own = [way for way in same if way.steps[0].key in outlets[:_SHOWN]]
    others = [way for way in same if way.steps[0].key not in outlets[:_SHOWN]]
    numbers = tuple(number for way in others for number in way.numbers)
    names = dict.fromkeys(way.steps[0].name for way in others)
    more = Step(f"{MORE} {numbers[0]}", MORE, " · ".join(names), count=len(outlets) - _SHOWN)
    return [*own, replace(others[0], numbers=numbers, steps=(more, *others[0].steps[1:]))]


def _fullest(ways: Sequence[Strand]) -> list[Strand]:
    """The ways of the bands with most accounts, the bands in their order, numbered anew."""
    bands = {band: sum(len(way.numbers) for way in same) for band, same in groupby(ways, key=lambda way: way.band)}
    chosen = sorted(sorted(bands, key=lambda band: -bands[band])[:_BANDS])
    return [replace(way, band=chosen.index(way.band)) for way in ways if way.band in chosen]
