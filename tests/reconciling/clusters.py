"""Clusters of mentions and of assertions, each compared with each."""

from collections.abc import Sequence
from itertools import combinations

from tawatur.model import Merge
from tawatur.reconciling import claims, events
from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.matters import Assertion
from tawatur.reconciling.rulings import Rulings


def cluster(mentions: Sequence[MentionFeatures], rulings: Rulings) -> tuple[list[list[int]], list[Merge]]:
    """Groups of positions in `mentions` (sorted, ids unique), each one event, and the reason of every merge."""
    pairs = combinations(range(len(mentions)), 2)
    ties = [events.Tie(found, i, j) for i, j in pairs if (found := events.tie_of(mentions[i], mentions[j])) is not None]
    groups, joins = events.cluster_tied(mentions, ties, rulings)
    return groups, [events.merge_of(mentions[join.one], mentions[join.other], rulings) for join in joins]


def cluster_claims(said: Sequence[Assertion], rulings: Rulings) -> tuple[list[list[int]], list[Merge]]:
    """Groups of positions in `said` that are one claim each, and the reason of every merge. `said` is sorted by statement id."""
    pairs = combinations(range(len(said)), 2)
    ties = [claims.Tie(found, i, j) for i, j in pairs if (found := claims.tie_of(said[i], said[j])) is not None]
    groups, joins = claims.cluster_tied(said, ties, rulings)
    return groups, [claims.merge_of(said[i], said[j], rulings) for i, j in joins]
