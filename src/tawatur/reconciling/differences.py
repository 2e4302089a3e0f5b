"""What accounts of one event hold differently: its figures, its targets, its place, its day, who is behind it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from tawatur.model import Disagreement, DisagreementKind, Event, FigureValue
from tawatur.reconciling.accounts import Account
from tawatur.reconciling.clustering import Groups
from tawatur.reconciling.explanations import Text, amount, event_label, joined, named, wording
from tawatur.reconciling.features import MentionFeatures, StatementFeatures
from tawatur.reconciling.figures import Count, rivals
from tawatur.reconciling.parties import Party, entities, related
from tawatur.reconciling.places import Spot, relation
from tawatur.reconciling.scopes import limits
from tawatur.reconciling.sides import Scene, Stand, differing, disagreement, stand
from tawatur.reconciling.similarity import gap

Thing = TypeVar("Thing")
_HARM = ("killed", "injured")
_VIOLENT = frozenset(("ASSAULT", "ACCIDENT", "COERCE"))
_ARMED = frozenset(("armed_group", "military", "government", "police", "country"))
_PEOPLED = frozenset(("armed_group", "military", "government", "police", "organization", "organisation", "country"))


class Case(msgspec.Struct, frozen=True):
    """One event with all that is said of it. `claim_of` gives the claim of a statement."""

    event: Event
    mentions: Sequence[MentionFeatures]
    statements: Sequence[StatementFeatures]
    counts: dict[str, list[Count]]
    accounts: dict[str, Account]
    claim_of: dict[str, str]

    def stand(self, position: Text, mentions: Iterable[str], statements: Iterable[str] = ()) -> Stand:
        """The mentions, the statements that tell of one of them, and those given, on one side."""
        told = set(mentions)
        covering = [statement.id for statement in self.statements if told & set(statement.covers)]
        return stand(position, told, [*covering, *statements], self.accounts)

    def record(self, kind: DisagreementKind, topic: Text, stands: Sequence[Stand], *key: str) -> Disagreement:
        claims = {self.claim_of[name] for one in stands for name in one.statements if name in self.claim_of}
        scene = Scene(topic, key, (self.event.id,), tuple(sorted(claims)))
        return disagreement(kind, scene, stands, differing(topic, stands))

    def topic(self, key: str, **values: Text) -> Text:
        return wording(key, event=event_label(self.event), **values)


def differences(case: Case) -> Iterator[Disagreement]:
    """All disagreements among the accounts of one event."""
    yield from _figures(case)
    yield from _casualties(case)
    if len(case.mentions) > 1 or case.statements:
        yield from _targets(case)
        yield from _responsibility(case)
    if len(case.mentions) > 1:
        yield from _places(case)
        yield from _dates(case)


def _figures(case: Case) -> Iterator[Disagreement]:
    for role, found in case.counts.items():
        if role == "other":
            continue
        parts: dict[str, dict[tuple[int, int], list[Count]]] = defaultdict(dict)
        for ours, theirs in rivals(found):
            for group in (ours, theirs):
                parts[group[0].part][limits(group[0].figure)] = group
        for part in sorted(parts):
            groups = [parts[part][key] for key in sorted(parts[part])]
            none = any(group[0].figure.high == 0 for group in groups)
            kind: DisagreementKind = "casualties" if none and role in _HARM else "figure"
            topic = case.topic("topic.figure", role=_role(role, groups[0]))
            stands = [case.stand(_amount(group), {count.mention for count in group}) for group in groups]
            yield case.record(kind, topic, stands, role, part)


def _role(role: str, group: list[Count]) -> Text:
    label = wording(f"role.{role}")
    of = group[0].figure.of if group[0].part else None
    return Text(f"{label.ar} ({of})", f"{label.en} («{of}»)") if of else label


def _amount(group: list[Count]) -> Text:
    figure = group[0].figure
    return amount(FigureValue(figure.low, figure.high, figure.modifier, (), (), 0, 0))


def _casualties(case: Case) -> Iterator[Disagreement]:
    """A statement that nobody, or none of someone's people, was hit, against mentions that count victims or name them as targets."""
    deniers: dict[frozenset[str], list[StatementFeatures]] = defaultdict(list)
    for statement in case.statements:
        for said in statement.propositions:
            if said.predicate == "hit" and said.sign < 0:
                deniers[said.whom].append(statement)
    for whom in sorted(deniers, key=sorted):
        told = {statement.id for statement in deniers[whom]}
        against = [mention for mention in case.mentions if _harmed(mention, whom) and not _covered(mention, deniers[whom])]
        if against:
            words = joined([Text(f"«{one.text}»", f"«{one.text}»") for one in deniers[whom][:1]])
            stands = [case.stand(_harm(against, whom), [mention.id for mention in against]), case.stand(words, (), told)]
            yield case.record("casualties", case.topic("topic.casualties"), _apart(stands), *sorted(whom))


def _covered(mention: MentionFeatures, statements: Iterable[StatementFeatures]) -> bool:
    return any(mention.id in statement.covers for statement in statements)


def _harmed(mention: MentionFeatures, whom: frozenset[str]) -> bool:
    if not whom:
        return any(figure.role in _HARM and (figure.low or 0) > 0 for figure in mention.figures)
    return any(target.key in whom and target.kind in _PEOPLED for target in mention.targets)


def _harm(mentions: Sequence[MentionFeatures], whom: frozenset[str]) -> Text:
    """What stands against «nobody was hit»: whom the mentions name as targets, else the worst count."""
    targets = [target for mention in mentions for target in mention.targets if target.key in whom]
    if targets:
        return wording("hit", who=_names(targets))
    figures = [figure for mention in mentions for figure in mention.figures if figure.role in _HARM and (figure.low or 0) > 0]
    worst = max(figures, key=lambda figure: (figure.role == "killed", figure.low or 0))
    value = amount(FigureValue(worst.low, worst.high, worst.modifier, (), (), 0, 0))
    label = wording(f"role.{worst.role}")
    return Text(f"{label.ar}: {value.ar}", f"{label.en}: {value.en}")


def _names(parties: Iterable[Party]) -> Text:
    found = {party.key: named(party.name, party.key) for party in parties}
    texts = [found[key] for key in sorted(found)]
    return Text("، ".join(text.ar for text in texts), ", ".join(text.en for text in texts))


def _apart(stands: Sequence[Stand]) -> list[Stand]:
    """A statement stands on one side only: the first that holds it explicitly, sides without mentions last."""
    said = {name for one in stands if not one.mentions for name in one.statements}
    return [
        one
        if not one.mentions
        else msgspec.structs.replace(
            one,
            statements=tuple(name for name in one.statements if name not in said),
            accounts=tuple(account for account in one.accounts if account.id not in said),
        )
        for one in stands
    ]


def _components(things: Sequence[Thing], linked: Callable[[Thing, Thing], bool]) -> list[list[Thing]]:
    groups: Groups[int] = Groups(range(len(things)))
    for i in range(len(things)):
        for j in range(i):
            if linked(things[i], things[j]):
                groups.join(j, i)
    return [[things[i] for i in group] for group in groups.all()]


def _targets(case: Case) -> Iterator[Disagreement]:
    """Bodies said to have been hit that have nothing to do with each other; people, places and facilities exclude nothing."""
    if case.event.type not in _VIOLENT:
        return
    aimed = [(mention, _bodies(mention.targets)) for mention in case.mentions if mention.modality != "denied"]
    groups = _components([pair for pair in aimed if pair[1]], lambda one, other: _any_related(one[1], other[1]))
    if len(groups) < 2:
        return
    stands = [
        case.stand(_names(party for _, parties in group for party in parties), [mention.id for mention, _ in group]) for group in groups
    ]
    yield case.record("target", case.topic("topic.target"), stands)


def _bodies(parties: Iterable[Party]) -> list[Party]:
    return [party for party in parties if party.kind in _ARMED]


def _any_related(ours: Iterable[Party], theirs: Sequence[Party]) -> bool:
    return any(related(one, other) for one in ours for other in theirs)


def _responsibility(case: Case) -> Iterator[Disagreement]:
    """Different armed bodies held to be behind violence, or one that some name and others clear."""
    if case.event.type not in _VIOLENT:
        return
    named_by = [(mention.id, [actor for actor, basis in mention.actors if basis != "unknown"]) for mention in case.mentions]
    held = [(name, [actor for actor in actors if actor.kind in _ARMED]) for name, actors in named_by]
    held = [(name, actors) for name, actors in held if actors]
    groups = _components(held, lambda one, other: _any_related(one[1], other[1]))
    stands = [case.stand(_names(party for _, actors in group for party in actors), [name for name, _ in group]) for group in groups]
    blamed, cleared = _verdicts(case, 1), _verdicts(case, -1)
    for party in sorted(cleared):
        accused = [name for name, actors in held if any(actor.key == party for actor in actors)]
        if accused or party in blamed:
            name = named(*_label(case, party))
            yes = case.stand(name, accused, blamed.get(party, ()))
            no = case.stand(wording("not", position=name), (), cleared[party])
            yield case.record("responsibility", case.topic("topic.responsibility"), _apart([yes, no]), party)
    if len(stands) > 1:
        yield case.record("responsibility", case.topic("topic.responsibility"), stands)


def _verdicts(case: Case, sign: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for statement in case.statements:
        for said in statement.propositions:
            if said.predicate == "responsible" and said.sign == sign:
                for key in said.whom:
                    found[key].append(statement.id)
    return found


def _label(case: Case, key: str) -> tuple[str, str]:
    """A name for a key: as a mention or a statement has it, else as the packs do."""
    names = [actor.name for mention in case.mentions for actor, _ in mention.actors if actor.key == key]
    names += [party.name for one in case.statements for party in (one.speaker, one.organisation) if party and party.key == key]
    entity = entities().get(key)
    return (names[0] if names else entity.ar if entity else key.lstrip("~")), key


def _places(case: Case) -> Iterator[Disagreement]:
    placed = [(mention.id, mention.spot) for mention in case.mentions if mention.spot and not mention.spot.coarse]
    groups = _components(placed, lambda one, other: not _elsewhere(one[1], other[1]))
    if len(groups) > 1:
        stands = [case.stand(_spot(group[0][1]), [name for name, _ in group]) for group in groups]
        yield case.record("place", case.topic("topic.place"), stands)


def _elsewhere(one: Spot, other: Spot) -> bool:
    """Whether both places are known, and known to be two."""
    return relation(one, other) == "apart" or (relation(one, other) == "other" and one.lat is not None and other.lat is not None)


def _spot(spot: Spot) -> Text:
    return named(spot.name, spot.key)


def _dates(case: Case) -> Iterator[Disagreement]:
    """Explicit days that are not the same day. A date marked approximate excludes no neighbour.

    One document's own day of publication is too weak to stand alone against another day.
    """
    dated = [(mention.id, mention.window, mention.date) for mention in case.mentions if mention.window and mention.date]
    groups = _components(dated, lambda one, other: gap(one[1], other[1]) == 0)
    today = {mention.id for mention in case.mentions if mention.window == (mention.day, mention.day)}
    groups = [group for group in groups if len(group) > 1 or group[0][0] not in today]
    if len(groups) > 1:
        stands = [case.stand(Text(group[0][2], group[0][2]), [name for name, _, _ in group]) for group in groups]
        yield case.record("date", case.topic("topic.date"), stands)
