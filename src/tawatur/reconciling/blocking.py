"""Which mentions are worth comparing: those that share a place, a party or a name, and may be of one time."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations, product

from tawatur.reconciling.dates import COARSE_DAYS
from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.parties import speaks_for
from tawatur.reconciling.similarity import GROUPS, reality

BEFORE_PUBLICATION = 8
"""Days before publication in which an undated mention is taken to lie."""
_NEVER, _EVER = 0, 4_000_000
_LONGEST_WORDS = 3
_TELLING = 2


def span(mention: MentionFeatures) -> tuple[int, int]:
    """The days that a mention may be of, known or guessed from its publication."""
    if mention.window is not None:
        return mention.window[0] - 1, mention.window[1] + 1
    if mention.when is not None and mention.when.day is not None:
        return mention.when.day - (1 if mention.when.basis == "event" else BEFORE_PUBLICATION), mention.when.day + 1
    if mention.when is not None and mention.when.among is not None:
        return mention.when.among[0] - BEFORE_PUBLICATION, mention.when.among[1] + 1
    return _NEVER, _EVER


def keys(mention: MentionFeatures) -> set[tuple[str, ...]]:
    """What a mention can be found by: each key joins two things that seldom meet by chance, as a village and a party, or a party and a
    day. A person by name who was struck is a key alone.
    """
    near, times = _near(mention), _times(mention)
    parties = {side for party in (*mention.targets, *(actor for actor, _ in mention.actors)) for side in speaks_for(party.key)}
    tolls = {f"{figure.role} {figure.low}" for figure in mention.figures if (figure.low or 0) >= _TELLING}
    words = {" ".join(pair) for telling in _telling(mention) for pair in combinations(sorted(telling), 2)}
    found: set[tuple[str, ...]] = {*product(near, parties | tolls), *combinations(sorted(mention.places), 2)}
    found |= {*product(near | parties | words, times), *product(_wide(mention), (time for time in times if not time.startswith("weekday")))}
    found |= {(party.key,) for party in mention.targets if party.kind == "person"}
    base = (GROUPS[mention.type], reality(mention))
    return {(*base, *key) for key in found}


def _near(mention: MentionFeatures) -> frozenset[str]:
    """The towns and sites of its sentence, and what names the one where it took place."""
    return mention.places | (mention.spot.stems if mention.spot and not mention.spot.coarse else frozenset())


def _wide(mention: MentionFeatures) -> frozenset[str]:
    """The country and governorate."""
    where = mention.spot
    return frozenset((where.key, where.country, *where.stems, *where.around)) - {""} if where else frozenset()


def _telling(mention: MentionFeatures) -> Iterator[list[str]]:
    """The longest words of its sentence, and of the title where the report is about it."""
    for words in (mention.words, mention.title if mention.leads else frozenset[str]()):
        yield sorted(words, key=lambda word: (-len(word), word))[:_LONGEST_WORDS]


def _times(mention: MentionFeatures) -> set[str]:
    """The days that it may be of, in threes so that a night is no border; its weekday, by which an undated report is found; or its year."""
    told = mention.when
    if told is None:
        return set()
    if told.basis == "event" and told.among is not None:
        first, last = told.among
        if last - first > COARSE_DAYS:
            return {f"year {date.fromordinal(day).year}" for day in told.among}
        return {f"day {day // 3}" for day in range(first - 1, last + 2)}
    before = range(-1, 2) if told.basis == "event" else range(-2, 1)
    days = {f"day {(told.day + by) // 3}" for by in before} if told.day is not None else set()
    back = (0,) if told.basis == "event" else (0, 1)
    return days | ({f"weekday {(told.weekday - 1 - by) % 7}" for by in back} if told.weekday else set())
