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
from tawatur.reconciling.matters import teller
from tawatur.reconciling.parties import NAMELESS, Party, is_distinct, listed_name, one_side, party, related, speaks_for
from tawatur.reconciling.places import Spot, relation
from tawatur.reconciling.scopes import limits, scope
from tawatur.reconciling.sides import Scene, Stand, differing, disagreement, stand
from tawatur.reconciling.similarity import gap
from tawatur.reconciling.words import words_of_kind

Thing = TypeVar("Thing")
_AMONG = "among "
_HARM = ("killed", "injured")
_VIOLENT = frozenset(("ASSAULT", "ACCIDENT", "COERCE"))
_ARMED = frozenset(("armed_group", "military", "government", "police", "country"))
_COMPLAINING = frozenset(("condemn", "deny", "accuse", "demand", "reject"))
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
    yield from _denied_counts(case)
    yield from _casualties(case)
    if len(case.mentions) > 1 or case.statements:
        yield from _targets(case)
        yield from _responsibility(case)
    if len(case.mentions) > 1:
        yield from _told_and_denied(case)
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
            stands = [_counted(case, group, groups) for group in groups]
            yield case.record(kind, topic, stands, role, part)


def _denied_counts(case: Case) -> Iterator[Disagreement]:
    """A number that somebody gives and somebody denies."""
    for role, found in case.counts.items():
        for low in sorted({count.figure.low for count in found if count.denied and count.figure.low}):
            groups = [[count for count in found if count.figure.low == low and count.denied == denied] for denied in (False, True)]
            if all(groups):
                yes, no = (_counted(case, group, groups) for group in groups)
                no = msgspec.structs.replace(no, position=wording("not", position=no.position))
                yield case.record("denial", case.topic("topic.figure", role=_role(role, groups[0])), [yes, no], role, str(low))


def _counted(case: Case, group: list[Count], groups: Sequence[list[Count]]) -> Stand:
    """The mentions that give a count, unless they give another one too, and the statements that give it."""
    others = {count.mention for other in groups if other is not group for count in other}
    told = {count.mention for count in group}
    said = {count.account.id for count in group if count.account.id != count.mention}
    if not said:
        return case.stand(_amount(group), told)
    accounts = {count.account.id: count.account for count in group}
    return Stand(
        _amount(group),
        tuple(sorted(told - others)),
        tuple(sorted(said)),
        tuple(accounts[name] for name in sorted(accounts)),
    )


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
            if said.predicate == "hit" and said.sign < 0 and not said.object & words_of_kind("grave") and not _gives_count(case, statement):
                deniers[said.whom or frozenset(f"{_AMONG}{word}" for word in said.among)].append(statement)
    for whom in sorted(deniers, key=sorted):
        told = {statement.id for statement in deniers[whom]}
        against = [mention for mention in case.mentions if _harmed(mention, whom) and not _covered(mention, deniers[whom])]
        if against:
            words = joined([Text(f"«{one.text}»", f"«{one.text}»") for one in deniers[whom][:1]])
            harmed, unharmed = _apart([case.stand(_harm(against, whom), [mention.id for mention in against]), case.stand(words, (), told)])
            if not _share_origin(harmed, unharmed):
                yield case.record("casualties", case.topic("topic.casualties"), [harmed, unharmed], *sorted(whom))


def _gives_count(case: Case, statement: StatementFeatures) -> bool:
    """Whether the statement speaks of a number of victims: then the number is denied, or others are told of."""
    return any(count.account.id == statement.id and (count.figure.low or 0) > 0 for role in _HARM for count in case.counts.get(role, ()))


def _covered(mention: MentionFeatures, statements: Iterable[StatementFeatures]) -> bool:
    return any(mention.id in statement.covers for statement in statements)


def _harmed(mention: MentionFeatures, whom: frozenset[str]) -> bool:
    if not whom:
        return any(figure.role in _HARM and (figure.low or 0) > 0 for figure in mention.figures)
    among = {word.removeprefix(_AMONG) for word in whom if word.startswith(_AMONG)}
    if among:
        return any(figure.role in _HARM and (figure.low or 0) > 0 and among & set(scope(figure).split()) for figure in mention.figures)
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
    stands = [
        case.stand(_names(party for _, parties in group for party in parties), [mention.id for mention, _ in group]) for group in groups
    ]
    if len(stands) > 1 and _are_positions(case, stands):
        yield case.record("target", case.topic("topic.target"), stands)


def _bodies(parties: Iterable[Party]) -> list[Party]:
    return [party for party in parties if party.kind in _ARMED]


def _any_related(ours: Iterable[Party], theirs: Sequence[Party]) -> bool:
    return any(related(one, other) for one in ours for other in theirs)


def _responsibility(case: Case) -> Iterator[Disagreement]:
    """Different armed bodies held to be behind violence, or one that some name and others clear."""
    if case.event.type not in _VIOLENT:
        return
    yield from _denials(case)
    stands = _held(case)
    if len(stands) > 1:
        yield case.record("responsibility", case.topic("topic.responsibility"), stands)


def _held(case: Case) -> list[Stand]:
    """Who is held to be behind it, by those who vouch for it: sides that could be one body under two names are one side."""
    held = [(mention.id, "", _suspects(case, mention)) for mention in case.mentions if mention.modality != "denied"]
    blamed = _verdicts(case, 1) if _is_claimed(case) else {}
    names = {key: party(*_label(case, key)) for key in blamed}
    held += [("", name, [names[key]]) for key, found in blamed.items() for name in found if names[key].kind in _ARMED]
    groups = _components([one for one in held if one[2]], lambda one, other: _any_one_side(one[2], other[2]))
    if len(groups) < 2:
        return []
    stands = []
    for group in groups:
        parties = {suspect.key: suspect for _, _, suspects in group for suspect in suspects}
        stands.append(case.stand(_names(parties.values()), {told for told, _, _ in group if told}, {said for _, said, _ in group if said}))
    alone = not any(_share_origin(one, other) for at, one in enumerate(stands) for other in stands[:at])
    return stands if alone and _are_positions(case, stands) else []


def _is_claimed(case: Case) -> bool:
    """Whether somebody says that it was he: then whoever blames another holds against him."""
    return any(
        said.predicate == "responsible" and said.sign > 0 and said.whom & set(teller(one))
        for one in case.statements
        if one.act in ("claim_responsibility", "announce")
        for said in one.propositions
    )


def _suspects(case: Case, mention: MentionFeatures) -> list[Party]:
    """The armed bodies that a mention names as actors, without its targets and without who tells or condemns it."""
    tellers = {key for one in case.statements if mention.id in one.covers and one.act in _COMPLAINING for key in teller(one)}
    apart = tellers | {target.key for target in mention.targets}
    actors = [actor for actor, basis in mention.actors if basis != "unknown" and actor.kind in _ARMED and is_distinct(actor)]
    return [actor for actor in actors if not speaks_for(actor.key) & apart]


def _are_positions(case: Case, stands: Sequence[Stand]) -> bool:
    """Whether each side is somebody's: named, called an accusation or a claim, or of outlets that are on no other side."""
    outlets = [{outlet for account in one.accounts for outlet in account.relays} for one in stands]
    return all(
        _is_vouched(case, one) or not any(own & other for other in outlets if other is not own)
        for one, own in zip(stands, outlets, strict=True)
    )


def _is_vouched(case: Case, one: Stand) -> bool:
    bases = {basis for mention in case.mentions if mention.id in one.mentions for _, basis in mention.actors}
    return bool(bases & {"accused", "claimed"}) or any(account.kind != "relay" for account in one.accounts)


def _any_one_side(ours: Iterable[Party], theirs: Sequence[Party]) -> bool:
    return any(one_side(one, other) for one in ours for other in theirs)


def _denials(case: Case) -> Iterator[Disagreement]:
    """A party that some hold responsible and others, or it itself, clear."""
    blamed, cleared = _verdicts(case, 1), _verdicts(case, -1)
    done: set[tuple[str, ...]] = set()
    for key in sorted(cleared, key=lambda key: (key.startswith(NAMELESS), key)):
        accused = [mention.id for mention in case.mentions if any(actor.key == key for actor in _suspects(case, mention))]
        sides = (*accused, *blamed.get(key, ()), *cleared[key])
        if (accused or key in blamed) and sides not in done:
            done.add(sides)
            name = named(*_label(case, key))
            yes = case.stand(name, accused, blamed.get(key, ()))
            no = case.stand(wording("not", position=name), (), cleared[key])
            if not _share_origin(yes, no):
                yield case.record("denial", case.topic("topic.responsibility"), _apart([yes, no]), key)


def _share_origin(one: Stand, other: Stand) -> bool:
    """Whether all who stand behind one side stand behind the other too."""
    ours, theirs = {account.origin for account in one.accounts}, {account.origin for account in other.accounts}
    return ours <= theirs or theirs <= ours


def _told_and_denied(case: Case) -> Iterator[Disagreement]:
    """Violence that some tell and others deny in so many words."""
    deniers = [one for one in case.statements if one.denies and one.propositions and one.propositions[0].predicate == "aim"]
    denied = {name for one in deniers for name in one.covers}
    told = {mention.id for mention in case.mentions if mention.modality in ("actual", "alleged")} - denied
    denied &= {mention.id for mention in case.mentions if mention.modality == "denied"}
    if case.event.type in _VIOLENT and told and denied:
        label = event_label(case.event)
        stands = _apart([case.stand(label, told), case.stand(wording("not", position=label), denied)])
        yield case.record("denial", case.topic("topic.happened"), stands)


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
    return (names[0] if names else listed_name(key)), key


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

    A document's own day of publication is too weak to stand alone against another day, or against the day before.
    """
    dated = [(mention.id, mention.window, mention.date) for mention in case.mentions if mention.window and mention.date]
    groups = _components(dated, lambda one, other: gap(one[1], other[1]) == 0)
    today = {mention.id for mention in case.mentions if mention.window == (mention.day, mention.day)}
    eves = {group[0][1][1] + 1 for group in groups}
    groups = [
        group for group in groups if not all(name in today for name, _, _ in group) or (len(group) > 1 and group[0][1][0] not in eves)
    ]
    if len(groups) > 1:
        stands = [case.stand(Text(group[0][2], group[0][2]), [name for name, _, _ in group]) for group in groups]
        if not _are_positions(case, stands):
            return
        yield case.record("date", case.topic("topic.date"), stands)
