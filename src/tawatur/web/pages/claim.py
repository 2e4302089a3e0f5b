"""The page of one claim: who says it, who says otherwise, and when."""

from dataclasses import dataclass
from typing import Annotated, Literal

from litestar import Response, get
from litestar.params import FromQuery, QueryParameter

from tawatur.errors import NotFoundError
from tawatur.ledger import lookup
from tawatur.ledger.judgements import bearing_on
from tawatur.ledger.store import Ledger
from tawatur.ledger.tellers import Tellers
from tawatur.model import Claim, Disagreement, Judgement, Merge
from tawatur.reconciling.features import StatementFeatures
from tawatur.web.citing import Citation, Citing, citations, edition
from tawatur.web.given import GivenIdentifier, GivenLedgers, GivenViewer
from tawatur.web.pages.event_columns import Column, Group, columns
from tawatur.web.viewer import Viewer

Stance = Literal["for", "against"]
_MERGES = 12
_DISPUTES = """
    SELECT DISTINCT disagreement FROM unit_disagreement_parts
    WHERE part IN (SELECT statement FROM claim_statements WHERE claim = ?) LIMIT 20
"""


@dataclass(frozen=True)
class ClaimPage:
    """`columns` are those who say it and those who say otherwise; `numbers` the accounts' by id."""

    claim: Claim
    columns: list[Column]
    numbers: dict[str, int]
    stances: dict[str, Stance]
    merges: tuple[Merge, ...]
    disagreements: list[Disagreement]
    judgements: tuple[Judgement, ...]
    citations: list[Citing]

    @property
    def shown(self) -> frozenset[int]:
        """The numbers of the accounts that are shown."""
        return frozenset(card.number for column in self.columns for card in column.cards)


@get("/claims/{name:path}", sync_to_thread=True)
def claim(
    identifier: GivenIdentifier,
    viewer: GivenViewer,
    ledgers: GivenLedgers,
    cite: FromQuery[str | None] = None,
    is_whole: Annotated[bool, QueryParameter(name="all")] = False,
) -> Response[str]:
    """`cite` asks for the citation where it is too long to be given unasked."""
    with ledgers.reading() as ledger:
        if ledger.value("SELECT 1 FROM claims WHERE id = ?", identifier) is None:
            raise NotFoundError(f"{identifier}: no such claim")
        page = claim_page(ledger, identifier, viewer, cite, is_whole=is_whole)
    course = sorted((one for column in page.columns for one in column.briefs), key=lambda one: (one.published is None, one.published or ""))
    return viewer.page("claim.html", {"page": page, "course": course})


def claim_page(ledger: Ledger, identifier: str, viewer: Viewer, cite: str | None, *, is_whole: bool) -> ClaimPage:
    found, tellers = lookup.claim(ledger, identifier), Tellers(ledger)
    stances = stances_of(tellers, found)
    groups = [Group(side, tuple(name for name, stance in stances.items() if stance == side)) for side in ("for", "against")]
    shown = columns(tellers, [group for group in groups if group.parts], viewer, is_whole=is_whole)
    sources = [one for column in shown for one in column.briefs]
    merges = [merge for merge in lookup.merges(ledger, identifier) if merge.kind == "claim"]
    return ClaimPage(
        claim=found,
        columns=shown,
        numbers={one.id: number for number, one in enumerate(sources, 1)},
        stances=stances,
        merges=tuple(merges if is_whole else merges[:_MERGES]),
        disagreements=[lookup.disagreement(ledger, name) for (name,) in ledger.rows(_DISPUTES, identifier).fetchall()],
        judgements=bearing_on(ledger, found.statements),
        citations=citations(Citation(found, sources, edition(ledger), viewer.permalink("claim", identifier)), viewer.say, cite),
    )


def stances_of(tellers: Tellers, found: Claim) -> dict[str, Stance]:
    """Who says what the claim's own words say, and who says the opposite, by statement: by what the first thing asserted comes to."""
    told = [one for name in found.statements for one in tellers.told(name) if isinstance(one, StatementFeatures)]
    own = next((one for one in told if one.text.startswith(found.about) or found.about.startswith(one.text)), next(iter(told), None))
    sign = _sign(own) if own else 1
    return {one.id: "for" if _sign(one) == sign else "against" for one in told}


def _sign(one: StatementFeatures) -> int:
    return one.propositions[0].sign if one.propositions else 1


HANDLERS = [claim]
