"""The tidy tables of a ledger, row by row: all at once in one pass, or one of them. One document at a time is held in memory.

Rows come by the id of what they are read from, so that the same ledger gives the same rows in the same order.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from tawatur import edtf
from tawatur.export import tidy_readings as read
from tawatur.export import tidy_rows as made
from tawatur.export.choosing import EVERYTHING, Chosen, has
from tawatur.export.tidy import Row
from tawatur.ledger.deriving import reading, readings
from tawatur.ledger.judgements import listed
from tawatur.ledger.sources import sources
from tawatur.ledger.store import Ledger
from tawatur.ledger.versions import versions
from tawatur.model import Claim, Disagreement, Event, Reading

Named = tuple[str, Row]
"""The name of a table, and a row of it."""

OF_EVENTS = ("events", "figures")
OF_READINGS = ("documents", "mentions", "figures_read", "statements", "chains")
OF_DISAGREEMENTS = ("disagreements", "sides")
OF_SOURCES = ("sources", "copies")

_EVENTS = "SELECT mention, event FROM mentions JOIN event_mentions ON mention = id WHERE document = ?"
_CLAIMS = "SELECT statement, claim FROM statements JOIN claim_statements ON statement = id WHERE document = ?"
_FAMILY = "SELECT family, first FROM family_members WHERE document = ?"


def rows(ledger: Ledger, chosen: Chosen = EVERYTHING) -> Iterator[Named]:
    """The rows of all tables, each with its table's name. Sources, coverage and judgements are those of the whole ledger always."""
    yield from of_events(events(ledger, chosen))
    yield from of_readings(ledger, chosen)
    yield from of_claims(claims(ledger, chosen))
    yield from of_disagreements(disagreements(ledger, chosen))
    yield from of_sources(ledger)
    yield from of_coverage(ledger)
    yield from of_judgements(ledger)


def table_rows(ledger: Ledger, table: str, chosen: Chosen = EVERYTHING) -> Iterator[Row]:
    """The rows of one table. Raises KeyError for a name that is none."""
    found: Iterable[Named]
    if table in OF_EVENTS:
        found = of_events(events(ledger, chosen))
    elif table in OF_READINGS:
        found = of_readings(ledger, chosen)
    elif table in OF_DISAGREEMENTS:
        found = of_disagreements(disagreements(ledger, chosen))
    elif table in OF_SOURCES:
        found = of_sources(ledger)
    elif table == "claims":
        found = of_claims(claims(ledger, chosen))
    else:
        found = {"coverage": of_coverage, "judgements": of_judgements}[table](ledger)
    return (row for name, row in found if name == table)


def events(ledger: Ledger, chosen: Chosen = EVERYTHING) -> Iterator[Event]:
    """By id."""
    for identifier, record in ledger.rows("SELECT id, record FROM events ORDER BY id"):
        if has(chosen.events, identifier):
            yield msgspec.json.decode(record, type=Event)


def claims(ledger: Ledger, chosen: Chosen = EVERYTHING) -> Iterator[Claim]:
    """By id."""
    for identifier, record in ledger.rows("SELECT id, record FROM claims ORDER BY id"):
        if has(chosen.claims, identifier):
            yield msgspec.json.decode(record, type=Claim)


def disagreements(ledger: Ledger, chosen: Chosen = EVERYTHING) -> Iterator[Disagreement]:
    """By id."""
    for identifier, record in ledger.rows("SELECT id, record FROM disagreements ORDER BY id"):
        if has(chosen.disagreements, identifier):
            yield msgspec.json.decode(record, type=Disagreement)


def documents(ledger: Ledger, chosen: Chosen = EVERYTHING) -> Iterator[Reading]:
    """What is read in each document, by its id."""
    if chosen.documents is None:
        return readings(ledger)
    return (reading(ledger, document) for document in sorted(chosen.documents))


def of_events(found: Iterable[Event]) -> Iterator[Named]:
    for event in found:
        yield "events", made.event_row(event)
        yield from (("figures", row) for row in made.figure_rows(event))


def of_claims(found: Iterable[Claim]) -> Iterator[Named]:
    return (("claims", made.claim_row(claim)) for claim in found)


def of_disagreements(found: Iterable[Disagreement]) -> Iterator[Named]:
    for disagreement in found:
        yield "disagreements", made.disagreement_row(disagreement)
        yield from (("sides", row) for row in made.side_rows(disagreement))


def of_readings(ledger: Ledger, chosen: Chosen = EVERYTHING) -> Iterator[Named]:
    """What is read from each document's own text, document by document."""
    for found in documents(ledger, chosen):
        name = found.document.id
        yield "documents", document(ledger, found)
        yield from _mentions(found, dict(ledger.rows(_EVENTS, name).fetchall()), chosen)
        yield from _statements(found, dict(ledger.rows(_CLAIMS, name).fetchall()), chosen)


def document(ledger: Ledger, found: Reading) -> Row:
    """The row of a document, with what the ledger knows of its versions and family."""
    name = found.document.id
    family, first = ledger.rows(_FAMILY, name).fetchone() or (None, None)
    return read.document_row(found, versions(ledger, name)[-1], family, first == name if family else None)


def _mentions(found: Reading, event_of: dict[str, str], chosen: Chosen) -> Iterator[Named]:
    """The accounts of chosen events, with their figures and chains."""
    for mention in found.events:
        if has(chosen.events, event_of.get(mention.id)):
            yield "mentions", read.mention_row(found.document, mention, event_of.get(mention.id))
            yield from (("chains", row) for row in read.chain_rows(found.document, mention))
    for figure in found.figures:
        event = event_of.get(figure.event or "")
        if has(chosen.events, event):
            yield "figures_read", read.figure_read_row(found.document, figure, event)


def _statements(found: Reading, claim_of: dict[str, str], chosen: Chosen) -> Iterator[Named]:
    for statement in found.statements:
        if has(chosen.statements, statement.id):
            yield "statements", read.statement_row(found.document, statement, claim_of.get(statement.id))
            yield from (("chains", row) for row in read.chain_rows(found.document, statement))


def of_sources(ledger: Ledger) -> Iterator[Named]:
    for source in sources(ledger):
        yield "sources", made.source_row(source)
        yield from (("copies", row) for row in made.copy_rows(source))


def of_coverage(ledger: Ledger) -> Iterator[Named]:
    """How many documents each outlet has in each month: a source that was added makes a spike that is not in the world."""
    found = ledger.rows("SELECT outlet, published FROM readings")
    counted = Counter((_month(published), outlet or "") for outlet, published in found)
    for (month, outlet), count in sorted(counted.items()):
        yield "coverage", {"month": month or None, "outlet": outlet or None, "documents": count}


def of_judgements(ledger: Ledger) -> Iterator[Named]:
    """Oldest first."""
    return (("judgements", made.judgement_row(judged)) for judged in listed(ledger))


def _month(published: str | None) -> str:
    """The month that all days lie in which the date may mean; empty when there is none."""
    days = edtf.bounds(published)
    months = {day.isoformat()[:7] for day in days or ()}
    return months.pop() if len(months) == 1 else ""
