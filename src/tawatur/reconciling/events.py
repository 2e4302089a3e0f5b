"""Events: mentions of several documents that are of one happening. Best pairs first, under constraints, judgements above all."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tawatur.model import Merge
from tawatur.reconciling.blocking import candidates
from tawatur.reconciling.clustering import Clusters
from tawatur.reconciling.explanations import joined, wording
from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.rulings import Rulings, judged, pair_of
from tawatur.reconciling.similarity import ENOUGH, HINT, Point, evidence, excluded, score

_MEAN, _WORST, _COMPARED = 2.3, -0.5, 5
_MARGIN = 0.5


class Tie(NamedTuple):
    """Two mentions and the points for their being one event."""

    score: float
    one: int
    other: int


def cluster(mentions: Sequence[MentionFeatures], rulings: Rulings) -> tuple[list[list[int]], list[Merge]]:
    """Groups of positions in `mentions` (sorted, ids unique), each one event, and the reason of every merge."""
    ties = _ties(mentions)
    clusters = Clusters(len(mentions), _constraint(mentions, rulings))
    at = {mention.id: position for position, mention in enumerate(mentions)}
    merges = judged("event", at, lambda position: mentions[position].id, rulings, clusters)
    for tie in ties:
        if tie.score < ENOUGH:
            break
        if clusters.join(tie.one, tie.other):
            merges.append(_merge(mentions, tie))
    merges += _hints(mentions, ties, clusters)
    return clusters.all(), merges


def _ties(mentions: Sequence[MentionFeatures]) -> list[Tie]:
    """All pairs that have something to say for them, best first."""
    ties = []
    for i, j in candidates(mentions):
        if excluded(mentions[i], mentions[j]):
            continue
        total = sum(point.points for point in evidence(mentions[i], mentions[j]))
        if total >= HINT:
            ties.append(Tie(round(total, 6), i, j))
    ties.sort(key=lambda tie: (-tie.score, mentions[tie.one].id, mentions[tie.other].id))
    return ties


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


def _hints(mentions: Sequence[MentionFeatures], ties: list[Tie], clusters: Clusters) -> list[Merge]:
    """A mention without date or place belongs to the one event that it hints at, if there is only one such.

    «الاعتداء الأميركي» two days after the only American attack in the collection is that attack.
    """
    hints: dict[int, list[Tie]] = defaultdict(list)
    for tie in ties:
        for i in (tie.one, tie.other):
            if mentions[i].window is None and mentions[i].spot is None:
                hints[i].append(tie)
    merges = []
    for i in sorted(hints, key=lambda i: (-hints[i][0].score, mentions[i].id)):
        if len(clusters.members[clusters.home[i]]) > 1:
            continue
        best = _only(mentions, i, hints[i], clusters)
        if best and clusters.join(best.one, best.other):
            merges.append(_merge(mentions, best))
    return merges


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


def _merge(mentions: Sequence[MentionFeatures], tie: Tie) -> Merge:
    found: list[Point] = evidence(mentions[tie.one], mentions[tie.other])
    told = joined([wording(f"point.{point.about}", points=f"{point.points:+.1f}") for point in found], "list")
    reason = wording("reason.event", points=f"{tie.score:.1f}", told=told)
    return Merge("event", mentions[tie.one].id, mentions[tie.other].id, reason.both())
