"""Why statements are one claim or two: what they speak of, whom they concern, when and by whom they were said."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from tawatur.reconciling.explanations import Text, joined, named, wording
from tawatur.reconciling.explanations import matter as matter_words
from tawatur.reconciling.features import StatementFeatures
from tawatur.reconciling.matters import ENOUGH, WINDOW, Assertion, assertions, in_time, strength
from tawatur.reconciling.restatements import same_words, sure_agreement
from tawatur.reconciling.rulings import pair_of
from tawatur.reconciling.why import Known, Reason, judged, path, reason, steps
from tawatur.reconciling.why_details import day, named_key
from tawatur.reconciling.words import telling

_WORDS, _NAMED, _COMPARED = 10, 4, 40


def two_statements(one: StatementFeatures, other: StatementFeatures, home: str | None, other_home: str | None, known: Known) -> Reason:
    """Whether two statements are of one claim, and why."""
    ids, told = (one.id, other.id), matter(one, other, known.spelling)
    decided = known.last.pairs.get(pair_of(one.id, other.id))
    lost = [said for said, its in ((one, home), (other, other_home)) if its is None]
    if lost:
        return reason(wording("why.in_no_claim", one=lost[0].id), told, ids=ids)
    if decided and (decided.kind == "same") == (home == other_home):
        return reason(wording("why.one_claim_judged" if home == other_home else "why.two_claims"), judged(decided), told, ids=ids)
    if home != other_home:
        return reason(wording("why.two_claims"), told, ids=ids)
    is_direct = len(path(one.id, other.id, known.merges)) < 2
    return reason(wording("why.one_claim" if is_direct else "why.one_claim_through"), told, *steps(one.id, other.id, known.merges), ids=ids)


def two_claims(ours: Sequence[StatementFeatures], theirs: Sequence[StatementFeatures], known: Known, *, is_one: bool) -> Reason:
    """Why two claims are two, or why a statement is in its claim: the closest two statements."""
    pairs = [(one, other) for one, other in product(ours[:_COMPARED], theirs[:_COMPARED]) if one.id != other.id]
    one, other = max(pairs, key=lambda pair: (_strongest(*pair)[0], pair[0].id, pair[1].id))
    closest = reason(wording("why.best_statements", one=one.id, other=other.id), matter(one, other, known.spelling), ids=(one.id, other.id))
    joins = steps(one.id, other.id, known.merges) if is_one else []
    return reason(wording("why.one_claim" if is_one else "why.two_claims"), closest, *joins)


def matter(one: StatementFeatures, other: StatementFeatures, spelling: Mapping[str, str]) -> Reason:
    """How far two statements are of one matter, and what that rests on."""
    found, p, q = _strongest(one, other)
    told = [
        _said(p, q),
        *_signs(p, q),
        *_concern(p, q),
        _time(one, other),
        _speakers(one, other),
        _shared(one, other, spelling),
        *_restated(one, other),
    ]
    text = wording("why.strength", strength=f"{found:.1f}", enough=f"{ENOUGH:g}")
    return reason(text, *map(reason, told), points=round(found, 2), ids=(one.id, other.id))


def _strongest(one: StatementFeatures, other: StatementFeatures) -> tuple[float, Assertion, Assertion]:
    pairs = product(assertions([one]), assertions([other]))
    return max(((strength(p, q), p, q) for p, q in pairs), key=lambda found: (found[0], _predicate(found[1]) == _predicate(found[2])))


def _predicate(one: Assertion) -> str:
    return one.said.predicate if one.said else ""


def _said(one: Assertion, other: Assertion) -> Text:
    silent = next((assertion.statement.id for assertion in (one, other) if assertion.said is None), None)
    if silent:
        return wording("why.matter.none", one=silent)
    if _predicate(one) == _predicate(other):
        return wording("why.matter.same", matter=matter_words(_predicate(one)))
    return wording("why.matter.against", one=matter_words(_predicate(one)), other=matter_words(_predicate(other)))


def _signs(one: Assertion, other: Assertion) -> list[Text]:
    if one.said is None or other.said is None or _predicate(one) != _predicate(other):
        return []
    return [wording("why.sign.same" if one.said.sign == other.said.sign else "why.sign.against")]


def _concern(one: Assertion, other: Assertion) -> list[Text]:
    if one.said is None or other.said is None:
        return []
    ours, theirs = one.said.who | one.said.whom, other.said.who | other.said.whom
    if not ours and not theirs:
        return []
    if ours & theirs:
        return [wording("why.concern.same", names=_names(ours & theirs))]
    return [wording("why.concern.against", one=_names(ours), other=_names(theirs))]


def _names(keys: Iterable[str]) -> Text:
    names = [named_key(key) for key in sorted(keys)][:_NAMED]
    return joined(names, "list") if names else wording("why.nothing")


def _time(one: StatementFeatures, other: StatementFeatures) -> Text:
    key = "why.said.near" if in_time(one, other) else "why.said.far"
    return wording(key, one=day(one.day), other=day(other.day), window=WINDOW)


def _speakers(one: StatementFeatures, other: StatementFeatures) -> Text:
    if one.speaker and other.speaker and one.speaker.key == other.speaker.key:
        return wording("why.speaker.same", one=_speaker(one))
    return wording("why.speaker.against", one=_speaker(one), other=_speaker(other))


def _speaker(one: StatementFeatures) -> Text:
    return named(one.speaker.name, one.speaker.key) if one.speaker else wording("why.nobody")


def _shared(one: StatementFeatures, other: StatementFeatures, spelling: Mapping[str, str]) -> Text:
    shared = sorted(telling(one.words) & telling(other.words), key=lambda word: (-len(word), word))[:_WORDS]
    words = [Text(spelled, spelled) for spelled in (spelling.get(word, word) for word in shared)]
    return wording("why.shared_words", words=joined(words, "list")) if words else wording("why.no_shared_words")


def _restated(one: StatementFeatures, other: StatementFeatures) -> list[Text]:
    """That they give the same words, or surely say the same in others."""
    if same_words(one, other):
        return [wording("reason.words")]
    sure = sure_agreement(one, other)
    return [] if sure is None else [wording("reason.agree", percent=round(100 * sure))]
