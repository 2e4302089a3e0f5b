"""The likely day of a document that does not say when it was published, from the company it keeps.

Two reports that quote one speaker and name the same few people are mostly of the same days. The day found so only helps to compare
event mentions; it is never shown as the document's date.
"""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from tawatur.reconciling.dates import window
from tawatur.reconciling.features import Features

_SHARED = 3
"""People that two documents must share, a speaker among them."""
_RARE = 12
"""A person whom more documents name says little about their days."""
_WEEK = 7


def with_likely_days(kept: Sequence[Features]) -> list[Features]:
    """The features, with a likely day on the mentions of documents whose day is unknown. Where the company disagrees, none."""
    speakers = [_speakers(one) for one in kept]
    people = [speakers[n] | _people(one) for n, one in enumerate(kept)]
    by_person: dict[str, list[int]] = defaultdict(list)
    for n, named in enumerate(people):
        for person in named:
            by_person[person].append(n)
    rare = {person: where for person, where in by_person.items() if len(where) <= _RARE}
    return [one if one.document.day is not None else _dated(one, _company(kept, n, speakers, people, rare)) for n, one in enumerate(kept)]


def _speakers(one: Features) -> set[str]:
    return {said.speaker.key for said in one.statements if said.speaker and said.chain and said.chain[-1].kind == "person"}


def _people(one: Features) -> set[str]:
    named = (party for mention in one.mentions for party in (*mention.targets, *(actor for actor, _ in mention.actors)))
    return {party.key for party in named if party.kind == "person"}


def _company(kept: Sequence[Features], n: int, speakers: list[set[str]], people: list[set[str]], rare: dict[str, list[int]]) -> list[int]:
    """The days of the dated documents that share enough people with document `n`, where it can be of those days."""
    shared: dict[int, int] = defaultdict(int)
    for person in people[n]:
        for other in rare.get(person, ()):
            shared[other] += 1
    own = window(kept[n].document.published)
    days = []
    for other, count in shared.items():
        day = kept[other].document.day
        if other == n or day is None or count < _SHARED or not speakers[n] & speakers[other]:
            continue
        if own is None or own[0] <= day <= own[1]:
            days.append(day)
    return sorted(days)


def _dated(one: Features, days: list[int]) -> Features:
    if not days or days[-1] - days[0] > _WEEK:
        return one
    likely = days[len(days) // 2]
    return msgspec.structs.replace(one, mentions=tuple(msgspec.structs.replace(mention, day=likely) for mention in one.mentions))
