"""The list of reports, those seen last first."""

from typing import get_args

from litestar import Response, get
from litestar.params import FromQuery

from tawatur.ledger.asking.documents import DocumentFilters, DocumentSort, document_counts, documents
from tawatur.ledger.asking.facts import Count
from tawatur.web.given import GivenLedgers, GivenViewer
from tawatur.web.lines import counted, document_line
from tawatur.web.narrowing import narrowing
from tawatur.web.viewer import Viewer

_MOST_CHOICES = 60


@get("/documents", sync_to_thread=True)
def document_list(viewer: GivenViewer, ledgers: GivenLedgers, sort: FromQuery[str] = "", after: FromQuery[str] = "") -> Response[str]:
    filters, wrong = document_filters(viewer)
    order: DocumentSort = "published" if sort == "published" else "seen"
    with ledgers.reading() as ledger:
        page = documents(ledger, filters, order, after or None)
        outlets, months = (document_counts(ledger, facet, filters) for facet in ("outlet", "month"))
    return viewer.page("documents.html", {
        "filters": filters, "wrong": wrong, "lines": [document_line(viewer, one) for one in page.items], 
        "total_words": counted(viewer, "reports", page.total),
        "outlets": outlet_choices(viewer, outlets, filters), "months": month_choices(viewer, months, filters),
        "sorts": [(name, viewer.here(sort=name, after=None), name == order) for name in get_args(DocumentSort)],
        "first": viewer.here(after=None) if after else None, "following": viewer.here(after=page.next) if page.next else None,
    })  # fmt: skip


def document_filters(viewer: Viewer) -> tuple[DocumentFilters, dict[str, str]]:
    """What the address narrows reports to, and what it gives for a date and is none."""
    asked = narrowing(viewer.request.query_params)
    filters = asked.filters
    wrong = {name: value for name, value in asked.wrong.items() if name in ("first", "last")}
    return DocumentFilters(outlet=filters.outlet, first=filters.first, last=filters.last), wrong


def outlet_choices(viewer: Viewer, counts: tuple[Count, ...], filters: DocumentFilters) -> list[tuple[str, str, int, bool]]:
    """Name, name in the viewer's language, how many, and whether it is the one asked for."""
    return [(one.value, viewer.say.outlet(one.value), one.count, one.value == filters.outlet) for one in counts[:_MOST_CHOICES]]


def month_choices(viewer: Viewer, counts: tuple[Count, ...], filters: DocumentFilters) -> list[tuple[str, str, int, bool]]:
    """As `outlet_choices`, of months, the latest first."""
    latest = sorted(counts, key=lambda one: one.value, reverse=True)[:_MOST_CHOICES]
    return [(one.value, viewer.dates.edtf(one.value), one.count, one.value == filters.first == filters.last) for one in latest]


HANDLERS = [document_list]
