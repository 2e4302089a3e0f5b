"""A ledger's disagreements, filtered, the weightiest first, a page at a time."""

from typing import Literal

import msgspec

from tawatur.ledger.asking.conditions import Conditions
from tawatur.ledger.asking.facts import Count
from tawatur.ledger.asking.filters import EventFilters, of_events
from tawatur.ledger.asking.pages import PAGE, Order, Page
from tawatur.ledger.asking.remembering import remembered
from tawatur.ledger.store import Ledger
from tawatur.model import Disagreement, Record

DisagreementSort = Literal["weight", "day"]
"""`weight`: the matters most worth a look first, see `indexing.weight`; `day`: the latest first."""

_ORDERS: dict[DisagreementSort, Order] = {
    "weight": Order("disagreement_index", ("weaker", "chains", "documents", "spread", "disagreement")),
    "day": Order("disagreement_index", ("first_day", "disagreement")),
}
_ROW = """
    SELECT d.record, weaker, chains, documents, spread, first_day, last_day
    FROM disagreement_index JOIN disagreements d ON d.id = disagreement WHERE disagreement = ?
"""
_OF_EVENTS = """
    EXISTS (SELECT 1 FROM unit_disagreement_parts p JOIN event_index ON event = p.part
            WHERE p.disagreement = disagreement_index.disagreement AND p.kind = 'event' AND {})
"""
_WORDED = "disagreement IN (SELECT id FROM unit_disagreements WHERE instr(form, ?))"


class DisagreementFilters(Record, frozen=True, kw_only=True):
    """None does not narrow. `first` and `last` are EDTF dates, both included; `text` words of what explains it; `events` narrows to those
    about such events."""

    kind: str | None = None
    first: str | None = None
    last: str | None = None
    text: str | None = None
    events: EventFilters = EventFilters()


class ListedDisagreement(Record, frozen=True):
    """The disagreement and what it weighs: `weaker`, `chains`, `documents`, `spread` as `indexing.weight` gives them.

    The days are those of its events, or of its statements; empty when unknown.
    """

    disagreement: Disagreement
    weaker: int
    chains: int
    documents: int
    spread: float
    first_day: str
    last_day: str


def disagreements(
    ledger: Ledger, filters: DisagreementFilters, sort: DisagreementSort = "weight", after: str | None = None, limit: int = PAGE
) -> Page[ListedDisagreement]:
    """A page of disagreements. Raises TawaturError as `events` does."""
    names, following = _found(ledger, filters, sort, after, limit)
    return Page(tuple(listed(ledger, name) for name in names), count(ledger, filters), following)


@remembered
def _found(
    ledger: Ledger, filters: DisagreementFilters, sort: DisagreementSort, after: str | None, limit: int
) -> tuple[tuple[str, ...], str | None]:
    """The ids of the disagreements of a page, and what asks for the next."""
    rows, following = _ORDERS[sort].rows(ledger, _conditions(ledger, filters), after, limit)
    return tuple(row[-1] for row in rows), following


@remembered
def count(ledger: Ledger, filters: DisagreementFilters) -> int:
    """How many disagreements the filters leave."""
    return _ORDERS["weight"].count(ledger, _conditions(ledger, filters))


@remembered
def kinds(ledger: Ledger, filters: DisagreementFilters) -> tuple[Count, ...]:
    """How many there are of each kind, whatever kind is asked for; the most first."""
    asked = _conditions(ledger, msgspec.structs.replace(filters, kind=None))
    sql = f"SELECT kind, count(*) FROM disagreement_index WHERE {asked.where} GROUP BY kind ORDER BY 2 DESC, 1"
    return tuple(Count(*row) for row in ledger.rows(sql, *asked.parameters))


def listed(ledger: Ledger, disagreement: str) -> ListedDisagreement:
    record, *weights = ledger.rows(_ROW, disagreement).fetchone()
    return ListedDisagreement(msgspec.json.decode(record, type=Disagreement), *weights)


def _conditions(ledger: Ledger, filters: DisagreementFilters) -> Conditions:
    asked = Conditions()
    asked.equal(kind=filters.kind)
    asked.days(filters.first, filters.last)
    asked.words(_WORDED, filters.text)
    if filters.events != EventFilters():
        about = of_events(ledger, filters.events)
        asked.add(_OF_EVENTS.format(about.where), *about.parameters)
    return asked
