"""How many independent chains of transmission stand behind something, at least and at most, and why.

At most: accounts are independent unless shown to be one. At least: they are one unless shown to be several.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

import msgspec

from tawatur.model import Merge
from tawatur.reconciling.accounts import Account
from tawatur.reconciling.apart import Voice, apart, most_apart, voice
from tawatur.reconciling.grounds import Mark, rests_on, stands_for, why


class Apart(msgspec.Struct, frozen=True):
    """Why two accounts are shown to be two sources. `reason` says why in a sentence, under `ar` and `en`."""

    one: str
    other: str
    reason: dict[str, str]


class Chains(msgspec.Struct, frozen=True):
    """`least` and `most` independent chains; 1 <= least <= most for any account at all.

    `groups` are the ids of the accounts of each chain, its origin first, and `merges` say why each of the others is of that chain.
    `several` says of each two neighbours among the chains that `least` counts why they are two; the same holds of any two of these.
    """

    least: int
    most: int
    merges: tuple[Merge, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    several: tuple[Apart, ...] = ()


def chains(accounts: Iterable[Account]) -> Chains:
    """Counts the chains behind a set of accounts."""
    known = sorted(set(accounts), key=lambda one: (one.document, one.id, msgspec.structs.astuple(one)))
    if not known:
        return Chains(0, 0)
    web = _Web(known)
    groups: list[list[int]] = []
    merges: list[Merge] = []
    seen: set[int | Mark] = set()
    for origin in web.origins():
        resting = list(web.spread(origin, seen))
        groups.append([origin, *(step.other for step in resting)])
        merges += [Merge("chain", known[step.one].id, known[step.other].id, why(step.mark, known[step.other]).both()) for step in resting]
    least, several = _least([[known[number] for number in group] for group in groups])
    told = tuple(tuple(dict.fromkeys(known[number].id for number in group)) for group in groups)
    return Chains(least, len(groups), tuple(merges), told, several)


def _least(groups: Sequence[Sequence[Account]]) -> tuple[int, tuple[Apart, ...]]:
    """How many chains can be picked so that every two are shown to be two, and why each is another than the one picked before it."""
    first: dict[Voice, str] = {}
    for group in groups:
        if found := voice(group):
            first.setdefault(found, group[0].id)
    voices = list(first)
    near: dict[int, set[int]] = {number: set() for number in range(len(voices))}
    for one, other in combinations(near, 2):
        if apart(voices[one], voices[other]) is None:
            near[one].add(other)
            near[other].add(one)
    chosen = [voices[number] for number in most_apart(near)]
    reasons = ((one, other, apart(one, other)) for one, other in pairwise(chosen))
    return max(1, len(chosen)), tuple(Apart(first[one], first[other], reason.both()) for one, other, reason in reasons if reason)


class _Step(NamedTuple):
    """`other` rests on `one`, for they share the mark."""

    one: int
    other: int
    mark: Mark


class _Web:
    """Who rests on whom among numbered accounts. A chain is where the resting ends: accounts that rest on none but one another."""

    def __init__(self, known: Sequence[Account]) -> None:
        self._marks = [tuple(stands_for(one)) for one in known]
        self._resting: dict[Mark, list[int]] = defaultdict(list)
        for number, one in enumerate(known):
            for mark in rests_on(one):
                self._resting[mark].append(number)

    def origins(self) -> list[int]:
        """The first account of each chain. From these, and from no fewer, all others are reached by asking who rests on them."""
        starts = self._starts(range(len(self._marks)))
        return sorted(self._starts(reversed(starts)))

    def _starts(self, order: Iterable[int]) -> list[int]:
        """Those that no account earlier in the order reaches. Once forth and once back leaves one of each chain, and nobody else."""
        seen: set[int | Mark] = set()
        starts = []
        for number in order:
            if number not in seen:
                starts.append(number)
                deque(self.spread(number, seen), maxlen=0)
        return starts

    def spread(self, start: int, seen: set[int | Mark]) -> Iterator[_Step]:
        """All that rest on an account, and on those in turn, the nearest first, without those that were seen before."""
        seen.add(start)
        waiting = deque([start])
        while waiting:
            one = waiting.popleft()
            for mark in self._marks[one]:
                resting = () if mark in seen else self._resting.get(mark, ())
                seen.add(mark)
                for other in resting:
                    if other not in seen:
                        seen.add(other)
                        waiting.append(other)
                        yield _Step(one, other, mark)
