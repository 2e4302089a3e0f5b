"""What stands side by side: the sides of a disagreement, or those who say a thing and those who say otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass

from tawatur.ledger.briefs import Brief, briefs
from tawatur.ledger.tellers import Tellers
from tawatur.model import Side
from tawatur.reconciling.features import MentionFeatures
from tawatur.web.graph_drawing import Picture, Reader, picture
from tawatur.web.pages.event_accounts import WHOLE, Card, cards

FIRST = 6
"""Accounts of one column that are shown until all are asked for."""


@dataclass(frozen=True)
class Group:
    """Accounts that stand together."""

    position: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """`cards` are the accounts shown, under numbers that no other column has; `left` are not shown."""

    position: str
    briefs: list[Brief]
    cards: list[Card]
    left: int
    picture: Picture


def columns(tellers: Tellers, groups: Iterable[Group], reader: Reader, *, is_whole: bool) -> list[Column]:
    """The accounts are numbered on from one column to the next."""
    found: list[Column] = []
    first = 1
    for group in groups:
        told = briefs(tellers, group.parts)[:WHOLE]
        shown = told if is_whole else told[:FIRST]
        found.append(Column(
            group.position,
            told,
            cards(tellers, enumerate(shown, first)),
            len(told) - len(shown),
            picture(told, tellers.chains(one.id for one in told), reader, first),
        ))  # fmt: skip
        first += len(told)
    return found


def group_of(tellers: Tellers, side: Side) -> Group:
    """A side's statements, and those of its mentions whose counts none of these gives: so its chains are counted."""
    said = set(side.statements)
    own = [
        name for name in side.mentions
        if not any(isinstance(told, MentionFeatures) and said & set(dict(told.said_in).values()) for told in tellers.told(name))
    ]  # fmt: skip
    return Group(side.position, (*own, *side.statements))
