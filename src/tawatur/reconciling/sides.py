"""Disagreements in the making: positions, who holds them, and the record that comes of it."""

from collections.abc import Iterable, Sequence

import msgspec

from tawatur.model import Disagreement, DisagreementKind, Side
from tawatur.reconciling.accounts import Account
from tawatur.reconciling.chains import chains
from tawatur.reconciling.explanations import Text, joined, told_by, wording
from tawatur.reconciling.ids import content_id


class Stand(msgspec.Struct, frozen=True):
    """One position and the accounts that take it."""

    position: Text
    mentions: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    figures: tuple[str, ...] = ()
    """The counts that are the position, by the ids by which they are judged."""


class Scene(msgspec.Struct, frozen=True):
    """What a disagreement is about: its subject in words, the ledger ids it concerns, and what else tells it from others about them."""

    about: Text
    key: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


def stand(position: Text, mentions: Iterable[str], statements: Iterable[str], accounts: dict[str, Account]) -> Stand:
    told, said = tuple(sorted(set(mentions))), tuple(sorted(set(statements)))
    return Stand(position, told, said, tuple(accounts[identifier] for identifier in (*told, *said) if identifier in accounts))


def disagreement(kind: DisagreementKind, scene: Scene, stands: Sequence[Stand], explanation: Text) -> Disagreement:
    """The record; its id depends on the kind and on the ids it is about."""
    sides = tuple(_side(one) for one in _in_order(stands))
    name = content_id("disagreement", kind, *scene.key, *scene.events, *scene.claims)
    return Disagreement(name, kind, scene.about.ar, explanation.both(), scene.events, scene.claims, sides)


def _in_order(stands: Iterable[Stand]) -> list[Stand]:
    return sorted(stands, key=lambda one: (one.mentions, one.statements, one.position.ar))


def _side(one: Stand) -> Side:
    behind = chains(one.accounts)
    documents = tuple(sorted({account.document for account in one.accounts}))
    return Side(one.position.ar, one.mentions, one.statements, documents, behind.least, behind.most, one.figures)


def differing(topic: Text, stands: Sequence[Stand]) -> Text:
    """«تختلف الروايات في …: … بحسب …، و… بحسب ….»"""
    parts = [wording("side", position=one.position, who=told_by(one.accounts)) for one in _in_order(stands)]
    return wording("differ", topic=topic, sides=joined(parts))
