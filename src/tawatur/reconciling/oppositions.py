"""What statements hold against each other: denials, denied rumours, a speaker against himself, whom an attack was aimed at."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from tawatur.model import Disagreement, DisagreementKind
from tawatur.reconciling.accounts import Account
from tawatur.reconciling.answers import opposed
from tawatur.reconciling.explanations import Text, joined, named, quoted, told_by, wording
from tawatur.reconciling.features import StatementFeatures
from tawatur.reconciling.matters import Assertion, common, teller
from tawatur.reconciling.sides import Scene, Stand, disagreement, stand
from tawatur.reconciling.words import overlap

_KINDS: dict[str, DisagreementKind] = {"aim": "target", "hit": "casualties", "responsible": "denial"}


class Book(msgspec.Struct, frozen=True):
    """What is needed beside the statements: who stands behind each, and which claim and events it belongs to."""

    accounts: dict[str, Account]
    claim_of: dict[str, str]
    events_of: dict[str, tuple[str, ...]]


Pair = tuple[StatementFeatures, StatementFeatures]
"""A statement for, and one against, that answer each other."""


def oppositions(group: Sequence[Assertion], book: Book) -> Iterator[Disagreement]:
    """All disagreements among the assertions of one matter."""
    pairs = list(_opposed_pairs(group, book))
    if not pairs:
        return
    kind = next(one.said.predicate for one in group if one.said is not None)
    if kind in _KINDS:
        yield from _between_voices(_KINDS[kind], pairs, book)
        return
    yield from _rumours(pairs, book)
    serious = [pair for pair in pairs if not any(one.act == "rumour" for one in pair)]
    yield from _self_contradictions(serious, book)
    yield from _between_voices("denial", serious, book)


def _opposed_pairs(group: Sequence[Assertion], book: Book) -> Iterator[Pair]:
    """Statements for and statements against that answer each other; one that says both is on neither side.

    Only what a statement says first counts, but for the kinds in `_KINDS`: what else it mentions, it need not assert.
    """
    told = [one for one in group if one.said is not None and (one.said.predicate in _KINDS or one.is_first)]
    plus = {one.statement.id: one for one in told if one.said and one.said.sign > 0}
    minus = {one.statement.id: one for one in told if one.said and one.said.sign < 0}
    for name in set(plus) & set(minus):
        del plus[name], minus[name]
    for one in plus.values():
        for other in minus.values():
            if opposed(one, other) and _are_of_one_thing(one, other, book):
                yield one.statement, other.statement


def _are_of_one_thing(one: Assertion, other: Assertion, book: Book) -> bool:
    """Of harm and aims, which are told every day: one report has both, or both bear on one event; aims name a party or are denied.

    Who is responsible for an event that both bear on is a matter of that event, and told there.
    """
    p, q = one.said, other.said
    if p is None or q is None:
        return False
    together = one.statement.document == other.statement.document
    if p.predicate == "aim":
        return bool(common(p.whom, q.whom) or (together and (p.whom or q.whom))) or one.statement.denies or other.statement.denies
    shared = set(book.events_of.get(one.statement.id, ())) & set(book.events_of.get(other.statement.id, ()))
    if p.predicate == "responsible":
        return not shared
    return p.predicate != "hit" or together or bool(shared)


def _between_voices(kind: DisagreementKind, pairs: Sequence[Pair], book: Book) -> Iterator[Disagreement]:
    """What one voice holds against another; who is accused of an attack and denies it denies more than its aim."""
    plus, minus = _sides(pair for pair in pairs if not _shared_voices(*pair))
    if kind == "target" and any(one.act == "accuse" for one in (*plus, *minus)):
        kind = "denial"
    if plus and minus:
        yield _record(kind, plus, minus, book, "denial")


def _shared_voices(one: StatementFeatures, other: StatementFeatures) -> set[str]:
    return set(teller(one)) & set(teller(other))


def _sides(pairs: Iterable[Pair]) -> tuple[list[StatementFeatures], list[StatementFeatures]]:
    """Those for and those against, each statement once."""
    plus: dict[str, StatementFeatures] = {}
    minus: dict[str, StatementFeatures] = {}
    for one, other in pairs:
        plus[one.id], minus[other.id] = one, other
    return list(plus.values()), list(minus.values())


def _rumours(pairs: Sequence[Pair], book: Book) -> Iterator[Disagreement]:
    """A rumour and whoever answers it in earnest, whichever of the two denies the thing."""
    for plus, minus in (
        _sides(pair for pair in pairs if pair[0].act == "rumour" != pair[1].act),
        _sides(pair for pair in pairs if pair[1].act == "rumour" != pair[0].act),
    ):
        if plus and minus:
            yield _record("rumour_denied", plus, minus, book, "rumour_denied")


def _self_contradictions(pairs: Sequence[Pair], book: Book) -> Iterator[Disagreement]:
    """One voice that says a thing in one report and its opposite in another; a body is looked at after its people."""
    own = [pair for pair in pairs if pair[0].document != pair[1].document]
    keys = {key for pair in own for key in _shared_voices(*pair)}
    done: set[str] = set()
    for key in sorted(keys, key=lambda key: (not any(_is_person(key, one) for one, _ in own), key)):
        plus, minus = _sides(pair for pair in own if key in _shared_voices(*pair))
        ids = {one.id for one in (*plus, *minus)}
        if not ids & done and not _side_by_side(plus, minus):
            done |= ids
            yield _self_record(key, plus, minus, book)


def _side_by_side(plus: Sequence[StatementFeatures], minus: Sequence[StatementFeatures]) -> bool:
    """Whether one report has both sides: what it puts side by side, its speaker does not hold against himself."""
    return bool({one.document for one in plus} & {other.document for other in minus})


def _is_person(key: str, statement: StatementFeatures) -> bool:
    return statement.speaker is not None and statement.speaker.key == key


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
