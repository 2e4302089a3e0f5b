"""The first page: what is new, what disagrees most, and where and when it happened."""

from litestar import Response, get

from tawatur.ledger.asking import claims, disagreements, documents
from tawatur.ledger.asking.disagreements import DisagreementFilters
from tawatur.ledger.asking.documents import DocumentFilters
from tawatur.ledger.asking.events import events
from tawatur.ledger.asking.news import developments
from tawatur.ledger.asking.places import places
from tawatur.ledger.asking.timeline import timeline
from tawatur.ledger.store import Ledger
from tawatur.web.bars import drawn
from tawatur.web.given import GivenLedgers, GivenViewer
from tawatur.web.keeping import kept
from tawatur.web.lines import counted, disagreement_line, document_line, event_line
from tawatur.web.narrowing import Narrowing, country_name, narrowing
from tawatur.web.pages.events import form
from tawatur.web.viewer import Viewer

_FEW, _PLACES = 5, 100
_WIDE = ("country", "governorate", "region", "district", "sea", "border", "desert", "river")
"""The kinds of places that one spot on a map stands for only roughly."""


@get("/", sync_to_thread=True)
def overview(viewer: GivenViewer, ledgers: GivenLedgers) -> Response[str]:
    with ledgers.reading() as ledger:
        return kept(ledger, viewer, lambda: _page(ledger, viewer))


def _page(ledger: Ledger, viewer: Viewer) -> Response[str]:
    asked = narrowing(viewer.request.query_params)
    values = {**form(ledger, viewer, asked), **_lists(ledger, viewer, asked), **_pictures(ledger, viewer, asked)}
    return viewer.page("overview.html", values)


def _lists(ledger: Ledger, viewer: Viewer, asked: Narrowing) -> dict[str, object]:
    """What is new and what disagrees most among the events asked for; reports and developments whatever is asked for."""
    new = events(ledger, asked.filters, "seen", limit=_FEW)
    disputed = disagreements.disagreements(ledger, DisagreementFilters(events=asked.filters), limit=_FEW)
    reports = documents.documents(ledger, DocumentFilters(outlet=asked.filters.outlet), limit=_FEW)
    counts = {"events": new.total, "disagreements": disputed.total, "reports": reports.total, "claims": claims.count(ledger)}
    return {
        "new": [event_line(ledger, viewer, one) for one in new.items],
        "disputed": [disagreement_line(viewer, one) for one in disputed.items],
        "reports": [document_line(viewer, one) for one in reports.items],
        "developments": [
            (one.sentence[viewer.language], one.at, _about(viewer, one.event, one.disagreement)) for one in developments(ledger, _FEW)
        ],
        "totals": {noun: counted(viewer, noun, count) for noun, count in counts.items()},
    }


def _about(viewer: Viewer, event: str | None, disagreement: str | None) -> str | None:
    if disagreement:
        return viewer.link("disagreement", disagreement)
    return viewer.link("event", event) if event else None


def _pictures(ledger: Ledger, viewer: Viewer, asked: Narrowing) -> dict[str, object]:
    course, found = timeline(ledger, asked.filters), places(ledger, asked.filters)
    shown = found.places[:_PLACES]
    kept = {name: value for name, value in asked.given.items() if name not in ("place", "place_id")}
    return {
        "course": course,
        "picture": drawn(course, viewer),
        "places": shown,
        "placed": found.total,
        "wide": _WIDE,
        "place_links": {one.key: viewer.link("events", "", **{**kept, "place_id": one.key}) for one in shown},
        "countries": {one.country: country_name(viewer, one.country) for one in shown},
        "unplaced": found.unplaced,
        "unplaced_words": viewer.say("web.overview.unplaced", events=counted(viewer, "events", found.unplaced)),
    }


HANDLERS = [overview]
