"""Figures of an event: the values that accounts give for each role, and the range they leave."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from tawatur.model import Figure, FigureRange, FigureValue
from tawatur.reconciling.accounts import Account
from tawatur.reconciling.chains import chains
from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.places import Spot
from tawatur.reconciling.scopes import is_others, is_telling, limits, scope

_LONGEST = 31
"""Days that one happening may last; over a longer time things add up, and reports count them from different days on."""


class Count(msgspec.Struct, frozen=True):
    """One figure as one mention gives it. `part` is empty for a count of all; `account` says who stands behind it.

    `spot` is where the mention says it was, `days` are those that its own statement names; `over_time`: it counts what a longer
    time brought, not one happening; `area`: the part of the place that alone it counts in.
    """

    figure: Figure
    part: str
    mention: str
    document: str
    day: int | None
    account: Account
    spot: Spot | None = None
    days: tuple[tuple[int, int], ...] = ()
    over_time: bool = False
    superseded: bool = False
    denied: bool = False
    area: str = ""


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
                by_role[figure.role].append(_count(mention, figure, teller, denied=teller.id in denials))
    return {role: _supersede(sorted(by_role[role], key=_order)) for role in sorted(by_role)}


def _count(mention: MentionFeatures, figure: Figure, teller: Account, *, denied: bool) -> Count:
    days = dict(mention.days_of).get(figure.start, ())
    windows = days or ((mention.window,) if mention.window else ())
    over_time = mention.modality in ("aggregate", "recurring") or _are_long(windows)
    area = dict(mention.areas).get(figure.start, "")
    part, spot = scope(figure), mention.spot
    return Count(figure, part, mention.id, mention.document, mention.day, teller, spot, days, over_time, denied=denied, area=area)


def _are_long(windows: Sequence[tuple[int, int]]) -> bool:
    return bool(windows) and all(last - first > _LONGEST for first, last in windows)


def _order(count: Count) -> tuple[int, str, int, str]:
    return (count.day if count.day is not None else 10**9, count.mention, count.figure.start, count.part)


Source = tuple[str, str]
"""Who counted, and the part counted."""


def _supersede(found: list[Count]) -> list[Count]:
    """A count gives way to a later one of the same part by the same origin, unless that repeats it or only says it less exactly."""
    latest: dict[Source, list[Count]] = defaultdict(list)
    for count in found:
        if count.day is not None and is_telling(count.figure):
            for source in _sources(count):
                kept = latest[source]
                if not kept or count.day >= (kept[0].day or 0):
                    latest[source] = [*(one for one in kept if one.day == count.day), count]
    return [msgspec.structs.replace(count, superseded=True) if _gives_way(count, latest) else count for count in found]


def _sources(count: Count) -> set[Source]:
    """A body and whoever speaks for it count as one, through whatever outlet they say it."""
    return {(name, count.part) for name in (count.account.organisation, count.account.origin) if name}


def _gives_way(count: Count, latest: dict[Source, list[Count]]) -> bool:
    for source in _sources(count):
        last = latest.get(source, [])
        if count.day is not None and last and count.day < (last[0].day or 0) and not any(_holds(one.figure, count.figure) for one in last):
            return True
    return False


def _holds(figure: Figure, earlier: Figure) -> bool:
    """Whether the later figure says the same, or leaves room for the earlier: «at least 10» after 12 takes nothing back."""
    (low, high), (low2, high2) = limits(figure), limits(earlier)
    return (low, high) == (low2, high2) or (figure.modifier != "exact" and is_telling(earlier) and low <= low2 and high2 <= high)


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

    Where a mention only counts parts, at least the largest part was counted and at most their sum; «6 others» are six and at least
    one more.
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
    if all(is_others(count.figure) for count in group):
        return low + 1, None, len(group)
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
