"""Bodies said to have been hit that have nothing to do with each other; people, places, countries and facilities exclude nothing."""

from collections.abc import Iterator

from tawatur.model import Disagreement
from tawatur.reconciling.cases import ARMED, VIOLENT, Case, are_positions, components, names
from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.parties import Party, related


def targets(case: Case) -> Iterator[Disagreement]:
    if case.event.type not in VIOLENT:
        return
    aimed = [(mention, _bodies(case, mention)) for mention in case.mentions if mention.modality != "denied"]
    groups = components([pair for pair in aimed if pair[1]], lambda one, other: any(related(a, b) for a in one[1] for b in other[1]))
    stands = [case.stand(names(party for _, parties in group for party in parties), [told.id for told, _ in group]) for group in groups]
    if len(stands) > 1 and are_positions(case, stands):
        yield case.record("target", case.topic("topic.target"), stands)


def _bodies(case: Case, mention: MentionFeatures) -> list[Party]:
    """The armed bodies that a mention names as targets, without those that any account of the event has as its actor."""
    actors = [actor for one in case.mentions for actor, _ in one.actors]
    found = [party for party in mention.targets if party.kind in ARMED and case.is_body(party)]
    return [party for party in found if not any(related(party, actor) for actor in actors)]
