"""Claims: assertions of several statements that say, or deny, one proposition, and statements that say the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tawatur.model import Merge
from tawatur.reconciling.clustering import Clusters
from tawatur.reconciling.explanations import Text, wording
from tawatur.reconciling.matters import ENOUGH, Assertion, strength, teller
from tawatur.reconciling.restatements import same_words, sure_agreement, word_keys
from tawatur.reconciling.rulings import JUDGED, Rulings, judged
from tawatur.reconciling.words import telling

_WORDS_ALIKE = 1.5


class Tie(NamedTuple):
    """Two assertions taken for one claim, and how strongly."""

    strength: float
    one: int
    other: int


def tie_of(one: Assertion, other: Assertion) -> float | None:
    """How strongly two assertions of two statements speak for one claim; None when they are not enough of one."""
    if one.statement.id == other.statement.id:
        return None
    is_whole = one.is_first and other.is_first
    if is_whole and same_words(one.statement, other.statement):
        return _WORDS_ALIKE
    found = strength(one, other)
    if found >= ENOUGH:
        return found
    return sure_agreement(one.statement, other.statement) if is_whole else None


def cluster_tied(said: Sequence[Assertion], ties: Iterable[Tie], rulings: Rulings) -> tuple[list[list[int]], list[tuple[int, int]]]:
    """Groups of positions in `said` (sorted by statement id), each one claim, from the ties between them; and the pairs that made them.

    Two clusters join when most of their pairs are tied.
    """
    near: dict[int, list[int]] = defaultdict(list)
    ranked = sorted((tie for tie in ties if tie.strength < JUDGED), key=lambda tie: (-tie.strength, tie.one, tie.other))
    for tie in ranked:
        near[tie.one].append(tie.other)
        near[tie.other].append(tie.one)

    def may_join(ours: list[int], theirs: list[int]) -> bool:
        if rulings.different and any(rulings.parted(said[i].statement.id, said[j].statement.id) for i in ours for j in theirs):
            return False
        few, many = sorted((ours, theirs), key=len)
        home = clusters.home[many[0]]
        return 2 * sum(clusters.home[j] == home for i in few for j in near[i]) >= len(ours) * len(theirs)

    clusters = Clusters(len(said), may_join)
    first = {assertion.statement.id: position for position, assertion in enumerate(said) if assertion.is_first}
    joins = judged(first, lambda position: said[position].statement.id, rulings, clusters)
    joins += [(tie.one, tie.other) for tie in ranked if clusters.join(tie.one, tie.other)]
    return clusters.all(), joins


def merge_of(one: Assertion, other: Assertion, rulings: Rulings) -> Merge:
    """Why two statements were taken for one claim: a person's decision, else what they share."""
    reason = rulings.reason(one.statement.id, other.statement.id) or _shared(one, other)
    return Merge("claim", one.statement.id, other.statement.id, reason.both())


def _shared(one: Assertion, other: Assertion) -> Text:
    is_whole = one.is_first and other.is_first
    if is_whole and same_words(one.statement, other.statement):
        return wording("reason.words")
    sure = sure_agreement(one.statement, other.statement) if is_whole and strength(one, other) < ENOUGH else None
    if sure is not None:
        return wording("reason.agree", percent=round(100 * sure))
    return wording("reason.matter", matter=one.said.predicate if one.said else "")


def keys(one: Assertion) -> Iterator[tuple[str, ...]]:
    """Assertions are compared when they share one of these keys within the time in which two may be of one matter."""
    statement, said = one
    if said is not None:
        base = (said.predicate, said.theme)
        yield (*base, "in", statement.document)
        yield from ((*base, "party", key) for key in said.who | said.whom | set(teller(statement)))
        yield from ((*base, "stem", stem) for stem in telling(said.object))
    if one.is_first:
        yield from (("words", str(shingle)) for shingle in word_keys(statement))
