"""Checking the custody log: that its chain holds, and that it and the tables name the same."""

from collections.abc import Iterator
from typing import Any

import msgspec

from tawatur.errors import InputError
from tawatur.ledger.custody import FIRST, Entry, computed, entry_of
from tawatur.ledger.store import Ledger

_RESTORE = "restore a backup of the ledger"
_SHORTEST_NOTE = 12


def chain_faults(ledger: Ledger) -> Iterator[InputError | None]:
    """Walks the log: None for each entry that fits, and a fault for the first that does not."""
    number, last = 0, FIRST
    for row in ledger.rows("SELECT number, at, act, subject, detail, previous, hash FROM custody ORDER BY number"):
        if fault := _misfit(row, number, last):
            yield InputError(f"{ledger.path}: custody log, entry {row[0]}", fault, _RESTORE)
            return
        yield None
        number, last = row[0], row[6]


def noted_faults(ledger: Ledger, noted: str) -> Iterator[InputError | None]:
    """Whether an entry bears the hash that someone wrote down, or the beginning of it."""
    wanted = noted.strip().lower()
    is_there = len(wanted) >= _SHORTEST_NOTE and ledger.value("SELECT 1 FROM custody WHERE substr(hash, 1, ?) = ?", len(wanted), wanted)
    yield None if is_there or wanted == FIRST else InputError(
        f"{ledger.path}: {noted}", "no entry of the custody log has this hash", "the log was changed since, or it is another ledger's"
    )  # fmt: skip


def _misfit(row: tuple[Any, ...], number: int, last: str) -> str | None:
    """What does not fit in an entry that comes after the one with this number and hash."""
    entry = read_entry(row)
    if row[0] != number + 1:
        return f"it comes after entry {number}: {row[0] - number - 1} between them are missing"
    if row[5] != last:
        return f"it does not follow on entry {number}, whose hash is another"
    if entry is None or computed(entry) != row[6]:
        return "its contents do not give its hash: it was changed"
    return None


def read_entry(row: tuple[Any, ...]) -> Entry | None:
    """An entry from its row, if it can be read."""
    try:
        return entry_of(row)
    except (msgspec.MsgspecError, TypeError):
        return None
