"""Events near one that were kept apart from it: of about the same days, and of one kind or place."""

from datetime import date, timedelta

import msgspec

from tawatur.ledger.decided import decided
from tawatur.ledger.store import Ledger
from tawatur.ledger.tellers import Tellers
from tawatur.model import Event, Record
from tawatur.reconciling.explanations import wording
from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.similarity import ENOUGH, score
from tawatur.reconciling.why import barred

_DAYS = 2
_LOOKED_AT = 300
"""Events of those days; in a ledger of millions there may be more."""
_ACCOUNTS = 2
"""Of either event, that are compared for the sentence; `why` compares all."""
_NEAR = """
    SELECT id, type, place_form, first_day FROM events
    WHERE first_day BETWEEN ? AND ? AND id != ? ORDER BY first_day, last_day LIMIT ?
"""


class Neighbour(Record, frozen=True):
    """`reason` says in a sentence, under `ar` and `en`, what keeps it apart, as far as the first accounts of the two tell."""

    event: Event
    reason: dict[str, str]


def neighbours(ledger: Ledger, event: Event, most: int = 5) -> list[Neighbour]:
    """The nearest first; none for an event without a day or a place."""
    first, form = _day_and_place(ledger, event)
    if first is None or not form:
        return []
    day, words = date.fromisoformat(first), set(form.split())
    around = (day - timedelta(days=_DAYS)).isoformat(), (day + timedelta(days=_DAYS)).isoformat()
    found = []
    for other, kind, place, when in ledger.rows(_NEAR, *around, event.id, _LOOKED_AT):
        shared = len(words & set(place.split()))
        if shared:
            found.append((-shared / len(words | set(place.split())), kind != event.type, abs((date.fromisoformat(when) - day).days), other))
    tellers = Tellers(ledger)
    return [_told(tellers, event, _event(ledger, other)) for *_, other in sorted(found)[:most]]


def _day_and_place(ledger: Ledger, event: Event) -> tuple[str | None, str]:
    row = ledger.rows("SELECT first_day, place_form FROM events WHERE id = ?", event.id).fetchone()
    return row or (None, "")


def _event(ledger: Ledger, identifier: str) -> Event:
    return msgspec.json.decode(ledger.value("SELECT record FROM events WHERE id = ?", identifier), type=Event)


def _told(tellers: Tellers, event: Event, other: Event) -> Neighbour:
    """The weightiest ground: what rules the two out, or how little speaks for one."""
    pairs = [(one, two) for one in _first(tellers, event) for two in _first(tellers, other)]
    last = decided(tellers.ledger).last
    bars = next((bars for one, two in pairs if (bars := barred(one, two, last))), None)
    if bars:
        return Neighbour(other, bars[0].said)
    if all(score(one, two) < ENOUGH for one, two in pairs):
        return Neighbour(other, wording("why.two_events_too_little").both())
    return Neighbour(other, wording("why.two_events_wholes").both())


def _first(tellers: Tellers, event: Event) -> list[MentionFeatures]:
    told = (one for name in event.mentions[:_ACCOUNTS] for one in tellers.told(name))
    return [one for one in told if isinstance(one, MentionFeatures)]
