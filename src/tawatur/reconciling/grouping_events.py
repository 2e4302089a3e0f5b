"""Events brought up to date: mentions are compared with those of their neighbourhood only, and grouped within what ties hold together."""

from collections.abc import Iterator
from sqlite3 import Connection

from tawatur.model import Merge
from tawatur.reconciling.assembling import canonical
from tawatur.reconciling.blocking import keys, span
from tawatur.reconciling.events import Tie, cluster_tied, merge_of, tie_of
from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.grouping import Grouping, Put
from tawatur.reconciling.ids import content_id, number_of
from tawatur.reconciling.rulings import Rulings
from tawatur.reconciling.shelf import Shelf


class EventGroups(Grouping[MentionFeatures]):
    """Every mention is in one group, that of its event."""

    def __init__(self, connection: Connection, shelf: Shelf, rules: Rulings) -> None:
        super().__init__(connection, shelf, rules, "event")

    def event_of(self, mention: str) -> str | None:
        return self.partition.group_of(number_of(mention))

    def mentions(self, event: str) -> list[MentionFeatures]:
        """The mentions of an event, in canonical order."""
        return canonical(map(self.shelf.mention, self.partition.members(event)))

    def things_of(self, document: str) -> Iterator[Put]:
        for mention in self.shelf.mentions_of(document):
            yield Put(number_of(mention.id), keys(mention), span(mention))

    def things_in(self, account: int) -> Iterator[Put]:
        if self.shelf.has_mention(account):
            mention = self.shelf.mention(account)
            yield Put(account, keys(mention), span(mention))

    def grouped(self, account: int) -> list[int]:
        return self.partition.between(account, account)

    def thing(self, number: int) -> MentionFeatures:
        return self.shelf.mention(number)

    def weigh(self, one: MentionFeatures, other: MentionFeatures) -> float | None:
        return tie_of(one, other)

    def judged(self, identifier: str) -> int | None:
        number = number_of(identifier)
        return number if self.shelf.has_mention(number) else None

    def settle(self, component: list[int], fresh: set[int]) -> None:
        mentions = sorted(map(self.shelf.mention, component), key=lambda mention: mention.id)
        numbers = [number_of(mention.id) for mention in mentions]
        clusters, joins = cluster_tied(mentions, (Tie(*tie) for tie in self.ties_among(numbers)), self.rules)
        groups = {}
        for members in clusters:
            told = canonical(mentions[i] for i in members)
            groups[content_id("event", told[0].id)] = [(number_of(one.id), one.document) for one in told]
        self.partition.settle(component, groups, ((numbers[tie.one], numbers[tie.other]) for tie in joins), fresh)

    def merges(self, event: str) -> Iterator[Merge]:
        """Why the mentions of an event are one."""
        for one, other in self.partition.joins(event):
            yield merge_of(self.shelf.mention(one), self.shelf.mention(other), self.rules)
