"""What a point of evidence rests on, in words: the two days, the two places, what is shared. A point unknown here has no words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from tawatur.model import Figure
from tawatur.reconciling.dates import COARSE_DAYS
from tawatur.reconciling.explanations import Text, amount, joined, named, wording
from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.parties import Party, english, entities, listed_name, related
from tawatur.reconciling.places import Spot, kilometres, relation
from tawatur.reconciling.scopes import excludes, is_telling, scope

_NAMED, _WORDS = 4, 10
_PLACE_KEYS: dict[str, str | None] = {"same": "alike", "within": "within", "near": "near", "unknown": None}
"""How two places that go by different names are told; all other relations are told as two places."""


def detail(about: str, one: MentionFeatures, other: MentionFeatures, spelling: Mapping[str, str]) -> Text | None:
    """The words for a point of that name; None where there are none. `spelling` gives the words that stems stand for."""
    if about == "words":
        return _words(one, other, spelling)
    found = _DETAILS.get(about)
    return found(one, other) if found else None


def day(number: int | None) -> Text:
    """A day from its number, as in 2020-03-14."""
    return wording("why.unknown_day") if number is None else _plain(date.fromordinal(number).isoformat())


def kind(one: MentionFeatures) -> Text:
    """«الهجوم (جوي)»."""
    text = wording(f"type.{one.type}")
    return wording("why.kind", type=text, mode=wording(f"mode.{one.mode}")) if one.mode else text


def _plain(text: str) -> Text:
    return Text(text, text)


def _date(one: MentionFeatures, other: MentionFeatures) -> Text:
    if one.window is None and other.window is None:
        return wording("why.date.neither", one=day(one.day), other=day(other.day))
    if one.window is None or other.window is None:
        dated, vague = (one, other) if one.window else (other, one)
        return wording("why.date.undated", one=dated.date or "", published=day(vague.day))
    if one.date == other.date:
        return wording("why.date.same", one=one.date or "")
    days = max(0, one.window[0] - other.window[1], other.window[0] - one.window[1])
    if days and max(one.window[1] - one.window[0], other.window[1] - other.window[0]) <= COARSE_DAYS:
        return wording("why.date.apart", one=one.date or "", other=other.date or "", days=days)
    return wording("why.date.overlap", one=one.date or "", other=other.date or "")


def _place(one: MentionFeatures, other: MentionFeatures) -> Text | None:
    if one.spot is None or other.spot is None:
        return None
    if one.spot.name == other.spot.name:
        return wording("why.place.same", one=_spot(one.spot))
    key = _PLACE_KEYS.get(relation(one.spot, other.spot), "far")
    if key is None:
        return None
    text, distance = wording(f"why.place.{key}", one=_spot(one.spot), other=_spot(other.spot)), kilometres(one.spot, other.spot)
    return wording("why.place.km", text=text, km=round(distance)) if distance and round(distance) else text


def _spot(spot: Spot) -> Text:
    return Text(spot.name, english(spot.key, spot.name))


def _actors(one: MentionFeatures, other: MentionFeatures) -> Text:
    return _parties([actor for actor, _ in one.actors], [actor for actor, _ in other.actors])


def _targets(one: MentionFeatures, other: MentionFeatures) -> Text:
    return _parties(one.targets, other.targets)


def _parties(ours: Sequence[Party], theirs: Sequence[Party]) -> Text:
    shared = {party.key for party in theirs}
    both = [party for party in ours if party.key in shared]
    if both:
        return wording("why.party.shared", names=_names(both))
    for one in ours:
        for other in theirs:
            if related(one, other):
                return wording("why.party.related", one=_names([one]), other=_names([other]))
    return wording("why.party.against", one=_names(ours), other=_names(theirs))


def _names(parties: Iterable[Party]) -> Text:
    names = list({party.key: named(party.name, party.key) for party in parties}.values())
    return joined(names[:_NAMED], "list")


def _mode(one: MentionFeatures, other: MentionFeatures) -> Text:
    ours, theirs = kind(one), kind(other)
    return ours if ours == theirs else wording("why.kind.against", one=ours, other=theirs)


def _figures(one: MentionFeatures, other: MentionFeatures) -> Text | None:
    pairs = [(ours, theirs) for ours in one.figures for theirs in other.figures if (ours.role, scope(ours)) == (theirs.role, scope(theirs))]
    told = list(dict.fromkeys(text for ours, theirs in pairs if (text := _two_figures(ours, theirs))))
    return joined(told[:_NAMED], "list") if told else None


def _two_figures(one: Figure, other: Figure) -> Text | None:
    role = wording(f"role.{one.role}")
    if is_telling(one) and (one.low, one.high) == (other.low, other.high):
        return wording("why.figure.equal", role=role, value=amount(one))
    return wording("why.figure.against", role=role, one=amount(one), other=amount(other)) if excludes(one, other) else None


def _scale(one: MentionFeatures, other: MentionFeatures) -> Text:
    return wording("why.scale")


def _words(one: MentionFeatures, other: MentionFeatures, spelling: Mapping[str, str]) -> Text | None:
    shared = sorted(one.words & other.words, key=lambda word: (-len(word), word))[:_WORDS]
    return joined([_plain(spelling.get(word, word)) for word in shared], "list") if shared else None


def _shared_names(one: MentionFeatures, other: MentionFeatures) -> Text | None:
    """The names in both sentences that are not told of already as actor, target or place."""
    told = {party.key for mention in (one, other) for party in (*mention.targets, *(actor for actor, _ in mention.actors))}
    told |= {mention.spot.key for mention in (one, other) if mention.spot}
    shared = sorted((one.names & other.names) - told)[:_NAMED]
    names = [Text(listed_name(key), english(key if key in entities() else None, listed_name(key))) for key in shared]
    return joined(names, "list") if names else None


_DETAILS: dict[str, Callable[[MentionFeatures, MentionFeatures], Text | None]] = {
    "date": _date, "place": _place, "actor": _actors, "target": _targets, "mode": _mode, "figures": _figures, "scale": _scale,
    "names": _shared_names,
}  # fmt: skip
