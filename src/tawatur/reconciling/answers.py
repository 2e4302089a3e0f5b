"""Whether one assertion answers another: it says the opposite, in so many words, of the same thing."""

from tawatur.reconciling.features import StatementFeatures
from tawatur.reconciling.matters import (
    ANSWERED,
    COMMON_WORDS,
    ENOUGH,
    Assertion,
    common,
    denies_rumour,
    same_person,
    share_words,
    strength,
    teller,
)
from tawatur.reconciling.predicates import Proposition, changes, may_go_on, slot
from tawatur.reconciling.words import overlap, telling

_SAME = 0.9
_DENIAL, _OWN, _OTHER = 0.35, 0.5, 0.6
"""How much of the telling words of the shorter must be in the longer: where one denies, where one voice speaks twice, else."""


def opposed(one: Assertion, other: Assertion) -> bool:
    """Whether two assertions of opposite sign on one matter really answer each other."""
    p, q = one.said, other.said
    if p is None or q is None or p.sign == q.sign or strength(one, other) < ENOUGH:
        return False
    if _tells(one.statement, other.statement) or _repeats(one, other) or not _excludes(one, other):
        return False
    if one.statement.document == other.statement.document:
        return _answers_beside(one, other)
    return goes_on(one, other) or _answers_elsewhere(one, other)


def _tells(one: StatementFeatures, other: StatementFeatures) -> bool:
    """Whether one statement only holds the other's words, denying nothing: it tells that it was said."""
    return one.document == other.document and not (one.denies or other.denies) and (one.text in other.text or other.text in one.text)


def _repeats(one: Assertion, other: Assertion) -> bool:
    """Whether one person speaks on one day and is quoted twice, in longer and shorter words that only seem to differ in sign."""
    ours, theirs = one.statement, other.statement
    if ours.act != theirs.act or not same_person(ours, theirs) or not _on_one_day(one, other):
        return False
    return ours.act == "deny" or overlap(telling(ours.words), telling(theirs.words)) >= _SAME


def _excludes(one: Assertion, other: Assertion) -> bool:
    """Whether both cannot hold: one is denied or negated, or opposite words are said on one day; what changed since is no contradiction."""
    p, q = one.said, other.said
    if p is None or q is None:
        return False
    if one.statement.act == "rumour" or other.statement.act == "rumour":
        return any(_refutes(said) for said in (one, other) if said.statement.act != "rumour")
    denied = any(_refutes(said) for said in (one, other) if said.statement.act == "deny")
    if denied:
        return True
    if changes(p.predicate):
        return (p.negated or q.negated) and _on_one_day(one, other)
    if one.statement.document == other.statement.document:
        return True
    if may_go_on(p.predicate):
        return goes_on(one, other) or _on_one_day(one, other)
    return p.negated or q.negated or _on_one_day(one, other)


def _refutes(one: Assertion) -> bool:
    return one.said is not None and (one.said.negated or one.said.lasting)


def _on_one_day(one: Assertion, other: Assertion) -> bool:
    return one.statement.day is not None and one.statement.day == other.statement.day


def goes_on(one: Assertion, other: Assertion) -> bool:
    """One person says that it stopped, and a few days later that it still goes on: then it had not stopped.

    The other way round, it may have stopped since.
    """
    stopped, on = (one, other) if one.said is not None and one.said.sign < 0 else (other, one)
    p, q = stopped.said, on.said
    if p is None or q is None or changes(p.predicate) or not same_person(one.statement, other.statement):
        return False
    return p.sign < 0 and q.lasting and _soon_after(stopped, on) and common(p.who, q.who) > 0


_DAYS = 3
"""Days within which what is said to have stopped and what is said to go on are taken for the same going on."""


def _soon_after(first: Assertion, last: Assertion) -> bool:
    before, after = first.statement.day, last.statement.day
    return before is None or after is None or 0 <= after - before <= _DAYS


def _answers_beside(one: Assertion, other: Assertion) -> bool:
    """In one document: another voice, which denies, answers a rumour, or says of the same party the opposite."""
    if common(teller(one.statement), teller(other.statement)):
        return False
    if denies_rumour(one.statement, other.statement):
        return True
    shared = telling(one.statement.words) & telling(other.statement.words)
    p, q = one.said, other.said
    if p is not None and q is not None and slot(p.predicate) and _concern_one(p, q, len(shared)):
        return True
    answered = bool({one.statement.act, other.statement.act} & ANSWERED)
    return answered and (len(shared) >= 2 or share_words(one.statement, other.statement))


def _concern_one(p: Proposition, q: Proposition, shared: int) -> bool:
    """Whether two predicates concern one party, or share words enough; an aim is also denied by naming another («بل ضد …»)."""
    return p.predicate == "aim" or common(p.whom, q.whom) > 0 or shared >= COMMON_WORDS


def _answers_elsewhere(one: Assertion, other: Assertion) -> bool:
    """In two documents: enough of the telling words, and of what is neither the predicate nor a name, are the same."""
    ours, theirs = telling(one.statement.words), telling(other.statement.words)
    own = same_person(one.statement, other.statement)
    answered = bool({one.statement.act, other.statement.act} & ANSWERED)
    needed = _OWN if own else _DENIAL if answered else _OTHER
    if overlap(ours, theirs) < needed or len(ours & theirs) < COMMON_WORDS:
        return False
    return one.said is None or other.said is None or _about_one_thing(one.said, other.said)


def _about_one_thing(one: Proposition, other: Proposition) -> bool:
    """Whether what is told beside predicate and names is not two things: leaving an accord, and leaving an organisation."""
    return not one.rest or not other.rest or bool(one.rest & other.rest)
