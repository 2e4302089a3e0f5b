"""Grouping: plain groups, and best-first agglomeration under constraints. Both give the same groups in whatever order pairs come."""

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Groups(Generic[Key]):
    """Disjoint groups of things (union-find)."""

    def __init__(self, things: Iterable[Key]) -> None:
        self._parent = {thing: thing for thing in things}

    def home(self, thing: Key) -> Key:
        """The thing that stands for the group."""
        root = thing
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[thing] != root:
            self._parent[thing], thing = root, self._parent[thing]
        return root

    def join(self, one: Key, other: Key) -> bool:
        """Makes two groups one; False when they were already."""
        first, second = self.home(one), self.home(other)
        if first == second:
            return False
        self._parent[second] = first
        return True

    def all(self) -> list[list[Key]]:
        found: dict[Key, list[Key]] = {}
        for thing in self._parent:
            found.setdefault(self.home(thing), []).append(thing)
        return list(found.values())


class Clusters:
    """Best-first agglomeration of numbered things.

    `may_join` says whether two clusters (lists of members in ascending order) may become one.
    """

    def __init__(self, size: int, may_join: Callable[[list[int], list[int]], bool]) -> None:
        self.home = list(range(size))
        self.members: list[list[int]] = [[number] for number in range(size)]
        self._may_join = may_join

    def join(self, one: int, other: int, *, bound: bool = False) -> bool:
        """Joins the clusters of two things, unless a constraint forbids it; `bound` skips the constraints."""
        first, second = sorted((self.home[one], self.home[other]))
        if first == second or not (bound or self._may_join(self.members[first], self.members[second])):
            return False
        self.members[first] = sorted(self.members[first] + self.members[second])
        for member in self.members[second]:
            self.home[member] = first
        self.members[second] = []
        return True

    def all(self) -> list[list[int]]:
        return [members for members in self.members if members]
