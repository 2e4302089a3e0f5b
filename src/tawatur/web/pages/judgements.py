"""What people decided: who, when, why, and whether it holds; and how far those agree who judged the same."""

from typing import Any

from litestar import Request, Response, get
from litestar.params import FromQuery
from litestar.response import Redirect

from tawatur.errors import NotFoundError
from tawatur.ledger.agreement import agreement
from tawatur.ledger.deriving import judgements as all_judgements
from tawatur.ledger.judgements import latest
from tawatur.reconciling.rulings import in_order, objects
from tawatur.reconciling.settlements import way_of
from tawatur.web.given import GivenIdentifier, GivenLedgers, GivenViewer

_A_PAGE = 50


@get("/judgements", sync_to_thread=True)
def judgements(request: Request[Any, Any, Any], viewer: GivenViewer, ledgers: GivenLedgers, page: FromQuery[int] = 1) -> Response[str]:
    """The latest first, so many at a time."""
    number = max(1, page)
    with ledgers.reading() as ledger:
        agreed = agreement(all_judgements(ledger))
        shown, total = latest(ledger, (number - 1) * _A_PAGE, _A_PAGE)
    values = {
        "objects": objects,
        "way_of": way_of,
        "judged": shown,
        "agreed": agreed,
        "total": total,
        "before": viewer.here(page=number - 1) if number > 1 else None,
        "after": viewer.here(page=number + 1) if number * _A_PAGE < total else None,
    }
    return viewer.page("judgements.html", values)


@get("/judgements/{name:path}", sync_to_thread=True)
def one(viewer: GivenViewer, ledgers: GivenLedgers, identifier: GivenIdentifier) -> Redirect:
    """The place of one judgement in the list. Raises NotFoundError."""
    with ledgers.reading() as ledger:
        later = [known.id for known in reversed(in_order(all_judgements(ledger)))]
    if identifier not in later:
        raise NotFoundError(f"{identifier}: no such judgement")
    return Redirect(f"{viewer.link('judgements', page=later.index(identifier) // _A_PAGE + 1)}#{identifier}", status_code=303)


HANDLERS = [judgements, one]
