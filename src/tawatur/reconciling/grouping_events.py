"""Events brought up to date: mentions are compared with those of their neighbourhood only, and grouped within what ties hold together."""

from collections.abc import Iterator, Sequence
from sqlite3 import Connection

from tawatur.model import Merge
from tawatur.reconciling.assembling import canonical
from tawatur.reconciling.blocking import keys, span
from tawatur.reconciling.blocks import Blocks
from tawatur.reconciling.events import JUDGED, Tie, cluster_tied, merge_of, tie_of
from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.ids import content_id, number_of
from tawatur.reconciling.partition import Partition
from tawatur.reconciling.rulings import Rulings
from tawatur.reconciling.shelf import Shelf


class EventGroups:
    """Every mention is in one group, that of its event."""

    def __init__(self, connection: Connection, shelf: Shelf, rules: Rulings) -> None:
        self.shelf = shelf
        self.rules = rules
        self.blocks = Blocks(connection, "event_keys")
        self.partition = Partition(connection, "event")

    @property
    def tables(self) -> tuple[str, ...]:
        return (*self.blocks.tables, *self.partition.tables)

    def create(self) -> None:
        self.blocks.create()
        self.partition.create()

    def event_of(self, mention: str) -> str | None:
        return self.partition.group_of(number_of(mention))

    def mentions(self, event: str) -> list[MentionFeatures]:
        """The mentions of an event, in canonical order."""
        return canonical(map(self.shelf.mention, self.partition.members(event)))

    def update(self, changed: set[str], present: Sequence[str]) -> tuple[set[str], set[str]]:
        """Regroups what the changed documents reach; gives the ids of events that are new or others than before, and of those gone."""
        touched, dropped = set(), set()
        for document in sorted(changed):
            detached = self.partition.detach(document)
            dropped.update(detached.things)
            touched |= detached.neighbours
            for thing in detached.things:
                self.blocks.remove(thing)
        ordered = list(self._shelved(present))
        fresh = set(ordered)
        self._tie(ordered, fresh)
        for component in self.partition.components((*ordered, *sorted(touched - dropped))):
            self._settle(component, fresh)
        return self.partition.outcome()

    def _shelved(self, present: Sequence[str]) -> Iterator[int]:
        for document in present:
            for mention in self.shelf.mentions_of(document):
                number = number_of(mention.id)
                self.blocks.put(number, keys(mention), span(mention))
                yield number

    def _tie(self, ordered: Sequence[int], fresh: set[int]) -> None:
        for number in ordered:
            one = self.shelf.mention(number)
            for other in self.blocks.sharing(number):
                if other not in fresh or number < other:
                    weight = tie_of(one, self.shelf.mention(other))
                    if weight is not None:
                        self.partition.tie(number, other, weight)
        for (one_id, other_id), _ in self.rules.same:
            ends = (number_of(one_id), number_of(other_id))
            if fresh.intersection(ends) and all(map(self.shelf.has_mention, ends)):
                self.partition.tie(*ends, JUDGED)

    def _settle(self, component: list[int], fresh: set[int]) -> None:
        mentions = sorted(map(self.shelf.mention, component), key=lambda mention: mention.id)
        clusters, joins = cluster_tied(mentions, self._ties(mentions), self.rules)
        groups = {}
        for members in clusters:
            told = canonical(mentions[i] for i in members)
            groups[content_id("event", told[0].id)] = [(number_of(one.id), one.document) for one in told]
        pairs = ((number_of(mentions[tie.one].id), number_of(mentions[tie.other].id)) for tie in joins)
        self.partition.settle(component, groups, pairs, fresh)

    def _ties(self, mentions: list[MentionFeatures]) -> Iterator[Tie]:
        at = {number_of(mention.id): position for position, mention in enumerate(mentions)}
        for number, position in at.items():
            for other, weight in self.partition.ties(number):
                if position < at[other]:
                    yield Tie(weight, position, at[other])

    def merges(self, event: str) -> Iterator[Merge]:
        """Why the mentions of an event are one."""
        for one, other in self.partition.joins(event):
            yield merge_of(self.shelf.mention(one), self.shelf.mention(other), self.rules)
