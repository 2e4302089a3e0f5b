"""The lists of a ledger: events, statements, claims and disagreements, filtered."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any, Literal

import msgspec

from tawatur import edtf
from tawatur.errors import TawaturError
from tawatur.ledger.deriving import reading
from tawatur.ledger.store import Ledger
from tawatur.model import Claim, Disagreement, Document, Event, Record, Statement
from tawatur.text.fold import fold

Listed = Literal["events", "statements", "claims", "disagreements"]
"""What there are lists of."""


class Filters(Record, frozen=True):
    """What a list is narrowed to; None does not narrow. Names match a part of a name, whatever its hamzas and marks.

    `first` and `last` are EDTF dates, both included; `type` an event's type, a statement's act or a disagreement's kind.
    """

    first: str | None = None
    last: str | None = None
    place: str | None = None
    actor: str | None = None
    speaker: str | None = None
    type: str | None = None
    text: str | None = None
    limit: int | None = None


class Said(Record, frozen=True):
    """A statement with the document that carries it, its words, and the claim it belongs to."""

    document: Document
    claim: str | None
    statement: Statement
    words: str


class _Query:
    """The conditions of a SELECT, and their parameters."""

    def __init__(self) -> None:
        self.conditions: list[str] = ["1"]
        self.parameters: list[Any] = []

    def add(self, condition: str, *parameters: Any) -> None:
        self.conditions.append(condition)
        self.parameters += parameters

    def days(self, filters: Filters) -> None:
        """Keeps what can have been on the days asked for; what has no date is left out."""
        if filters.first:
            self.add("last_day >= ?", _bound(filters.first, 0))
        if filters.last:
            self.add("first_day <= ?", _bound(filters.last, 1))

    def words(self, condition: str, text: str | None) -> None:
        """One condition a word of the text: `condition` has one `?` for it."""
        for word in fold(text or "").split():
            self.add(condition, word)

    def run(self, ledger: Ledger, sql: str, order: str, limit: int | None) -> Any:
        return ledger.rows(f"{sql} WHERE {self.where} ORDER BY {order} LIMIT ?", *self.parameters, -1 if limit is None else limit)

    def count(self, ledger: Ledger, table: str, limit: int | None) -> int:
        """How many rows `run` would give."""
        sql = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {self.where} LIMIT ?)"
        return int(ledger.value(sql, *self.parameters, -1 if limit is None else limit))

    @property
    def where(self) -> str:
        return " AND ".join(self.conditions)


def _bound(date: str, which: int) -> str:
    span = edtf.bounds(date)
    if span is None:
        raise TawaturError(f"{date}: is no date; write it as 2020-03-14 or 2020-03")
    return span[which].isoformat()


_PLACED = "instr(place_form, ?)"
_ACTED = "EXISTS (SELECT 1 FROM event_parties p WHERE p.event = e.id AND instr(p.form, ?))"
_VOICED = "EXISTS (SELECT 1 FROM event_mentions m JOIN links l ON l.owner = m.mention WHERE m.event = e.id AND instr(l.form, ?))"
_WORDED = "EXISTS (SELECT 1 FROM event_mentions m JOIN mentions w ON w.id = m.mention WHERE m.event = e.id AND instr(w.form, ?))"


def _event_conditions(filters: Filters) -> _Query:
    query = _Query()
    query.days(filters)
    query.words(_PLACED, filters.place)
    query.words(_ACTED, filters.actor)
    query.words(_VOICED, filters.speaker)
    return query


def events(ledger: Ledger, filters: Filters) -> Iterator[Event]:
    """By day, those without a date last."""
    query = _events(filters)
    for (record,) in query.run(ledger, "SELECT record FROM events e", "first_day IS NULL, first_day, last_day, id", filters.limit):
        yield msgspec.json.decode(record, type=Event)


def _events(filters: Filters) -> _Query:
    query = _event_conditions(filters)
    query.words(_WORDED, filters.text)
    if filters.type:
        query.add("type = ?", filters.type)
    return query


def _statement_conditions(filters: Filters) -> _Query:
    query = _Query()
    query.days(filters)
    query.words("instr(s.speaker_form, ?)", filters.speaker)
    query.words("instr(s.speaker_form, ?)", filters.actor)
    query.words("instr(s.form, ?)", filters.place)
    return query


def statements(ledger: Ledger, filters: Filters) -> Iterator[Said]:
    """By day, then document. `actor` is the speaker too; `place` and `text` are words of what was said."""
    query = _statements(filters)
    sql = "SELECT s.document, s.id, c.claim FROM statements s LEFT JOIN claim_statements c ON c.statement = s.id"
    order = "first_day IS NULL, first_day, document, first, s.id"
    for document, same in groupby(query.run(ledger, sql, order, filters.limit).fetchall(), key=lambda row: row[0]):
        found = reading(ledger, document)
        by_id = {statement.id: statement for statement in found.statements}
        for _, identifier, claim in same:
            content = by_id[identifier].content
            yield Said(found.document, claim, by_id[identifier], found.document.text[content.start : content.end])


def _statements(filters: Filters) -> _Query:
    query = _statement_conditions(filters)
    query.words("instr(s.form, ?)", filters.text)
    if filters.type:
        query.add("s.act = ?", filters.type)
    return query


def claims(ledger: Ledger, filters: Filters) -> Iterator[Claim]:
    """By id: those that a statement makes which the filters leave."""
    for (record,) in _claims(filters).run(ledger, "SELECT record FROM claims c", "c.id", filters.limit):
        yield msgspec.json.decode(record, type=Claim)


def _claims(filters: Filters) -> _Query:
    query, said = _Query(), _statements(filters)
    if len(said.conditions) > 1:
        joined = "claim_statements m JOIN statements s ON s.id = m.statement"
        query.add(f"EXISTS (SELECT 1 FROM {joined} WHERE m.claim = c.id AND {said.where})", *said.parameters)
    return query


def disagreements(ledger: Ledger, filters: Filters) -> Iterator[Disagreement]:
    """By id. Days, places, actors and speakers are those of the events, and of the statements on its sides."""
    for (record,) in _disagreements(filters).run(ledger, "SELECT record FROM disagreements d", "d.id", filters.limit):
        yield msgspec.json.decode(record, type=Disagreement)


def _disagreements(filters: Filters) -> _Query:
    query = _Query()
    narrowed = _event_conditions(filters)
    if len(narrowed.conditions) > 1:
        said = _statement_conditions(filters)
        query.add(f"({_part('events', narrowed)} OR {_part('statements', said)})", *narrowed.parameters, *said.parameters)
    query.words("instr(d.form, ?)", filters.text)
    if filters.type:
        query.add("d.kind = ?", filters.type)
    return query


def _part(table: str, query: _Query) -> str:
    alias = table[0]
    joined = f"disagreement_parts p JOIN {table} {alias} ON {alias}.id = p.part"
    return f"EXISTS (SELECT 1 FROM {joined} WHERE p.disagreement = d.id AND {query.where})"


def count(ledger: Ledger, listed: Listed, filters: Filters) -> int:
    """How many records the list has, without going through them."""
    conditions = {"events": _events, "statements": _statements, "claims": _claims, "disagreements": _disagreements}[listed]
    return conditions(filters).count(ledger, f"{listed} {listed[0]}", filters.limit)
