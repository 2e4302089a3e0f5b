"""The narrow rows that lists and facets ask: one for each event, disagreement and claim, made from its record when that is set down."""

import re
from collections.abc import Iterator

import msgspec

from tawatur.ledger.rows import days
from tawatur.ledger.store import Ledger
from tawatur.model import Claim, Disagreement, Event, Modality, Place
from tawatur.text.fold import fold

_FIRMEST: tuple[Modality, ...] = ("actual", "recurring", "aggregate", "failed", "alleged", "planned", "denied", "hypothetical")
"""From what accounts say happened to what they only suppose."""
_PUT_EVENT = f"INSERT OR REPLACE INTO event_index VALUES ({', '.join('?' * 18)})"
_OF_MENTIONS = """
    SELECT DISTINCT m.modality, d.outlet, d.seen_at, d.published
    FROM event_mentions e JOIN mentions m ON m.id = e.mention JOIN document_index d ON d.document = m.document WHERE e.event = ?
"""
_PUT_DISAGREEMENT = f"INSERT OR REPLACE INTO disagreement_index VALUES ({', '.join('?' * 8)})"
_EVENT_DAYS = "SELECT first_day, last_day FROM event_index WHERE event = ? AND first_day != ''"
_STATEMENT_DAYS = "SELECT first_day, last_day FROM statements WHERE id = ? AND first_day IS NOT NULL"
_NUMBER = re.compile(r"\d+")


def drop_event(ledger: Ledger, identifier: str) -> None:
    ledger.rows("DELETE FROM event_index WHERE event = ?", identifier)
    ledger.rows("DELETE FROM event_outlets WHERE event = ?", identifier)


def put_event(ledger: Ledger, event: Event) -> None:
    """In place of the event's earlier row. The event's mentions are set down already, and its disagreements known."""
    found = ledger.rows(_OF_MENTIONS, event.id).fetchall()
    modality = min((modality for modality, _, _, _ in found), key=_FIRMEST.index, default="actual")
    seen_at = max((seen_at for _, _, seen_at, _ in found), default="")
    published = max((published for _, _, _, published in found), default="")
    first_day, last_day = days(event.date)
    place = event.place
    ledger.rows(
        _PUT_EVENT, event.id, event.type, event.mode or "", modality, first_day or "", last_day or "",
        place_key(place), place_form(place), (place.country or "").lower() if place else "", place and place.lat, place and place.lon,
        len(event.mentions), len(event.documents), len(event.disagreements), event.chains_min, event.chains_max, seen_at, published,
    )  # fmt: skip
    ledger.rows("DELETE FROM event_outlets WHERE event = ?", event.id)
    outlets = {outlet for _, outlet, _, _ in found if outlet}
    ledger.connection.executemany("INSERT INTO event_outlets VALUES (?, ?)", ((outlet, event.id) for outlet in sorted(outlets)))


def place_key(place: Place | None) -> str:
    """What tells one place from another: its pack id, else its folded name; empty when unknown."""
    return (place.id or fold(place.name)) if place else ""


def place_form(place: Place | None) -> str:
    """The words by which a place is found: its name, id and country, folded."""
    return fold(" ".join(filter(None, (place.name, place.id, place.country)))) if place else ""


def put_disagreement(ledger: Ledger, identifier: str) -> None:
    """Makes the row of a disagreement from its record, or drops it when the disagreement is gone. Its events have their rows already."""
    record = ledger.value("SELECT record FROM disagreements WHERE id = ?", identifier)
    if record is None:
        ledger.rows("DELETE FROM disagreement_index WHERE disagreement = ?", identifier)
        return
    found = msgspec.json.decode(record, type=Disagreement)
    ledger.rows(_PUT_DISAGREEMENT, found.id, found.kind, *weight(found), *_days(ledger, found))


def weight(found: Disagreement) -> tuple[int, int, int, float]:
    """By what disagreements are ordered, the weightiest greatest: a matter of two well founded sides, of many chains, of many documents,
    of figures far apart.

    The chains, at most, behind the side that has second most; those behind all sides; the documents behind all sides; and of figures the
    largest number over the smallest (counting none as one), 0 of anything else.
    """
    behind = sorted((side.chains_max for side in found.sides), reverse=True)
    documents = {document for side in found.sides for document in side.documents}
    return behind[1] if len(behind) > 1 else 0, sum(behind), len(documents), _spread(found)


def _spread(found: Disagreement) -> float:
    if found.kind not in ("figure", "casualties"):
        return 0.0
    numbers = [max(1, int(number)) for side in found.sides for number in _NUMBER.findall(side.position)]
    return round(max(numbers) / min(numbers), 3) if numbers else 0.0


def _days(ledger: Ledger, found: Disagreement) -> tuple[str, str]:
    """The first and last day of what it is about: of its events, and where none has a date, of the statements on its sides."""
    spans = list(_spans(ledger, _EVENT_DAYS, found.events))
    spans = spans or list(_spans(ledger, _STATEMENT_DAYS, (name for side in found.sides for name in side.statements)))
    return min((first for first, _ in spans), default=""), max((last for _, last in spans), default="")


def _spans(ledger: Ledger, sql: str, names: Iterator[str] | tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name in names:
        yield from ledger.rows(sql, name)


def put_claim(ledger: Ledger, claim: Claim) -> None:
    counts = len(claim.statements), len(claim.documents), claim.chains_min, claim.chains_max
    ledger.rows("INSERT OR REPLACE INTO claim_index VALUES (?, ?, ?, ?, ?, ?)", claim.id, fold(claim.about), *counts)


def index_all(ledger: Ledger) -> None:
    """Makes the rows of everything that a ledger holds already."""
    for (record,) in ledger.rows("SELECT record FROM events").fetchall():
        put_event(ledger, msgspec.json.decode(record, type=Event))
    for (record,) in ledger.rows("SELECT record FROM claims").fetchall():
        put_claim(ledger, msgspec.json.decode(record, type=Claim))
    for (identifier,) in ledger.rows("SELECT id FROM disagreements").fetchall():
        put_disagreement(ledger, identifier)
