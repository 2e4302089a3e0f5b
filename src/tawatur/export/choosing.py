"""What of a ledger goes into an export: all of it, or what the lists would show with the same options."""

from collections.abc import Iterable

from tawatur.ledger import lists
from tawatur.ledger.store import Ledger
from tawatur.model import Record

_CLAIM = "SELECT claim FROM claim_statements WHERE statement = ?"
_DISAGREEMENT = "SELECT DISTINCT disagreement FROM disagreement_parts WHERE kind = ? AND part = ?"


class Chosen(Record, frozen=True):
    """Ids by kind; None chooses all of a kind. A mention goes with its event, a link with its mention or statement."""

    events: frozenset[str] | None = None
    statements: frozenset[str] | None = None
    claims: frozenset[str] | None = None
    disagreements: frozenset[str] | None = None
    documents: frozenset[str] | None = None


EVERYTHING = Chosen()


def has(ids: frozenset[str] | None, identifier: str | None) -> bool:
    """Whether an id is among the chosen. What has no id belongs to nothing that could be chosen."""
    return ids is None or (identifier is not None and identifier in ids)


def choose(ledger: Ledger, filters: lists.Filters) -> Chosen:
    """The events and statements of the lists narrowed so, and what belongs to them: claims, disagreements, and the documents behind all.

    With a type, which is an event's, there are no statements. `limit` holds for events and for statements.
    """
    if filters == lists.Filters():
        return EVERYTHING
    events: set[str] = set()
    documents: set[str] = set()
    for event in lists.events(ledger, filters):
        events.add(event.id)
        documents.update(event.documents)
    statements: set[str] = set()
    for said in lists.statements(ledger, filters) if filters.type is None else ():
        statements.add(said.statement.id)
        documents.add(said.document.id)
    return Chosen(
        events=frozenset(events),
        statements=frozenset(statements),
        claims=_found(ledger, _CLAIM, ((name,) for name in statements)),
        disagreements=_disagreements(ledger, events, statements),
        documents=frozenset(documents),
    )


def _disagreements(ledger: Ledger, events: Iterable[str], statements: Iterable[str]) -> frozenset[str]:
    parts = [*(("event", name) for name in events), *(("statement", name) for name in statements)]
    return _found(ledger, _DISAGREEMENT, parts)


def _found(ledger: Ledger, sql: str, keys: Iterable[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(name for key in keys for (name,) in ledger.rows(sql, *key))
