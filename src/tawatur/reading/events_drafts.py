"""Drafts: events while their mentions in one document are gathered."""

import msgspec

from tawatur.edtf import bounds
from tawatur.model import Actor, EventType, Modality, Mode, Target
from tawatur.reading.triggers import Trigger
from tawatur.reading.whereabouts import Whereabouts, clearer

VIOLENT = ("ASSAULT", "ACCIDENT")
APART: tuple[Modality, ...] = ("recurring", "aggregate", "planned", "hypothetical", "failed")
"""Modalities that never join an event told as having happened."""

_WEEK = 7


class Draft(msgspec.Struct):
    """An event in the making. `evidence` is how much says that the words tell news, `placed` whether its clause says where,
    `turns` whether its sentence turns to another matter, `since` the token of the event that a toll is counted from,
    `several` whether its sentence counts several targets or strikes. `first` and `last` are the first and last of its `sentences`."""

    trigger: Trigger
    type: EventType
    sentence: int
    clause: int
    mode: Mode | None
    date: str | None
    place: Whereabouts | None
    actors: list[Actor]
    targets: dict[Target, None]
    modality: Modality
    background: bool
    sentences: set[int]
    evidence: int
    placed: bool
    turns: bool
    since: int | None
    several: bool
    first: int
    last: int

    @property
    def weight(self) -> int:
        """How much of when, where and who is told."""
        return bool(self.date) + bool(self.place) + bool(self.actors)


def dates_agree(one: str, other: str) -> bool:
    """Whether two dates can mean a common day."""
    a, b = bounds(one), bounds(other)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def lasts(date: str) -> bool:
    """Whether a date is a stretch of more than a week, over which something goes on: no raid of one of its days is all of it."""
    span = bounds(date)
    return span is not None and (span[1] - span[0]).days > _WEEK


def merge(old: Draft, new: Draft) -> None:
    """Adds what a later mention tells of an event already met."""
    if old.weight == 0 and new.date and new.place:
        old.trigger, old.sentence, old.clause = new.trigger, new.sentence, new.clause
    old.mode = old.mode or new.mode
    if new.trigger.definite or new.sentence - old.last <= 1:
        old.date = old.date or new.date
    several = (old.trigger.plural and old.sentence > 0) or old.several
    if not (several and old.place and old.place.stated):
        old.place = clearer(old.place, new.place)
    old.sentences.add(new.sentence)
    old.last = new.sentence
    old.actors = old.actors or new.actors
    old.targets.update(new.targets)
