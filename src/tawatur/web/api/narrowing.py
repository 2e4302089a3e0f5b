"""What lists of events and disagreements, their counts, the timeline and the map are narrowed to, from the address."""

from typing import Annotated, Literal

from litestar.di import NamedDependency
from litestar.openapi.spec import Example
from litestar.params import QueryParameter

from tawatur.ledger.asking.filters import EventFilters
from tawatur.model import DisagreementKind, EventType, Modality, Mode
from tawatur.web.api.parameters import First, Last, Outlet, Words

_MANY = 1_000_000

Type = Annotated[EventType | None, QueryParameter(description="Only events of this type, PLOVER's.", examples=[Example(value="ASSAULT")])]
ModeOf = Annotated[Mode | None, QueryParameter(description="Only events of this mode, PLOVER's.", examples=[Example(value="aerial")])]
ModalityOf = Annotated[Modality | None, QueryParameter(description="Only events of which this is the firmest that any account gives.")]
Place = Annotated[str | None, QueryParameter(description="Only at places with all these words in their names.")]
PlaceId = Annotated[str | None, QueryParameter(description="Only at this very place, by its id.", examples=[Example(value="derna")])]
Country = Annotated[
    str | None,
    QueryParameter(description="Only in this country (ISO 3166-1, two letters).", pattern="^[A-Za-z]{2}$", examples=[Example(value="ly")]),
]
Actor = Annotated[str | None, QueryParameter(description="Only with an actor or target that has all these words in its name.")]
Speaker = Annotated[
    str | None, QueryParameter(description="Only what stands on a speaker, agency or outlet that has all these words in its name.")
]
Source = Annotated[str | None, QueryParameter(description="Only what stands on this very agency or speaker, by its key.")]
Disputed = Annotated[
    DisagreementKind | Literal["any"] | None, QueryParameter(description="Only events with a disagreement of this kind, or of any.")
]
Chains = Annotated[
    int,
    QueryParameter(
        description="Only with so many independent chains behind them or more, at most (`chains_max`).", ge=1, le=_MANY,
        examples=[Example(value=2)],
    ),
]  # fmt: skip
Document = Annotated[str | None, QueryParameter(description="Only what this document tells of, by its id.")]


def event_filters(
    first: First = None, last: Last = None, type: Type = None, mode: ModeOf = None, modality: ModalityOf = None, place: Place = None,
    place_id: PlaceId = None, country: Country = None, actor: Actor = None, speaker: Speaker = None, source: Source = None,
    outlet: Outlet = None, text: Words = None, disagreement: Disputed = None, chains: Chains = 1, document: Document = None,
) -> EventFilters:  # fmt: skip
    """What the address asks for, as a dependency of handlers."""
    return EventFilters(
        first=first, last=last, type=type, mode=mode, modality=modality, place=place, place_id=place_id, country=country, actor=actor,
        speaker=speaker, source=source, outlet=outlet, text=text, disagreement=disagreement,
        chains=chains if chains > 1 else None, document=document,
    )  # fmt: skip


GivenFilters = NamedDependency[EventFilters]
"""Named `filters`."""
