"""A ledger's events, filtered, in four orders, a page at a time."""

from typing import Literal

import msgspec

from tawatur.ledger.asking.filters import EventFilters, of_events
from tawatur.ledger.asking.pages import PAGE, Order, Page
from tawatur.ledger.asking.remembering import remembered
from tawatur.ledger.store import Ledger
from tawatur.model import Event, Modality, Record

EventSort = Literal["seen", "day", "disputed", "told"]
"""By when the newest report came in, then was published; by the first day; by the number of disagreements, then of chains; by the number
of accounts."""

_ORDERS: dict[EventSort, Order] = {
    "day": Order("event_index", ("first_day", "last_day", "event")),
    "seen": Order("event_index", ("seen_at", "published", "event")),
    "disputed": Order("event_index", ("disagreements", "chains_max", "event")),
    "told": Order("event_index", ("mentions", "chains_max", "event")),
}
_ROW = "SELECT record, modality, seen_at FROM events JOIN event_index ON event = id WHERE id = ?"


class ListedEvent(Record, frozen=True):
    """`modality` is the firmest of its mentions; `seen_at`, in UTC, when the newest of its documents was first seen as it is now."""

    event: Event
    modality: Modality
    seen_at: str


def events(
    ledger: Ledger, filters: EventFilters, sort: EventSort = "seen", after: str | None = None, limit: int = PAGE
) -> Page[ListedEvent]:
    """A page of events, the latest, newest or greatest first; those without a date come last. Raises TawaturError for what is no date,
    and for an `after` that no page gave."""
    names, following = _found(ledger, filters, sort, after, limit)
    return Page(tuple(listed(ledger, name) for name in names), count(ledger, filters), following)


@remembered
def _found(ledger: Ledger, filters: EventFilters, sort: EventSort, after: str | None, limit: int) -> tuple[tuple[str, ...], str | None]:
    """The ids of the events of a page, and what asks for the next."""
    rows, following = _ORDERS[sort].rows(ledger, of_events(ledger, filters), after, limit)
    return tuple(row[-1] for row in rows), following


@remembered
def count(ledger: Ledger, filters: EventFilters) -> int:
    """How many events the filters leave."""
    return _ORDERS["day"].count(ledger, of_events(ledger, filters))


def listed(ledger: Ledger, event: str) -> ListedEvent:
    record, modality, seen_at = ledger.rows(_ROW, event).fetchone()
    return ListedEvent(msgspec.json.decode(record, type=Event), modality, seen_at)
