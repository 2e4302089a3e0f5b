"""Why things are as they are, what changed between versions, and where words stand."""

from typing import Annotated

from litestar import Response, get
from litestar.openapi.spec import Example
from litestar.params import QueryParameter

from tawatur.errors import NotFoundError
from tawatur.ledger.differing import Difference, difference
from tawatur.ledger.explaining import Why
from tawatur.ledger.explaining import why as explain
from tawatur.ledger.store import Ledger
from tawatur.ledger.versions import reading_of, versions
from tawatur.web.api.asked import GivenAsked

_Id = Annotated[
    str,
    QueryParameter(
        description="The id of an event, mention, claim, statement, figure, disagreement, document or family, or its beginning.",
        min_length=1, examples=[Example(value="event-42c9f373d0ce8d45")],
    ),
]  # fmt: skip
_Other = Annotated[str | None, QueryParameter(description="Another id: are the two one, and why?", min_length=1)]
_Document = Annotated[str, QueryParameter(description="The id of a document.", min_length=1)]
_Version = Annotated[int, QueryParameter(description="The number of a version, from 1, the earliest.", ge=1, examples=[Example(value=1)])]


@get("/why", summary="Why", sync_to_thread=True)
def why(id: _Id, asked: GivenAsked, other: _Other = None) -> Response[Why]:
    """What the numbers of one thing rest on; or whether two are one, and everything that was weighed, as a tree of reasons in Arabic and
    English, with the accounts that they speak of."""
    return asked.answer(lambda ledger: explain(ledger, [id] if other is None else [id, other]))


@get("/differences", summary="What changed between two versions", sync_to_thread=True)
def differences(document: _Document, first: _Version, last: _Version, asked: GivenAsked) -> Response[Difference]:
    """Both texts as one sequence of pieces, and the events, figures and statements that were read from one and not, or otherwise, from the
    other."""

    def find(ledger: Ledger) -> Difference:
        known = {one.number: one.sha256 for one in versions(ledger, document)}
        wrong = [number for number in (first, last) if number not in known]
        if wrong:
            raise NotFoundError(f"{document}: has no version {wrong[0]}; the versions are 1 to {len(known)}")
        return difference(*(reading_of(ledger, document, known[number]) for number in (first, last)))

    return asked.answer(find)


HANDLERS = [why, differences]
