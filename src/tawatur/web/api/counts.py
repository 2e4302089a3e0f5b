"""How many there are: by value, over time, and on the map."""

from typing import Annotated

from litestar import Response, get
from litestar.openapi.spec import Example
from litestar.params import QueryParameter

from tawatur.ledger.asking.facts import Count, EventFacet, event_counts
from tawatur.ledger.asking.places import Places
from tawatur.ledger.asking.places import places as places_of
from tawatur.ledger.asking.timeline import Timeline
from tawatur.ledger.asking.timeline import timeline as timeline_of
from tawatur.ledger.store import Ledger
from tawatur.model import Record
from tawatur.web.api.asked import GivenAsked
from tawatur.web.api.narrowing import GivenFilters
from tawatur.web.api.parameters import Limit

_Facet = Annotated[EventFacet, QueryParameter(description="What to count by.", examples=[Example(value="type")])]


class Counts(Record, frozen=True):
    """How many events there are of each value, the most first."""

    facet: EventFacet
    counts: tuple[Count, ...]


@get("/facets", summary="Events by value", sync_to_thread=True)
def facets(facet: _Facet, filters: GivenFilters, asked: GivenAsked, limit: Limit = 50) -> Response[Counts]:
    """How many events there are of each type, mode, modality, country, place, outlet, kind of disagreement or month; the facet's own filter
    is left aside, so that one sees what else there is."""
    return asked.answer(lambda ledger: Counts(facet, event_counts(ledger, facet, filters, limit)))


@get("/timeline", summary="Events over time", sync_to_thread=True)
def timeline(filters: GivenFilters, asked: GivenAsked) -> Response[Timeline]:
    """How many events there are in each day, month or year, as their span allows."""

    def find(ledger: Ledger) -> Timeline:
        return timeline_of(ledger, filters)

    return asked.answer(find)


@get("/map", summary="Events by place", sync_to_thread=True)
def places(filters: GivenFilters, asked: GivenAsked, limit: Limit = 200) -> Response[Places]:
    """The places with the most events, with their coordinates (WGS 84)."""

    def find(ledger: Ledger) -> Places:
        return places_of(ledger, filters, limit)

    return asked.answer(find)


HANDLERS = [facets, timeline, places]
