"""Whether a predicate is asserted at all, and with which sign."""

from collections.abc import Iterable

from tawatur.reconciling.marks import Clause, Mark

_BEFORE, _AFTER = 4, 14
_ABSENCE = 3
_TRUTH = 8
"""Words that «عدم صحة …» and «عدم وجود …» reach."""


def aspect_of(clause: Clause, head: Mark) -> Mark | None:
    """The nearest mark of going on or stopping, before or after, with no predicate of another class between."""
    near: list[tuple[int, Mark]] = []
    others = [mark for mark in clause.of("content") if mark.predicate != head.predicate]
    ends = [mark for mark in clause.of("until", "aside") if mark.first >= head.stop]
    for aspect in clause.of("aspect"):
        low, high, limit = (aspect.stop, head.first, _BEFORE) if aspect.first < head.first else (head.stop, aspect.first, _AFTER)
        between = others if aspect.first < head.first else others + ends
        if high - low <= limit and not any(low <= other.first < high for other in between):
            near.append((high - low, aspect))
    return min(near, key=lambda pair: (pair[0], pair[1].first))[1] if near else None


def is_real(clause: Clause, head: Mark, *, denied: bool) -> bool:
    """Whether the predicate is neither to come, nor wished for, nor only what others allege; to deny an allegation is to deny it."""
    if head.future:
        return False
    over = [mark for mark in clause.of("unreal", "alleged") if mark.stop <= head.first <= mark.stop + mark.reach]
    if denied or clause.of("not", "deny", "untrue"):
        over = [mark for mark in over if mark.kind != "alleged"]
    return not over


def turns(clause: Clause, parts: Iterable[Mark]) -> bool:
    """Whether negations turn the predicate and its aspect: one for each that reaches either of them."""
    reached = tuple(parts)
    odd = False
    for mark in clause.marks:
        absent = mark.kind == "exist" and mark.sign < 0
        negating = (mark.kind in ("not", "deny") or absent) and any(_reaches(clause, mark, part) for part in reached)
        odd ^= mark.kind == "untrue" or negating
    return odd


def _reaches(clause: Clause, negation: Mark, head: Mark) -> bool:
    truth = any(mark.first == negation.stop for mark in clause.of("exist"))
    reach = _TRUTH if truth else min(negation.reach or _ABSENCE, head.reach or negation.reach or _ABSENCE)
    if not negation.stop <= head.first <= negation.stop + reach:
        return False
    return not any(negation.stop <= mark.first < head.first for mark in clause.of("content", "but", "aside"))
