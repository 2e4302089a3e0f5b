"""How many there are of each value: the facets of lists."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from tawatur.ledger.asking.filters import EventFilters, of_events
from tawatur.ledger.asking.remembering import remembered
from tawatur.ledger.store import Ledger
from tawatur.model import Record

EventFacet = Literal["type", "mode", "modality", "country", "place_id", "outlet", "disagreement", "month"]

# Each takes the conditions, and `Conditions.apart` before what is grouped by.
_COUNTS: dict[EventFacet, str] = {
    "type": "SELECT type, count(*) FROM event_index WHERE {} GROUP BY {}type",
    "mode": "SELECT mode, count(*) FROM event_index WHERE mode != '' AND {} GROUP BY {}mode",
    "modality": "SELECT modality, count(*) FROM event_index WHERE {} GROUP BY {}modality",
    "country": "SELECT country, count(*) FROM event_index WHERE country != '' AND {} GROUP BY {}country",
    "place_id": "SELECT place, count(*) FROM event_index WHERE place != '' AND {} GROUP BY {}place",
    "outlet": "SELECT outlet, count(*) FROM event_outlets WHERE event IN (SELECT event FROM event_index WHERE {}) GROUP BY {}outlet",
    "disagreement": """
        SELECT d.kind, count(DISTINCT p.part) FROM disagreement_index d JOIN unit_disagreement_parts p USING (disagreement)
        WHERE p.kind = 'event' AND EXISTS (SELECT 1 FROM event_index WHERE event = p.part AND {}) GROUP BY {}d.kind""",
    "month": """
        SELECT substr(first_day, 1, 7), count(*) FROM event_index
        WHERE first_day != '' AND substr(first_day, 1, 7) = substr(last_day, 1, 7) AND {} GROUP BY {}substr(first_day, 1, 7)""",
}
_FREED: dict[EventFacet, dict[str, None]] = {"month": {"first": None, "last": None}}


class Count(Record, frozen=True):
    value: str
    count: int


def event_counts(ledger: Ledger, facet: EventFacet, filters: EventFilters, most: int | None = None) -> tuple[Count, ...]:
    """How many events there are of each value of a facet, the most first, when its own filter is left aside; at most so many values.

    What has no value is not counted; an event is counted under each of its outlets and kinds of disagreement. Values of `place_id` are
    places' keys; `month` counts what happened within one.
    """
    return _counted(ledger, facet, msgspec.structs.replace(filters, **_FREED.get(facet, {facet: None})))[:most]


@remembered
def _counted(ledger: Ledger, facet: EventFacet, filters: EventFilters) -> tuple[Count, ...]:
    if facet == "outlet" and filters == EventFilters():
        return ranked(ledger.rows("SELECT outlet, count(*) FROM event_outlets GROUP BY outlet"))
    asked = of_events(ledger, filters)
    return ranked(ledger.rows(_COUNTS[facet].format(asked.where, asked.apart), *asked.parameters))


def ranked(rows: Iterable[tuple[str, int]]) -> tuple[Count, ...]:
    return tuple(Count(value, count) for value, count in sorted(rows, key=lambda row: (-row[1], row[0])))
