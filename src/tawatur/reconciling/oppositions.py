"""What statements hold against each other: denials, denied rumours, a speaker against himself, whom an attack was aimed at."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from tawatur.model import Disagreement, DisagreementKind
from tawatur.reconciling.accounts import Account
from tawatur.reconciling.explanations import Text, joined, named, quoted, told_by, wording
from tawatur.reconciling.features import StatementFeatures
from tawatur.reconciling.matters import Assertion, opposed, teller
from tawatur.reconciling.sides import Scene, Stand, disagreement, stand
from tawatur.reconciling.words import overlap

_KINDS: dict[str, DisagreementKind] = {"aim": "target", "hit": "casualties", "responsible": "denial"}
_LOOKED_AT = 12


class Book(msgspec.Struct, frozen=True):
    """What is needed beside the statements: who stands behind each, and which claim and events it belongs to."""

    accounts: dict[str, Account]
    claim_of: dict[str, str]
    events_of: dict[str, tuple[str, ...]]


Voices = dict[str, list[StatementFeatures]]


def oppositions(group: Sequence[Assertion], book: Book) -> Iterator[Disagreement]:
    """All disagreements among the assertions of one matter."""
    plus, minus = _opposed_sides(group)
    if not plus or not minus:
        return
    kind = next(one.said.predicate for one in group if one.said is not None)
    if kind in _KINDS and _has_two_voices(plus, minus):
        yield _record(_KINDS[kind], plus, minus, book, "denial")
    if kind in _KINDS:
        return
    yield from _rumours(plus, minus, book)
    plus, minus = _serious(plus), _serious(minus)
    yield from _self_contradictions(plus, minus, book)
    if plus and minus and _has_two_voices(plus, minus):
        yield _record("denial", plus, minus, book, "denial")


def _opposed_sides(group: Sequence[Assertion]) -> tuple[list[StatementFeatures], list[StatementFeatures]]:
    """Those for and those against, when some of them answer each other; empty otherwise.

    Only what a statement says first counts, but for the kinds in `_KINDS`: what else it mentions, it need not assert.
    """
    told = [one for one in group if one.said is not None and (one.said.predicate in _KINDS or one.is_first)]
    plus = {one.statement.id: one for one in told if one.said and one.said.sign > 0}
    minus = {one.statement.id: one for one in told if one.said and one.said.sign < 0}
    for name in set(plus) & set(minus):
        del plus[name], minus[name]
    answering = any(opposed(one, other) for one in _some(plus) for other in _some(minus))
    return ([one.statement for one in plus.values()], [one.statement for one in minus.values()]) if answering else ([], [])


def _some(side: dict[str, Assertion]) -> list[Assertion]:
    return list(side.values())[:_LOOKED_AT]


def _serious(statements: Sequence[StatementFeatures]) -> list[StatementFeatures]:
    return [one for one in statements if one.act != "rumour"]


def _rumours(plus: Sequence[StatementFeatures], minus: Sequence[StatementFeatures], book: Book) -> Iterator[Disagreement]:
    for told, answer in ((plus, minus), (minus, plus)):
        rumours = [one for one in told if one.act == "rumour"]
        if rumours and _serious(answer):
            yield _record("rumour_denied", rumours, _serious(answer), book, "rumour_denied")


def _voices(statements: Sequence[StatementFeatures]) -> Voices:
    """Statements by each key of who speaks: the person, and the body spoken for."""
    found: Voices = defaultdict(list)
    for one in statements:
        for key in sorted(set(teller(one))):
            found[key].append(one)
    return found


def _self_contradictions(plus: Sequence[StatementFeatures], minus: Sequence[StatementFeatures], book: Book) -> Iterator[Disagreement]:
    """One voice that says a thing at one time and its opposite at another; a body is looked at after its people."""
    for_, against = _voices(plus), _voices(minus)
    done: set[str] = set()
    for key in sorted(set(for_) & set(against), key=lambda key: (not _is_person(key, for_[key]), key)):
        ours, theirs = for_[key], against[key]
        ids = {one.id for one in (*ours, *theirs)}
        if ids & done or not _at_two_times(ours, theirs):
            continue
        done |= {one.id for one in (*for_[key], *against[key])}
        yield _self_record(key, ours, theirs, book)


def _is_person(key: str, statements: Sequence[StatementFeatures]) -> bool:
    return any(one.speaker is not None and one.speaker.key == key for one in statements)


def _at_two_times(ours: Sequence[StatementFeatures], theirs: Sequence[StatementFeatures]) -> bool:
    return any(one.document != other.document or one.day != other.day for one in ours for other in theirs)


def _has_two_voices(plus: Sequence[StatementFeatures], minus: Sequence[StatementFeatures]) -> bool:
    """Whether someone on one side is nobody on the other."""
    for_, against = set(_voices(plus)), set(_voices(minus))
    shared = for_ & against
    apart = [side for side in (plus, minus) if any(not set(teller(one)) & shared for one in side)]
    return not shared or len(apart) == 2


def _stands(plus: Sequence[StatementFeatures], minus: Sequence[StatementFeatures], book: Book) -> list[Stand]:
    """Either side, its position in the words of the statement that answers the other side most directly."""
    made = []
    for side, other in ((plus, minus), (minus, plus)):
        best = _plainest(side, other)
        made.append(stand(quoted(best.text), (), [one.id for one in side], book.accounts))
    return made


def _plainest(side: Sequence[StatementFeatures], other: Sequence[StatementFeatures]) -> StatementFeatures:
    answered = frozenset(word for one in other for word in one.words)
    return min(side, key=lambda one: (-overlap(frozenset(one.words), answered), _day(one), one.id))


def _day(statement: StatementFeatures) -> int:
    return statement.day if statement.day is not None else 10**9


def scene(topic: str, told: Sequence[StatementFeatures], book: Book, *key: str) -> Scene:
    """Where statements of both sides are at odds: `topic` in their own words, and the claims and events that they belong to."""
    claims = {book.claim_of[one.id] for one in told if one.id in book.claim_of}
    events = {event for one in told for event in book.events_of.get(one.id, ())}
    return Scene(Text(topic, topic), key, tuple(sorted(events)), tuple(sorted(claims)))


def _record(
    kind: DisagreementKind, plus: Sequence[StatementFeatures], minus: Sequence[StatementFeatures], book: Book, sentence: str
) -> Disagreement:
    stands = _stands(plus, minus, book)
    parts = [wording("side", position=one.position, who=told_by(one.accounts)) for one in stands]
    key = min(one.id for one in plus), min(one.id for one in minus)
    where = scene(_plainest(plus, minus).text, (*plus, *minus), book, *key)
    return disagreement(kind, where, stands, wording(sentence, sides=joined(parts)))


def _self_record(key: str, plus: Sequence[StatementFeatures], minus: Sequence[StatementFeatures], book: Book) -> Disagreement:
    stands = _stands(plus, minus, book)
    name = next((party.name for one in (*plus, *minus) for party in (one.speaker, one.organisation) if party and party.key == key), key)
    parts = [wording("said_on", position=one.position, when=_when(side)) for one, side in zip(stands, (plus, minus), strict=True)]
    who = named(name, key)
    where = scene(_plainest(plus, minus).text, (*plus, *minus), book, key)
    return disagreement("self_contradiction", where, stands, wording("self_contradiction", who=who, sides=joined(parts)))


def _when(side: Sequence[StatementFeatures]) -> Text:
    days = [one.day for one in side if one.day is not None]
    if not days:
        return wording("undated")
    day = date.fromordinal(min(days)).isoformat()
    return Text(day, day)
