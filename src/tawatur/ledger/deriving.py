"""Keeping what is derived in step with what came in: reading again, reconciling, and writing what they give."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from tawatur import __version__
from tawatur.errors import InputError
from tawatur.ledger.adding import Stored, read_again
from tawatur.ledger.rows import VERSION, days, unpack, unpack_features
from tawatur.ledger.store import Ledger
from tawatur.model import Disagreement, Event, Judgement, Reading, Reconciled
from tawatur.reconciling import reconcile_features
from tawatur.reconciling.features import Features
from tawatur.text.fold import fold

_TABLES = (
    "events", "event_parties", "event_mentions", "claims", "claim_statements", "disagreements", "disagreement_parts", "families",
    "family_members", "merges",
)  # fmt: skip


def refresh(ledger: Ledger) -> Iterator[Stored | InputError]:
    """Brings the ledger up to date: reads again what an older reader read, and reconciles what came in since.

    Does nothing when nothing changed. Yields what `read_again` yields.
    """
    if is_outdated(ledger):
        yield from read_again(ledger)
    if ledger.setting("reconciled") != _state(ledger):
        derive(ledger)


def rebuild(ledger: Ledger) -> Iterator[Stored | InputError]:
    """Makes everything derived anew from snapshots and judgements: the same ids, the same rows."""
    yield from read_again(ledger)
    derive(ledger)


def is_outdated(ledger: Ledger) -> bool:
    """Whether an older reader made some of the readings, or a reading again was stopped half way."""
    versions = [row[0] for row in ledger.rows("SELECT DISTINCT reader_version FROM readings")]
    return ledger.setting("rereading") != "" or any(_number(version) < _number(VERSION) for version in versions)


def is_current(ledger: Ledger) -> bool:
    """Whether `refresh` has nothing to do."""
    return not is_outdated(ledger) and ledger.setting("reconciled") == _state(ledger)


def derive(ledger: Ledger) -> None:
    """Reconciles all readings and judgements, and replaces what was reconciled before."""
    with ledger.snapshot():
        state = _state(ledger)
        reconciled = reconcile_features(_kept(ledger), judgements(ledger))
    with ledger.transaction():
        for table in _TABLES:
            ledger.rows(f"DELETE FROM {table}")
        for table, rows in _rows(reconciled).items():
            if rows:
                ledger.connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
        ledger.set("reconciled", state)


def readings(ledger: Ledger) -> Iterator[Reading]:
    """Every reading, by document id, one at a time."""
    for source, blob in ledger.rows("SELECT source, reading FROM readings JOIN documents ON document = id ORDER BY id"):
        yield _with_source(unpack(blob), source)


def _kept(ledger: Ledger) -> Iterator[Features]:
    for (blob,) in ledger.rows("SELECT features FROM readings ORDER BY document"):
        yield unpack_features(blob)


def judgements(ledger: Ledger) -> Iterator[Judgement]:
    for (record,) in ledger.rows("SELECT record FROM judgements ORDER BY id"):
        yield msgspec.json.decode(record, type=Judgement)


def reading(ledger: Ledger, document: str) -> Reading:
    source, blob = ledger.rows("SELECT source, reading FROM readings JOIN documents ON document = id WHERE id = ?", document).fetchone()
    return _with_source(unpack(blob), source)


def _with_source(reading: Reading, source: str) -> Reading:
    if reading.document.source == source:
        return reading
    return msgspec.structs.replace(reading, document=msgspec.structs.replace(reading.document, source=source))


def _state(ledger: Ledger) -> str:
    return f"{ledger.setting('inputs')} {VERSION} {__version__}"


def _number(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]


def _json(record: Any) -> str:
    return msgspec.json.encode(record, order="deterministic").decode()


def _rows(reconciled: Reconciled) -> dict[str, list[tuple[Any, ...]]]:
    first = {family.id: family.first for family in reconciled.families}
    return {
        "events": [_event(event) for event in reconciled.events],
        "event_parties": [row for event in reconciled.events for row in _parties(event)],
        "event_mentions": list(reconciled.event_of.items()),
        "claims": [(claim.id, _json(claim)) for claim in reconciled.claims],
        "claim_statements": list(reconciled.claim_of.items()),
        "disagreements": [_disagreement(found) for found in reconciled.disagreements],
        "disagreement_parts": [row for found in reconciled.disagreements for row in _parts(found)],
        "families": [(family.id, _json(family)) for family in reconciled.families],
        "family_members": [(document, family, first[family]) for document, family in reconciled.family_of.items()],
        "merges": [(subject, _json(merge)) for subject, merges in reconciled.merges.items() for merge in merges],
    }


def _event(event: Event) -> tuple[Any, ...]:
    place = event.place
    form = fold(" ".join(filter(None, (place.name, place.id, place.country)))) if place else ""
    return event.id, event.type, *days(event.date), form, _json(event)


def _parties(event: Event) -> list[tuple[str, str, str]]:
    named = [("actor", actor.name, actor.id) for actor in event.actors] + [("target", target.name, target.id) for target in event.targets]
    return [(event.id, role, fold(f"{name} {identifier or ''}")) for role, name, identifier in named]


def _disagreement(found: Disagreement) -> tuple[Any, ...]:
    words = [*found.explanation.values(), *(side.position for side in found.sides)]
    return found.id, found.kind, fold(" ".join(words)), _json(found)


def _parts(found: Disagreement) -> list[tuple[str, str, str]]:
    sides = found.sides
    return [
        *((found.id, "event", event) for event in found.events),
        *((found.id, "mention", mention) for side in sides for mention in side.mentions),
        *((found.id, "statement", statement) for side in sides for statement in side.statements),
    ]
