"""Search in the text of the reports, as Arabic is written."""

from litestar import Response, get
from litestar.params import FromQuery

from tawatur.ledger.asking.found import DEEPEST, hit_counts, hits, terms
from tawatur.web.given import GivenLedgers, GivenViewer
from tawatur.web.lines import counted, document_line
from tawatur.web.pages.documents import document_filters, month_choices, outlet_choices

_DIGITS = 4


@get("/search", sync_to_thread=True)
def search(viewer: GivenViewer, ledgers: GivenLedgers, q: FromQuery[str] = "", page: FromQuery[str] = "") -> Response[str]:
    filters, wrong = document_filters(viewer)
    number = int(page) if page.isdecimal() and len(page) <= _DIGITS else 1
    with ledgers.reading() as ledger:
        found = hits(ledger, q, filters, number)
        outlets, months = (hit_counts(ledger, facet, q, filters) for facet in ("outlet", "month"))
    return viewer.page("search.html", {
        "q": q, "sought": [(" ".join(term.phrase), bool(term.stems)) for term in terms(q)], "filters": filters, "wrong": wrong,
        "found": found, "hits": [(hit, document_line(viewer, hit.document)) for hit in found.items], "deepest": DEEPEST,
        "total_words": counted(viewer, "reports", found.total),
        "outlets": outlet_choices(viewer, outlets, filters), "months": month_choices(viewer, months, filters),
        "before": viewer.here(page=found.page - 1 if found.page > 2 else None) if found.page > 1 else None,
        "following": viewer.here(page=found.page + 1) if found.page < found.last else None,
    })  # fmt: skip


HANDLERS = [search]
