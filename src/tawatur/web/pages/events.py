"""The list of events, narrowed by its address."""

from typing import get_args

from litestar import Response, get
from litestar.params import FromQuery

from tawatur.ledger.asking.events import EventSort, events
from tawatur.ledger.asking.facts import EventFacet, event_counts
from tawatur.ledger.store import Ledger
from tawatur.web.given import GivenLedgers, GivenViewer
from tawatur.web.lines import counted, event_line
from tawatur.web.narrowing import Narrowing, chips, country_name, disagreement_name, narrowing
from tawatur.web.viewer import Viewer

_FACETS: tuple[EventFacet, ...] = ("type", "country", "outlet", "disagreement")
_MOST_CHOICES = 60
"""Of one facet in the form: who looks for a rarer value writes it."""

Choices = list[tuple[str, str, int]]
"""Value, words, how many there are."""


@get("/events", sync_to_thread=True)
def event_list(viewer: GivenViewer, ledgers: GivenLedgers, sort: FromQuery[str] = "", after: FromQuery[str] = "") -> Response[str]:
    asked = narrowing(viewer.request.query_params)
    order: EventSort = sort if sort in get_args(EventSort) else "seen"  # type: ignore[assignment]  # one of them
    with ledgers.reading() as ledger:
        page = events(ledger, asked.filters, order, after or None)
        lines = [event_line(ledger, viewer, one) for one in page.items]
        values = form(ledger, viewer, asked)
    following = viewer.here(after=page.next) if page.next else None
    first = viewer.here(after=None) if after else None
    sorts = [(name, viewer.here(sort=name, after=None), name == order) for name in get_args(EventSort)]
    return viewer.page(
        "events.html",
        {
            **values,
            "lines": lines,
            "total_words": counted(viewer, "events", page.total),
            "first": first,
            "following": following,
            "sorts": sorts,
        },
    )


def form(ledger: Ledger, viewer: Viewer, asked: Narrowing) -> dict[str, object]:
    """What the form of filters shows: what is asked for, the values there are to choose from, and chips to take each off."""
    choices = {facet: _choices(ledger, viewer, facet, asked) for facet in _FACETS}
    return {"asked": asked, "given": asked.given, "choices": choices, "chips": chips(ledger, viewer, asked)}


def _choices(ledger: Ledger, viewer: Viewer, facet: EventFacet, asked: Narrowing) -> Choices:
    """The commonest values; that which is asked for among them, though there may be none."""
    counts = [(one.value, one.count) for one in event_counts(ledger, facet, asked.filters, _MOST_CHOICES)]
    chosen = str(asked.given.get(facet, ""))
    if chosen and chosen not in ("any", *(value for value, _ in counts)):
        counts.append((chosen, 0))
    return [(value, _name(viewer, facet, value), count) for value, count in counts]


def _name(viewer: Viewer, facet: EventFacet, value: str) -> str:
    if facet == "country":
        return country_name(viewer, value)
    if facet == "outlet":
        return viewer.say.outlet(value)
    return disagreement_name(viewer, value) if facet == "disagreement" else viewer.say(f"type.{value}")


HANDLERS = [event_list]
