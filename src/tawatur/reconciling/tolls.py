"""Whether the counts that two mentions give speak for one event or against it."""

from collections.abc import Iterator

from tawatur.model import Figure
from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.scopes import is_telling, scope

_LARGE = 3
"""From so many dead or hurt, equal counts are seldom chance."""
_LARGE_OTHER = 5
_HARM = ("killed", "injured")
_MASS = 50
"""Deaths from which an event is rare."""
_LEAST, _MOST = -1.0, 3.0


def toll_points(one: MentionFeatures, other: MentionFeatures) -> float:
    """Points for counts of dead, hurt and other things. Tolls rise, so that other counts speak only a little against."""
    if not one.figures or not other.figures:
        return 0.0
    points = _harm(one, other, "killed", small=1.0, large=1.8) + _harm(one, other, "injured", small=0.3, large=0.8)
    return max(_LEAST, min(_MOST, points + sum(_alike(one, other))))


def _harm(one: MentionFeatures, other: MentionFeatures, role: str, *, small: float, large: float) -> float:
    """Points for the largest count of a role, whatever each calls those counted: «أربعة مدنيين» may be «أربعة أطفال»."""
    ours, theirs = _largest(one, role), _largest(other, role)
    if not ours or not theirs:
        return 0.0
    if ours == theirs:
        return large if ours >= _LARGE else small
    return -0.4 if abs(ours - theirs) > max(1, max(ours, theirs) // 4) else 0.0


def _largest(mention: MentionFeatures, role: str) -> int:
    return max((figure.low or 0 for figure in mention.figures if figure.role == role and _is_exact(figure)), default=0)


def _is_exact(figure: Figure) -> bool:
    return is_telling(figure) and figure.low == figure.high


def _alike(one: MentionFeatures, other: MentionFeatures) -> Iterator[float]:
    """Points for each part of the dead or hurt (women, children), and for each other thing, that both count."""
    ours, theirs = _parts(one), _parts(other)
    for role, part in ours.keys() & theirs.keys():
        shared = ours[role, part] & theirs[role, part]
        if shared:
            yield 0.5 if role in _HARM or max(shared) < _LARGE_OTHER else 1.0
        else:
            yield -0.3


def _parts(mention: MentionFeatures) -> dict[tuple[str, str], set[int]]:
    """Exact counts by role and part; the dead and hurt as a whole are left out."""
    found: dict[tuple[str, str], set[int]] = {}
    for figure in mention.figures:
        if figure.low and _is_exact(figure):
            part = scope(figure)
            if part or figure.role not in _HARM:
                found.setdefault((figure.role, part), set()).add(figure.low)
    return found


def is_mass(mention: MentionFeatures) -> bool:
    """Whether it cost scores of lives."""
    return any(figure.role == "killed" and is_telling(figure) and (figure.low or 0) >= _MASS for figure in mention.figures)
