"""Rival counts: values of one part of an event's toll that cannot both be right, and are not one another's update."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tawatur.reconciling.features import StatementFeatures
from tawatur.reconciling.figures import Count
from tawatur.reconciling.places import relation
from tawatur.reconciling.scopes import excludes, is_others, limits
from tawatur.reconciling.similarity import NIGHT, gap

Told = Mapping[str, StatementFeatures]
Days = tuple[int, int]
_RISING = frozenset(("killed", "injured", "missing", "displaced", "captured"))


def rivals(found: Sequence[Count], statements: Iterable[StatementFeatures] = ()) -> list[tuple[list[Count], list[Count]]]:
    """Pairs of positions on one part, each position being all counts of one value; `statements` are those that may give a count."""
    told = {one.id: one for one in statements}
    standing = [count for count in found if not (count.superseded or count.denied or count.over_time)]
    current = _without_overtaken(standing)
    groups: dict[tuple[str, int, int], list[Count]] = defaultdict(list)
    for count in current:
        if not is_others(count.figure):
            groups[(count.part, *limits(count.figure))].append(count)
    keys = sorted(groups)
    return [
        (groups[one], groups[other])
        for index, one in enumerate(keys)
        for other in keys[index + 1 :]
        if one[0] == other[0] and _contradict(groups[one], groups[other], told)
    ]


def _without_overtaken(found: Sequence[Count]) -> list[Count]:
    """Leaves out a toll whose own teller gives a higher one of the same part in the same mention: it is what was known before.

    What a report says in its own words is overtaken by whatever higher count it gives beside it.
    """
    own: dict[tuple[str, str, str], int] = defaultdict(int)
    beside: dict[tuple[str, str], int] = defaultdict(int)
    for count in found:
        low = count.figure.low or 0
        told, said = (count.mention, count.part), (count.mention, count.part, count.account.origin)
        own[said], beside[told] = max(own[said], low), max(beside[told], low)

    def overtaken(count: Count) -> bool:
        told_by_none = count.account.id == count.mention
        most = beside[count.mention, count.part] if told_by_none else own[count.mention, count.part, count.account.origin]
        return count.figure.role in _RISING and 0 < limits(count.figure)[1] < most

    return [count for count in found if not overtaken(count)]


def _contradict(ours: list[Count], theirs: list[Count], told: Told) -> bool:
    if not excludes(ours[0].figure, theirs[0].figure) or _told_together(ours, theirs):
        return False
    if _of_two_places(ours, theirs) or _of_two_times(ours, theirs):
        return False
    if _of_a_part(ours, theirs) or _of_a_part(theirs, ours):
        return False
    lower, higher = sorted((ours, theirs), key=lambda group: limits(group[0].figure))
    if lower[0].figure.role not in _RISING or limits(lower[0].figure)[1] == 0:
        return True
    return not _rose(lower, higher, told)


def _rose(lower: list[Count], higher: list[Count], told: Told) -> bool:
    """Whether the higher count is an update: tolls rise. It was first given on a later day, or on the same day as one that has risen.

    Who says «no more than 61» holds that against any higher count.
    """
    last_low = max((count.day for count in lower if count.day is not None), default=None)
    first_high = min((count.day for count in higher if count.day is not None), default=None)
    if last_low is None or first_high is None or lower[0].figure.modifier in ("at_most", "less_than"):
        return False
    return last_low < first_high or (last_low == first_high and any(_says_rose(told.get(count.account.id)) for count in higher))


def _says_rose(statement: StatementFeatures | None) -> bool:
    return statement is not None and any(said.predicate == "rise" and said.sign > 0 for said in statement.propositions)


def _of_two_times(ours: list[Count], theirs: list[Count]) -> bool:
    """Whether those who give the counts name other periods for them: arrests of Tuesday, and of the last three days.

    Two single days may be that of the event and that of the count.
    """
    pairs = [(one.days, other.days) for one in ours for other in theirs]
    return all(some and others and all(_differ(one, other) for one in some for other in others) for some, others in pairs)


def _differ(one: Days, other: Days) -> bool:
    length, length2 = one[1] - one[0], other[1] - other[0]
    return max(length, length2) > NIGHT and (gap(one, other) > NIGHT or abs(length - length2) > NIGHT)


def _of_two_places(ours: list[Count], theirs: list[Count]) -> bool:
    """Whether one side counts for a place that only holds the other's: a toll of the province is not one of the town."""
    return all(_is_wider(one, other) for one in ours for other in theirs)


def _of_a_part(part: list[Count], whole: list[Count]) -> bool:
    """Whether one side counts in a part of the place only, and no more than the other allows for the rest or the whole."""
    confined = all(count.area for count in part) and not any(count.area for count in whole)
    return confined and limits(part[0].figure)[0] <= limits(whole[0].figure)[1]


def _is_wider(one: Count, other: Count) -> bool:
    return (
        relation(one.spot, other.spot) == "within"
        and one.spot is not None
        and other.spot is not None
        and one.spot.coarse != other.spot.coarse
    )


def _told_together(ours: list[Count], theirs: list[Count]) -> bool:
    """Whether one document gives both counts, and not as those of two who are named apart."""
    if {count.account.origin for count in ours} & {count.account.origin for count in theirs}:
        return True
    shared = {count.document for count in ours} & {count.document for count in theirs}
    return any(count.document in shared and count.account.kind in ("relay", "anonymous") for count in (*ours, *theirs))
