"""A reading's records by where they stand, so that those within or around a stretch of text are found without going through all."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from tawatur.model import EventMention, Figure, Name, Reading, Span, Statement, Time

_Record = TypeVar("_Record")
_Spanned = Name | Time | Span | Figure


class Within(Generic[_Record]):
    """Records in the order in which they start, by a function that gives where each stands."""

    def __init__(self, records: Iterable[_Record], place: Callable[[_Record], _Spanned]) -> None:
        self._place = place
        self._records = sorted(records, key=lambda record: place(record).start)
        self._starts = [place(record).start for record in self._records]

    def starting(self, start: int, stop: int) -> list[_Record]:
        """Those that start at `start` or behind it, and before `stop`; in code points."""
        return self._records[bisect_left(self._starts, start) : bisect_left(self._starts, stop)]

    def inside(self, start: int, end: int) -> Iterator[_Record]:
        """Those that lie within `start:end`."""
        return (record for record in self.starting(start, end + 1) if self._place(record).end <= end)


class Tellings:
    """Statements by what their content reaches over."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._statements = sorted(statements, key=lambda one: one.content.start)
        self._starts = [one.content.start for one in self._statements]
        self._longest = max((one.content.end - one.content.start for one in self._statements), default=0)

    def around(self, start: int, end: int) -> list[Statement]:
        """Those whose content reaches over `start:end`, the shortest first."""
        first, stop = bisect_left(self._starts, start - self._longest), bisect_right(self._starts, start)
        found = [one for one in self._statements[first:stop] if end <= one.content.end]
        return sorted(found, key=lambda one: (one.content.end - one.content.start, one.id))


class Placed:
    """The records of one reading by where they stand, its figures by their mention, and what it tells first of each kind."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.names: Within[Name] = Within(reading.names, lambda name: name)
        self.times: Within[Time] = Within(reading.times, lambda time: time)
        self.mentions: Within[EventMention] = Within(reading.events, lambda mention: mention.trigger)
        self.tellings = Tellings(reading.statements)
        self.figures: dict[str | None, list[Figure]] = defaultdict(list)
        for figure in reading.figures:
            self.figures[figure.event].append(figure)
        self._leading: dict[tuple[str, str], int] = {}
        for mention in reading.events:
            kind = mention.type, mention.modality
            self._leading[kind] = min(mention.trigger.start, self._leading.get(kind, mention.trigger.start))

    def leads(self, mention: EventMention) -> bool:
        """Whether no mention of its type and modality stands before it."""
        return mention.trigger.start <= self._leading[mention.type, mention.modality]
