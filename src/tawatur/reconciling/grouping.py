"""Bringing groups up to date: what came is compared with its neighbourhood only, and grouped within what ties hold together."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from sqlite3 import Connection
from typing import Generic, NamedTuple, TypeVar

from tawatur.reconciling.blocks import Blocks, Span
from tawatur.reconciling.partition import Partition
from tawatur.reconciling.rulings import JUDGED, Rulings
from tawatur.reconciling.shelf import Shelf

Thing = TypeVar("Thing")


class Put(NamedTuple):
    """A thing of a document, by its number, with the keys under which it is compared and the days for which they hold."""

    number: int
    keys: Iterable[tuple[str, ...]]
    days: Span


class Grouping(ABC, Generic[Thing]):
    """Every thing is in one group; a thing is a mention or an assertion."""

    def __init__(self, connection: Connection, shelf: Shelf, rules: Rulings, name: str) -> None:
        self.connection = connection
        self.shelf = shelf
        self.rules = rules
        self.blocks = Blocks(connection, f"{name}_keys")
        self.partition = Partition(connection, name)

    @property
    def tables(self) -> tuple[str, ...]:
        return (*self.blocks.tables, *self.partition.tables)

    def create(self) -> None:
        self.blocks.create()
        self.partition.create()

    def update(self, changed: set[str], present: Sequence[str], judged: Iterable[int] = ()) -> tuple[set[str], set[str]]:
        """Regroups what the changed documents reach, of which some are present, and what the accounts of other documents reach that are
        judged otherwise than before.

        Gives the names of the groups that are new or others than before, and of those gone.
        """
        accounts = sorted(judged)
        detached = self.partition.detach(
            [
                *(thing for document in changed for thing in self.partition.things_of(document)),
                *(thing for account in accounts for thing in self.grouped(account)),
            ]
        )
        for thing in detached.things:
            self.blocks.remove(thing)
            self.leave(thing)
        ordered = [self._put(one) for document in present for one in self.things_of(document)]
        ordered += [self._put(one) for account in accounts for one in self.things_in(account)]
        fresh = set(ordered)
        self._tie(ordered, fresh)
        for component in self.partition.components((*ordered, *sorted(detached.neighbours))):
            self.settle(component, fresh)
        return self.partition.outcome()

    @abstractmethod
    def things_of(self, document: str) -> Iterator[Put]:
        """The things that a document has now."""

    @abstractmethod
    def things_in(self, account: int) -> Iterator[Put]:
        """The things of one mention or statement, unless it was judged wrong."""

    @abstractmethod
    def grouped(self, account: int) -> list[int]:
        """The things of one mention or statement that are in groups."""

    @abstractmethod
    def thing(self, number: int) -> Thing: ...

    @abstractmethod
    def weigh(self, one: Thing, other: Thing) -> float | None:
        """How much speaks for two being of one group; None when it is not enough."""

    @abstractmethod
    def judged(self, identifier: str) -> int | None:
        """The number of the thing that a judgement speaks of, when there is such a thing."""

    @abstractmethod
    def settle(self, component: list[int], fresh: set[int]) -> None:
        """Puts the things of a component into their groups."""

    def leave(self, thing: int) -> None:
        """What else must go with a thing."""

    def ties_among(self, numbers: Sequence[int]) -> Iterator[tuple[float, int, int]]:
        """The weights of the ties between things, and the positions of their two ends."""
        at = {number: position for position, number in enumerate(numbers)}
        for number, position in at.items():
            for other, weight in self.partition.ties(number):
                if position < at[other]:
                    yield weight, position, at[other]

    def _put(self, one: Put) -> int:
        self.blocks.put(one.number, one.keys, one.days)
        return one.number

    def _tie(self, ordered: Sequence[int], fresh: set[int]) -> None:
        for number in ordered:
            one = self.thing(number)
            for other in self.blocks.sharing(number):
                if other not in fresh or number < other:
                    weight = self.weigh(one, self.thing(other))
                    if weight is not None:
                        self.partition.tie(number, other, weight)
        for pair, _ in self.rules.same:
            first, second = map(self.judged, pair)
            if first is not None and second is not None and not fresh.isdisjoint((first, second)):
                self.partition.tie(first, second, JUDGED)
