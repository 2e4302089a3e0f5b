"""What changed for a reader between two states of a ledger, one development each, with a plain sentence in Arabic and English."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec

from tawatur.ledger import changing
from tawatur.ledger.developments_disagreements import disagreement_developments
from tawatur.ledger.developments_groups import group_developments
from tawatur.ledger.developments_records import Development
from tawatur.ledger.developments_reports import copies, names, report_developments, revisions
from tawatur.ledger.store import Ledger
from tawatur.ledger.succession import renamed
from tawatur.ledger.tellers import Tellers
from tawatur.moments import written

__all__ = ["Development", "Told", "compared", "mark_delivered", "mark_told", "settle", "untold"]

_DROP = """
    DELETE FROM developments
    WHERE number = ?1 AND is_told AND NOT EXISTS (SELECT 1 FROM deliveries WHERE development = ?1)
"""
_KEEP = "INSERT INTO developments (is_told, record) VALUES (0, ?) RETURNING number"


def settle(ledger: Ledger, webhook: str | None = None) -> None:
    """Sets down what became of all that was noted while the ledger was brought up to date; it is kept until it is told.

    `webhook` names one to which the developments that are not quiet are to be delivered too.
    """
    if changing.is_bare(ledger):
        return
    with ledger.transaction():
        for one in compared(ledger, changing.change(ledger)):
            number = ledger.value(_KEEP, msgspec.json.encode(one).decode())
            if webhook and not one.is_quiet:
                ledger.rows("INSERT INTO deliveries VALUES (?, ?)", webhook, number)
        changing.forget(ledger)


def compared(ledger: Ledger, change: changing.Change) -> Iterator[Development]:
    """The developments between two states, the second of them that of the ledger: reports, events, claims, disagreements."""
    found = list(revisions(ledger))
    before, after, tellers = renamed(change.before, names(found)), change.after, Tellers(ledger)
    at = written(datetime.now(UTC))
    for one in (
        *report_developments(ledger, found),
        *copies(ledger, before.families.values(), after.families.values()),
        *group_developments("event", before.events, after.events, tellers),
        *group_developments("claim", before.claims, after.claims, tellers),
        *disagreement_developments(before.disagreements, after.disagreements),
    ):
        yield msgspec.structs.replace(one, at=at)


class Told(NamedTuple):
    """A development that is to be told, under its number."""

    number: int
    development: Development


def untold(ledger: Ledger) -> list[Told]:
    """The developments that were not told yet, in order."""
    rows = ledger.rows("SELECT number, record FROM developments WHERE NOT is_told ORDER BY number").fetchall()
    return [Told(number, msgspec.json.decode(record, type=Development)) for number, record in rows]


def mark_told(ledger: Ledger, number: int) -> None:
    """Sets down that a development was told. It is kept only as long as a webhook waits for it."""
    with ledger.transaction():
        ledger.rows("UPDATE developments SET is_told = 1 WHERE number = ?", number)
        ledger.rows(_DROP, number)


def mark_delivered(ledger: Ledger, webhook: str, numbers: Iterable[int]) -> None:
    """Sets down that a webhook took these developments."""
    with ledger.transaction():
        for number in numbers:
            ledger.rows("DELETE FROM deliveries WHERE webhook = ? AND development = ?", webhook, number)
            ledger.rows(_DROP, number)
