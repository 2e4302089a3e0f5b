"""The list of disagreements, the weightiest first, narrowed by its address."""

from typing import get_args

import msgspec
from litestar import Response, get
from litestar.params import FromQuery

from tawatur.ledger.asking.disagreements import DisagreementFilters, DisagreementSort, disagreements, kinds
from tawatur.web.given import GivenLedgers, GivenViewer
from tawatur.web.lines import counted, disagreement_line
from tawatur.web.narrowing import Narrowing, narrowing
from tawatur.web.pages.events import form


@get("/disagreements", sync_to_thread=True)
def disagreement_list(viewer: GivenViewer, ledgers: GivenLedgers, sort: FromQuery[str] = "", after: FromQuery[str] = "") -> Response[str]:
    asked = narrowing(viewer.request.query_params)
    order: DisagreementSort = "day" if sort == "day" else "weight"
    filters = _filters(asked)
    with ledgers.reading() as ledger:
        page = disagreements(ledger, filters, order, after or None)
        lines = [disagreement_line(viewer, one) for one in page.items]
        found = [(one.value, viewer.say(f"disagreement.{one.value}"), one.count) for one in kinds(ledger, filters)]
        values = {**form(ledger, viewer, asked), "kinds": found}
    sorts = [(name, viewer.here(sort=name, after=None), name == order) for name in get_args(DisagreementSort)]
    first = viewer.here(after=None) if after else None
    following = viewer.here(after=page.next) if page.next else None
    return viewer.page(
        "disagreements.html",
        {
            **values,
            "lines": lines,
            "total_words": counted(viewer, "disagreements", page.total),
            "first": first,
            "following": following,
            "sorts": sorts,
        },
    )


def _filters(asked: Narrowing) -> DisagreementFilters:
    """Text and days are those of the disagreement itself; the rest is of the events it is about."""
    events = msgspec.structs.replace(asked.filters, text=None, first=None, last=None, disagreement=None)
    kind = asked.filters.disagreement if asked.filters.disagreement != "any" else None
    return DisagreementFilters(kind=kind, text=asked.filters.text, first=asked.filters.first, last=asked.filters.last, events=events)


HANDLERS = [disagreement_list]
