"""What single documents say, as lists over the whole ledger: accounts of events, the figures in them, chains, and the documents themselves.

All come by document id, and one document at a time is held in memory.
"""

from collections.abc import Iterator
from typing import Literal

from tawatur import edtf
from tawatur.ledger.deriving import reading
from tawatur.ledger.store import Ledger
from tawatur.model import Document, EventMention, Figure, Link, Reading, Record, Statement
from tawatur.reconciling.corrections import figure_id
from tawatur.text.fold import fold

_ALL = "SELECT document FROM readings WHERE ? IS NULL OR document = ? ORDER BY document"
_OF_EVENT = """
    SELECT DISTINCT m.document FROM event_mentions e JOIN mentions m ON m.id = e.mention
    WHERE e.event = ? AND (? IS NULL OR m.document = ?) ORDER BY 1
"""
_EVENTS = "SELECT mention, event FROM event_mentions JOIN mentions ON id = mention WHERE document = ?"
_COUNT = """
    SELECT count(*) FROM {table} WHERE (? IS NULL OR document = ?)
    AND (? IS NULL OR EXISTS (SELECT 1 FROM event_mentions AS e WHERE e.mention = {table}.{mention} AND e.event = ?))
"""
_REPORTS = "SELECT document, outlet, title, published FROM readings ORDER BY document"


class Told(Record, frozen=True):
    """What one document says of one event, with the event it was taken for; `event` is None where it is in none."""

    document: Document
    event: str | None
    mention: EventMention


class Counted(Record, frozen=True):
    """A figure in one document, with the id by which it is judged, and the event it belongs to."""

    id: str
    document: Document
    event: str | None
    figure: Figure


class Chain(Record, frozen=True):
    """Who passed on an account of an event, or a statement: outlet first, origin last."""

    of: EventMention | Statement
    document: Document

    @property
    def links(self) -> tuple[Link, ...]:
        return self.of.chain


def mentions(ledger: Ledger, event: str | None = None, document: str | None = None) -> Iterator[Told]:
    """The accounts of one event, or of all; in one document, or in all."""
    for found, event_of in _readings(ledger, event, document):
        for mention in found.events:
            if event in (None, event_of.get(mention.id)):
                yield Told(found.document, event_of.get(mention.id), mention)


def figures(ledger: Ledger, event: str | None = None, document: str | None = None) -> Iterator[Counted]:
    """The figures as they were read, before anybody judged them. One of no account has an id made of its document's."""
    for found, event_of in _readings(ledger, event, document):
        for figure in found.figures:
            home = event_of.get(figure.event or "")
            if event in (None, home):
                yield Counted(figure_id(figure.event or found.document.id, figure), found.document, home, figure)


def chains(ledger: Ledger, event: str | None = None, document: str | None = None) -> Iterator[Chain]:
    """The chains of accounts, and of statements too unless only those of one event are asked for."""
    for found, event_of in _readings(ledger, event, document):
        for mention in found.events:
            if event in (None, event_of.get(mention.id)):
                yield Chain(mention, found.document)
        for statement in found.statements if event is None else ():
            yield Chain(statement, found.document)


def count(ledger: Ledger, listed: Literal["mentions", "figures", "chains"], event: str | None = None, document: str | None = None) -> int:
    """How many there are, without reading them."""
    if listed == "chains":
        statements = "SELECT count(*) FROM statements WHERE ? IS NULL OR document = ?"
        said = 0 if event else int(ledger.value(statements, document, document))
        return said + count(ledger, "mentions", event, document)
    sql = _COUNT.format(table=listed, mention="id" if listed == "mentions" else "mention")
    return int(ledger.value(sql, document, document, event, event))


class Published(Record, frozen=True):
    """What narrows documents: the outlet's name, the days between which they were published, words of the title."""

    outlet: str | None = None
    first: str | None = None
    last: str | None = None
    text: str | None = None


def documents(ledger: Ledger, published: Published) -> Iterator[Reading]:
    """Each with all that was read in it."""
    return (reading(ledger, name) for name in document_ids(ledger, published))


def document_ids(ledger: Ledger, published: Published) -> list[str]:
    return [
        name
        for name, outlet, title, date in ledger.rows(_REPORTS)
        if _has(outlet, published.outlet) and _has(title, published.text) and _is_between(date, published.first, published.last)
    ]


def _is_between(date: str | None, first: str | None, last: str | None) -> bool:
    """Whether a date can be on the days from the one to the other; one that is not known is not."""
    days, earliest, latest = edtf.bounds(date), edtf.bounds(first), edtf.bounds(last)
    if days is None:
        return first is None and last is None
    return (earliest is None or days[1] >= earliest[0]) and (latest is None or days[0] <= latest[1])


def _has(value: str | None, words: str | None) -> bool:
    return all(word in fold(value or "") for word in fold(words or "").split())


def _readings(ledger: Ledger, event: str | None, document: str | None) -> Iterator[tuple[Reading, dict[str, str]]]:
    """What is read in each document, and the event of each of its mentions."""
    found = ledger.rows(_OF_EVENT, event, document, document) if event else ledger.rows(_ALL, document, document)
    for (name,) in found.fetchall():
        yield reading(ledger, name), dict(ledger.rows(_EVENTS, name).fetchall())
