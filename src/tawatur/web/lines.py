"""Lines of lists: what one sees of an event, a disagreement or a report before opening it."""

from calendar import monthrange
from collections.abc import Iterable

from tawatur.ledger.asking.disagreements import ListedDisagreement
from tawatur.ledger.asking.documents import ListedDocument
from tawatur.ledger.asking.events import ListedEvent
from tawatur.ledger.store import Ledger
from tawatur.model import Actor, Event, Record, Target
from tawatur.reconciling.parties import entities
from tawatur.text.plurals import number
from tawatur.web.viewer import Viewer

_ROLES = ("killed", "injured", "missing", "captured", "displaced")
"""Those whose figures are shown on a line, the gravest first."""
_MOST_FIGURES, _MOST_NAMES, _MOST_SIDES = 2, 3, 4
_HEADLINE = "SELECT title FROM readings WHERE document IN ({}) AND title IS NOT NULL ORDER BY published DESC, document LIMIT 1"


class EventLine(Record, frozen=True):
    """`place`, `headline` (of the report published last), `actors` and `targets` are from outside; `figures` are a role and what is given
    for it, in words; `modality` is told where it is not that it happened."""

    id: str
    type: str
    mode: str | None
    place: str | None
    date: str | None
    headline: str | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    modality: str | None
    accounts: str
    documents: str
    disagreements: str | None
    chains: tuple[int, int]
    seen_at: str


class SideLine(Record, frozen=True):
    """`position` holds words from outside."""

    position: str
    chains: tuple[int, int]
    documents: str


class DisagreementLine(Record, frozen=True):
    """`about` is what it is called in the ledger, in Arabic; `heading` what its sentence says before the sides, for who reads English."""

    id: str
    kind: str
    about: str
    heading: str | None
    sides: tuple[SideLine, ...]
    more_sides: int
    date: str | None
    documents: str


class DocumentLine(Record, frozen=True):
    """`title` and `outlet` are from outside; `copied_from` is the id of the report whose text this one's descends from."""

    id: str
    title: str | None
    outlet: str
    published: str | None
    seen_at: str
    mentions: str
    statements: str
    copied_from: str | None


def counted(viewer: Viewer, noun: str, count: int) -> str:
    """A number of things in grammatical number: «3 روايات»."""
    return viewer.say(f"web.count.{noun}.{number(count)}", count=count)


def event_line(ledger: Ledger, viewer: Viewer, listed: ListedEvent) -> EventLine:
    event = listed.event
    return EventLine(
        event.id,
        viewer.say(f"type.{event.type}"),
        viewer.say(f"mode.{event.mode}") if event.mode else None,
        _place(viewer, event),
        event.date,
        _headline(ledger, event.documents),
        _names(viewer, event.actors),
        _names(viewer, event.targets),
        _figures(viewer, event),
        viewer.say(f"modality.{listed.modality}") if listed.modality != "actual" else None,
        counted(viewer, "accounts", len(event.mentions)),
        counted(viewer, "reports", len(event.documents)),
        counted(viewer, "disagreements", len(event.disagreements)) if event.disagreements else None,
        (event.chains_min, event.chains_max),
        listed.seen_at,
    )


def disagreement_line(viewer: Viewer, listed: ListedDisagreement) -> DisagreementLine:
    found = listed.disagreement
    sides = [
        SideLine(
            side.position,
            (side.chains_min, side.chains_max),
            counted(viewer, "reports", len(side.documents)),
        )
        for side in found.sides
    ]
    return DisagreementLine(
        found.id,
        viewer.say(f"disagreement.{found.kind}"),
        found.about,
        found.explanation["en"].partition(": ")[0] if viewer.language == "en" else None,
        tuple(sides[:_MOST_SIDES]),
        max(0, len(sides) - _MOST_SIDES),
        span(listed.first_day, listed.last_day),
        counted(viewer, "reports", listed.documents),
    )


def span(first: str, last: str) -> str | None:
    """Two days as an EDTF date: one day, a whole month or year, or the time between them; None for none."""
    if not first or first == last:
        return first or None
    if (first[4:], last[4:]) == ("-01-01", "-12-31") and first[:4] == last[:4]:
        return first[:4]
    if first[7:] == "-01" and first[:7] == last[:7] and _is_end_of_month(last):
        return first[:7]
    return f"{first}/{last}"


def _is_end_of_month(day: str) -> bool:
    return int(day[8:]) == monthrange(int(day[:4]), int(day[5:7]))[1]


def document_line(viewer: Viewer, listed: ListedDocument) -> DocumentLine:
    return DocumentLine(
        listed.id,
        listed.title,
        viewer.say.outlet(listed.outlet),
        listed.published,
        listed.seen_at,
        counted(viewer, "events", listed.mentions),
        counted(viewer, "statements", listed.statements),
        listed.first if listed.is_copy else None,
    )


def _place(viewer: Viewer, event: Event) -> str | None:
    """As the packs name it in the viewer's language, else as the report does."""
    if event.place is None:
        return None
    known = entities().get(event.place.id or "")
    return event.place.name if known is None else known.en if viewer.language == "en" else known.ar


def _names(viewer: Viewer, named: Iterable[Actor | Target]) -> tuple[str, ...]:
    known = [(one.name, entities().get(one.id or "")) for one in named]
    return tuple(entity.en if entity and viewer.language == "en" else name for name, entity in known)[:_MOST_NAMES]


def _figures(viewer: Viewer, event: Event) -> tuple[tuple[str, str], ...]:
    given = [(role, event.figures[role]) for role in _ROLES if role in event.figures]
    told = [
        (viewer.say(f"role.{role}"), viewer.say.value(found.low, found.high, "exact" if found.low == found.high else "range"))
        for role, found in given
        if _is_counted(found.low, found.high)
    ]
    return tuple(told[:_MOST_FIGURES])


def _is_counted(low: int | None, high: int | None) -> bool:
    return low is not None or high is not None


def _headline(ledger: Ledger, documents: tuple[str, ...]) -> str | None:
    some = documents[:20]
    return ledger.value(_HEADLINE.format(", ".join("?" * len(some))), *some) if some else None
