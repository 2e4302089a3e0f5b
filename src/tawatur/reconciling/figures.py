"""Figures of an event: the values that accounts give for each role, and the range they leave."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from tawatur.model import Figure, FigureRange, FigureValue
from tawatur.reconciling.accounts import Account
from tawatur.reconciling.chains import chains
from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.scopes import excludes, is_others, limits, scope

_RISING = frozenset(("killed", "injured", "missing", "displaced", "captured"))


class Count(msgspec.Struct, frozen=True):
    """One figure as one mention gives it. `part` is empty for a count of all; `account` says who stands behind it."""

    figure: Figure
    part: str
    mention: str
    document: str
    day: int | None
    account: Account
    superseded: bool = False
    denied: bool = False


def counts(
    mentions: Iterable[MentionFeatures], accounts: dict[str, Account], denials: frozenset[str] = frozenset()
) -> dict[str, list[Count]]:
    """All counts of an event by role; marked are those that their own origin later replaced, and those told in a denial."""
    by_role: dict[str, list[Count]] = defaultdict(list)
    for mention in mentions:
        said_in = dict(mention.said_in)
        for figure in mention.figures:
            if figure.low is not None or figure.high is not None:
                teller = accounts.get(said_in.get(figure.start, ""), accounts[mention.id])
                told = Count(figure, scope(figure), mention.id, mention.document, mention.day, teller, denied=teller.id in denials)
                by_role[figure.role].append(told)
    return {role: _supersede(sorted(by_role[role], key=_order)) for role in sorted(by_role)}


def _order(count: Count) -> tuple[int, str, int, str]:
    return (count.day if count.day is not None else 10**9, count.mention, count.figure.start, count.part)


def _supersede(found: list[Count]) -> list[Count]:
    """A count gives way to a later and different one of the same part by the same origin."""
    last: dict[tuple[str, str], int] = {}
    for count in found:
        if count.day is not None:
            key = (count.account.origin, count.part)
            last[key] = max(last.get(key, 0), count.day)
    kept = {(*_source(count), limits(count.figure)) for count in found if count.day == last.get(_source(count))}
    return [
        msgspec.structs.replace(count, superseded=True)
        if count.day is not None and count.day < last[_source(count)] and (*_source(count), limits(count.figure)) not in kept
        else count
        for count in found
    ]


def _source(count: Count) -> tuple[str, str]:
    return count.account.origin, count.part


def figure_range(found: Sequence[Count]) -> FigureRange:
    """`low` and `high` are the least and most that current accounts of the whole allow, `best` what the most chains say."""
    found = [count for count in found if not count.denied] or found
    values = _values(found)
    totals = _totals([count for count in found if not count.superseded])
    lows = [low for low, _, _ in totals]
    highs = [high for _, high, _ in totals if high is not None]
    return FigureRange(min(lows, default=None), _best(values, totals), max(highs, default=None), values)


def _values(found: Sequence[Count]) -> tuple[FigureValue, ...]:
    groups: dict[tuple[bool, str, int, int, str], list[Count]] = defaultdict(list)
    for count in found:
        figure = count.figure
        key = (count.superseded, count.part, _or(figure.low, -1), _or(figure.high, -1), figure.modifier)
        groups[key].append(count)
    return tuple(_value(groups[key]) for key in sorted(groups))


def _or(number: int | None, instead: int) -> int:
    return instead if number is None else number


def _value(group: list[Count]) -> FigureValue:
    figure, behind = group[0].figure, chains(count.account for count in group)
    mentions = tuple(sorted({count.mention for count in group}))
    documents = tuple(sorted({count.document for count in group}))
    of = min(filter(None, (count.figure.of for count in group)), default=None) if group[0].part else None
    return FigureValue(figure.low, figure.high, figure.modifier, mentions, documents, behind.least, behind.most, of, group[0].superseded)


Total = tuple[int, int | None, int]


def _totals(current: Sequence[Count]) -> list[Total]:
    """Per mention what it says of the whole: low, high, and the number of figures it takes to say so.

    Where a mention only counts parts, at least the largest part was counted and at most their sum.
    """
    by_mention: dict[str, list[Count]] = defaultdict(list)
    for count in current:
        by_mention[count.mention].append(count)
    return [_total(by_mention[mention]) for mention in sorted(by_mention)]


def _total(group: list[Count]) -> Total:
    whole = [count for count in group if not count.part and not is_others(count.figure)]
    picked = whole or group
    low = max(_or(count.figure.low, 0) for count in picked)
    if whole:
        highs = [count.figure.high for count in whole if count.figure.low == low or count.figure.low is None]
        return low, max((high for high in highs if high is not None), default=None), 1
    parts = [count.figure.high for count in group]
    high = None if None in parts else sum(part for part in parts if part is not None)
    return low, high, len(group)


def _best(values: Sequence[FigureValue], totals: Sequence[Total]) -> int | None:
    """The exact value of the whole with the most chains behind it, then the most documents; else what any mention adds up to.

    A smaller value that a mention gives beside its whole («9 ثم 22») is no candidate.
    """
    wholes = {low for low, _, _ in totals}
    whole = [value for value in values if value.of is None and not value.superseded and value.low in wholes]
    exact = [value for value in whole if value.modifier != "vague"]
    if exact:
        return max(exact, key=_weight).low
    sums = [high for _, high, size in totals if high is not None and size > 1]
    parts = [low for low, high, size in totals if size == 1 and low == high]
    return max(sums + parts, default=None)


def _weight(value: FigureValue) -> tuple[int, int, int, bool, int]:
    return value.chains_min, value.chains_max, len(value.documents), value.modifier == "exact", -_or(value.low, 0)


def rivals(found: Sequence[Count]) -> list[tuple[list[Count], list[Count]]]:
    """Pairs of positions on one part that cannot both be right, each position being all counts of one value.

    A higher count published on a later day is an update, not a rival: tolls rise. Neither is a lower count whose own teller gives a
    higher one in the same mention: it is a part, or what was known before.
    """
    most: dict[tuple[str, str], int] = defaultdict(int)
    for count in found:
        most[count.mention, count.account.origin] = max(most[count.mention, count.account.origin], _or(count.figure.low, 0))
    groups: dict[tuple[str, int, int], list[Count]] = defaultdict(list)
    for count in found:
        overtaken = count.figure.role in _RISING and 0 < limits(count.figure)[1] < most[count.mention, count.account.origin]
        if not (count.superseded or count.denied or overtaken) and not is_others(count.figure):
            groups[(count.part, *limits(count.figure))].append(count)
    keys = sorted(groups)
    return [
        (groups[one], groups[other])
        for index, one in enumerate(keys)
        for other in keys[index + 1 :]
        if one[0] == other[0] and _contradict(groups[one], groups[other])
    ]


def _contradict(ours: list[Count], theirs: list[Count]) -> bool:
    if not excludes(ours[0].figure, theirs[0].figure) or _told_together(ours, theirs):
        return False
    lower, higher = sorted((ours, theirs), key=lambda group: limits(group[0].figure))
    if lower[0].figure.role not in _RISING or limits(lower[0].figure)[1] == 0:
        return True
    last_low = max((count.day for count in lower if count.day is not None), default=None)
    first_high = min((count.day for count in higher if count.day is not None), default=None)
    return last_low is None or first_high is None or last_low >= first_high


def _told_together(ours: list[Count], theirs: list[Count]) -> bool:
    """Whether one document gives both counts, and not as those of two who are named apart."""
    if {count.account.origin for count in ours} & {count.account.origin for count in theirs}:
        return True
    shared = {count.document for count in ours} & {count.document for count in theirs}
    return any(count.document in shared and count.account.kind in ("relay", "anonymous") for count in (*ours, *theirs))
