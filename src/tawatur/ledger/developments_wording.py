"""The words that developments share: how many chains, what a toll came to, what is spoken of."""

from collections.abc import Sequence
from typing import get_args

from tawatur.model import Claim, Event, FigureRange, FigureValue, Role
from tawatur.reconciling.explanations import Text, amount, event_label, joined, quoted, wording
from tawatur.text.plurals import number

_NAMED = 3
UNLIKE = "other"
"""The role of counts of all kinds of things."""


def counted(what: str, count: int) -> Text:
    """«سلسلتان مستقلتان», «3 أحداث»."""
    return wording(f"count.{what}.{number(count)}", count=count)


def chains(least: int, most: int) -> Text:
    """«على الأكثر سلسلتان مستقلتان في المصادر المجموعة»."""
    found = wording("change.chains", chains=counted("chain", most))
    return found if least == most else wording("change.chains_least", chains=found, least=least)


def toll(found: FigureRange) -> Text:
    """What a count came to: the best value, and the bounds where they leave room."""
    bounds = _bounds(found.low, found.high)
    if found.best is None or {found.low, found.high} - {None} == {found.best}:
        return bounds
    return wording("change.best", best=found.best, bounds=bounds)


def _bounds(low: int | None, high: int | None) -> Text:
    if low is not None and high is not None:
        modifier = "exact" if low == high else "range"
    elif low is not None or high is not None:
        modifier = "at_least" if high is None else "at_most"
    else:
        modifier = "vague"
    return amount(FigureValue(low, high, modifier, (), (), 0, 0))  # type: ignore[arg-type]


def tolls(event: Event) -> Text:
    """«(عدد القتلى 3، عدد الجرحى 5)» after an event, or nothing."""
    ranges = [(role, event.figures[role]) for role in get_args(Role) if role in event.figures and role != UNLIKE]
    known = [wording("change.toll", role=wording(f"role.{role}"), toll=toll(found)) for role, found in ranges]
    if not known:
        return Text("", "")
    told = wording("change.tolls", tolls=joined(known, "list"))
    return Text(f" {told.ar}", f" {told.en}")


def figure(event: Event, role: str, value: FigureValue) -> Text:
    label = wording(f"role.{role}")
    if value.of:
        label = wording("change.part", role=label, of=value.of)
    return wording("change.figure", role=label, value=amount(value), event=event_label(event))


def subject(one: Event | Claim) -> Text:
    return event_label(one) if isinstance(one, Event) else wording("change.claim", claim=quoted(one.about))


def listed(ones: Sequence[Text]) -> Text:
    """The first few, with the word for the rest."""
    named = joined(ones[:_NAMED], "list")
    return named if len(ones) <= _NAMED else wording("change.and_others", named=named)


def more_chains(what: Text, was: tuple[int, int], now: tuple[int, int], who: Text) -> Text:
    """How the chains behind something changed: at least, at most, before and now; `who` came in."""
    return wording(f"change.chains.{_growth(was, now)}", what=what, who=who, after=chains(*now), before=counted("chain", was[1]))


def _growth(was: tuple[int, int], now: tuple[int, int]) -> str:
    if now[1] != was[1]:
        return "second" if (was[1], now[1]) == (1, 2) else "more" if now[1] > was[1] else "fewer"
    return "surer" if now[0] > was[0] else "less_sure"
