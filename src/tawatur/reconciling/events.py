"""Events: mentions of several documents that are of one happening. Best pairs first, under constraints, judgements above all."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from tawatur.model import Merge
from tawatur.reconciling.clustering import Clusters
from tawatur.reconciling.explanations import Text, joined, wording
from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.rulings import Rulings, judged, pair_of
from tawatur.reconciling.similarity import ENOUGH, HINT, Point, evidence, excluded, score

_MEAN, _WORST, _COMPARED = 2.3, -0.5, 5
_MARGIN = 0.5
JUDGED = 1000.0
"""Points of a tie that a person's judgement makes."""


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


def cluster(mentions: Sequence[MentionFeatures], rulings: Rulings) -> tuple[list[list[int]], list[Merge]]:
    """Groups of positions in `mentions` (sorted, ids unique), each one event, and the reason of every merge."""
    ties = [Tie(points, i, j) for i, j in combinations(range(len(mentions)), 2) if (points := tie_of(mentions[i], mentions[j])) is not None]
    groups, joins = cluster_tied(mentions, ties, rulings)
    return groups, [merge_of(mentions[join.one], mentions[join.other], rulings) for join in joins]


def cluster_tied(mentions: Sequence[MentionFeatures], ties: Iterable[Tie], rulings: Rulings) -> tuple[list[list[int]], list[Tie]]:
    """As `cluster`, from ties that are known; gives the ties that made the groups."""
    ranked = sorted(ties, key=lambda tie: (-tie.score, mentions[tie.one].id, mentions[tie.other].id))
    clusters = Clusters(len(mentions), _constraint(mentions, rulings))
    at = {mention.id: position for position, mention in enumerate(mentions)}
    joins = [Tie(JUDGED, *pair) for pair in judged(at, lambda position: mentions[position].id, rulings, clusters)]
    joins += [tie for tie in ranked if ENOUGH <= tie.score < JUDGED and clusters.join(tie.one, tie.other)]
    joins += _hints(mentions, [tie for tie in ranked if tie.score < JUDGED], clusters)
    return clusters.all(), joins


def _constraint(mentions: Sequence[MentionFeatures], rulings: Rulings) -> Callable[[list[int], list[int]], bool]:
    bound = {pair for pair, _ in rulings.same}

    def may_join(ours: list[int], theirs: list[int]) -> bool:
        if rulings.different and any(rulings.parted(mentions[i].id, mentions[j].id) for i in ours for j in theirs):
            return False
        for i in ours:
            for j in theirs:
                if excluded(mentions[i], mentions[j]) and pair_of(mentions[i].id, mentions[j].id) not in bound:
                    return False
        return len(ours) + len(theirs) == 2 or _hold_together(mentions, ours, theirs)

    return may_join


def _hold_together(mentions: Sequence[MentionFeatures], ours: list[int], theirs: list[int]) -> bool:
    """Whether two clusters agree as wholes: keeps a chain of neighbours from becoming one event."""
    points = [score(mentions[i], mentions[j]) for i in ours[:_COMPARED] for j in theirs[:_COMPARED]]
    return min(points) >= _WORST and sum(points) / len(points) >= _MEAN


def _hints(mentions: Sequence[MentionFeatures], ties: list[Tie], clusters: Clusters) -> list[Tie]:
    """A mention without date or place belongs to the one event that it hints at, if there is only one such.

    «الاعتداء الأميركي» two days after the only American attack in the collection is that attack.
    """
    hints: dict[int, list[Tie]] = defaultdict(list)
    for tie in ties:
        for i in (tie.one, tie.other):
            if is_vague(mentions[i]):
                hints[i].append(tie)
    joins = []
    for i in sorted(hints, key=lambda i: (-hints[i][0].score, mentions[i].id)):
        if len(clusters.members[clusters.home[i]]) > 1:
            continue
        best = _only(mentions, i, hints[i], clusters)
        if best and clusters.join(best.one, best.other):
            joins.append(best)
    return joins


def _only(mentions: Sequence[MentionFeatures], i: int, ties: list[Tie], clusters: Clusters) -> Tie | None:
    best: dict[int, Tie] = {}
    for tie in ties:
        best.setdefault(clusters.home[tie.other if tie.one == i else tie.one], tie)
    ranked = sorted(best.values(), key=lambda tie: (-tie.score, mentions[tie.one].id, mentions[tie.other].id))
    alone = len(ranked) == 1 or (ranked and ranked[0].score - ranked[1].score >= _MARGIN)
    return ranked[0] if alone and _has_ground(mentions[ranked[0].one], mentions[ranked[0].other]) else None


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
