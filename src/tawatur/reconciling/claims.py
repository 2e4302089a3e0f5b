"""Claims: assertions of several statements that say, or deny, one proposition, and statements that say the same in the same words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from tawatur.model import Merge
from tawatur.reconciling.clustering import Clusters
from tawatur.reconciling.explanations import Text, wording
from tawatur.reconciling.features import StatementFeatures
from tawatur.reconciling.matters import ENOUGH, WINDOW, Assertion, in_time, strength, teller
from tawatur.reconciling.rulings import Rulings, judged
from tawatur.reconciling.words import overlap, telling

_REACH = 25
_SAME_WORDS, _FEWEST_WORDS = 0.6, 6
_SAMPLE, _SHINGLE = 3, 3
_LOOKED_AT = 6


class Tie(NamedTuple):
    """Two assertions taken for one claim, and why."""

    strength: float
    one: int
    other: int
    reason: Text


def cluster_claims(said: Sequence[Assertion], rulings: Rulings) -> tuple[list[list[int]], list[Merge]]:
    """Groups of positions in `said` that are one claim each, and the reason of every merge. `said` is sorted by statement id."""
    known = {(tie.one, tie.other): tie for tie in _ties(said)}
    best = sorted(known.values(), key=lambda tie: (-tie.strength, tie.one, tie.other))

    def alike(i: int, j: int) -> bool:
        return (min(i, j), max(i, j)) in known or strength(said[i], said[j]) >= ENOUGH

    def may_join(ours: list[int], theirs: list[int]) -> bool:
        if rulings.different and any(rulings.parted(said[i].statement.id, said[j].statement.id) for i in ours for j in theirs):
            return False
        pairs = [(i, j) for i in ours[:_LOOKED_AT] for j in theirs[:_LOOKED_AT]]
        return 2 * sum(alike(i, j) for i, j in pairs) >= len(pairs)

    clusters = Clusters(len(said), may_join)
    first: dict[str, int] = {}
    for position, assertion in enumerate(said):
        first.setdefault(assertion.statement.id, position)
    merges = judged("claim", first, lambda position: said[position].statement.id, rulings, clusters)
    for tie in best:
        if clusters.join(tie.one, tie.other):
            merges.append(Merge("claim", said[tie.one].statement.id, said[tie.other].statement.id, tie.reason.both()))
    return clusters.all(), merges


def _ties(said: Sequence[Assertion]) -> Iterator[Tie]:
    for i, j in sorted(_pairs(said, _matter_keys(said))):
        found = strength(said[i], said[j])
        if found >= ENOUGH:
            predicate = said[i].said
            yield Tie(found, i, j, wording("reason.matter", matter=predicate.predicate if predicate else ""))
    firsts = [i for i in range(len(said)) if i == 0 or said[i - 1].statement.id != said[i].statement.id]
    for i, j in sorted(_pairs(said, _word_keys(said, firsts))):
        if _same_words(said[i].statement, said[j].statement):
            yield Tie(1.5, i, j, wording("reason.words"))


def _pairs(said: Sequence[Assertion], blocks: dict[tuple[str, ...] | int, list[int]]) -> set[tuple[int, int]]:
    """Pairs within a block, each with the next few in time."""
    found: set[tuple[int, int]] = set()
    for block in blocks.values():
        ordered = sorted(block, key=lambda i: (_day(said[i].statement), i))
        for index, i in enumerate(ordered):
            for j in ordered[index + 1 : index + 1 + _REACH]:
                if _day(said[j].statement) - _day(said[i].statement) > WINDOW and said[i].statement.day is not None:
                    break
                if said[i].statement.id != said[j].statement.id:
                    found.add((min(i, j), max(i, j)))
    return found


def _day(statement: StatementFeatures) -> int:
    return statement.day or 0


def _matter_keys(said: Sequence[Assertion]) -> dict[tuple[str, ...] | int, list[int]]:
    blocks: dict[tuple[str, ...] | int, list[int]] = defaultdict(list)
    for position, (statement, proposition) in enumerate(said):
        if proposition is None:
            continue
        base = (proposition.predicate, proposition.theme)
        blocks[(*base, "in", statement.document)].append(position)
        for key in proposition.who | proposition.whom | set(teller(statement)):
            blocks[(*base, "party", key)].append(position)
        for stem in telling(proposition.object):
            blocks[(*base, "stem", stem)].append(position)
    return blocks


def _word_keys(said: Sequence[Assertion], firsts: Iterable[int]) -> dict[tuple[str, ...] | int, list[int]]:
    blocks: dict[tuple[str, ...] | int, list[int]] = defaultdict(list)
    for position in firsts:
        for shingle in _shingles(said[position].statement.words):
            if shingle % _SAMPLE == 0:
                blocks[shingle].append(position)
    return blocks


def _shingles(words: Sequence[str]) -> frozenset[int]:
    return frozenset(crc32(" ".join(words[i : i + _SHINGLE]).encode()) for i in range(len(words) - _SHINGLE + 1))


def _same_words(one: StatementFeatures, other: StatementFeatures) -> bool:
    if min(len(one.words), len(other.words)) < _FEWEST_WORDS or not in_time(one, other) or one.document == other.document:
        return False
    return overlap(_shingles(one.words), _shingles(other.words)) >= _SAME_WORDS
