"""The lists: events, disagreements, claims, statements, documents, sources, and what a search finds; a page at a time."""

from typing import Annotated

import msgspec
from litestar import Response, get
from litestar.openapi.spec import Example
from litestar.params import QueryParameter

from tawatur.errors import NotFoundError
from tawatur.ledger.asking.claims import claims as page_of_claims
from tawatur.ledger.asking.disagreements import DisagreementFilters, DisagreementSort
from tawatur.ledger.asking.disagreements import disagreements as page_of_disagreements
from tawatur.ledger.asking.documents import DocumentFilters, DocumentSort
from tawatur.ledger.asking.documents import documents as page_of_documents
from tawatur.ledger.asking.events import EventSort
from tawatur.ledger.asking.events import events as page_of_events
from tawatur.ledger.asking.found import hits
from tawatur.ledger.asking.statements import StatementFilters
from tawatur.ledger.asking.statements import statements as page_of_statements
from tawatur.ledger.store import Ledger
from tawatur.model import Act, DisagreementKind
from tawatur.web.api.asked import GivenAsked
from tawatur.web.api.narrowing import Document, GivenFilters, Source, Speaker
from tawatur.web.api.parameters import After, First, Last, Limit, Outlet, Words
from tawatur.web.api.shapes import Claims, Disagreements, Documents, Events, Matches, Statements, said_in

_EventSort = Annotated[
    EventSort,
    QueryParameter(
        description="The latest first; or by when the newest report came in, by disagreements, or by the number of accounts.",
        examples=[Example(value="disputed")],
    ),
]
_DisagreementSort = Annotated[DisagreementSort, QueryParameter(description="What is most worth a look first, or the latest.")]
_DocumentSort = Annotated[DocumentSort, QueryParameter(description="What was seen last first, or what was published last.")]
_Kind = Annotated[DisagreementKind | None, QueryParameter(description="Only disagreements of this kind.")]
_Act = Annotated[Act | None, QueryParameter(description="Only statements of this act.", examples=[Example(value="deny")])]
_Query = Annotated[
    str,
    QueryParameter(description='Words, in any form; `"quoted words"` as they stand. All must occur.'),
]
_Page = Annotated[int, QueryParameter(description="Which page, from 1. 404 for one that there is not.", ge=1, le=1000)]
_Claim = Annotated[str | None, QueryParameter(description="Only statements of this claim, by its id.")]


@get("/events", summary="Events", sync_to_thread=True)
def events(filters: GivenFilters, asked: GivenAsked, sort: _EventSort = "day", limit: Limit = 50, after: After = None) -> Response[Events]:
    """Happenings that one or more documents tell of, narrowed by any of the parameters together."""
    return asked.page(lambda ledger: page_of_events(ledger, filters, sort, after, limit), Events)


@get("/disagreements", summary="Disagreements", sync_to_thread=True)
def disagreements(
    filters: GivenFilters, asked: GivenAsked, kind: _Kind = None, sort: _DisagreementSort = "weight", limit: Limit = 50, after: After = None
) -> Response[Disagreements]:
    """What accounts hold differently, of a kind, at some time, with some words in what explains it; about events narrowed by the other
    parameters."""
    about = msgspec.structs.replace(filters, first=None, last=None, text=None)
    chosen = DisagreementFilters(kind=kind, first=filters.first, last=filters.last, text=filters.text, events=about)
    return asked.page(lambda ledger: page_of_disagreements(ledger, chosen, sort, after, limit), Disagreements)


@get("/claims", summary="Claims", sync_to_thread=True)
def claims(asked: GivenAsked, text: Words = None, limit: Limit = 50, after: After = None) -> Response[Claims]:
    """What is said, or denied, in one or more statements; what the most documents carry first."""
    return asked.page(lambda ledger: page_of_claims(ledger, text, after, limit), Claims)


@get("/statements", summary="Statements", sync_to_thread=True)
def statements(
    asked: GivenAsked, first: First = None, last: Last = None, act: _Act = None, speaker: Speaker = None, source: Source = None,
    outlet: Outlet = None, document: Document = None, claim: _Claim = None, text: Words = None, limit: Limit = 50, after: After = None,
) -> Response[Statements]:  # fmt: skip
    """Who said what, the latest first, in the words of the documents."""
    chosen = StatementFilters(
        first=first, last=last, act=act, speaker=speaker, source=source, outlet=outlet, document=document, claim=claim, text=text
    )
    return asked.page(lambda ledger: page_of_statements(ledger, chosen, after, limit), Statements, said_in)


@get("/documents", summary="Documents", sync_to_thread=True)
def documents(
    asked: GivenAsked, outlet: Outlet = None, first: First = None, last: Last = None, sort: _DocumentSort = "seen", limit: Limit = 50,
    after: After = None,
) -> Response[Documents]:  # fmt: skip
    """Published reports, each of one outlet; `first` and `last` are days of publication."""
    chosen = DocumentFilters(outlet=outlet, first=first, last=last)
    return asked.page(lambda ledger: page_of_documents(ledger, chosen, sort, after, limit), Documents)


@get("/search", summary="Search", sync_to_thread=True)
def search(
    q: _Query, asked: GivenAsked, outlet: Outlet = None, first: First = None, last: Last = None, page: _Page = 1, limit: Limit = 50
) -> Response[Matches]:
    """The documents that hold all words of the query, in any form, or as they stand within quotes: each with the stretch of its text that
    shows most of them, the words marked."""
    chosen = DocumentFilters(outlet=outlet, first=first, last=last)

    def find(ledger: Ledger) -> Matches:
        found = hits(ledger, q, chosen, page, limit)
        if page != found.page:
            raise NotFoundError(f"page: there are {found.last}")
        return Matches(found.items, found.total, asked.at(page=str(page + 1)) if page < found.last else None)

    return asked.answer(find)


HANDLERS = [events, disagreements, claims, statements, documents, search]
