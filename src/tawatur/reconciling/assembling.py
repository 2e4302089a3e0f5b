"""From a cluster of mentions to the record of an event: what most accounts agree on, and the dates as a set where they do not."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from tawatur.model import Actor, ActorBasis, Event, FigureRange, Place, Target
from tawatur.reconciling.accounts import Account
from tawatur.reconciling.chains import Chains, chains
from tawatur.reconciling.dates import COARSE_DAYS
from tawatur.reconciling.features import MentionFeatures, StatementFeatures
from tawatur.reconciling.ids import content_id
from tawatur.reconciling.parties import NAMELESS, Party

Value = TypeVar("Value", bound=str)
Told = TypeVar("Told", MentionFeatures, StatementFeatures)
_BASES: tuple[ActorBasis, ...] = ("stated", "claimed", "accused", "unknown")


def canonical(told: Iterable[Told]) -> list[Told]:
    """Earliest published first, then by id: the first gives the event, or the claim, its id."""
    return sorted(told, key=lambda one: (one.day if one.day is not None else 10**9, one.id))


def assemble(mentions: Sequence[MentionFeatures], accounts: Mapping[str, Account], figures: dict[str, FigureRange]) -> tuple[Event, Chains]:
    """The event of a cluster, its mentions in canonical order, and the count of the chains behind it."""
    behind = chains(accounts[mention.id] for mention in mentions)
    event = Event(
        id=content_id("event", mentions[0].id),
        type=_most(mention.type for mention in mentions) or mentions[0].type,
        mode=_most(mention.mode for mention in mentions if mention.mode),
        date=date_of(mentions),
        place=_place(mentions),
        actors=_actors(mentions),
        targets=tuple(Target(party.name, _id(party)) for party in _parties([mention.targets for mention in mentions])),
        mentions=tuple(mention.id for mention in mentions),
        documents=tuple(sorted({mention.document for mention in mentions})),
        figures=figures,
        chains_min=behind.least,
        chains_max=behind.most,
    )
    return event, behind


def _most(values: Iterable[Value]) -> Value | None:
    """The value that most give, the first among equals."""
    ranked = Counter(values).most_common(1)
    return ranked[0][0] if ranked else None


def date_of(mentions: Sequence[MentionFeatures]) -> str | None:
    """The narrowest date that most mentions allow; a set `[a,b]` where explicit days differ."""
    dated = [mention for mention in mentions if mention.window is not None and mention.date is not None]
    if not dated:
        return None
    narrowest = min(mention.window[1] - mention.window[0] for mention in dated if mention.window)
    narrow = [mention for mention in dated if mention.window and mention.window[1] - mention.window[0] <= max(narrowest, 0)]
    ranked = Counter(mention.date for mention in narrow if mention.date).most_common()
    days = sorted({date for date, count in ranked if count == ranked[0][1]})
    if len(days) == 1 or narrowest > COARSE_DAYS or any(not _is_day(day) for day in days):
        return ranked[0][0]
    return f"[{','.join(days)}]"


def _is_day(date: str) -> bool:
    return len(date) == 10 and date.count("-") == 2


def _place(mentions: Sequence[MentionFeatures]) -> Place | None:
    """The place that most name; the precise before the coarse, the known before the unknown.

    A mention votes for its own place, and half for each town or site that its sentence names beside.
    """
    named = [mention for mention in mentions if mention.place is not None and mention.spot is not None]
    if not named:
        return None
    votes = Counter(_spot_key(mention) for mention in named)
    beside = Counter(key for mention in mentions for key in mention.places if key != _spot_key(mention))
    rank = {key: -(votes[key] + beside[key] / 2) for key in votes}
    best = min(range(len(named)), key=lambda i: (_coarse(named[i]), rank[_spot_key(named[i])], _unlocated(named[i]), i))
    return named[best].place


def _coarse(mention: MentionFeatures) -> bool:
    return mention.spot is None or mention.spot.coarse


def _spot_key(mention: MentionFeatures) -> str:
    return mention.spot.key if mention.spot else ""


def _unlocated(mention: MentionFeatures) -> bool:
    return mention.place is None or mention.place.lat is None


def _parties(lists: Iterable[Iterable[Party]]) -> list[Party]:
    """Each party once, in order of how many name it."""
    found: dict[str, Party] = {}
    votes: Counter[str] = Counter()
    for parties in lists:
        for party in parties:
            found.setdefault(party.key, party)
            votes[party.key] += 1
    order = {key: position for position, key in enumerate(found)}
    return [found[key] for key in sorted(found, key=lambda key: (-votes[key], order[key]))]


def _actors(mentions: Sequence[MentionFeatures]) -> tuple[Actor, ...]:
    bases: dict[str, set[str]] = {}
    for mention in mentions:
        for party, basis in mention.actors:
            bases.setdefault(party.key, set()).add(basis)
    parties = _parties([[party for party, _ in mention.actors] for mention in mentions])
    return tuple(Actor(party.name, _id(party), next(b for b in _BASES if b in bases[party.key])) for party in parties)


def _id(party: Party) -> str | None:
    return None if party.key.startswith(NAMELESS) else party.key
