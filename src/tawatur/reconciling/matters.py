"""Whether two assertions speak of one matter, whatever either says of it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tawatur.reconciling.features import StatementFeatures
from tawatur.reconciling.parties import NAMELESS
from tawatur.reconciling.predicates import Proposition, slot
from tawatur.reconciling.words import overlap, telling

WINDOW = 14
"""Days within which two statements may be of one matter."""
ENOUGH = 0.5
"""Strength from which two assertions are of one matter."""
_TIMELESS_ALIKE = 0.35
COMMON_WORDS = 3
ANSWERED = frozenset(("deny", "rumour"))
"""Acts that speak to what someone else said, or are themselves spoken to."""


class Assertion(NamedTuple):
    """One proposition of one statement; None when the statement asserts nothing that the packs know."""

    statement: StatementFeatures
    said: Proposition | None

    @property
    def is_first(self) -> bool:
        """Whether it is the first, or only, assertion of its statement."""
        return self.said is None or self.said == self.statement.propositions[0]


def assertions(statements: Sequence[StatementFeatures]) -> list[Assertion]:
    """All assertions, at least one for each statement, those of a statement in its own order."""
    return [Assertion(statement, said) for statement in statements for said in (statement.propositions or (None,))]


def teller(statement: StatementFeatures) -> Iterator[str]:
    """Keys of who speaks, and of the body they speak for."""
    for party in (statement.speaker, statement.organisation):
        if party is not None:
            yield party.key


def in_time(one: StatementFeatures, other: StatementFeatures) -> bool:
    return one.day is None or other.day is None or abs(one.day - other.day) <= WINDOW


def strength(one: Assertion, other: Assertion) -> float:
    """From 0 to 1: predicate and theme must be the same, then whom it concerns, then names and words of the clause.

    In two documents words must be shared too, unless one person says that a thing goes on or stops.
    """
    p, q = one.said, other.said
    if p is None or q is None or p.predicate != q.predicate or p.theme != q.theme or not in_time(one.statement, other.statement):
        return 0.0
    together = one.statement.document == other.statement.document
    alike = overlap(telling(p.words), telling(q.words))
    own_aspects = p.aspect and q.aspect and same_person(one.statement, other.statement)
    if not together and not own_aspects and not share_words(one.statement, other.statement):
        return 0.0
    timeless = one.statement.day is None or other.statement.day is None
    if not together and timeless and alike < _TIMELESS_ALIKE and not same_person(one.statement, other.statement):
        return 0.0
    if slot(p.predicate):
        context = together or alike >= 0.3 or bool(_background(one) & _background(other))
        return _concerns(p, q) if context else 0.0
    return _loose(one, other, alike, together=together)


def share_words(one: StatementFeatures, other: StatementFeatures) -> bool:
    """Whether the statements have a few telling words in common: two documents speak of one matter in words of their own."""
    shared = set(one.words) & set(other.words)
    return len(shared) >= min(COMMON_WORDS, len(set(one.words)), len(set(other.words))) and bool(telling(shared))


def _concerns(p: Proposition, q: Proposition) -> float:
    """How well those agree whom two predicates concern: by key, else by the telling stems of the words."""
    if common(p.whom, q.whom):
        return 1.0
    ours, theirs = telling(p.object), telling(q.object)
    return 0.8 if overlap(ours, theirs) >= 0.5 else 0.0


def _background(one: Assertion) -> frozenset[str]:
    """What else the statement names: told events, and names beyond those the predicate concerns."""
    said = one.said
    return one.statement.names - (said.whom if said else frozenset()) | frozenset(one.statement.covers)


def _loose(one: Assertion, other: Assertion, alike: float, *, together: bool) -> float:
    p, q = one.said, other.said
    if p is None or q is None:
        return 0.0
    shared = common(p.who | set(teller(one.statement)), q.who | set(teller(other.statement)))
    voice = same_person(one.statement, other.statement)
    if shared >= 2 + voice or (shared > voice and voice):
        return 1.0
    if shared > voice and (alike >= 0.35 or together):
        return 0.7
    answers = together and (one.statement.act == "deny") != (other.statement.act == "deny")
    if answers and (denies_rumour(one.statement, other.statement) or len(telling(p.words) & telling(q.words)) >= 2):
        return 0.6
    return 0.6 if alike >= 0.6 and min(len(p.words), len(q.words)) >= 5 else 0.0


def denies_rumour(one: StatementFeatures, other: StatementFeatures) -> bool:
    """A report that tells a rumour and a denial of the same predicate tells who denied the rumour."""
    return {one.act, other.act} == ANSWERED and one.document == other.document


def same_person(one: StatementFeatures, other: StatementFeatures) -> bool:
    return one.speaker is not None and other.speaker is not None and one.speaker.key == other.speaker.key


def common(ours: Iterable[str], theirs: Iterable[str]) -> int:
    """How many parties are in both, a name no pack knows also counting when it is the shorter form of one."""
    left, right = set(ours), set(theirs)
    both = left & right
    rest = sum(1 for key in left - both if any(shortened(key, other) for other in right - both))
    return len(both) + rest


def shortened(one: str, other: str) -> bool:
    """Whether one of two unknown names has all the words of the other, and more: «قيادة العمليات», «قيادة العمليات العراقية»."""
    if not (one.startswith(NAMELESS) and other.startswith(NAMELESS)):
        return False
    ours, theirs = set(one[1:].split()), set(other[1:].split())
    return min(len(ours), len(theirs)) >= 2 and (ours <= theirs or theirs <= ours)
