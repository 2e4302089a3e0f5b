"""What people decided, and deciding."""

from typing import Annotated

from litestar import Response, get, post, route
from litestar.enums import HttpMethod
from litestar.exceptions import HTTPException
from litestar.openapi.spec import Example
from litestar.params import Body

from tawatur.errors import NotFoundError
from tawatur.ledger import changes, judging
from tawatur.ledger.changes import Changed
from tawatur.ledger.deriving import judgements as all_judgements
from tawatur.ledger.judgements import listed
from tawatur.ledger.store import Ledger
from tawatur.model import Judgement
from tawatur.reconciling.rulings import undone_by
from tawatur.web.api.asked import NO_PAGE, GivenAsked
from tawatur.web.api.decisions import Decision, Undo, as_typed
from tawatur.web.api.guards import may_write
from tawatur.web.api.parameters import After, Limit
from tawatur.web.api.shapes import Judgements
from tawatur.web.given import GivenLedgers

_EXAMPLES = [
    Example(summary="Two accounts are of two events", value={
        "kind": "different", "subject": "a:e120", "object": "b:e88", "by": "نور", "why": "two camps",
    }),
    Example(summary="A figure is another", value={
        "kind": "value", "subject": "figure-e5f8635c6633d701", "value": "10-15", "by": "نور", "why": "the caption says so",
    }),
    Example(summary="Taking a judgement back", value={
        "kind": "undo", "subject": "judgement-0f3c", "by": "نور", "why": "one camp after all",
    }),
]  # fmt: skip


class ConflictException(HTTPException):
    """The request does not agree with what is in the ledger."""

    status_code = 409


@get("/judgements", summary="What people decided", sync_to_thread=True)
def judgements(asked: GivenAsked, limit: Limit = 50, after: After = None) -> Response[Judgements]:
    """All judgements, oldest first, each with whether it is in force."""

    def find(ledger: Ledger) -> Judgements:
        found = list(listed(ledger))
        names = [one.judgement.id for one in found]
        if after and after not in names:
            raise NotFoundError(NO_PAGE)
        start = names.index(after) + 1 if after else 0
        items = tuple(found[start : start + limit])
        is_last = start + limit >= len(found)
        return Judgements(items, len(found), None if is_last else asked.next(items[-1].judgement.id))

    return asked.answer(find)


@post("/judgements", summary="Decide", status_code=201, guards=[may_write], sync_to_thread=True)
def judge(
    data: Annotated[Decision, Body(description="What is decided, by whom and why.", examples=_EXAMPLES)],
    ledgers: GivenLedgers,
) -> Response[Changed]:  # fmt: skip
    """Writes down what somebody decides, for good, and brings the ledger up to date. Gives the judgement and what it changed: the events,
    claims and disagreements around it, before and after. Nothing is ever erased; `undo` takes a judgement back."""
    with ledgers.writing() as ledger:
        _check_undo(ledger, data)
        made = judging.judge(ledger, as_typed(data), data.by, data.why)
        before = changes.around(ledger, changes.concerned(ledger, made))
    with ledgers.reading() as ledger:
        changed = changes.changed(ledger, made, before)
    return Response(changed, status_code=201, headers={"Location": _address(made), "Cache-Control": "no-store"})


@route("/judgements", http_method=[HttpMethod.OPTIONS], include_in_schema=False, sync_to_thread=False)
def methods() -> Response[None]:
    """What may be done here: Litestar itself would tell of one of the two handlers only."""
    return Response(None, status_code=204, headers={"Allow": "GET, OPTIONS, POST"})


def _check_undo(ledger: Ledger, data: Decision) -> None:
    """Raises ConflictException for a judgement that was undone already."""
    earlier = undone_by(all_judgements(ledger)).get(data.subject) if isinstance(data, Undo) else None
    if earlier:
        raise ConflictException(f"{data.subject}: is undone already; undo {earlier.id} to bring it back")


def _address(made: Judgement) -> str:
    return f"/api/v1/judgements/{made.id}"


HANDLERS = [methods, judgements, judge]
