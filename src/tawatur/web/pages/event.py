"""The page of one event: what is held of it, and everything that rests on."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Annotated

from litestar import Response, get
from litestar.params import FromQuery, QueryParameter

from tawatur.errors import NotFoundError
from tawatur.ledger import lookup
from tawatur.ledger.briefs import Brief, briefs, reworded
from tawatur.ledger.decided import decided
from tawatur.ledger.neighbours import Neighbour, neighbours
from tawatur.ledger.store import Ledger
from tawatur.ledger.tellers import Tellers
from tawatur.model import Disagreement, Event, Judgement, Merge
from tawatur.reconciling.corrections import figure_id
from tawatur.reconciling.features import MentionFeatures
from tawatur.web.citing import Citation, Citing, citations, edition
from tawatur.web.given import GivenIdentifier, GivenLedgers, GivenViewer
from tawatur.web.graph_drawing import Picture, picture
from tawatur.web.pages.event_accounts import FIRST, WHOLE, Card, cards
from tawatur.web.pages.event_chart import Chart, charts
from tawatur.web.pages.event_figures import Shown, figures
from tawatur.web.pages.event_time import Course, course, shortened
from tawatur.web.pages.event_why import Explanation, explanation
from tawatur.web.viewer import Viewer

_MERGES, _MOMENTS = 12, 15
"""Merges that are told, and accounts in the course of time, until all are asked for."""
_FORMS = {"day": r"\d{4}-\d\d-\d\d", "month": r"\d{4}-(0\d|1[0-2])", "year": r"\d{4}"}


@dataclass(frozen=True)
class EventPage:
    """`briefs` are all accounts, numbered from 1 as they stand; `cards` those shown. `numbers` gives an account's number by its id."""

    event: Event
    briefs: list[Brief]
    numbers: dict[str, int]
    cards: list[Card]
    picture: Picture
    figures: list[Shown]
    course: Course | None
    charts: list[Chart]
    merges: tuple[Merge, ...]
    merges_left: int
    neighbours: list[Neighbour]
    disagreements: list[Disagreement]
    judgements: tuple[Judgement, ...]
    explanation: Explanation | None
    citations: list[Citing]

    @property
    def shown(self) -> frozenset[int]:
        """The numbers of the accounts that are shown."""
        return frozenset(card.number for card in self.cards)


@dataclass(frozen=True)
class Asked:
    """What the address asks for beside the event: why two things are one or two, what to cite, and all accounts."""

    pair: tuple[str, str] | None = None
    cite: str | None = None
    is_whole: bool = False


@get("/events/{name:path}", sync_to_thread=True)
def event(
    identifier: GivenIdentifier,
    viewer: GivenViewer,
    ledgers: GivenLedgers,
    why: FromQuery[str | None] = None,
    than: FromQuery[str | None] = None,
    cite: FromQuery[str | None] = None,
    is_whole: Annotated[bool, QueryParameter(name="all")] = False,
) -> Response[str]:
    """`why` and `than` name two things (accounts, or this event and another) to be told why they are one or two; `cite` is the role whose
    figures are to be cited, or `all`.
    """
    with ledgers.reading() as ledger:
        if ledger.value("SELECT 1 FROM events WHERE id = ?", identifier) is None:
            raise NotFoundError(f"{identifier}: no such event")
        page = event_page(ledger, identifier, viewer, Asked((why, than or identifier) if why else None, cite, is_whole))
    certainty = Counter(one.note for one in page.briefs).most_common()
    return viewer.page("event.html", {"page": page, "certainty": certainty, "precision": precision(page.event.date)})


def event_page(ledger: Ledger, identifier: str, viewer: Viewer, asked: Asked) -> EventPage:
    found, tellers = lookup.event(ledger, identifier), Tellers(ledger)
    told = briefs(tellers, found.mentions)[:WHOLE]
    numbers = {one.id: number for number, one in enumerate(told, 1)}
    merges = lookup.merges(ledger, identifier)
    shown = len(merges) if asked.is_whole else _MERGES
    over_time = course(found, told, reworded(ledger, found.documents))
    return EventPage(
        event=found,
        briefs=told,
        numbers=numbers,
        cards=cards(tellers, list(enumerate(told, 1))[: WHOLE if asked.is_whole else FIRST]),
        picture=picture(told, tellers.chains(one.id for one in told), viewer),
        figures=figures(found, told, tellers, viewer),
        course=shortened(over_time, WHOLE if asked.is_whole else _MOMENTS),
        charts=charts(over_time, is_mirrored=viewer.language == "ar"),
        merges=merges[:shown],
        merges_left=max(len(merges) - shown, 0),
        neighbours=neighbours(ledger, found),
        disagreements=[lookup.disagreement(ledger, other) for other in found.disagreements],
        judgements=decided(ledger).bearing_on(_judged(tellers, found)),
        explanation=explanation(ledger, *asked.pair, numbers, viewer.language) if asked.pair else None,
        citations=citations(Citation(found, told, edition(ledger), viewer.permalink("event", identifier)), viewer.say, asked.cite),
    )


def _judged(tellers: Tellers, found: Event) -> list[str]:
    """The ids by which judgements may speak of an event: its accounts, and their figures."""
    if not decided(tellers.ledger).judgements:
        return []
    told = (one for name in found.mentions for one in tellers.told(name))
    counts = [figure_id(one.id, figure) for one in told if isinstance(one, MentionFeatures) for figure in one.figures]
    return [*found.mentions, *counts]


def precision(date: str | None) -> str:
    """How closely an EDTF date is known; empty for none."""
    if not date:
        return ""
    if date[0] in "[{":
        return "choice"
    if date[-1] in "~?%":
        return "rough"
    return next((name for name, form in _FORMS.items() if re.fullmatch(form, date)), "wide")


HANDLERS = [event]
