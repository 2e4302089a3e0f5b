"""The page of one disagreement: its sides beside each other, and what stands behind each."""

from dataclasses import dataclass
from typing import Annotated

from litestar import Response, get
from litestar.params import FromQuery, QueryParameter

from tawatur.errors import NotFoundError
from tawatur.ledger import lookup
from tawatur.ledger.judgements import bearing_on
from tawatur.ledger.store import Ledger
from tawatur.ledger.tellers import Tellers
from tawatur.model import Claim, Disagreement, Event, Judgement
from tawatur.web.citing import Citation, Citing, citations, edition
from tawatur.web.given import GivenIdentifier, GivenLedgers, GivenViewer
from tawatur.web.pages.event_columns import Column, columns, group_of
from tawatur.web.viewer import Viewer

_ABOUT = 20
"""Events and claims of a disagreement that are named."""


@dataclass(frozen=True)
class DisagreementPage:
    disagreement: Disagreement
    columns: list[Column]
    events: list[Event]
    claims: list[Claim]
    judgements: tuple[Judgement, ...]
    citations: list[Citing]

    @property
    def shown(self) -> frozenset[int]:
        """The numbers of the accounts that are shown."""
        return frozenset(card.number for column in self.columns for card in column.cards)


@get("/disagreements/{name:path}", sync_to_thread=True)
def disagreement(
    identifier: GivenIdentifier,
    viewer: GivenViewer,
    ledgers: GivenLedgers,
    cite: FromQuery[str | None] = None,
    is_whole: Annotated[bool, QueryParameter(name="all")] = False,
) -> Response[str]:
    """`cite` asks for the citation where it is too long to be given unasked."""
    with ledgers.reading() as ledger:
        if ledger.value("SELECT 1 FROM disagreements WHERE id = ?", identifier) is None:
            raise NotFoundError(f"{identifier}: no such disagreement")
        page = disagreement_page(ledger, identifier, viewer, cite, is_whole=is_whole)
    return viewer.page("disagreement.html", {"page": page})


def disagreement_page(ledger: Ledger, identifier: str, viewer: Viewer, cite: str | None, *, is_whole: bool) -> DisagreementPage:
    found, tellers = lookup.disagreement(ledger, identifier), Tellers(ledger)
    sides = columns(tellers, [group_of(tellers, side) for side in found.sides], viewer, is_whole=is_whole)
    sources = [one for side in sides for one in side.briefs]
    parts = [name for side in found.sides for name in (*side.mentions, *side.statements)]
    return DisagreementPage(
        disagreement=found,
        columns=sides,
        events=[lookup.event(ledger, name) for name in found.events[:_ABOUT]],
        claims=[lookup.claim(ledger, name) for name in found.claims[:_ABOUT]],
        judgements=bearing_on(ledger, parts),
        citations=citations(Citation(found, sources, edition(ledger), viewer.permalink("disagreement", identifier)), viewer.say, cite),
    )


HANDLERS = [disagreement]
