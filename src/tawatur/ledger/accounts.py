"""Accounts: what one document says of an event, a figure or a claim, in its own words and with the chain behind them."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from tawatur.ledger import lookup
from tawatur.ledger.decided import decided
from tawatur.ledger.deriving import reading
from tawatur.ledger.judgements import bearing_on
from tawatur.ledger.quoting import Quotes
from tawatur.ledger.store import Ledger
from tawatur.model import (
    Claim,
    Disagreement,
    Document,
    Event,
    EventMention,
    Figure,
    FigureValue,
    Judgement,
    Link,
    Merge,
    Reading,
    Record,
    Span,
    Statement,
)
from tawatur.reconciling.corrections import figure_id
from tawatur.reconciling.features import giving_statement
from tawatur.reconciling.shelf import Shelf

Part = TypeVar("Part", EventMention, Statement)


class Account(Record, frozen=True):
    """`words` are the document's own, at `span` of its text; `marks` are the trigger, figure or cue within the text.

    `copied_from` is the document whose text this one carries, when it is not the first of its family. `figure` is the id by which the
    figure marked can be judged.
    """

    id: str
    document: str
    outlet: str | None
    published: str | None
    title: str | None
    words: str
    span: Span
    marks: tuple[Span, ...]
    chain: tuple[Link, ...]
    copied_from: str | None = None
    note: str | None = None
    figure: str | None = None


class ValueView(Record, frozen=True):
    value: FigureValue
    accounts: tuple[Account, ...]


class EventView(Record, frozen=True):
    """An event whole: `figures` by role, `disagreements` it has a part in, the reasons its accounts were put together, and what people
    decided about any of it."""

    event: Event
    accounts: tuple[Account, ...]
    figures: dict[str, tuple[ValueView, ...]]
    disagreements: tuple[Disagreement, ...]
    merges: tuple[Merge, ...]
    judgements: tuple[Judgement, ...] = ()


class SideView(Record, frozen=True):
    position: str
    chains_min: int
    chains_max: int
    accounts: tuple[Account, ...]


class DisagreementView(Record, frozen=True):
    """A disagreement with the accounts on each side; `judgements` are what people decided about any of these."""

    disagreement: Disagreement
    sides: tuple[SideView, ...]
    judgements: tuple[Judgement, ...] = ()


class ClaimView(Record, frozen=True):
    claim: Claim
    accounts: tuple[Account, ...]
    merges: tuple[Merge, ...]


class StatementView(Record, frozen=True):
    statement: Statement
    account: Account
    claim: Claim | None


class Accounts:
    """Finds the accounts behind ids, each document unpacked once."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._readings: dict[str, tuple[Reading, Quotes]] = {}
        self._shelf = Shelf(ledger.connection, decided(ledger).rulings)

    def event(self, identifier: str) -> EventView:
        event = lookup.event(self.ledger, identifier)
        figures = {
            role: tuple(ValueView(value, self.figure(role, value)) for value in found.values)
            for role, found in sorted(event.figures.items())
        }
        return EventView(
            event=event,
            accounts=self.mentions(event.mentions),
            figures=figures,
            disagreements=tuple(lookup.disagreement(self.ledger, other) for other in event.disagreements),
            merges=lookup.merges(self.ledger, identifier),
            judgements=self._judged(event, figures),
        )

    def _judged(self, event: Event, figures: dict[str, tuple[ValueView, ...]]) -> tuple[Judgement, ...]:
        shown = [account.figure for values in figures.values() for value in values for account in value.accounts if account.figure]
        return bearing_on(self.ledger, [*event.mentions, *shown])

    def disagreement(self, identifier: str) -> DisagreementView:
        found = lookup.disagreement(self.ledger, identifier)
        sides = [
            SideView(side.position, side.chains_min, side.chains_max, self.mentions(side.mentions) + self.statements(side.statements))
            for side in found.sides
        ]
        named = [name for side in found.sides for name in (*side.mentions, *side.statements, *side.figures)]
        return DisagreementView(found, tuple(sides), bearing_on(self.ledger, named))

    def claim(self, identifier: str) -> ClaimView:
        claim = lookup.claim(self.ledger, identifier)
        return ClaimView(claim, self.statements(claim.statements), lookup.merges(self.ledger, identifier))

    def statement(self, identifier: str) -> StatementView:
        document, statement = self._parts("statements", [identifier], lambda found: found.statements)[0]
        claim = self.ledger.value("SELECT claim FROM claim_statements WHERE statement = ?", identifier)
        return StatementView(statement, self._said(document, statement), lookup.claim(self.ledger, claim) if claim else None)

    def mentions(self, identifiers: Iterable[str]) -> tuple[Account, ...]:
        parts = self._parts("mentions", identifiers, lambda found: found.events)
        return tuple(self._account(document, mention.id, mention.trigger, mention.chain, mention.modality) for document, mention in parts)

    def statements(self, identifiers: Iterable[str]) -> tuple[Account, ...]:
        return tuple(self._said(*part) for part in self._parts("statements", identifiers, lambda found: found.statements))

    def figure(self, role: str, value: FigureValue) -> tuple[Account, ...]:
        """Each mention of a value, with the figure marked and the chain of who gives it; else the mention's own words and chain."""
        accounts = []
        for document, mention in self._parts("mentions", value.mentions, lambda found: found.events):
            found = self._readings[document][0]
            figure = next((one for one in self._figures(document, mention.id) if _is_value(one, role, value)), None)
            mark = Span(figure.start, figure.end) if figure else mention.trigger
            giving = giving_statement(found, figure) if figure else None
            chain = giving.chain if giving and giving.chain else mention.chain
            account = self._account(document, mention.id, mark, chain, mention.modality)
            accounts.append(msgspec.structs.replace(account, figure=figure_id(mention.id, figure) if figure else None))
        return tuple(accounts)

    def _figures(self, document: str, mention: str) -> tuple[Figure, ...]:
        """The figures of a mention as judgements leave them."""
        return next((one.figures for one in self._shelf.mentions_of(document) if one.id == mention), ())

    def _said(self, document: str, statement: Statement) -> Account:
        content = Span(min(statement.cue.start, statement.content.start), max(statement.cue.end, statement.content.end))
        account = self._account(document, statement.id, content, statement.chain, statement.act)
        return msgspec.structs.replace(account, marks=(statement.cue,))

    def _parts(self, table: str, identifiers: Iterable[str], of: Callable[[Reading], tuple[Part, ...]]) -> list[tuple[str, Part]]:
        found = []
        for identifier in identifiers:
            for (document,) in self.ledger.rows(
                f"SELECT DISTINCT document FROM {table} WHERE id = ? ORDER BY document", identifier
            ).fetchall():
                found += [(document, part) for part in of(self._reading(document)[0]) if part.id == identifier]
        return found

    def _reading(self, document: str) -> tuple[Reading, Quotes]:
        if document not in self._readings:
            found = reading(self.ledger, document)
            self._readings[document] = found, Quotes(found.document.text)
        return self._readings[document]

    def _account(self, document: str, identifier: str, mark: Span, chain: tuple[Link, ...], note: str) -> Account:
        found, quotes = self._reading(document)
        span = quotes.sentence(mark.start, mark.end)
        said: Document = found.document
        first = self.ledger.value("SELECT first FROM family_members WHERE document = ? AND first != document", document)
        words = said.text[span.start : span.end]
        return Account(
            identifier, document, said.outlet, said.published, said.title, words, span, (mark,), chain, copied_from=first, note=note
        )  # fmt: skip


def _is_value(figure: Figure, role: str, value: FigureValue) -> bool:
    return (figure.role, figure.low, figure.high) == (role, value.low, value.high)
