"""How derived records stood before they changed, kept until somebody is told what became of them.

A record is kept as it was first, however often it changes after that, and within the transaction that changes it: when a refresh is
stopped half way, or takes several transactions, what it began from is still known.
"""

from collections.abc import Mapping

import msgspec

from tawatur.ledger.store import Ledger
from tawatur.model import Claim, Disagreement, Event, Family, Record

_KEEP = {
    "event": "INSERT OR IGNORE INTO changing VALUES ('event', ?1, coalesce((SELECT record FROM events WHERE id = ?1), ''))",
    "claim": "INSERT OR IGNORE INTO changing VALUES ('claim', ?1, coalesce((SELECT record FROM claims WHERE id = ?1), ''))",
    "family": "INSERT OR IGNORE INTO changing VALUES ('family', ?1, coalesce((SELECT record FROM families WHERE id = ?1), ''))",
    "unit": """
        INSERT OR IGNORE INTO changing
        SELECT 'unit', ?1, coalesce('[' || group_concat(record, ',') || ']', '') FROM unit_disagreements WHERE unit = ?1
    """,
}
_KEEP_REPORT = "INSERT OR IGNORE INTO changing VALUES ('report', ?1, coalesce((SELECT sha256 FROM documents WHERE id = ?1), ''))"
_NOW = {
    "event": "SELECT id, record FROM events WHERE id IN (SELECT id FROM changing WHERE kind = 'event') ORDER BY id",
    "claim": "SELECT id, record FROM claims WHERE id IN (SELECT id FROM changing WHERE kind = 'claim') ORDER BY id",
    "family": "SELECT id, record FROM families WHERE id IN (SELECT id FROM changing WHERE kind = 'family') ORDER BY id",
    "unit": """
        SELECT unit, '[' || group_concat(record, ',') || ']' FROM unit_disagreements
        WHERE unit IN (SELECT id FROM changing WHERE kind = 'unit') GROUP BY unit ORDER BY unit
    """,
}
_ELSEWHERE = "SELECT 1 FROM unit_disagreements WHERE id = ? AND unit NOT IN (SELECT id FROM changing WHERE kind = 'unit')"


class State(Record, frozen=True):
    """Derived records by id, at one moment."""

    events: dict[str, Event]
    claims: dict[str, Claim]
    disagreements: dict[str, Disagreement]
    families: dict[str, Family]


class Change(Record, frozen=True):
    """The records that changed, as they were and as they are; what did not change may be left out of both."""

    before: State
    after: State


def note(ledger: Ledger, kind: str, identifier: str) -> None:
    """Keeps a record that is about to be changed or dropped, or that it was not there."""
    ledger.rows(_KEEP[kind], identifier)


def note_report(ledger: Ledger, document: str) -> None:
    """Keeps which snapshot a document rests on that is about to be written anew or taken out, or that there is none."""
    ledger.rows(_KEEP_REPORT, document)


def reports(ledger: Ledger) -> dict[str, str]:
    """The documents that came in or changed, each with the hash of the snapshot it rested on, empty where there was none."""
    return dict(ledger.rows("SELECT id, record FROM changing WHERE kind = 'report' ORDER BY id").fetchall())


def is_noting(ledger: Ledger) -> bool:
    """Whether something derived changed that nobody was told of yet."""
    return ledger.value("SELECT 1 FROM changing WHERE kind != 'report'") is not None


def is_bare(ledger: Ledger) -> bool:
    """Whether nothing at all was noted."""
    return ledger.value("SELECT 1 FROM changing") is None


def forget(ledger: Ledger) -> None:
    """Called when everybody was told, or when another version of the program found everything anew, which is no news."""
    ledger.rows("DELETE FROM changing")


def change(ledger: Ledger) -> Change:
    """What changed since the records were noted."""
    kept = {kind: dict(ledger.rows("SELECT id, record FROM changing WHERE kind = ? AND record != ''", kind).fetchall()) for kind in _KEEP}
    now = {kind: dict(ledger.rows(sql).fetchall()) for kind, sql in _NOW.items()}
    before, after = _state(kept), _state(now)
    elsewhere = {name for name in before.disagreements.keys() | after.disagreements.keys() if ledger.value(_ELSEWHERE, name)}
    return Change(_without(before, elsewhere), _without(after, elsewhere))


def _state(records: Mapping[str, Mapping[str, str]]) -> State:
    units = [msgspec.json.decode(record, type=tuple[Disagreement, ...]) for _, record in sorted(records["unit"].items(), reverse=True)]
    return State(
        {name: msgspec.json.decode(record, type=Event) for name, record in records["event"].items()},
        {name: msgspec.json.decode(record, type=Claim) for name, record in records["claim"].items()},
        {one.id: one for unit in units for one in unit},
        {name: msgspec.json.decode(record, type=Family) for name, record in records["family"].items()},
    )


def _without(state: State, elsewhere: set[str]) -> State:
    """The state without disagreements that other units find too, and found all the time."""
    left = {name: one for name, one in state.disagreements.items() if name not in elsewhere}
    return msgspec.structs.replace(state, disagreements=left)
