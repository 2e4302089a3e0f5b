"""Where and when one event took place, where accounts exclude each other."""

from collections.abc import Iterator, Sequence

from tawatur.model import Disagreement
from tawatur.reconciling.cases import VIOLENT, Case, are_positions, components, share_origin
from tawatur.reconciling.explanations import Text, named
from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.places import Spot, relation
from tawatur.reconciling.sides import Stand
from tawatur.reconciling.similarity import gap


def places(case: Case) -> Iterator[Disagreement]:
    """Known places of violence or disaster that are known to be two; who names both holds neither against the other."""
    if case.event.type not in VIOLENT:
        return
    placed = [
        (mention, mention.spot) for mention in case.mentions if mention.spot and not mention.spot.coarse and mention.modality != "denied"
    ]
    groups = components(placed, lambda one, other: not _elsewhere(one[1], other[1]) or _names_both(one, other))
    if len(groups) > 1:
        stands = [case.stand(named(group[0][1].name, group[0][1].key), [told.id for told, _ in group]) for group in groups]
        if _are_apart(stands) and are_positions(case, stands):
            yield case.record("place", case.topic("topic.place"), stands)


def _are_apart(stands: Sequence[Stand]) -> bool:
    """Whether no side rests on those of another alone: who is quoted for two places or days said one."""
    return not any(share_origin(one, other) for at, one in enumerate(stands) for other in stands[:at])


def _elsewhere(one: Spot, other: Spot) -> bool:
    return relation(one, other) == "apart" or (relation(one, other) == "other" and one.lat is not None and other.lat is not None)


def _names_both(one: tuple[MentionFeatures, Spot], other: tuple[MentionFeatures, Spot]) -> bool:
    return other[1].key in one[0].names or one[1].key in other[0].names


def dates(case: Case) -> Iterator[Disagreement]:
    """Explicit days of violence or disaster that are not the same day; a protest or a meeting may last for days.

    A date marked approximate excludes no neighbour. A document's own day of publication is too weak to stand alone against another
    day, or against the day before. Who is quoted for both days said one: a «yesterday» of his was counted from another day.
    """
    if case.event.type not in VIOLENT:
        return
    dated = [(mention, mention.window, mention.date) for mention in case.mentions if mention.window and mention.date]
    groups = components(dated, lambda one, other: gap(one[1], other[1]) == 0)
    today = {mention.id for mention in case.mentions if mention.window == (mention.day, mention.day)}
    eves = {group[0][1][1] + 1 for group in groups}
    groups = [
        group for group in groups if not all(told.id in today for told, _, _ in group) or (len(group) > 1 and group[0][1][0] not in eves)
    ]
    stands = [case.stand(Text(group[0][2], group[0][2]), [told.id for told, _, _ in group]) for group in groups]
    if len(groups) > 1 and _are_apart(stands) and are_positions(case, stands):
        yield case.record("date", case.topic("topic.date"), stands)
