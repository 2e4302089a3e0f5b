"""An event as a case: all that is said of it, and what its differences are made of."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import msgspec

from tawatur.model import Disagreement, DisagreementKind, Event
from tawatur.reconciling.accounts import Account
from tawatur.reconciling.clustering import Groups
from tawatur.reconciling.explanations import Text, event_label, named, wording
from tawatur.reconciling.features import MentionFeatures, StatementFeatures
from tawatur.reconciling.figures import Count
from tawatur.reconciling.parties import NAMELESS, Party, listed_name
from tawatur.reconciling.sides import Scene, Stand, differing, disagreement, stand

Thing = TypeVar("Thing")
VIOLENT = frozenset(("ASSAULT", "ACCIDENT", "COERCE"))
ARMED = frozenset(("armed_group", "military", "government", "police"))


class Case(msgspec.Struct, frozen=True):
    """One event with all that is said of it. `claim_of` gives the claim of a statement."""

    event: Event
    mentions: Sequence[MentionFeatures]
    statements: Sequence[StatementFeatures]
    counts: dict[str, list[Count]]
    accounts: dict[str, Account]
    claim_of: dict[str, str]

    def stand(self, position: Text, mentions: Iterable[str], statements: Iterable[str] = ()) -> Stand:
        """The mentions, the statements that tell of one of them, and those given, on one side."""
        told = set(mentions)
        covering = [statement.id for statement in self.statements if told & set(statement.covers)]
        return stand(position, told, [*covering, *statements], self.accounts)

    def record(self, kind: DisagreementKind, topic: Text, stands: Sequence[Stand], *key: str) -> Disagreement:
        claims = {self.claim_of[name] for one in stands for name in one.statements if name in self.claim_of}
        scene = Scene(topic, key, (self.event.id,), tuple(sorted(claims)))
        return disagreement(kind, scene, stands, differing(topic, stands))

    def topic(self, key: str, **values: Text) -> Text:
        return wording(key, event=event_label(self.event), **values)

    def name_of(self, key: str) -> Text:
        """A name for a key: as a mention has it, else as the packs do, or a statement."""
        names = [actor.name for mention in self.mentions for actor, _ in mention.actors if actor.key == key]
        return named(names[0] if names else written_name(key, self.statements), key)

    def is_body(self, one: Party) -> bool:
        """Whether the party is surely a body: one that the packs know, or that two documents name so."""
        if not one.key.startswith(NAMELESS):
            return True
        named_in = {mention.document for mention in self.mentions if one.key in {other.key for other in _parties(mention)}}
        return len(named_in) > 1


def _parties(mention: MentionFeatures) -> list[Party]:
    return [*mention.targets, *(actor for actor, _ in mention.actors)]


def written_name(key: str, statements: Sequence[StatementFeatures]) -> str:
    """The name that statements have, of who speaks or of whom they speak, for a key that the packs do not know."""
    told = [(party.key, party.name) for one in statements for party in (one.speaker, one.organisation) if party]
    told += [written for one in statements for written in one.written]
    return next((name for known, name in told if known == key and key.startswith(NAMELESS)), listed_name(key))


def names(parties: Iterable[Party]) -> Text:
    found = {party.key: named(party.name, party.key) for party in parties}
    texts = [found[key] for key in sorted(found)]
    return Text("، ".join(text.ar for text in texts), ", ".join(text.en for text in texts))


def components(things: Sequence[Thing], linked: Callable[[Thing, Thing], bool]) -> list[list[Thing]]:
    """Groups of things that are linked, if only through others."""
    groups: Groups[int] = Groups(range(len(things)))
    for i in range(len(things)):
        for j in range(i):
            if linked(things[i], things[j]):
                groups.join(j, i)
    return [[things[i] for i in group] for group in groups.all()]


def apart(stands: Sequence[Stand]) -> list[Stand]:
    """A statement stands on one side only: the first that holds it explicitly, sides without mentions last."""
    said = {name for one in stands if not one.mentions for name in one.statements}
    return [_without(one, said) if one.mentions else one for one in stands]


def _without(one: Stand, said: set[str]) -> Stand:
    statements = tuple(name for name in one.statements if name not in said)
    return msgspec.structs.replace(
        one, statements=statements, accounts=tuple(account for account in one.accounts if account.id not in said)
    )


def share_origin(one: Stand, other: Stand) -> bool:
    """Whether all who stand behind one side stand behind the other too."""
    ours, theirs = {account.origin for account in one.accounts}, {account.origin for account in other.accounts}
    return ours <= theirs or theirs <= ours


def are_positions(case: Case, stands: Sequence[Stand]) -> bool:
    """Whether each side is somebody's: named, called an accusation or a claim, or of outlets that are on no other side."""
    outlets = [{outlet for account in one.accounts for outlet in account.relays} for one in stands]
    return all(
        _is_vouched(case, one) or not any(own & other for other in outlets if other is not own)
        for one, own in zip(stands, outlets, strict=True)
    )


def _is_vouched(case: Case, one: Stand) -> bool:
    bases = {basis for mention in case.mentions if mention.id in one.mentions for _, basis in mention.actors}
    return bool(bases & {"accused", "claimed"}) or any(account.kind != "relay" for account in one.accounts)
