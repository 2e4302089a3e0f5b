"""Who is behind an act of violence: different bodies, one that some name and others clear, and whether it happened at all."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tawatur.model import Disagreement
from tawatur.reconciling.cases import ARMED, VIOLENT, Case, apart, are_positions, components, names, share_origin
from tawatur.reconciling.explanations import event_label, wording
from tawatur.reconciling.features import MentionFeatures, StatementFeatures
from tawatur.reconciling.matters import teller
from tawatur.reconciling.parties import NAMELESS, Party, entities, is_distinct, one_side, party, speaks_for
from tawatur.reconciling.sides import Stand

_COMPLAINING = frozenset(("condemn", "deny", "accuse", "demand", "reject"))
_SUSPECT = ARMED | {"country"}
_CHARGE = frozenset(("accused", "claimed"))
_NAMED = _CHARGE | {"stated"}
Held = tuple[str, str, list[Party]]
"""A mention or else a statement, and those whom it holds responsible."""


def responsibility(case: Case) -> Iterator[Disagreement]:
    """Different armed bodies held to be behind violence, or one that some name and others clear."""
    yield from _denials(case)
    stands = _held(case) if case.event.type in VIOLENT else []
    if stands:
        yield case.record("responsibility", case.topic("topic.responsibility"), stands)


def _held(case: Case) -> list[Stand]:
    """Who is held to be behind it, where somebody accuses or claims: sides that could be one body under two names are one side.

    What a report tells as a fact in its own words is no side: reports that merely have different actors may have told of two moments
    of one fight.
    """
    held: list[Held] = [(mention.id, "", _suspects(case, mention, _CHARGE)) for mention in case.mentions if mention.modality != "denied"]
    blamed = _verdicts(case, 1) if _is_claimed(case) else {}
    suspects = {key: party(case.name_of(key).ar, key if key in entities() else None) for key in blamed}
    held += [("", name, [suspects[key]]) for key, found in blamed.items() for name in found if suspects[key].kind in _SUSPECT]
    groups = components([one for one in held if one[2]], lambda one, other: any(one_side(a, b) for a in one[2] for b in other[2]))
    stands = [_held_by(case, group) for group in groups]
    alone = not any(share_origin(one, other) for at, one in enumerate(stands) for other in stands[:at])
    return stands if len(stands) > 1 and alone and are_positions(case, stands) else []


def _held_by(case: Case, group: Sequence[Held]) -> Stand:
    parties = {suspect.key: suspect for _, _, suspects in group for suspect in suspects}
    return case.stand(names(parties.values()), {told for told, _, _ in group if told}, {said for _, said, _ in group if said})


def _is_claimed(case: Case) -> bool:
    """Whether somebody says that it was he, and names nobody else: then whoever blames another holds against him."""
    return any(_claims(one) for one in case.statements)


def _claims(one: StatementFeatures) -> bool:
    own = {key for voice in teller(one) for key in speaks_for(voice)}
    return any(said.predicate == "responsible" and said.sign > 0 and bool(said.whom) and said.whom <= own for said in one.propositions)


def _suspects(case: Case, mention: MentionFeatures, bases: frozenset[str] = _NAMED) -> list[Party]:
    """The armed bodies that a mention names as actors, without its targets and without who tells or condemns it."""
    tellers = {key for one in case.statements if mention.id in one.covers and one.act in _COMPLAINING for key in teller(one)}
    not_they = tellers | {target.key for target in mention.targets}
    actors = [actor for actor, basis in mention.actors if basis in bases and actor.kind in _SUSPECT and is_distinct(actor)]
    return [actor for actor in actors if not speaks_for(actor.key) & not_they]


def _denials(case: Case) -> Iterator[Disagreement]:
    """A party that some hold responsible and others, or it itself, clear; a state and its arms are one party."""
    blamed, cleared = _verdicts(case, 1), _verdicts(case, -1)
    ordered = sorted(cleared, key=lambda key: (key.startswith(NAMELESS), key))
    done: set[tuple[str, ...]] = set()
    for keys in components(ordered, lambda one, other: one in speaks_for(other) or other in speaks_for(one)):
        charges = {name for key in keys for name in blamed.get(key, ())}
        denials = {name for key in keys for name in cleared[key]} - charges
        accused = _accused(case, keys, denials)
        sides = (*accused, *sorted(charges), *sorted(denials))
        if denials and sides not in done and (accused or (charges and _may_answer(case, charges, denials))):
            done.add(sides)
            name = case.name_of(next((key for key in keys if key in blamed), keys[0]))
            yes, no = case.stand(name, accused, charges), case.stand(wording("not", position=name), (), denials)
            if not share_origin(yes, no):
                yield case.record("denial", case.topic("topic.responsibility"), apart([yes, no]), keys[0])


def _accused(case: Case, keys: Sequence[str], denials: set[str]) -> list[str]:
    """The mentions that have one of the parties act, where a denial tells of the event too or stands in a report that does."""
    if case.event.type not in VIOLENT:
        return []
    told = [mention for mention in case.mentions if any(actor.key in keys for actor in _suspects(case, mention))]
    documents = {mention.document for mention in told}
    near = any(one.id in denials and (one.document in documents or set(one.covers) & set(case.event.mentions)) for one in case.statements)
    return [mention.id for mention in told] if near else []


def _may_answer(case: Case, charges: set[str], denials: set[str]) -> bool:
    """Whether charge and denial are of one thing: of violence, which all the event is, or else both in one report."""
    charged = {one.document for one in case.statements if one.id in charges}
    return case.event.type in VIOLENT or any(one.document in charged for one in case.statements if one.id in denials)


def _verdicts(case: Case, sign: int) -> dict[str, list[str]]:
    """By key, the statements that hold a party responsible, or not.

    A charge that names no responsibility in words («اتهم … بالبحث عن ذريعة») counts only where the charge is the event itself.
    """
    found: dict[str, list[str]] = defaultdict(list)
    told = {mention.id for mention in case.mentions}
    for statement in case.statements:
        for said in statement.propositions:
            in_words = bool(said.words) or said.sign < 0 or bool(told & set(statement.covers))
            if said.predicate == "responsible" and said.sign == sign and in_words:
                for key in sorted(said.whom):
                    found[key].append(statement.id)
    return found


def told_and_denied(case: Case) -> Iterator[Disagreement]:
    """Violence that some tell and others deny in so many words; who denies that one party did it does not deny that it happened."""
    deniers = [one for one in case.statements if one.denies and one.propositions and one.propositions[0].predicate == "aim"]
    spoken = {name for one in deniers for name in one.covers}
    denied = [mention for mention in case.mentions if mention.id in spoken and mention.modality == "denied"]
    said_of = {actor.key for mention in denied for actor, _ in mention.actors}
    told = [mention for mention in case.mentions if mention.id not in spoken and mention.modality in ("actual", "alleged")]
    told = [mention for mention in told if not said_of or any(actor.key in said_of for actor, _ in mention.actors)]
    if case.event.type in VIOLENT and told and denied:
        label = event_label(case.event)
        yes = case.stand(label, [mention.id for mention in told])
        no = case.stand(wording("not", position=label), [mention.id for mention in denied])
        yield case.record("denial", case.topic("topic.happened"), apart([yes, no]))
