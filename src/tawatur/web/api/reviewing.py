"""What a person should look at, what matters most first."""

import math
from typing import Annotated

from litestar import Response, get
from litestar.params import QueryParameter

from tawatur.errors import NotFoundError
from tawatur.ledger.queue import START, Cursor, Item, items, progress
from tawatur.ledger.queueing import State
from tawatur.ledger.store import Ledger
from tawatur.model import Record
from tawatur.web.api.asked import NO_PAGE, GivenAsked
from tawatur.web.api.parameters import After, Limit

_NEVER = "~"
"""Behind every moment."""
_State = Annotated[State, QueryParameter(name="state", description="Still to be looked at, put off, to be asked about, or done.")]


class Queue(Record, frozen=True):
    """Some of `total` events and disagreements, why each should be looked at, and where to go on."""

    items: tuple[Item, ...]
    total: int
    next: str | None


@get("/queue", summary="The queue of reviewers", sync_to_thread=True)
def queue(asked: GivenAsked, standing: _State = "open", limit: Limit = 50, after: After = None) -> Response[Queue]:
    """Events and disagreements that a person should look at, what matters most first: disagreements that nobody settled, grave events on
    one chain, accounts that barely hold together."""
    start = _cursor(after) if after else START

    def find(ledger: Ledger) -> Queue:
        found = items(ledger, start, standing, limit + 1)
        shown, total = tuple(found[:limit]), getattr(progress(ledger, _NEVER), standing)
        return Queue(shown, total, asked.next(f"{shown[-1].weight!r},{shown[-1].id}") if len(found) > limit else None)

    return asked.answer(find)


def _cursor(after: str) -> Cursor:
    """Where a list goes on. Raises NotFoundError for what no page gave."""
    weight, comma, identifier = after.partition(",")
    try:
        found = float(weight)
    except ValueError:
        found = math.nan
    if not comma or not math.isfinite(found):
        raise NotFoundError(NO_PAGE)
    return Cursor(found, identifier)


HANDLERS = [queue]
