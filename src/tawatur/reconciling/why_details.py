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
from tawatur.reconciling.whens import When

_NAMED, _WORDS = 4, 10
_LEAP_YEAR = date(2020, 1, 1).toordinal()
_PLACE_KEYS: dict[str, str | None] = {
    "same": "alike", "region": "alike", "within": "within", "beside": "near", "near": "near", "unknown": None,
}  # fmt: skip
"""How two places that go by different names are told; all other relations are told as two places."""


def detail(about: str, one: MentionFeatures, other: MentionFeatures, spelling: Mapping[str, str]) -> Text | None:
    """The words for a point of that name; None where there are none. `spelling` gives the words that stems stand for."""
    stems = _STEMS.get(about)
    if stems:
        return _stems(stems(one), stems(other), spelling)
    found = _DETAILS.get(about)
    return found(one, other) if found else None


def day(number: int | None) -> Text:
    """A day from its number, as in 2020-03-14."""
    return wording("why.unknown_day") if number is None else _plain(date.fromordinal(number).isoformat())


def named_key(key: str) -> Text:
    """The name that goes by a key."""
    name = listed_name(key)
    return Text(name, english(key if key in entities() else None, name))


def kind(one: MentionFeatures) -> Text:
    """«الهجوم (جوي)»."""
    text = wording(f"type.{one.type}")
    return wording("why.kind", type=text, mode=wording(f"mode.{one.mode}")) if one.mode else text


def _plain(text: str) -> Text:
    return Text(text, text)


def _date(one: MentionFeatures, other: MentionFeatures) -> Text:
    ours, theirs = told_day(one), told_day(other)
    if one.date and one.date == other.date:
        return wording("why.date.same", one=ours)
    days = _days_between(one, other)
    if days:
        return wording("why.date.apart", one=ours, other=theirs, days=days)
    return wording("why.date.overlap" if one.window and other.window else "why.date.two", one=ours, other=theirs)


def told_day(one: MentionFeatures) -> Text:
    """The day of a mention so far as it is told: its date, a weekday, a day without a year; else when its report came out."""
    if one.date:
        return _plain(one.date)
    told = one.when
    if told is None or (told.day, told.yearday, told.weekday, told.among) == (None, None, None, None):
        return wording("why.unknown_day")
    known = _plain(date.fromordinal(told.day).isoformat()) if told.day else _part_of_day(told)
    return wording("why.day.report", day=known) if told.basis == "report" else known


def _part_of_day(told: When) -> Text:
    if told.yearday:
        return wording("why.day.yearless", day=f"{date.fromordinal(_LEAP_YEAR + told.yearday - 1):%m-%d}")
    if told.weekday:
        return wording(f"why.weekday.{told.weekday}")
    first, last = told.among or (1, 1)
    return _plain(f"{date.fromordinal(first).isoformat()}/{date.fromordinal(last).isoformat()}")


def _days_between(one: MentionFeatures, other: MentionFeatures) -> int:
    """Days between two dates; 0 where they may be one, or where one is only known roughly."""
    if not one.window or not other.window or max(one.window[1] - one.window[0], other.window[1] - other.window[0]) > COARSE_DAYS:
        return 0
    return max(0, one.window[0] - other.window[1], other.window[0] - one.window[1])


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


def _stems(ours: frozenset[str], theirs: frozenset[str], spelling: Mapping[str, str]) -> Text | None:
    shared = sorted(ours & theirs, key=lambda word: (-len(word), word))[:_WORDS]
    return joined([_plain(spelling.get(word, word)) for word in shared], "list") if shared else None


def _company(one: MentionFeatures, other: MentionFeatures) -> Text | None:
    """The towns and people that both reports tell of beside the place of the event."""
    shared = sorted(one.company & other.company - {mention.spot.key for mention in (one, other) if mention.spot})
    return joined([named_key(key) for key in shared[:_NAMED]], "list") if shared else None


def _lead(one: MentionFeatures, other: MentionFeatures) -> Text:
    return wording("why.lead.both" if one.leads and other.leads else "why.lead.one")


_DETAILS: dict[str, Callable[[MentionFeatures, MentionFeatures], Text | None]] = {
    "date": _date, "place": _place, "actor": _actors, "target": _targets, "mode": _mode, "figures": _figures, "scale": _scale,
    "company": _company, "lead": _lead,
}  # fmt: skip
_STEMS: dict[str, Callable[[MentionFeatures], frozenset[str]]] = {"words": lambda one: one.words, "title": lambda one: one.title}
