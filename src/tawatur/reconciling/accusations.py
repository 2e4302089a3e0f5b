"""Accusations that answer each other: who was accused of violence holds somebody else responsible."""

from collections.abc import Iterator, Sequence

from tawatur.model import Disagreement
from tawatur.reconciling.cases import written_name
from tawatur.reconciling.explanations import joined, named, told_by, wording
from tawatur.reconciling.features import StatementFeatures
from tawatur.reconciling.matters import teller
from tawatur.reconciling.oppositions import Book, scene
from tawatur.reconciling.parties import NAMELESS, entities, speaks_for
from tawatur.reconciling.sides import Stand, disagreement, stand

_NEAR = 3
"""Statements between an accusation and the one that answers it, at most."""


def counter_accusations(statements: Sequence[StatementFeatures], book: Book) -> Iterator[Disagreement]:
    """For each document, an accusation and the next accusation that whoever it accuses makes of another."""
    by_document: dict[str, list[StatementFeatures]] = {}
    for one in statements:
        by_document.setdefault(one.document, []).append(one)
    for told in by_document.values():
        ordered = sorted(told, key=lambda one: one.cue)
        for at, first in enumerate(ordered):
            answer = next((second for second in ordered[at + 1 : at + 1 + _NEAR] if _answers(first, second)), None)
            if answer is not None:
                yield _record(first, answer, book)


def _blamed(one: StatementFeatures) -> frozenset[str]:
    return frozenset(key for said in one.propositions if said.predicate == "responsible" and said.sign > 0 for key in said.whom)


def _answers(first: StatementFeatures, second: StatementFeatures) -> bool:
    """Whether `second` is by one whom `first` accuses, and holds somebody else responsible, accusing or not («صاروخ أطلقته …»)."""
    ours, theirs = _blamed(first) if first.act == "accuse" else frozenset[str](), _blamed(second)
    voices = frozenset(key for voice in teller(second) for key in speaks_for(voice))
    apart = not set(teller(first)) & set(teller(second))
    return bool(voices & ours) and bool(theirs - ours - voices) and apart


def _record(first: StatementFeatures, second: StatementFeatures, book: Book) -> Disagreement:
    stands = [_stand(one, (first, second), book) for one in (first, second)]
    parts = [wording("side", position=one.position, who=told_by(one.accounts)) for one in stands]
    where = scene(first.text, (first, second), book, first.id, second.id)
    return disagreement("responsibility", where, stands, wording("accusations", sides=joined(parts)))


def _stand(one: StatementFeatures, both: Sequence[StatementFeatures], book: Book) -> Stand:
    """Whom it accuses, by the name the packs have for him, or either statement."""
    key = min(_blamed(one), key=lambda key: (key.startswith(NAMELESS), key not in entities(), key))
    return stand(named(written_name(key, both), key), (), [one.id], book.accounts)
