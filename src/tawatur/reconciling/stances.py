"""Whether two short claims agree, disagree, or are about other things: a pure function of the two texts' wordings.

The weights, one line for each feature and a column for each stance, are in the table `stance_weights`.
"""

import math
from collections.abc import Iterable
from functools import cache
from typing import Literal, get_args

import msgspec

from tawatur.packs.tables import table_rows
from tawatur.reconciling.stances_features import ordered, stance_features
from tawatur.reconciling.stances_reasons import Reason, reasons
from tawatur.reconciling.wordings import Wording, wording

Label = Literal["agree", "disagree", "other"]
STANCES: tuple[Label, ...] = get_args(Label)
_CONSTANT = "constant"


class Stance(msgspec.Struct, frozen=True):
    """How two claims stand to each other. `probability` is that of the label; `reasons` speak for it, the weightiest first."""

    label: Label
    probability: float
    probabilities: dict[str, float]
    reasons: tuple[Reason, ...]
    features: tuple[str, ...]


def stance_of(one: str, other: str) -> Stance:
    """The stance of two short texts to each other; the same whichever is given first."""
    return stance(wording(one), wording(other))


def stance(one: Wording, other: Wording) -> Stance:
    """The stance of two wordings to each other."""
    found = ordered(one, other)
    features = stance_features(found)
    shares = probabilities(features)
    label = max(STANCES, key=lambda stance: shares[stance])
    points = {name: _speaks_for(label, row) for name, row in _weights().items() if name in features}
    return Stance(label, shares[label], shares, reasons(found, points), tuple(sorted(features)))


def agreement(one: str, other: str) -> float:
    """The probability that two short texts agree."""
    return probabilities(stance_features(ordered(wording(one), wording(other))))["agree"]


def probabilities(features: Iterable[str]) -> dict[str, float]:
    """By stance its probability, given the features."""
    weights = _weights()
    rows = [weights[_CONSTANT], *(weights[name] for name in sorted(features) if name in weights)]
    sums = [math.fsum(column) for column in zip(*rows, strict=True)]
    shares = [math.exp(one - max(sums)) for one in sums]
    return {stance: round(share / math.fsum(shares), 4) for stance, share in zip(STANCES, shares, strict=True)}


def _speaks_for(label: Label, row: tuple[float, ...]) -> float:
    """By how much a feature's weight for the label is above those for the others on average."""
    own = row[STANCES.index(label)]
    return own - (sum(row) - own) / (len(row) - 1)


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    return {row.get("feature"): tuple(float(row.get(stance)) for stance in STANCES) for row in table_rows("stance_weights")}
