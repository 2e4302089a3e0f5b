"""What is put into the queue of reviewers, and how much it matters: each row follows from one record and from the judgements.

An event is there when it rests on one chain and many died, when what joined its accounts was barely enough, or when the day or the place of
something grave was not read. A disagreement of two sides is there until somebody settles it.
"""

from collections.abc import Iterator
from functools import cached_property
from math import log2
from typing import Literal

import msgspec

from tawatur.ledger.indexing import weight as weigh
from tawatur.ledger.store import Ledger
from tawatur.model import Disagreement, Event, Judgement, Record
from tawatur.reconciling.rulings import JUDGED, Rulings, rulings
from tawatur.reconciling.similarity import ENOUGH

State = Literal["open", "pending", "ask", "done"]
ReasonKind = Literal["unsettled", "alone", "merge", "undated", "unplaced"]

_BARELY = 0.6
"""By so many points more than enough, accounts are joined for good; by fewer somebody should look."""
_GRAVE = 5.0
"""From so many dead, four wounded counting as one, an event should rest on more than one chain, and have a day and a place."""
_WOUNDED = 0.25
_UNSETTLED, _PER_WEAKER, _PER_CHAIN = 3.0, 4.0, 1.0
"""What a disagreement weighs, and each chain behind the side that has second most, and behind any side."""
_MERGE, _UNKNOWN = 2.0, 1.0
_MOST = 1000.0
"""More dead do not weigh more: such numbers are of wars, and often misread."""
_TOOK_PLACE = ("actual", "alleged")
_PUT = "INSERT OR REPLACE INTO review_queue VALUES (?, ?, ?, ?, ?)"
_WEAKEST = """
    SELECT ours.id, theirs.id, ties.weight FROM event_joins AS joins
    JOIN event_ties AS ties ON ties.one = joins.one AND ties.other = joins.other
    JOIN kept_mentions AS ours ON ours.number = joins.one JOIN kept_mentions AS theirs ON theirs.number = joins.other
    WHERE joins.name = ? ORDER BY ties.weight, ours.id, theirs.id LIMIT 1
"""


class Reason(Record, frozen=True, omit_defaults=True):
    """Why something should be looked at. `number` is the dead (alone), the points beyond what is needed (merge), the chains behind the
    weaker side (unsettled); `one` and `other` are the accounts that barely hold together."""

    kind: ReasonKind
    number: float = 0.0
    one: str | None = None
    other: str | None = None


class Queueing:
    """Puts events and disagreements into the queue as judgements leave them, or takes them out.

    An event's row in `event_index` is there already.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    @cached_property
    def _rules(self) -> Rulings:
        records = self.ledger.rows("SELECT record FROM judgements ORDER BY id")
        return rulings([msgspec.json.decode(record, type=Judgement) for (record,) in records])

    @cached_property
    def _judged(self) -> frozenset[str]:
        """Whatever a person has spoken of, but for what settles."""
        rules = self._rules
        pairs = [pair for pair, _ in rules.same] + list(rules.different)
        return rules.right | rules.wrong | rules.values.keys() | {name for pair in pairs for name in pair}

    def put_event(self, event: Event) -> None:
        reasons = list(self._reasons(event))
        is_accepted = all(mention in self._rules.right for mention in event.mentions)
        if reasons and not is_accepted:
            self._put(event.id, "event", "open", sum(map(_weight, reasons)), reasons)
        elif not self._judged.isdisjoint(event.mentions):
            self._put(event.id, "event", "done", 0.0, reasons)
        else:
            self.drop(event.id)

    def put_disagreement(self, identifier: str) -> None:
        """Of a disagreement that is there, or is gone. One with one side only, an error in a source, is nothing to settle."""
        record = self.ledger.value("SELECT record FROM disagreements WHERE id = ?", identifier)
        found = msgspec.json.decode(record, type=Disagreement) if record else None
        if found is None or len(found.sides) < 2:
            self.drop(identifier)
            return
        weaker, chains, documents, spread = weigh(found)
        weight = _UNSETTLED + _PER_WEAKER * weaker + _PER_CHAIN * chains + log2(1 + documents) + log2(max(1.0, spread))
        self._put(found.id, "disagreement", _state(found), weight, [Reason("unsettled", weaker)])

    def drop(self, identifier: str) -> None:
        self.ledger.rows("DELETE FROM review_queue WHERE id = ?", identifier)

    def _put(self, identifier: str, kind: str, state: State, weight: float, reasons: list[Reason]) -> None:
        self.ledger.rows(_PUT, identifier, kind, state, round(weight, 3), msgspec.json.encode(reasons).decode())

    def _reasons(self, event: Event) -> Iterator[Reason]:
        dead = toll(event)
        modality = self.ledger.value("SELECT modality FROM event_index WHERE event = ?", event.id)
        if dead >= _GRAVE and modality in _TOOK_PLACE:
            if event.chains_max == 1:
                yield Reason("alone", dead)
            if event.date is None:
                yield Reason("undated", dead)
            if event.place is None:
                yield Reason("unplaced", dead)
        if len(event.mentions) > 1:
            yield from self._barely_joined(event)

    def _barely_joined(self, event: Event) -> Iterator[Reason]:
        for one, other, points in self.ledger.rows(_WEAKEST, event.id).fetchall():
            if points < min(ENOUGH + _BARELY, JUDGED):
                yield Reason("merge", round(points - ENOUGH, 2), one, other)


def toll(event: Event) -> float:
    """How many died, at best, with a part of the wounded."""
    counted = [(event.figures.get(role), share) for role, share in (("killed", 1.0), ("injured", _WOUNDED))]
    return sum(share * (found.best or found.low or 0) for found, share in counted if found)


def _weight(reason: Reason) -> float:
    if reason.kind == "alone":
        return log2(1 + min(reason.number, _MOST))
    if reason.kind == "merge":
        return _MERGE + max(0.0, _BARELY - reason.number)
    return _UNKNOWN


def _state(found: Disagreement) -> State:
    if found.settled is None:
        return "open"
    if found.settled.way == "pending" or found.settled.way == "ask":
        return found.settled.way
    return "done"


def queue_all(ledger: Ledger) -> None:
    """Makes the rows of everything that a ledger holds already."""
    queueing = Queueing(ledger)
    for (record,) in ledger.rows("SELECT record FROM events").fetchall():
        queueing.put_event(msgspec.json.decode(record, type=Event))
    for (identifier,) in ledger.rows("SELECT id FROM disagreements").fetchall():
        queueing.put_disagreement(identifier)
