"""The figures of an event as a page shows them: each range as a bar with its values, and who stands behind each value."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from tawatur.ledger.briefs import Brief
from tawatur.ledger.tellers import Tellers
from tawatur.model import Event, FigureRange, FigureValue, Link, Role
from tawatur.text.fold import fold
from tawatur.web.graph_drawing import Reader, source_address

WIDTH, HEIGHT = 360, 58
"""Of a bar, in pixels."""
_SIDE, _LINE = 30, 34
_LETTER, _ROOM = 8, 10
"""How wide a digit is, and how much is left free between two numbers."""
_BEHIND = 12
"""Mentions of one value that are asked who gives it; the others are counted."""


@dataclass(frozen=True)
class Tick:
    """A number on the bar: `is_named` where there is room to write it."""

    x: float
    number: int
    is_best: bool
    is_named: bool


@dataclass(frozen=True)
class Stretch:
    """A value on the bar, from one number to another; a dot where they are one. Open ends run on as arrows."""

    x: float
    end: float
    is_open_below: bool
    is_open_above: bool
    is_superseded: bool


@dataclass(frozen=True)
class Bar:
    low: float
    high: float
    ticks: tuple[Tick, ...]
    stretches: tuple[Stretch, ...]
    width: int = WIDTH
    height: int = HEIGHT
    line: int = _LINE


@dataclass(frozen=True)
class Behind:
    """An origin of a value, and the numbers of the accounts through which it is known."""

    name: str
    kind: str
    href: str | None
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Value:
    value: FigureValue
    behind: tuple[Behind, ...]
    others: int


@dataclass(frozen=True)
class Shown:
    """One role. `bar` is None where there is one number only, and nothing to compare."""

    role: str
    range: FigureRange
    bar: Bar | None
    values: tuple[Value, ...]


def figures(event: Event, briefs: Sequence[Brief], tellers: Tellers, reader: Reader) -> list[Shown]:
    """All roles, in the order of the model; `briefs` are the accounts, numbered from 1."""
    numbers = {one.id: number for number, one in enumerate(briefs, 1)}
    found = []
    for role in (role for role in get_args(Role) if role in event.figures):
        values = tuple(_value(role, one, numbers, tellers, reader) for one in event.figures[role].values)
        drawn = bar(event.figures[role], is_mirrored=reader.language == "ar")
        found.append(Shown(role, event.figures[role], drawn, values))
    return found


def _value(role: str, value: FigureValue, numbers: Mapping[str, int], tellers: Tellers, reader: Reader) -> Value:
    """Those behind it: the statement's speaker where one gives the count, else the origin of the account."""
    known = [name for name in value.mentions if name in numbers]
    found: dict[tuple[str, str], tuple[Link, list[int]]] = {}
    for name in known[:_BEHIND]:
        for told in tellers.told(name):
            for giver in tellers.givers(told, role, value):
                origin = giver.chain[-1]
                found.setdefault((origin.kind, origin.id or fold(origin.name)), (origin, []))[1].append(numbers[name])
    behind = (Behind(_name(origin, reader), origin.kind, source_address(reader, origin), _sorted(at)) for origin, at in found.values())
    return Value(value, tuple(sorted(behind, key=lambda one: one.numbers)), max(len(known) - _BEHIND, 0))


def _name(link: Link, reader: Reader) -> str:
    return reader.say.outlet(link.name) if link.kind in ("outlet", "agency") else link.name


def _sorted(numbers: Sequence[int]) -> tuple[int, ...]:
    return tuple(sorted(set(numbers)))


def bar(found: FigureRange, *, is_mirrored: bool) -> Bar | None:
    """A linear scale from the least to the greatest number. Counts of a part are drawn only where there are none of all."""
    drawn = [one for one in found.values if one.of is None] or found.values
    ends = [end for end in (found.low, found.best, found.high, *(end for one in drawn for end in (one.low, one.high))) if end is not None]
    if len(set(ends)) < 2:
        return None
    least, most = min(ends), max(ends)

    def at(number: int | None, otherwise: float) -> float:
        x = otherwise if number is None else _SIDE + (WIDTH - 2 * _SIDE) * (number - least) / (most - least)
        return round(WIDTH - x if is_mirrored else x, 1)

    low, high = at(found.low, 0), at(found.high, WIDTH)
    stretches = tuple(
        Stretch(at(one.low, 0), at(one.high, WIDTH), one.low is None, one.high is None, one.superseded)
        for one in drawn if (one.low, one.high) != (None, None)
    )  # fmt: skip
    return Bar(min(low, high), max(low, high), _ticks(found, ends, lambda number: at(number, 0)), stretches)


def _ticks(found: FigureRange, ends: Sequence[int], at: Callable[[int], float]) -> tuple[Tick, ...]:
    """The numbers; where they stand too close, best, low and high are written before the others."""
    known = [number for number in (found.best, found.low, found.high) if number is not None]
    taken: list[tuple[float, float]] = []
    ticks = []
    for number in dict.fromkeys((*known, min(ends), max(ends), *sorted(ends))):
        x, half = at(number), len(str(number)) * _LETTER / 2
        is_free = all(x + half + _ROOM <= start or end + _ROOM <= x - half for start, end in taken)
        if is_free:
            taken.append((x - half, x + half))
        ticks.append(Tick(x, number, number == found.best, is_free))
    return tuple(sorted(ticks, key=lambda tick: tick.number))
