"""Settlements: which disagreements a person settled, and what that makes of an event.

A judgement that settles names an account on either side, since ids of events and disagreements change with what comes in.
"""

from collections.abc import Iterable, Sequence
from typing import get_args

from msgspec.structs import replace

from tawatur.model import Disagreement, Event, FigureRange, Judgement, Settlement, Way
from tawatur.reconciling.cases import Case
from tawatur.reconciling.corrections import figure_id
from tawatur.reconciling.figures import Count
from tawatur.reconciling.rulings import Rulings, field_and_value, moment

_ONE_MATTER = {"rumour_denied": "denial", "self_contradiction": "denial"}
"""Kinds that one disagreement may pass through as more is said of it."""
_WAYS: dict[str, Way] = {way: way for way in get_args(Way)}


def scope(kind: str) -> str:
    """The kind of disagreement as a settlement names it."""
    return _ONE_MATTER.get(kind, kind)


def way_of(judgement: Judgement) -> Way | None:
    """How a judgement settles; None for what is no way to settle."""
    return _WAYS.get(field_and_value(judgement)[1])


def places(found: Disagreement) -> dict[str, int]:
    """The side of each account and figure of a disagreement, without those on several sides."""
    on: dict[str, set[int]] = {}
    for place, side in enumerate(found.sides):
        for name in (*side.figures, *side.mentions, *side.statements):
            on.setdefault(name, set()).add(place)
    return {name: min(sides) for name, sides in on.items() if len(sides) == 1}


def held(found: Disagreement, rules: Rulings) -> Judgement | None:
    """The last judgement in force that settles a disagreement: it names accounts of two sides."""
    if not rules.settling:
        return None
    holding = [one for name in places(found) for one in rules.settling.get(name, ()) if settles(one, found)]
    return max(holding, key=lambda one: (moment(one), one.id), default=None)


def settles(one: Judgement, found: Disagreement) -> bool:
    """Whether a judgement names accounts of two sides of a disagreement, a way to settle, and no other kind."""
    side_of = places(found)
    ours, theirs = side_of.get(one.subject), side_of.get(one.object or "")
    kind = field_and_value(one)[0]
    apart = ours is not None and theirs is not None and ours != theirs
    return apart and way_of(one) is not None and kind in ("", scope(found.kind))


def settled(found: Disagreement, rules: Rulings) -> Disagreement:
    """The disagreement with how it was settled, if it was."""
    last = held(found, rules)
    way = way_of(last) if last else None
    if last is None or way is None:
        return found
    return replace(found, settled=Settlement(way, last.id, places(found)[last.subject] if way == "prefer" else None))


def decided(case: Case, found: Iterable[Disagreement], rules: Rulings) -> Event:
    """The event of a case as its settlements leave it: the preferred count is the best, and so the preferred day and place.

    Low and high stay. Where a range is kept, no count is the best. The later decision has the last word.
    """
    event = case.event
    settling = [(last, settled(one, rules)) for one in found if (last := held(one, rules))]
    for _, one in sorted(settling, key=lambda pair: (moment(pair[0]), pair[0].id)):
        event = _circumstance(event, one, case) if one.kind in ("place", "date") else _figures(event, one, case)
    return event


def _circumstance(event: Event, found: Disagreement, case: Case) -> Event:
    """With the day or the place that the preferred side tells first."""
    if found.settled is None or found.settled.side is None:
        return event
    preferred = [mention for mention in case.mentions if mention.id in found.sides[found.settled.side].mentions]
    if found.kind == "place":
        place = next((mention.place for mention in preferred if mention.place), None)
        return replace(event, place=place) if place else event
    date = next((mention.date for mention in preferred if mention.date), None)
    return replace(event, date=date) if date else event


def _figures(event: Event, found: Disagreement, case: Case) -> Event:
    """With the best count as it was settled: of the whole, or of the part («soldiers») that all accounts count."""
    counted = {figure_id(one.mention, one.figure): one for counts in case.counts.values() for one in counts}
    sides = [[counted[name] for name in side.figures if name in counted] for side in found.sides]
    first = next((counts[0] for counts in sides if counts), None)
    if first is None or found.settled is None or (first.part and any(one.part != first.part for one in case.counts[first.figure.role])):
        return event
    role, way, side = first.figure.role, found.settled.way, found.settled.side
    kept = event.figures[role]
    if way == "range":
        kept = replace(kept, best=None)
    elif side is not None and sides[side]:
        kept = _preferring(kept, sides[side])
    return replace(event, figures={**event.figures, role: kept})


def _preferring(kept: FigureRange, counts: Sequence[Count]) -> FigureRange:
    """With the count that is preferred as the best; where a denial is preferred, what it denies is not the best."""
    figure = counts[0].figure
    if counts[0].denied:
        return replace(kept, best=None) if kept.best == figure.low else kept
    best = figure.low if figure.modifier != "vague" else None
    if best is None:
        return replace(kept, best=None)
    low, high = kept.low if kept.low is None else min(kept.low, best), kept.high if kept.high is None else max(kept.high, best)
    return FigureRange(low, best, high, kept.values)
