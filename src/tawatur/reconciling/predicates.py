"""Predicates: what a statement can assert, sorted into classes that hold their opposites (table `claim_classes`)."""

from functools import cache

import msgspec

from tawatur.packs.tables import Row, table_rows


class Proposition(msgspec.Struct, frozen=True):
    """One assertion. `sign` is +1 or -1; `theme` is what goes on or stops, where no class says it.

    `who` are keys of all parties in the clause, `whom` and `object` the keys and stems of those the predicate concerns. `word_sign`
    is that of the predicate alone: «أفرج» and «احتجز» differ in it, «احتجز» and «لم يحتجز» do not; `negated` is whether a negation
    or a denying verb turned it, `aspect` whether it is said to go on or to stop, `has_subject` whether a name before the word says
    who. `rest` are the stems of the clause that are neither words of the table nor in a name: what else the clause is about.
    """

    predicate: str
    sign: int
    word_sign: int
    theme: str
    who: frozenset[str]
    whom: frozenset[str]
    object: frozenset[str]
    words: frozenset[str]
    among: frozenset[str] = frozenset()
    rest: frozenset[str] = frozenset()
    negated: bool = False
    aspect: bool = False
    has_subject: bool = False

    @property
    def lasting(self) -> bool:
        """Whether it is said to go on, or not to have stopped: then it held before."""
        return self.aspect and (self.sign if self.theme else self.sign * self.word_sign) > 0


def turned(one: Proposition) -> Proposition:
    """The proposition as a denying verb before it leaves it."""
    return msgspec.structs.replace(one, sign=-one.sign, negated=True)


def held_responsible(whom: frozenset[str], sign: int = 1) -> Proposition:
    """That somebody did it, or did not, where no word but the verb of accusing or denying says so."""
    return Proposition("responsible", sign, 1, "", whom, whom, frozenset(), frozenset(), negated=sign < 0)


@cache
def predicate_classes() -> dict[str, Row]:
    return {row.get("class"): row for row in table_rows("claim_classes")}


def slot(predicate: str) -> str:
    """`whom`, `who`, or nothing: which part must agree for two statements to speak of one thing."""
    row = predicate_classes().get(predicate)
    return row.get("slot") if row else ""


def may_go_on(predicate: str) -> bool:
    """Whether the predicate names a state, so that its going on or stopping says whether it holds."""
    row = predicate_classes().get(predicate)
    return row is not None and row.get("state") == "yes"


def changes(predicate: str) -> bool:
    """Whether the opposite may be true a day later: a prisoner is freed, a town lost."""
    row = predicate_classes().get(predicate)
    return row is not None and row.get("changes") == "yes"
