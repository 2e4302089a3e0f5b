"""Kinship: whether two documents share so much text, in their own voice, that one descends from the other or both from a third."""

from collections.abc import Set as AbstractSet

import msgspec

from tawatur.reconciling.features import DocumentFeatures
from tawatur.reconciling.shingles import Runs, unpacked


class Standard(msgspec.Struct, frozen=True):
    """The least shares of the shorter and of the longer text that must be shared."""

    shorter: float
    longer: float


REPRINT = Standard(0.5, 0.15)
"""Half of the shorter text; less than so much of the longer one, and it is a round-up that took in a report."""
REPEATED = Standard(0.75, 0.4)
"""One outlet, or days apart: outlets repeat their background, and fill in forms; a later version or a recycled story keeps most."""
REPRINT_DAYS = 3
"""A report is reprinted within so many days."""
VOICE = 0.25
"""The least share of what is left without the quotations that both give: quoting one statement is no kinship."""
TOUCHING = 0.1
"""Two texts of which less than this is left have nothing to do with each other."""
FIGURES = 1 / 3
"""Where less than this of the runs with digits is repeated, a form was filled in twice: exchange rates, weather."""

LEAST_SAMPLES, LEAST_SAMPLED = 2, 0.03
"""What two samples must share to be worth comparing: so many windows, and such a share of the smaller sample."""

_FEWEST, _FEWEST_COUNTED = 12, 9


class Kinship(msgspec.Struct, frozen=True):
    """Two documents that share text, in the order of their ids: `share` is of the shorter one."""

    one: str
    other: str
    share: float


def may_be_kin(shared_samples: int, size_one: int, size_other: int) -> bool:
    """Whether two documents are worth comparing, from the sizes of their samples and how much of these is shared."""
    return shared_samples >= max(LEAST_SAMPLES, LEAST_SAMPLED * min(size_one, size_other))


def kinship(one: DocumentFeatures, other: DocumentFeatures) -> Kinship | None:
    """What makes two documents kin, or None when they are not. It depends on these two alone, and on no order."""
    one, other = sorted((one, other), key=lambda document: document.id)
    ours, theirs = unpacked(one.shingles), unpacked(other.shingles)
    asked = standard(one, other)
    if not _same_text(ours, theirs, asked) or (asked is REPEATED and _same_form(ours, theirs)):
        return None
    return Kinship(one.id, other.id, len(ours.whole & theirs.whole) / min(len(ours.whole), len(theirs.whole)))


def standard(one: DocumentFeatures, other: DocumentFeatures) -> Standard:
    """What two documents must share to be kin."""
    return REPEATED if _is_one_outlet(one, other) or _are_days_apart(one, other) else REPRINT


def _is_one_outlet(one: DocumentFeatures, other: DocumentFeatures) -> bool:
    return one.outlet is not None and one.outlet == other.outlet


def _are_days_apart(one: DocumentFeatures, other: DocumentFeatures) -> bool:
    return one.day is not None and other.day is not None and abs(one.day - other.day) > REPRINT_DAYS


def touching(one: DocumentFeatures, other: DocumentFeatures) -> bool:
    """Whether two texts, kin or not, have something to do with each other."""
    shorter, longer = _by_length(unpacked(one.shingles), unpacked(other.shingles))
    return _in_own_voice(shorter, longer, TOUCHING)


def _same_text(one: Runs, other: Runs, standard: Standard) -> bool:
    shorter, longer = _by_length(one, other)
    if len(shorter.whole) < _FEWEST or _share(shorter.whole, longer.whole) < standard.shorter:
        return False
    if _share(longer.whole, shorter.whole) < standard.longer:
        return False
    room = len(shorter.whole) / len(longer.whole)
    return _in_own_voice(shorter, longer, VOICE) and _in_own_voice(longer, shorter, VOICE * room)


def _in_own_voice(one: Runs, other: Runs, least: float) -> bool:
    """Whether, apart from quotations that both give, at least such a share of one text is said by both in their own voice."""
    shared, own = one.whole & other.whole, one.own & other.own
    if not own:
        return one.whole == other.whole
    return len(own) >= least * (len(one.whole) - len(shared - own))


def _same_form(one: Runs, other: Runs) -> bool:
    """Whether one form was filled in twice: the words are the same, the figures are not."""
    shorter, longer = _by_length(one, other)
    return len(shorter.counted) >= _FEWEST_COUNTED and _share(shorter.counted, longer.counted) < FIGURES


def _by_length(one: Runs, other: Runs) -> tuple[Runs, Runs]:
    """The shorter first. Of two that are as long, the one whose hashes come first: the answer must not depend on who asks."""
    key = (len(one.whole), one.ordered) <= (len(other.whole), other.ordered)
    return (one, other) if key else (other, one)


def _share(part: AbstractSet[int], whole: AbstractSet[int]) -> float:
    return len(part & whole) / len(part)
