"""What a voice is the source of: the events and claims of which a chain ends with it, and those that rest on it alone."""

from typing import Literal, NamedTuple

import msgspec

from tawatur.ledger.owing import SourceKind
from tawatur.ledger.store import Ledger
from tawatur.model import Claim, Event, Record

What = Literal["event", "claim"]

_COUNTS = "SELECT what, count(*), sum(is_alone) FROM origins WHERE kind = ? AND key = ? GROUP BY what"
_LATEST = """
    SELECT day, id, is_alone, record FROM origins JOIN {table} USING (id)
    WHERE kind = ? AND key = ? AND what = ? AND (day, id) < (?, ?){alone} ORDER BY day DESC, id DESC LIMIT ?
"""
_END = ("~", "")
"""Behind every day."""


class Count(Record, frozen=True):
    """How many events or claims have a chain that ends with the voice, and how many have no other chains."""

    all: int = 0
    alone: int = 0


class Spot(NamedTuple):
    """Where a list goes on: behind the event or claim of that day and id."""

    day: str
    id: str


class OriginEvent(Record, frozen=True):
    event: Event
    is_alone: bool
    spot: Spot


class OriginClaim(Record, frozen=True):
    claim: Claim
    is_alone: bool
    spot: Spot


def origin_counts(ledger: Ledger, kind: SourceKind, key: str) -> dict[What, Count]:
    found = {what: Count(count, alone) for what, count, alone in ledger.rows(_COUNTS, kind, key)}
    return {"event": found.get("event", Count()), "claim": found.get("claim", Count())}


def origin_events(
    ledger: Ledger, kind: SourceKind, key: str, *, before: Spot | None = None, only_alone: bool = False, limit: int = 20
) -> list[OriginEvent]:
    """The latest first, those without a date last."""
    rows = _rows(ledger, "event", (kind, key), before, only_alone, limit)
    return [OriginEvent(msgspec.json.decode(record, type=Event), alone, spot) for spot, alone, record in rows]


def origin_claims(
    ledger: Ledger, kind: SourceKind, key: str, *, before: Spot | None = None, only_alone: bool = False, limit: int = 20
) -> list[OriginClaim]:
    """The latest first, by the last statement of each."""
    rows = _rows(ledger, "claim", (kind, key), before, only_alone, limit)
    return [OriginClaim(msgspec.json.decode(record, type=Claim), alone, spot) for spot, alone, record in rows]


def _rows(
    ledger: Ledger, what: What, voice: tuple[SourceKind, str], before: Spot | None, only_alone: bool, limit: int
) -> list[tuple[Spot, bool, str]]:
    sql = _LATEST.format(table=f"{what}s", alone=" AND is_alone" if only_alone else "")
    found = ledger.rows(sql, *voice, what, *(before or _END), limit)
    return [(Spot(day, identifier), bool(alone), record) for day, identifier, alone, record in found]
