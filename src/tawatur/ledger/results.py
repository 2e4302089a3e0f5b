"""Writing what reconciling found into the ledger's tables, in place of what was there."""

from collections.abc import Iterable
from typing import Any

import msgspec

from tawatur.ledger import changing, indexing
from tawatur.ledger.queueing import Queueing
from tawatur.ledger.rows import days
from tawatur.ledger.store import Ledger
from tawatur.model import Claim, Disagreement, Event, Family, Merge
from tawatur.reconciling.changes import Change, Gone, KeptClaim, KeptDisagreements, KeptEvent, KeptFamily
from tawatur.text.fold import fold

RESULT_TABLES = (
    "events", "event_parties", "event_mentions", "claims", "claim_statements", "unit_disagreements", "unit_disagreement_parts", "families",
    "family_members", "merges", "event_index", "event_outlets", "disagreement_index", "claim_index", "origins", "turns",
    "review_queue",
)  # fmt: skip
_ORIGINS = "DELETE FROM origins WHERE id = ?"
_OF_EVENT = (
    "DELETE FROM events WHERE id = ?", "DELETE FROM event_parties WHERE event = ?", "DELETE FROM event_mentions WHERE event = ?", _ORIGINS,
)  # fmt: skip
_OF_CLAIM = (
    "DELETE FROM claims WHERE id = ?", "DELETE FROM claim_statements WHERE claim = ?", "DELETE FROM claim_index WHERE claim = ?", _ORIGINS,
)  # fmt: skip
_OF_FAMILY = ("DELETE FROM families WHERE id = ?", "DELETE FROM family_members WHERE family = ?")
_OF_UNIT = (
    "DELETE FROM unit_disagreements WHERE unit = ?", "DELETE FROM unit_disagreement_parts WHERE unit = ?",
    "DELETE FROM turns WHERE unit = ?",
)  # fmt: skip
_MERGES = "DELETE FROM merges WHERE subject = ?"
_DISPUTED = "SELECT DISTINCT part FROM unit_disagreement_parts WHERE unit = ? AND kind = 'event'"
_OF_UNIT_NAMED = "SELECT id FROM unit_disagreements WHERE unit = ?"
_DISPUTES = "SELECT DISTINCT disagreement FROM unit_disagreement_parts WHERE part = ? AND kind = 'event' ORDER BY disagreement"


class Results:
    """Takes changes one by one; `finish` sets down on each event which disagreements it has a part in, and what lists ask of both.

    `is_noting`: what is changed or dropped is kept as it was, for those who want to be told.
    """

    def __init__(self, ledger: Ledger, *, is_noting: bool = False) -> None:
        self.ledger = ledger
        self._is_noting = is_noting
        self._disputed: set[str] = set()
        self._disputes: set[str] = set()
        self._queue = Queueing(ledger)

    def take(self, change: Change) -> None:
        match change:
            case KeptEvent(event, merges):
                self._put_event(event, merges)
            case KeptClaim(claim, merges):
                self._put_claim(claim, merges)
            case KeptFamily(family):
                self._put_family(family)
            case KeptDisagreements(unit, disagreements):
                self._drop("unit", unit)
                for found in disagreements:
                    self._put_disagreement(unit, found)
                self.ledger.rows("INSERT INTO turns SELECT * FROM unit_turns WHERE unit = ?", unit)
                self._note_disputed(unit)
            case Gone(kind, identifier):
                self._drop(kind, identifier)

    def finish(self) -> None:
        for event in sorted(self._disputed):
            self._settle(event)
        for disagreement in sorted(self._disputes):
            indexing.put_disagreement(self.ledger, disagreement)
            self._queue.put_disagreement(disagreement)

    def _settle(self, event: str) -> None:
        record = self.ledger.value("SELECT record FROM events WHERE id = ?", event)
        if record is None:
            return
        disputes = tuple(name for (name,) in self.ledger.rows(_DISPUTES, event))
        found = msgspec.structs.replace(msgspec.json.decode(record, type=Event), disagreements=disputes)
        self.ledger.rows("UPDATE events SET record = ? WHERE id = ?", _json(found), event)
        indexing.put_event(self.ledger, found)
        self._queue.put_event(found)
        self._disputes.update(disputes)

    def _drop(self, kind: str, identifier: str) -> None:
        if self._is_noting:
            changing.note(self.ledger, kind, identifier)
        if kind == "unit":
            self._note_disputed(identifier)
        elif kind == "event":
            indexing.drop_event(self.ledger, identifier)
            self._queue.drop(identifier)
        for sql in {"event": (*_OF_EVENT, _MERGES), "claim": (*_OF_CLAIM, _MERGES), "family": _OF_FAMILY, "unit": _OF_UNIT}[kind]:
            self.ledger.rows(sql, identifier)

    def _note_disputed(self, unit: str) -> None:
        self._disputed.update(event for (event,) in self.ledger.rows(_DISPUTED, unit))
        self._disputes.update(name for (name,) in self.ledger.rows(_OF_UNIT_NAMED, unit))

    def _put_event(self, event: Event, merges: Iterable[Merge]) -> None:
        self._drop("event", event.id)
        form = indexing.place_form(event.place)
        self._insert("events", [(event.id, event.type, *days(event.date), form, _json(event))])
        self._insert("event_parties", _parties(event))
        self.ledger.connection.executemany(
            "INSERT OR REPLACE INTO event_mentions VALUES (?, ?)", ((mention, event.id) for mention in event.mentions)
        )
        self.ledger.rows("INSERT OR IGNORE INTO origins SELECT * FROM event_origins WHERE id = ?", event.id)
        self._insert("merges", ((event.id, _json(merge)) for merge in merges))
        self._disputed.add(event.id)

    def _put_claim(self, claim: Claim, merges: Iterable[Merge]) -> None:
        self._drop("claim", claim.id)
        self._insert("claims", [(claim.id, _json(claim))])
        indexing.put_claim(self.ledger, claim)
        self.ledger.connection.executemany(
            "INSERT OR REPLACE INTO claim_statements VALUES (?, ?)", ((statement, claim.id) for statement in claim.statements)
        )
        self.ledger.rows("INSERT OR IGNORE INTO origins SELECT * FROM claim_origins WHERE id = ?", claim.id)
        self._insert("merges", ((claim.id, _json(merge)) for merge in merges))

    def _put_family(self, family: Family) -> None:
        self._drop("family", family.id)
        self._insert("families", [(family.id, _json(family))])
        self.ledger.connection.executemany(
            "INSERT OR REPLACE INTO family_members VALUES (?, ?, ?)", ((document, family.id, family.first) for document in family.documents)
        )

    def _put_disagreement(self, unit: str, found: Disagreement) -> None:
        words = [*found.explanation.values(), *(side.position for side in found.sides)]
        self._insert("unit_disagreements", [(unit, found.id, found.kind, fold(" ".join(words)), _json(found))])
        self._insert("unit_disagreement_parts", sorted({(unit, found.id, kind, part) for kind, part in _parts(found)}))

    def _insert(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        listed = list(rows)
        if listed:
            self.ledger.connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(listed[0]))})", listed)


def _json(record: Any) -> str:
    return msgspec.json.encode(record, order="deterministic").decode()


def _parties(event: Event) -> list[tuple[str, str, str]]:
    named = [("actor", actor.name, actor.id) for actor in event.actors] + [("target", target.name, target.id) for target in event.targets]
    return [(event.id, role, fold(f"{name} {identifier or ''}")) for role, name, identifier in named]


def _parts(found: Disagreement) -> list[tuple[str, str]]:
    sides = found.sides
    return [
        *(("event", event) for event in found.events),
        *(("mention", mention) for side in sides for mention in side.mentions),
        *(("statement", statement) for side in sides for statement in side.statements),
        *(("figure", figure) for side in sides for figure in side.figures),
    ]
