"""What people decided: the judgements still in force, in a form that clustering can ask."""

from collections.abc import Callable, Iterable
from typing import Literal

import msgspec

from tawatur.model import Judgement, Merge
from tawatur.reconciling.clustering import Clusters
from tawatur.reconciling.explanations import wording

Pair = tuple[str, str]


class Rulings(msgspec.Struct, frozen=True):
    """Judgements in force. `same` and `different` hold pairs of ids in order; `values` the last `value` by subject and field."""

    same: tuple[tuple[Pair, Judgement], ...] = ()
    different: frozenset[Pair] = frozenset()
    wrong: frozenset[str] = frozenset()
    values: dict[str, dict[str, str]] = {}

    def parted(self, one: str, other: str) -> bool:
        """Whether someone decided that these are two."""
        return pair_of(one, other) in self.different


def pair_of(one: str, other: str) -> Pair:
    return (one, other) if one <= other else (other, one)


def rulings(judgements: Iterable[Judgement]) -> Rulings:
    """The judgements in force: undone ones are left out (an undo may be undone), and the last word on a pair or id holds.

    The value of a figure is written `12`, `10-15` or `10-`; that of a mention `field=value` (fields: date, type, modality, mode).
    """
    same: dict[Pair, Judgement] = {}
    different: set[Pair] = set()
    wrong: set[str] = set()
    values: dict[str, dict[str, str]] = {}
    for judgement in in_force(judgements):
        pair = pair_of(judgement.subject, judgement.object or "")
        match judgement.kind:
            case "same":
                same[pair] = judgement
                different.discard(pair)
            case "different":
                same.pop(pair, None)
                different.add(pair)
            case "wrong":
                wrong.add(judgement.subject)
            case "right":
                wrong.discard(judgement.subject)
            case "value":
                field, _, value = (judgement.value or "").rpartition("=")
                values.setdefault(judgement.subject, {})[field] = value
    return Rulings(tuple(sorted(same.items(), key=lambda item: item[0])), frozenset(different), frozenset(wrong), values)


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Judgements that no later undo, itself in force, takes back; oldest first."""
    ordered = sorted({judgement.id: judgement for judgement in judgements}.values(), key=lambda judgement: (judgement.at, judgement.id))
    undone: set[str] = set()
    for judgement in reversed(ordered):
        if judgement.kind == "undo" and judgement.id not in undone:
            undone.add(judgement.subject)
    return [judgement for judgement in ordered if judgement.id not in undone and judgement.kind != "undo"]


def judged(
    kind: Literal["event", "claim"], at: dict[str, int], name: Callable[[int], str], rulings: Rulings, clusters: Clusters
) -> list[Merge]:
    """Joins what people said is the same, latest first, unless that would join what they said is different."""
    merges = []
    for (one, other), judgement in sorted(rulings.same, key=lambda item: (item[1].at, item[1].id), reverse=True):
        if one not in at or other not in at:
            continue
        ours, theirs = clusters.members[clusters.home[at[one]]], clusters.members[clusters.home[at[other]]]
        if any(rulings.parted(name(i), name(j)) for i in ours for j in theirs):
            continue
        if clusters.join(at[one], at[other], bound=True):
            merges.append(Merge(kind, one, other, wording("reason.judged", who=judgement.by, why=judgement.why).both()))
    return merges
