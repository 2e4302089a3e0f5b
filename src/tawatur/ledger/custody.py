"""The custody log: every act on what goes into a ledger, append-only, each entry chained to the one before by its hash.

Whoever has written down the hash of one entry can tell later whether the log up to there is the same, and with it every snapshot,
headers and judgement that it names: changing any of them breaks a hash. (The scheme of RFC 9162's append-only logs, without the tree.)
"""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec

from tawatur.ledger.store import Ledger
from tawatur.model import Record
from tawatur.moments import written

Act = Literal["captured", "seen", "told", "judged", "removed", "taken_over", "restored"]
"""A snapshot came in; one that is there was seen again, or at another address; what the user said of a document; a judgement; a removal;
what an older ledger held; a backup was put back."""

FIRST = "0" * 64


class Entry(Record, frozen=True):
    number: int
    at: str
    act: str
    subject: str
    detail: dict[str, str]
    previous: str
    hash: str


def record(ledger: Ledger, act: Act, subject: str, **detail: str | None) -> None:
    """Adds an entry, within the caller's transaction. What is None is left out."""
    last = ledger.rows("SELECT number, hash FROM custody ORDER BY number DESC LIMIT 1").fetchone() or (0, FIRST)
    known = {key: value for key, value in detail.items() if value is not None}
    at = written(datetime.now(UTC))
    entry = Entry(last[0] + 1, at, act, subject, known, last[1], "")
    values = (entry.number, at, act, subject, _json(known).decode(), last[1], computed(entry))
    ledger.rows("INSERT INTO custody VALUES (?, ?, ?, ?, ?, ?, ?)", *values)


def entries(ledger: Ledger) -> Iterator[Entry]:
    """All entries, first to last; raises as `entry_of`."""
    yield from map(entry_of, ledger.rows("SELECT * FROM custody ORDER BY number"))


def entry_of(row: tuple[Any, ...]) -> Entry:
    """An entry from its row. Raises msgspec.MsgspecError or TypeError for one whose detail is no JSON any more."""
    number, at, act, subject, detail, previous, found = row
    return Entry(number, at, act, subject, msgspec.json.decode(detail, type=dict[str, str]), previous, found)


def computed(entry: Entry) -> str:
    """The hash that an entry must bear: SHA-256 of all its other fields."""
    return hashlib.sha256(_json([entry.number, entry.at, entry.act, entry.subject, entry.detail, entry.previous])).hexdigest()


def head(ledger: Ledger) -> str:
    """The hash of the last entry, which stands for all."""
    return str(ledger.value("SELECT hash FROM custody ORDER BY number DESC LIMIT 1") or FIRST)


def _json(value: object) -> bytes:
    return msgspec.json.encode(value, order="sorted")
