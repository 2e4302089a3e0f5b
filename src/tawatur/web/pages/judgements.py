"""What people decided: who, when, why, and whether it holds; and how far those agree who judged the same."""

from typing import Any

from litestar import Request, Response, get
from litestar.params import FromQuery

from tawatur.ledger.agreement import agreement
from tawatur.ledger.deriving import judgements as all_judgements
from tawatur.ledger.judgements import latest
from tawatur.reconciling.rulings import objects
from tawatur.reconciling.settlements import way_of
from tawatur.web.given import GivenLedgers, GivenViewer

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


HANDLERS = [judgements]
