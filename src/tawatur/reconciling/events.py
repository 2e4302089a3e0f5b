"""Events: mentions of several documents that are of one happening. Best pairs first, under constraints, judgements above all.

What becomes of a mention depends on those that it is tied to, directly or through others, and on nothing else.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log2
from typing import NamedTuple

from tawatur.model import Merge
from tawatur.reconciling.clustering import Clusters
from tawatur.reconciling.explanations import Text, joined, wording
from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.rulings import JUDGED, Rulings, judged, pair_of
from tawatur.reconciling.similarity import ENOUGH, HINT, Point, evidence, excluded, score

_WORST = 0.0
"""What every pair between two clusters must reach."""
_MEAN, _MORE, _MOST = 4.0, 0.45, 5.5
"""What the pairs must reach on average: more for every doubling of their number, as one of many fits by chance; so much at most."""
_MARGIN = 0.5
_NEVER = float("-inf")


class Tie(NamedTuple):
    """Two mentions and the points for their being one event."""

    score: float
    one: int
    other: int


def is_vague(mention: MentionFeatures) -> bool:
    """Whether a mention says neither when nor where: then it may belong to an event that it only hints at."""
    return mention.window is None and mention.spot is None


def tie_of(one: MentionFeatures, other: MentionFeatures) -> float | None:
    """The points for two mentions being one event, when they are enough to join them or to hint at it."""
    if excluded(one, other):
        return None
    total = round(score(one, other), 6)
    return total if total >= ENOUGH or (total >= HINT and (is_vague(one) or is_vague(other))) else None


def cluster_tied(mentions: Sequence[MentionFeatures], ties: Iterable[Tie], rulings: Rulings) -> tuple[list[list[int]], list[Tie]]:
    """Groups of positions in `mentions` (sorted, ids unique), each one event, from the ties between them; and the ties that made them."""
    ranked = sorted(ties, key=lambda tie: (-tie.score, mentions[tie.one].id, mentions[tie.other].id))
    clusters = Clusters(len(mentions), _Bench(mentions, ranked, rulings).may_join)
    at = {mention.id: position for position, mention in enumerate(mentions)}
    joins = [Tie(JUDGED, *pair) for pair in judged(at, lambda position: mentions[position].id, rulings, clusters)]
    joins += [tie for tie in ranked if _is_strong(mentions, tie) and clusters.join(tie.one, tie.other)]
    hints = _hints(mentions, [tie for tie in ranked if tie.score < JUDGED], clusters)
    joins += [tie for tie in hints if clusters.join(tie.one, tie.other)]
    return clusters.all(), joins


def _is_strong(mentions: Sequence[MentionFeatures], tie: Tie) -> bool:
    """Whether a tie joins by itself. One between a mention that says little and one that says more is a hint, whatever its points."""
    return ENOUGH <= tie.score < JUDGED and is_vague(mentions[tie.one]) == is_vague(mentions[tie.other])


class _Bench:
    """The mentions being compared. Each pair is weighed once, and each two clusters are asked about once."""

    def __init__(self, mentions: Sequence[MentionFeatures], ties: Iterable[Tie], rulings: Rulings) -> None:
        self._mentions = mentions
        self._rulings = rulings
        self._bound = {pair for pair, _ in rulings.same}
        self._points = {(min(tie.one, tie.other), max(tie.one, tie.other)): tie.score for tie in ties if tie.score < JUDGED}
        self._refused: set[tuple[int, int, int, int]] = set()

    def weigh(self, i: int, j: int) -> float:
        pair = (i, j) if i < j else (j, i)
        known = self._points.get(pair)
        if known is None:
            one, other = self._mentions[pair[0]], self._mentions[pair[1]]
            known = self._points[pair] = _NEVER if excluded(one, other) else round(score(one, other), 6)
        return known

    def may_join(self, ours: list[int], theirs: list[int]) -> bool:
        """Whether two clusters agree as wholes, so that a chain of neighbours does not become one event."""
        asked = (ours[0], len(ours), theirs[0], len(theirs))
        if asked in self._refused:
            return False
        if self._is_parted(ours, theirs) or not self._hold_together(ours, theirs):
            self._refused.add(asked)
            return False
        return True

    def _is_parted(self, ours: list[int], theirs: list[int]) -> bool:
        names = self._mentions
        return bool(self._rulings.different) and any(self._rulings.parted(names[i].id, names[j].id) for i in ours for j in theirs)

    def _hold_together(self, ours: list[int], theirs: list[int]) -> bool:
        points = [self._unbound(i, j) for i in ours for j in theirs]
        if len(points) == 1:
            return points[0] > _NEVER
        needed = min(_MOST, _MEAN + _MORE * log2(len(points)))
        return min(points) >= _WORST and sum(points) / len(points) >= needed

    def _unbound(self, i: int, j: int) -> float:
        """The points of a pair; what a person judged to be one is no obstacle to others."""
        judged_same = self._bound and pair_of(self._mentions[i].id, self._mentions[j].id) in self._bound
        return max(self.weigh(i, j), _MOST) if judged_same else self.weigh(i, j)


def _hints(mentions: Sequence[MentionFeatures], ties: list[Tie], clusters: Clusters) -> list[Tie]:
    """A mention without date or place belongs to the one event that it hints at, if there is only one such.

    «الاعتداء الأميركي» two days after the only American attack in the collection is that attack. What each hints at is found before
    any of them is joined to it.
    """
    hints: dict[int, list[Tie]] = defaultdict(list)
    for tie in ties:
        vague = [i for i in (tie.one, tie.other) if is_vague(mentions[i])]
        alone = [i for i in vague if len(clusters.members[clusters.home[i]]) == 1]
        if alone and _has_ground(mentions[tie.one], mentions[tie.other]):
            for i in alone:
                hints[i].append(tie)
    found = {best for i in hints if (best := _only(mentions, i, hints[i], clusters))}
    return sorted(found, key=lambda tie: (-tie.score, mentions[tie.one].id, mentions[tie.other].id))


def _only(mentions: Sequence[MentionFeatures], i: int, ties: list[Tie], clusters: Clusters) -> Tie | None:
    best: dict[int, Tie] = {}
    for tie in ties:
        best.setdefault(clusters.home[tie.other if tie.one == i else tie.one], tie)
    ranked = sorted(best.values(), key=lambda tie: (-tie.score, mentions[tie.one].id, mentions[tie.other].id))
    alone = len(ranked) == 1 or ranked[0].score - ranked[1].score >= _MARGIN
    return ranked[0] if alone else None


def _has_ground(one: MentionFeatures, other: MentionFeatures) -> bool:
    """A hint needs a party in common, and a time that fits."""
    points = dict(evidence(one, other))
    return points.get("date", 0.0) > 0 and (points.get("actor", 0.0) > 0 or points.get("target", 0.0) > 0)


def merge_of(one: MentionFeatures, other: MentionFeatures, rulings: Rulings) -> Merge:
    """Why two mentions were joined: a person's decision, else the points."""
    decided = rulings.reason(one.id, other.id)
    return Merge("event", one.id, other.id, (decided or _points(evidence(one, other))).both())


def _points(found: Sequence[Point]) -> Text:
    told = joined([wording(f"point.{point.about}", points=f"{point.points:+.1f}") for point in found], "list")
    return wording("reason.event", points=f"{sum(point.points for point in found):.1f}", told=told)
