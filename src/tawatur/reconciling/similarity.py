"""How much speaks for two event mentions being of one event, and what rules it out."""

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.reconciling.dates import COARSE_DAYS
from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.parties import Party, related
from tawatur.reconciling.places import relation
from tawatur.reconciling.scopes import excludes, is_telling, scope
from tawatur.reconciling.words import overlap

ENOUGH = 3.0
"""Points from which two mentions are taken for one event."""
HINT = 1.5
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
_PLACE_POINTS = {"same": 2.0, "near": 0.8, "within": 0.7, "unknown": 0.0, "other": -2.0, "apart": -3.0}
_SHELLING = frozenset(("aerial", "drone", "heavy-weapons", "explosives", "targeted", "destroy", "suicide-attack"))
_UNDATED_REACH = 8
_MASS = 50
"""Deaths from which an event is rare."""
_NARROW_DAYS = 3
_TIMELESS = -1.0
_RECALLED = 0.6
"""Of what lies years back, news recalls little: two that fit are likelier one."""


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
        return apart(one.window, other.window)
    return reality(one) == "real" and (_foretold(one, other) or _foretold(other, one))


def _foretold(vague: MentionFeatures, dated: MentionFeatures) -> bool:
    """Whether an undated report of what took place came out before the dated event did."""
    return vague.window is None and vague.day is not None and dated.window is not None and dated.window[0] - vague.day > NIGHT


def apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two explicit dates exclude each other: a night may lie between two days, but not between two months."""
    return gap(one, other) > (NIGHT if max(one[1] - one[0], other[1] - other[0]) <= _NARROW_DAYS else 0)


def gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Days between two windows; 0 when they overlap."""
    return max(0, one[0] - other[1], other[0] - one[1])


def evidence(one: MentionFeatures, other: MentionFeatures) -> list[Point]:
    """All points for and against, by what they are about."""
    scale, figures = _scale(one, other), _figures(one, other)
    points = [
        Point("date", _date(one, other)),
        Point("place", _PLACE_POINTS[relation(one.spot, other.spot)]),
        Point("actor", _actors(one, other)),
        Point("target", _targets(one, other)),
        Point("mode", _mode(one, other)),
        Point("figures", max(0.0, figures) if scale else figures),
        Point("scale", scale),
        Point("words", 2.5 * max(0.0, _words(one, other) - 0.15)),
        Point("names", _names(one, other)),
    ]
    return [point for point in points if point.points]


def score(one: MentionFeatures, other: MentionFeatures) -> float:
    return sum(point.points for point in evidence(one, other))


def _date(one: MentionFeatures, other: MentionFeatures) -> float:
    if one.window and other.window:
        if gap(one.window, other.window):
            return 0.5 if _is_of_its_day(max(one, other, key=lambda mention: mention.window or (0, 0))) else -0.5
        width = max(one.window[1] - one.window[0], other.window[1] - other.window[0])
        if width > COARSE_DAYS:
            return 0.4 + (_RECALLED if one.recalled and other.recalled else 0.0)
        return 1.5 if width == 0 else 1.0
    if one.window or other.window:
        dated, vague = (one, other) if one.window else (other, one)
        return _told_later(dated, vague)
    return _both_undated(one, other)


def _is_of_its_day(mention: MentionFeatures) -> bool:
    """Whether its date is the day of publication: what happened the day before is easily told as of today."""
    return mention.day is not None and mention.window == (mention.day, mention.day)


def _told_later(dated: MentionFeatures, vague: MentionFeatures) -> float:
    """An undated mention most likely tells of what happened in the days before it was published."""
    if vague.day is None or dated.window is None:
        return _TIMELESS
    days = max(0, vague.day - dated.window[1])
    return 0.8 if days <= 2 else 0.2 if days <= 4 else -0.8 if days <= _UNDATED_REACH else -2.5


def _both_undated(one: MentionFeatures, other: MentionFeatures) -> float:
    if one.day is None or other.day is None:
        return _TIMELESS
    days = abs(one.day - other.day)
    return 0.6 if days <= 1 else 0.0 if days <= 3 else -1.0 if days <= _UNDATED_REACH else -2.5


def _actors(one: MentionFeatures, other: MentionFeatures) -> float:
    return _parties([actor for actor, _ in one.actors], [actor for actor, _ in other.actors], same=1.2, alike=0.7, apart=-0.6)


def _targets(one: MentionFeatures, other: MentionFeatures) -> float:
    points = _parties(one.targets, other.targets, same=1.0, alike=0.7, apart=-0.3)
    return 0.7 if points < 0 and (_names_target(one, other) or _names_target(other, one)) else points


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
    kind = 0.3 if one.type == other.type else -0.5
    if one.mode is None or other.mode is None:
        return kind
    if one.mode == other.mode:
        return kind + 0.4
    return kind - (0.0 if one.mode in _SHELLING and other.mode in _SHELLING else 1.0)


def _figures(one: MentionFeatures, other: MentionFeatures) -> float:
    """Equal counts speak for one event, the more so the larger they are; exclusive ones a little against, since tolls rise."""
    points = 0.0
    for ours in one.figures:
        for theirs in other.figures:
            if ours.role != theirs.role or scope(ours) != scope(theirs):
                continue
            if is_telling(ours) and (ours.low, ours.high) == (theirs.low, theirs.high):
                points += 1.0 if (ours.low or 0) >= 5 else 0.4
            elif excludes(ours, theirs):
                points -= 0.3
    return max(-0.6, min(1.6, points))


def _scale(one: MentionFeatures, other: MentionFeatures) -> float:
    """Disasters and massacres are rare: two that cost scores of lives in one place and the same days are one, whatever their tolls."""
    both = _deaths(one) >= _MASS and _deaths(other) >= _MASS
    return 1.5 if both and relation(one.spot, other.spot) in ("same", "within", "near") else 0.0


def _deaths(mention: MentionFeatures) -> int:
    return max((figure.low or 0 for figure in mention.figures if figure.role == "killed" and is_telling(figure)), default=0)


def _words(one: MentionFeatures, other: MentionFeatures) -> float:
    return overlap(one.words, other.words) if min(len(one.words), len(other.words)) >= 4 else 0.0


def _names(one: MentionFeatures, other: MentionFeatures) -> float:
    """Names in the two sentences, beyond those already counted as actors, targets or places."""
    counted = {party.key for mention in (one, other) for party in (*mention.targets, *(actor for actor, _ in mention.actors))}
    counted |= {mention.spot.key for mention in (one, other) if mention.spot}
    return min(1.0, 0.4 * len((one.names & other.names) - counted))
