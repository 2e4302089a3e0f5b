"""What an event came to over time: which account gave which figure when, and which changed its text later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from tawatur.ledger.briefs import Brief
from tawatur.model import Event, FigureValue, Role


@dataclass(frozen=True)
class Given:
    """A value that an account gives. `is_new`: no account before it gives the same."""

    value: FigureValue
    is_new: bool


@dataclass(frozen=True)
class Moment:
    """An account under its number; `cells` are the values by role, in the order of the table; `reworded` when its changed text was seen."""

    number: int
    brief: Brief
    cells: tuple[tuple[Given, ...], ...]
    reworded: str | None


@dataclass(frozen=True)
class Course:
    """`left`: how many moments are not shown."""

    roles: tuple[str, ...]
    moments: tuple[Moment, ...]
    left: int = 0


def course(event: Event, briefs: Sequence[Brief], reworded: Mapping[str, str]) -> Course | None:
    """The accounts that give a figure, or that changed, by publication; None where there are fewer than two."""
    roles = tuple(role for role in get_args(Role) if role in event.figures)
    seen: set[tuple[str, int]] = set()
    moments = []
    for number, one in enumerate(briefs, 1):
        cells = tuple(tuple(_given(event, role, one.id, seen)) for role in roles)
        if any(cells) or one.document in reworded:
            moments.append(Moment(number, one, cells, reworded.get(one.document)))
    return Course(roles, tuple(moments)) if len(moments) > 1 else None


def shortened(found: Course | None, most: int) -> Course | None:
    """The course, without what brings nothing new where it is longer than `most`."""
    if found is None or len(found.moments) <= most:
        return found
    news = [one for one in found.moments if one.reworded or any(given.is_new for cell in one.cells for given in cell)]
    return Course(found.roles, tuple(news[:most]), len(found.moments) - len(news[:most]))


def _given(event: Event, role: str, mention: str, seen: set[tuple[str, int]]) -> Sequence[Given]:
    found = []
    for place, value in enumerate(event.figures[role].values):
        if mention in value.mentions:
            found.append(Given(value, (role, place) not in seen))
            seen.add((role, place))
    return found
