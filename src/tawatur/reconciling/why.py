"""Why accounts are one event or two: everything that was weighed, in words, as a tree of reasons."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

import msgspec

from tawatur.model import Judgement, Merge
from tawatur.reconciling.explanations import Text, wording
from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.rulings import LastWords, pair_of
from tawatur.reconciling.similarity import ENOUGH, GROUPS, Point, apart, evidence, excluded, reality, score
from tawatur.reconciling.why_details import detail, kind, told_day

_COMPARED = 40
"""Accounts of a large event that are looked at: its first."""
_SHOWN = 3


class Reason(msgspec.Struct, frozen=True, omit_defaults=True):
    """A sentence in Arabic and English, and what it rests on. `points` where it was weighed; `ids` are what it is about."""

    said: dict[str, str]
    points: float | None = None
    ids: tuple[str, ...] = ()
    because: tuple["Reason", ...] = ()


class Side(msgspec.Struct, frozen=True):
    """An account and what it is with: the accounts of its event, itself among them. `home` is None when it is in no event."""

    home: str | None
    members: tuple[MentionFeatures, ...]


class Known(msgspec.Struct, frozen=True):
    """The reasons of all merges of the events looked at, the judgements that hold, and the words that stems stand for in the texts."""

    merges: tuple[Merge, ...]
    last: LastWords
    spelling: Mapping[str, str] = {}


def reason(text: Text, *because: Reason, points: float | None = None, ids: Iterable[str] = ()) -> Reason:
    return Reason(text.both(), points, tuple(ids), because)


def two_mentions(one: MentionFeatures, other: MentionFeatures, ours: Side, theirs: Side, known: Known) -> Reason:
    """Whether two accounts are of one event, and why."""
    ids, told = (one.id, other.id), weighed(one, other, known)
    lost = [mention.id for mention, side in ((one, ours), (other, theirs)) if side.home is None]
    if lost:
        return reason(wording("why.in_no_event", one=lost[0]), ids=ids)
    if ours.home == theirs.home:
        return _joined(one, other, told, known)
    bars = barred(one, other, known.last)
    if bars:
        return reason(wording("why.two_events_ruled_out"), *bars, told, ids=ids)
    if (told.points or 0.0) < ENOUGH:
        return reason(wording("why.two_events_too_little"), told, ids=ids)
    return reason(wording("why.two_events_wholes"), told, *_wholes(ours.members, theirs.members, known), ids=ids)


def two_groups(ours: Sequence[MentionFeatures], theirs: Sequence[MentionFeatures], known: Known, *, is_one: bool) -> Reason:
    """Why two events are two, or why an account is in its event: what they come to as wholes, the closest two and the farthest two."""
    pairs = _pairs(ours, theirs)
    best = max(pairs, key=lambda pair: (not barred(pair[0], pair[1], known.last), score(*pair), pair[0].id, pair[1].id))
    worst = min(pairs, key=lambda pair: (score(*pair), pair[0].id, pair[1].id))
    closest = [_named("why.best_pair", best, known)]
    farthest = [_named("why.worst_pair", worst, known)] if worst != best else []
    head = wording("why.one_event" if is_one else "why.two_events")
    joins = steps(best[0].id, best[1].id, known.merges) if is_one else []
    return reason(head, *_sums(pairs, known.last), *closest, *farthest, *joins)


def weighed(one: MentionFeatures, other: MentionFeatures, known: Known) -> Reason:
    """All points for and against, the weightiest first, those for before those against."""
    points = evidence(one, other)
    total = sum(point.points for point in points)
    told = [_point(point, one, other, known) for point in sorted(points, key=lambda point: -point.points)]
    text = wording("why.weighed", points=f"{total:.1f}", enough=f"{ENOUGH:g}")
    return reason(text, *told, points=round(total, 2), ids=(one.id, other.id))


def barred(one: MentionFeatures, other: MentionFeatures, last: LastWords) -> list[Reason]:
    """What rules out that two accounts are of one event; nothing where a person judged that they are."""
    decided = last.pairs.get(pair_of(one.id, other.id))
    if decided:
        return [judged(decided)] if decided.kind == "different" else []
    found = [reason(text) for text in _grounds(one, other)]
    return (found or [reason(wording("why.excluded.other"))]) if excluded(one, other) else []


def judged(judgement: Judgement) -> Reason:
    verdict = wording(f"why.verdict.{judgement.kind}")
    text = wording("why.judged", verdict=verdict, who=judgement.by, day=judgement.at[:10], why=judgement.why)
    return reason(text, ids=(judgement.id,))


def path(one: str, other: str, merges: Iterable[Merge]) -> list[Merge]:
    """The fewest merges into one event or claim that lead from one account to the other."""
    about: dict[str, list[tuple[str, Merge]]] = {}
    for merge in (merge for merge in merges if merge.kind != "chain"):
        about.setdefault(merge.one, []).append((merge.other, merge))
        about.setdefault(merge.other, []).append((merge.one, merge))
    came: dict[str, tuple[str, Merge]] = {}
    waiting = deque([one])
    while waiting and other not in came:
        here = waiting.popleft()
        for there, merge in about.get(here, ()):
            if there not in came and there != one:
                came[there] = here, merge
                waiting.append(there)
    return _back(one, other, came)


def steps(one: str, other: str, merges: Iterable[Merge]) -> list[Reason]:
    """How two accounts came together, merge by merge."""
    found = path(one, other, merges)
    if not found:
        return []
    return [reason(wording("why.steps" if len(found) > 1 else "why.directly"), *map(step, found))]


def step(merge: Merge) -> Reason:
    text = wording("why.step", one=merge.one, other=merge.other, reason=Text(merge.reason["ar"], merge.reason["en"]))
    return reason(text, ids=(merge.one, merge.other))


def _back(one: str, other: str, came: Mapping[str, tuple[str, Merge]]) -> list[Merge]:
    found = []
    while other != one and other in came:
        other, merge = came[other]
        found.append(merge)
    return found[::-1]


def _joined(one: MentionFeatures, other: MentionFeatures, told: Reason, known: Known) -> Reason:
    decided = known.last.pairs.get(pair_of(one.id, other.id))
    if decided:
        return reason(wording("why.one_event_judged"), judged(decided), told, ids=(one.id, other.id))
    if len(path(one.id, other.id, known.merges)) > 1:
        alone = (told.points or 0.0) >= ENOUGH and not barred(one, other, known.last)
        head = wording("why.one_event" if alone else "why.one_event_through")
        return reason(head, told, *steps(one.id, other.id, known.merges), ids=(one.id, other.id))
    hint = [reason(wording("why.hint"))] if (told.points or 0.0) < ENOUGH and any(map(_says_little, (one, other))) else []
    return reason(wording("why.one_event"), told, *hint, ids=(one.id, other.id))


def _says_little(one: MentionFeatures) -> bool:
    return one.window is None and one.spot is None


def _point(point: Point, one: MentionFeatures, other: MentionFeatures, known: Known) -> Reason:
    text, words = wording(f"point.{point.about}", points=f"{point.points:+.1f}"), detail(point.about, one, other, known.spelling)
    return reason(wording("why.detail", point=text, detail=words) if words else text, points=round(point.points, 2))


def _grounds(one: MentionFeatures, other: MentionFeatures) -> list[Text]:
    """Each thing that `excluded` rules by, where it holds."""
    found = []
    if one.document == other.document:
        found.append(wording("why.excluded.document"))
    if reality(one) != reality(other):
        found.append(wording("why.excluded.reality", one=_modality(one), other=_modality(other)))
    if GROUPS[one.type] != GROUPS[other.type]:
        found.append(wording("why.excluded.kind", one=kind(one), other=kind(other)))
    if one.window and other.window:
        return found + ([_days(one, other)] if apart(one.window, other.window) else [])
    if not found and excluded(one, other):
        found.append(_days(one, other))
    return found


def _days(one: MentionFeatures, other: MentionFeatures) -> Text:
    return wording("why.excluded.days", one=told_day(one), other=told_day(other))


def _modality(one: MentionFeatures) -> Text:
    return wording(f"why.modality.{one.modality}")


Pair = tuple[MentionFeatures, MentionFeatures]


def _pairs(ours: Sequence[MentionFeatures], theirs: Sequence[MentionFeatures]) -> list[Pair]:
    return [(one, other) for one, other in product(ours[:_COMPARED], theirs[:_COMPARED]) if one.id != other.id]


def _named(key: str, pair: Pair, known: Known) -> Reason:
    one, other = pair
    decided = known.last.pairs.get(pair_of(one.id, other.id))
    told = [judged(decided)] if decided and decided.kind == "same" else barred(one, other, known.last)
    return reason(wording(key, one=one.id, other=other.id), *told, weighed(one, other, known), ids=(one.id, other.id))


def _sums(pairs: Sequence[Pair], last: LastWords) -> list[Reason]:
    """The average of the points, and how many pairs cannot be one."""
    if len(pairs) < 2:
        return []
    mean = sum(score(*pair) for pair in pairs) / len(pairs)
    found = [reason(wording("why.wholes", mean=f"{mean:.1f}", pairs=len(pairs)), points=round(mean, 2))]
    bars = [(pair, told) for pair in pairs if (told := barred(pair[0], pair[1], last))]
    if bars:
        found.insert(0, reason(wording("why.ruled_out_pairs", count=len(bars), pairs=len(pairs)), *_examples(bars)))
    return found


def _examples(bars: Sequence[tuple[Pair, list[Reason]]]) -> list[Reason]:
    """One pair for each thing that rules out, the first few."""
    kinds = {told[0].said["en"]: (pair, told) for pair, told in reversed(bars)}
    return [
        reason(wording("why.pair", one=one.id, other=other.id), *told, ids=(one.id, other.id))
        for (one, other), told in list(reversed(kinds.values()))[:_SHOWN]
    ]


def _wholes(ours: Sequence[MentionFeatures], theirs: Sequence[MentionFeatures], known: Known) -> list[Reason]:
    """What keeps two groups apart though two of their accounts fit."""
    pairs = _pairs(ours, theirs)
    worst = min(pairs, key=lambda pair: (score(*pair), pair[0].id, pair[1].id))
    found = _sums(pairs, known.last)
    if score(*worst) < ENOUGH and len(pairs) > 1:
        found.append(_named("why.worst_pair", worst, known))
    return found or [reason(wording("why.order"))]
