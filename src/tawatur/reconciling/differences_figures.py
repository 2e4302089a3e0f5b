"""Counts of one event that cannot both be right, and counts that somebody denies."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from tawatur.model import Disagreement, DisagreementKind, FigureValue
from tawatur.reconciling.cases import Case
from tawatur.reconciling.corrections import figure_id
from tawatur.reconciling.explanations import Text, amount, wording
from tawatur.reconciling.figures import Count
from tawatur.reconciling.rivals import rivals
from tawatur.reconciling.scopes import limits
from tawatur.reconciling.sides import Stand

HARM = ("killed", "injured")


def figures(case: Case) -> Iterator[Disagreement]:
    """One disagreement for each part of a toll on which values are rivals. What is counted in no role of its own is not compared."""
    for role, found in case.counts.items():
        if role == "other":
            continue
        parts: dict[str, dict[tuple[int, int], list[Count]]] = defaultdict(dict)
        for ours, theirs in rivals(found, case.statements):
            for group in (ours, theirs):
                parts[group[0].part][limits(group[0].figure)] = group
        for part in sorted(parts):
            yield _differing(case, role, part, [parts[part][key] for key in sorted(parts[part])])


def _differing(case: Case, role: str, part: str, groups: Sequence[list[Count]]) -> Disagreement:
    none = any(group[0].figure.high == 0 for group in groups)
    kind: DisagreementKind = "casualties" if none and role in HARM else "figure"
    topic = case.topic("topic.figure", role=_role(role, groups[0]))
    return case.record(kind, topic, [_counted(case, group, groups) for group in groups], role, part)


def denied_counts(case: Case) -> Iterator[Disagreement]:
    """A number that somebody gives and somebody denies; «… الأمر الذي نفاه» denies more than a number in what was told."""
    pointing = {one.id for one in case.statements if one.points_back}
    for role, found in case.counts.items():
        for low in sorted({count.figure.low for count in found if count.denied and count.figure.low}):
            groups = [[count for count in found if _gives(count, low, pointing) and count.denied == denied] for denied in (False, True)]
            if all(groups):
                yes, no = (_counted(case, group, groups) for group in groups)
                no = msgspec.structs.replace(no, position=wording("not", position=no.position))
                yield case.record("denial", case.topic("topic.figure", role=_role(role, groups[0])), [yes, no], role, str(low))


def _gives(count: Count, low: int, pointing: set[str]) -> bool:
    return count.figure.low == low and count.account.id not in pointing


def _counted(case: Case, group: list[Count], groups: Sequence[list[Count]]) -> Stand:
    """The mentions that give a count, unless they give another one too, and the statements that give it."""
    others = {count.mention for other in groups if other is not group for count in other}
    told = {count.mention for count in group}
    said = {count.account.id for count in group if count.account.id != count.mention}
    figures = tuple(sorted({figure_id(count.mention, count.figure) for count in group}))
    if not said:
        return msgspec.structs.replace(case.stand(_amount(group), told), figures=figures)
    accounts = {count.account.id: count.account for count in group}
    return Stand(
        _amount(group),
        tuple(sorted(told - others)),
        tuple(sorted(said)),
        tuple(accounts[name] for name in sorted(accounts)),
        figures,
    )


def _role(role: str, group: list[Count]) -> Text:
    label = wording(f"role.{role}")
    of = group[0].figure.of if group[0].part else None
    return Text(f"{label.ar} ({of})", f"{label.en} («{of}»)") if of else label


def _amount(group: list[Count]) -> Text:
    figure = group[0].figure
    return amount(FigureValue(figure.low, figure.high, figure.modifier, (), (), 0, 0))
