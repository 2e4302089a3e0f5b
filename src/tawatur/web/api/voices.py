"""Who speaks: outlets, agencies and speakers, one of them whole, and who copies whom."""

from typing import Annotated

from litestar import Response, get
from litestar.openapi.spec import Example
from litestar.params import PathParameter, QueryParameter

from tawatur.errors import NotFoundError
from tawatur.ledger.asking.remembering import remembered
from tawatur.ledger.owing import SourceKind
from tawatur.ledger.store import Ledger
from tawatur.ledger.voices import After as Place
from tawatur.ledger.voices import Carrier, Voice, carriers, months
from tawatur.ledger.voices import voice as voice_of
from tawatur.ledger.voices import voices as voices_of
from tawatur.ledger.voices_copies import Copying, copying
from tawatur.ledger.voices_facts import Facts, facts
from tawatur.ledger.voices_origins import Count, What, origin_counts
from tawatur.ledger.voices_turns import Turn, turns
from tawatur.model import Record
from tawatur.web.api.asked import NO_PAGE, GivenAsked
from tawatur.web.api.parameters import After, Limit, Name
from tawatur.web.given import GivenIdentifier

_LARGEST = 2**62
_Kind = Annotated[SourceKind, QueryParameter(description="Outlets, agencies or speakers.", examples=[Example(value="agency")])]
_OneKind = Annotated[SourceKind, PathParameter(description="Outlet, agency or speaker.", examples=[Example(value="agency")])]
_Words = Annotated[str, QueryParameter(description="Only those whose names, in Arabic or English, hold all these words.")]


class Voices(Record, frozen=True):
    """Some outlets, agencies or speakers, and where to go on."""

    items: tuple[Voice, ...]
    next: str | None


class VoiceView(Record, frozen=True):
    """One of them whole: what the packs know of it, the outlets that carry it, how much it said in which month, where it turned, and of
    how many events and claims a chain ends with it."""

    voice: Voice
    facts: Facts | None
    carriers: tuple[Carrier, ...]
    months: dict[str, int]
    turns: tuple[Turn, ...]
    origins: dict[What, Count]


@get("/sources", summary="Outlets, agencies, speakers", sync_to_thread=True)
def voices(asked: GivenAsked, kind: _Kind = "outlet", text: _Words = "", limit: Limit = 50, after: After = None) -> Response[Voices]:
    """Those heard in the most documents first. What one of them said: `statements?source=KEY`."""
    start = _place(after) if after else None

    def find(ledger: Ledger) -> Voices:
        found = voices_of(ledger, kind, text, after=start, limit=limit + 1)
        shown = tuple(found[:limit])
        return Voices(shown, asked.next(f"{shown[-1].documents}.{shown[-1].key}") if len(found) > limit else None)

    return asked.answer(find)


@get("/sources/{kind:str}/{name:path}", summary="An outlet, agency or speaker, whole", sync_to_thread=True)
def voice(kind: _OneKind, name: Name, identifier: GivenIdentifier, asked: GivenAsked) -> Response[VoiceView]:
    """By its key, as the list has it: an id of the packs or a folded name; of an outlet its name."""

    def find(ledger: Ledger) -> VoiceView:
        return VoiceView(
            voice=voice_of(ledger, kind, identifier),
            facts=facts(kind, identifier),
            carriers=tuple(carriers(ledger, kind, identifier)),
            months=months(ledger, kind, identifier),
            turns=tuple(turns(ledger, kind, identifier)),
            origins=origin_counts(ledger, kind, identifier),
        )

    return asked.answer(find)


@get("/copies", summary="Who copies whom", sync_to_thread=True)
def copies(asked: GivenAsked) -> Response[list[Copying]]:
    """The outlets whose documents carry the text of another's, and in how many documents."""
    return asked.answer(lambda ledger: list(_copying(ledger)))


@remembered
def _copying(ledger: Ledger) -> tuple[Copying, ...]:
    return copying(ledger)


def _place(after: str) -> Place:
    """Where a list goes on. Raises NotFoundError for what no page gave."""
    documents, dot, key = after.partition(".")
    if not dot or not documents.isascii() or not documents.isdecimal() or int(documents) > _LARGEST:
        raise NotFoundError(NO_PAGE)
    return Place(int(documents), key)


HANDLERS = [voices, voice, copies]
