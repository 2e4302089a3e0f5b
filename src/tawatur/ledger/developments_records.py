"""What happened in a ledger since the last time, one thing each, as a reader would be told of it."""

from typing import Any, Literal

from tawatur.model import Record
from tawatur.reconciling.explanations import Text

DevelopmentKind = Literal[
    "event.new", "event.gone", "event.joined", "event.split", "event.regrouped", "event.renamed", "event.chains",
    "toll", "count", "figure.new", "figure.gone", "figure.chains", "count.chains",
    "claim.new", "claim.gone", "claim.joined", "claim.split", "claim.regrouped", "claim.renamed", "claim.chains",
    "disagreement.new", "disagreement.gone", "disagreement.changed",
    "report.new", "report.copied", "report.changed", "report.reworded",
]  # fmt: skip
QUIET: frozenset[DevelopmentKind] = frozenset((
    "event.renamed", "count", "count.chains", "figure.new", "figure.gone", "claim.new", "claim.gone", "claim.joined", "claim.split",
    "claim.regrouped", "claim.renamed", "disagreement.changed", "report.new", "report.copied", "report.reworded",
))  # fmt: skip
"""Told only when all is asked for: what a program needs to follow every id, and a reader can do without. A `count` is of things of no
role of their own, which nothing compares, or was corrected by its own source."""

Facts = dict[str, Any]


class Development(Record, frozen=True):
    """`event`, `claim`, `disagreement` are the ids of what it is about, as they are now (of what is gone: as they were); `documents`
    those that brought it. `before` and `after` are the facts in question, None for what was or is not there. `sentence` says it under
    `ar` and `en`. `at` is UTC."""

    kind: DevelopmentKind
    sentence: dict[str, str]
    at: str = ""
    event: str | None = None
    claim: str | None = None
    disagreement: str | None = None
    documents: tuple[str, ...] = ()
    before: Facts | None = None
    after: Facts | None = None

    @property
    def is_quiet(self) -> bool:
        return self.kind in QUIET


def development(kind: DevelopmentKind, sentence: Text, **about: Any) -> Development:
    return Development(kind, sentence.both(), **about)
