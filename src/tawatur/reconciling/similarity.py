"""How much speaks for two event mentions being of one event, and what rules it out.

The points are near to log-odds: each says how much likelier what is seen is when the two are one event than when they are two. What
is not known gives none. No single agreement is enough: two strong ones (the day and the village) and a weaker third are.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tawatur.reconciling.dates import COARSE_DAYS
from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.parties import Party, related
from tawatur.reconciling.places import Relation, relation
from tawatur.reconciling.tolls import is_mass, toll_points
from tawatur.reconciling.whens import days_apart
from tawatur.reconciling.words import overlap

ENOUGH = 4.6
"""Points from which two mentions are taken for one event."""
HINT = 3.0
"""Points from which a mention that says little may belong to an event, if to one only."""
NIGHT = 1
"""Days by which two explicit dates may differ and still mean one night, or one event in two time zones."""

GROUPS = {
    "ASSAULT": "violence", "ACCIDENT": "violence", "COERCE": "force", "SANCTION": "force", "PROTEST": "protest",
    "AGREE": "talks", "CONSULT": "talks", "SUPPORT": "talks", "COOPERATE": "talks", "AID": "aid",
    "RETREAT": "retreat", "CONCEDE": "retreat", "REQUEST": "words", "ACCUSE": "words", "REJECT": "words", "THREATEN": "words",
    "MOBILIZE": "mobilize", "INVESTIGATE": "investigate", "OTHER": "other",
}  # fmt: skip
_REALITY = {"planned": "unreal", "hypothetical": "unreal", "recurring": "recurring", "aggregate": "aggregate"}
_SHELLING = frozenset(("aerial", "drone", "heavy-weapons", "explosives", "targeted", "destroy", "suicide-attack"))
_LEAD = 1.2
"""For each of two that is what its report is about, and no recital; in all no more than what agrees of the two comes to."""
_EMPTY, _SUBSTANCE = -2.5, 0.9
"""Talks, calls and measures of one day and place are many: where parties, words and titles come to less than this, they are others."""
_OF_ONE_PLACE = frozenset(("violence", "protest"))
"""Groups of events of which a place seldom sees two on one day."""
_NARROW_DAYS = 3
_WEEK = 7

_PLACES: dict[Relation, float] = {
    "same": 1.6,  # a village or site: few are struck on one day
    "region": 0.2,  # «ريف إدلب» twice: much happens there
    "within": 0.0,  # as likely as not, once all else fits
    "unknown": 0.0,
    "beside": -1.0,  # a village and a site by it, or the next village
    "near": -2.0,  # two villages of one district are two
    "elsewhere": -2.0,
    "other": -2.5,
    "apart": -2.5,
}
_NAMED = 0.8
"""Places that differ, but the sentences name one town in common: «قصف طال قرى كذا وكذا»."""

_SAME_DAY, _NIGHT, _PERIOD, _SEASON = 2.0, 0.3, 1.0, 0.3
"""Both are dated: to the day, to neighbouring days, to some days, to months."""
_RECALLED = 1.2
"""Of what lies years back, news recalls little: two that fit are likelier one."""
_SAME_WEEKDAY, _NEXT_WEEKDAY = 1.4, -1.5
_FRESH = ((1, 1.6), (2, 0.6), (4, 0.0), (8, -0.8))
"""By how many days the undated report came out after the dated event, at most."""
_STALE = -2.5
_RECITAL = 0.25
"""What the day of a report counts for what it is not about: that may be long past."""
_TOGETHER = ((1, 0.7), (3, 0.0), (8, -1.0))
"""How many days, at most, lie between two reports that do not date the event."""
_WEEKDAY_FITS, _WEEKDAY_UNFIT = 1.0, -1.6


class Point(NamedTuple):
    """One piece of evidence: what it is about, and its points."""

    about: str
    points: float


def reality(mention: MentionFeatures) -> str:
    """Planned events, habits and totals are never one with a single event that took place."""
    return _REALITY.get(mention.modality, "real")


def excluded(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether two mentions cannot be one event: told apart by one document, of another kind, or on days that exclude each other."""
    if one.document == other.document or reality(one) != reality(other) or GROUPS[one.type] != GROUPS[other.type]:
        return True
    if one.window is not None and other.window is not None:
        return apart(one.window, other.window) or (_is_ongoing(one) and abs(one.window[0] - other.window[0]) > NIGHT)
    return _is_ongoing(one) or (reality(one) == "real" and _is_untimely(one, other))


def _is_ongoing(mention: MentionFeatures) -> bool:
    """Whether it is a habit or a total: two are one only where both began on one day."""
    return reality(mention) in ("recurring", "aggregate")


def _is_untimely(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether the days that the two tell, in full or in part, exclude each other, or the event came after the report of the other."""
    if one.when is None or other.when is None:
        return False
    between = days_apart(one.when, other.when)
    if between is None or one.when.basis == other.when.basis == "report":
        return False
    if one.when.basis == other.when.basis:
        return abs(between[0]) > NIGHT
    later = between[0] if one.when.basis == "event" else -between[0]
    return between[1] == 0 and later < -NIGHT


def apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two explicit dates exclude each other: a night may lie between two days, but not between two months."""
    return gap(one, other) > (NIGHT if max(one[1] - one[0], other[1] - other[0]) <= _NARROW_DAYS else 0)


def gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Days between two windows; 0 when they overlap."""
    return max(0, one[0] - other[1], other[0] - one[1])


def evidence(one: MentionFeatures, other: MentionFeatures) -> list[Point]:
    """All points for and against, by what they are about."""
    figures, scale = toll_points(one, other), _scale(one, other)
    points = [
        Point("date", _date(one, other)),
        Point("place", _place(one, other)),
        Point("actor", _actors(one, other)),
        Point("target", _targets(one, other)),
        Point("mode", _mode(one, other)),
        Point("figures", max(0.0, figures) if scale else figures),
        Point("scale", scale),
        Point("words", _words(one, other)),
        Point("title", 2.0 * overlap(one.title, other.title)),
        Point("company", _company(one, other)),
    ]
    points.append(Point("substance", _substance(one, points)))
    agreed = max(0.0, sum(point.points for point in points))
    points.append(Point("lead", min(agreed, _LEAD * (one.leads + other.leads))))
    return [point for point in points if point.points]


def _substance(one: MentionFeatures, points: Iterable[Point]) -> float:
    said = sum(max(0.0, point.points) for point in points if point.about in ("actor", "target", "figures", "words", "title"))
    return _EMPTY if GROUPS[one.type] not in _OF_ONE_PLACE and said < _SUBSTANCE else 0.0


def score(one: MentionFeatures, other: MentionFeatures) -> float:
    return sum(point.points for point in evidence(one, other))


def _date(one: MentionFeatures, other: MentionFeatures) -> float:
    if one.window and other.window:
        if _is_ongoing(one):
            return _SAME_DAY
        return _dates(one.window, other.window, recalled=one.recalled and other.recalled)
    between = days_apart(one.when, other.when) if one.when and other.when else None
    if one.when is None or other.when is None or between is None:
        return 0.0
    days, by_week = between[0], between[1] == _WEEK
    if one.when.basis == other.when.basis == "event":
        return (_SAME_WEEKDAY if by_week else _SAME_DAY) if days == 0 else _NEXT_WEEKDAY if by_week else _NIGHT
    if one.when.basis == other.when.basis:
        return (0.3 if abs(days) <= 1 else _WEEKDAY_UNFIT) if by_week else _step(_TOGETHER, abs(days))
    vague, later = (other, days) if one.when.basis == "event" else (one, -days)
    if by_week:
        return _WEEKDAY_FITS if 0 <= later <= 1 else _WEEKDAY_UNFIT
    points = _step(_FRESH, later) if later >= -NIGHT else _STALE
    return points if vague.leads or points < 0 else _RECITAL * points


def _dates(one: tuple[int, int], other: tuple[int, int], *, recalled: bool) -> float:
    """Points of two dates that do not exclude each other."""
    if gap(one, other):
        return _NIGHT
    width = max(one[1] - one[0], other[1] - other[0])
    if width > COARSE_DAYS:
        return _SEASON + (_RECALLED if recalled else 0.0)
    return _SAME_DAY if width <= 1 else _PERIOD


def _step(steps: Sequence[tuple[int, float]], days: int) -> float:
    return next((points for most, points in steps if days <= most), _STALE)


def _place(one: MentionFeatures, other: MentionFeatures) -> float:
    known = relation(one.spot, other.spot)
    if known in ("same", "apart") or one.places.isdisjoint(other.places):
        return _PLACES[known]
    return _NAMED


def _company(one: MentionFeatures, other: MentionFeatures) -> float:
    """Towns and people unknown to the packs that both documents tell of beside this: they are likely of one day."""
    beside = len(one.company & other.company - {mention.spot.key for mention in (one, other) if mention.spot})
    return min(1.6, 0.8 * beside)


def _actors(one: MentionFeatures, other: MentionFeatures) -> float:
    return _parties([actor for actor, _ in one.actors], [actor for actor, _ in other.actors], same=0.7, alike=0.5, apart=-0.5)


def _targets(one: MentionFeatures, other: MentionFeatures) -> float:
    points = _parties(one.targets, other.targets, same=0.6, alike=0.4, apart=-0.2)
    return 0.6 if points < 0 and (_names_target(one, other) or _names_target(other, one)) else points


def _names_target(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether the sentence of one names a person whom the other calls the target."""
    return any(target.kind == "person" and target.key in one.names for target in other.targets)


def _parties(ours: Sequence[Party], theirs: Sequence[Party], *, same: float, alike: float, apart: float) -> float:
    if not ours or not theirs:
        return 0.0
    shared = {party.key for party in ours} & {party.key for party in theirs}
    if shared:
        people = {party.key for party in ours if party.kind == "person"} & shared
        return same + min(2.3, 1.3 * len(people))
    return alike if any(related(one, other) for one in ours for other in theirs) else apart


def _mode(one: MentionFeatures, other: MentionFeatures) -> float:
    kind = 0.0 if one.type == other.type else -0.5
    if one.mode is None or other.mode is None:
        return kind
    if one.mode == other.mode:
        return kind + 0.4
    return kind - (0.0 if one.mode in _SHELLING and other.mode in _SHELLING else 2.0)


def _scale(one: MentionFeatures, other: MentionFeatures) -> float:
    """Disasters and massacres are rare: two that cost scores of lives in one place and the same days are one, whatever their tolls."""
    both = is_mass(one) and is_mass(other)
    return 1.5 if both and relation(one.spot, other.spot) in ("same", "region", "within", "beside") else 0.0


def _words(one: MentionFeatures, other: MentionFeatures) -> float:
    enough = min(len(one.words), len(other.words)) >= 4
    return 1.6 * max(0.0, overlap(one.words, other.words) - 0.2) if enough else 0.0
