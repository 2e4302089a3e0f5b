"""One thing of the ledger, whole: what its page shows."""

from collections.abc import Callable
from typing import TypeVar

from litestar import Response, get

from tawatur.errors import NotFoundError
from tawatur.ledger import lookup
from tawatur.ledger.accounts import Accounts, ClaimView, DisagreementView, EventView, StatementView
from tawatur.ledger.deriving import reading
from tawatur.ledger.judgements import Judged, listed
from tawatur.ledger.store import Ledger
from tawatur.ledger.versions import versions
from tawatur.model import Family
from tawatur.web.api.asked import Asked, GivenAsked
from tawatur.web.api.parameters import Name
from tawatur.web.api.shapes import DocumentView, MentionView
from tawatur.web.given import GivenIdentifier

View = TypeVar("View")


@get("/events/{name:path}", summary="An event, whole", sync_to_thread=True)
def event(name: Name, identifier: GivenIdentifier, asked: GivenAsked) -> Response[EventView]:
    """Its accounts in their own words with the chain behind each, its figures with who stands behind each value, the disagreements it has
    a part in, why its accounts were taken for one event, and what people decided about any of it."""
    return _whole(asked, "events", identifier, lambda ledger: Accounts(ledger).event(identifier))


@get("/disagreements/{name:path}", summary="A disagreement, whole", sync_to_thread=True)
def disagreement(name: Name, identifier: GivenIdentifier, asked: GivenAsked) -> Response[DisagreementView]:
    """Its sides, with the accounts on each in their own words and the chain behind each."""
    return _whole(asked, "disagreements", identifier, lambda ledger: Accounts(ledger).disagreement(identifier))


@get("/claims/{name:path}", summary="A claim, whole", sync_to_thread=True)
def claim(name: Name, identifier: GivenIdentifier, asked: GivenAsked) -> Response[ClaimView]:
    """The statements that make it or deny it, in their own words, with the chain behind each."""
    return _whole(asked, "claims", identifier, lambda ledger: Accounts(ledger).claim(identifier))


@get("/statements/{name:path}", summary="A statement", sync_to_thread=True)
def statement(name: Name, identifier: GivenIdentifier, asked: GivenAsked) -> Response[StatementView]:
    """The statement in its own words, the chain behind it, and the claim that it belongs to."""
    return _whole(asked, "statements", identifier, lambda ledger: Accounts(ledger).statement(identifier))


@get("/mentions/{name:path}", summary="An account of an event", sync_to_thread=True)
def mention(name: Name, identifier: GivenIdentifier, asked: GivenAsked) -> Response[MentionView]:
    """What one document says of one event, in its own words, and the event it was taken for."""
    return _whole(asked, "mentions", identifier, lambda ledger: _mention(ledger, identifier))


@get("/documents/{name:path}", summary="A document, whole", sync_to_thread=True)
def document(name: Name, identifier: GivenIdentifier, asked: GivenAsked) -> Response[DocumentView]:
    """Its text, everything that was read in it (spans are code points of the text, their end not included), its text family, and its
    versions."""
    return _whole(asked, "readings", identifier, lambda ledger: _document(ledger, identifier), "document")


@get("/families/{name:path}", summary="A text family", sync_to_thread=True)
def family(name: Name, identifier: GivenIdentifier, asked: GivenAsked) -> Response[Family]:
    """Documents whose text descends from one text, and why each belongs to them."""
    return _whole(asked, "families", identifier, lambda ledger: lookup.family(ledger, identifier))


@get("/judgements/{name:path}", summary="A judgement", sync_to_thread=True)
def judgement(name: Name, identifier: GivenIdentifier, asked: GivenAsked) -> Response[Judged]:
    """What somebody decided, when and why, and whether it is in force."""
    return _whole(
        asked, "judgements", identifier, lambda ledger: next(one for one in listed(ledger) if one.judgement.id == identifier)
    )  # fmt: skip


def _whole(asked: Asked, table: str, identifier: str, view: Callable[[Ledger], View], column: str = "id") -> Response[View]:
    """The view, where the table has the id. Raises NotFoundError."""

    def find(ledger: Ledger) -> View:
        if ledger.value(f"SELECT 1 FROM {table} WHERE {column} = ?", identifier) is None:
            raise NotFoundError(f"{identifier}: no such id; the lists give ids")
        return view(ledger)

    return asked.answer(find)


def _mention(ledger: Ledger, identifier: str) -> MentionView:
    home = ledger.value("SELECT event FROM event_mentions WHERE mention = ?", identifier)
    (account, *_) = Accounts(ledger).mentions([identifier])
    return MentionView(account, lookup.event(ledger, home) if home else None)


def _document(ledger: Ledger, identifier: str) -> DocumentView:
    home = ledger.value("SELECT family FROM family_members WHERE document = ?", identifier)
    return DocumentView(
        reading(ledger, identifier), lookup.family(ledger, home) if home else None, tuple(versions(ledger, identifier))
    )  # fmt: skip


HANDLERS = [event, disagreement, claim, statement, mention, document, family, judgement]
