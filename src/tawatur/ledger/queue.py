"""The queue of reviewers: what to look at next, what waits, and how far they have come."""

from typing import NamedTuple

import msgspec

from tawatur.ledger.queueing import Reason, State
from tawatur.ledger.store import Ledger
from tawatur.model import Record

_COLUMNS = "id, kind, state, weight, reasons"
_ITEM = f"SELECT {_COLUMNS} FROM review_queue WHERE id = ?"
_NEXT = f"SELECT {_COLUMNS} FROM review_queue WHERE state = ? AND (weight, id) < (?, ?) ORDER BY weight DESC, id DESC LIMIT ?"
_LAST = f"SELECT {_COLUMNS} FROM review_queue WHERE state = ? AND (weight, id) > (?, ?) ORDER BY weight, id LIMIT 1"
_BY_WHOM = "SELECT json_extract(record, '$.by') AS name, count(*) FROM judgements WHERE json_extract(record, '$.at') >= ? GROUP BY name"


class Cursor(NamedTuple):
    """A place in the queue: what weighs less comes after it."""

    weight: float
    id: str


START = Cursor(float("inf"), "")


class Item(Record, frozen=True):
    """An event or a disagreement, and why it should be looked at."""

    id: str
    kind: str
    state: State
    weight: float
    reasons: tuple[Reason, ...]

    @property
    def cursor(self) -> Cursor:
        return Cursor(self.weight, self.id)


class Progress(Record, frozen=True):
    """How many items are in each state, and how many judgements each person has made since a moment, the most first."""

    open: int
    pending: int
    ask: int
    done: int
    today: tuple[tuple[str, int], ...]

    @property
    def all(self) -> int:
        return self.open + self.pending + self.ask + self.done


def items(ledger: Ledger, after: Cursor = START, state: State = "open", limit: int = 1) -> list[Item]:
    """The next items, what matters most first."""
    return [_item(row) for row in ledger.rows(_NEXT, state, *after, limit).fetchall()]


def before(ledger: Ledger, cursor: Cursor, state: State = "open") -> Item | None:
    """The item just before a place."""
    return next((_item(row) for row in ledger.rows(_LAST, state, *cursor).fetchall()), None)


def item(ledger: Ledger, identifier: str) -> Item | None:
    """The item of this event or disagreement, if it is one."""
    return next((_item(row) for row in ledger.rows(_ITEM, identifier).fetchall()), None)


def progress(ledger: Ledger, since: str) -> Progress:
    """`since` is a moment in UTC, as judgements have it; or its day."""
    counts = dict(ledger.rows("SELECT state, count(*) FROM review_queue GROUP BY state").fetchall())
    people = sorted(ledger.rows(_BY_WHOM, since).fetchall(), key=lambda row: (-row[1], row[0]))
    opened, pending, ask, done = (int(counts.get(state, 0)) for state in ("open", "pending", "ask", "done"))
    return Progress(opened, pending, ask, done, tuple((str(name), int(number)) for name, number in people))


def _item(row: tuple[str, str, State, float, str]) -> Item:
    identifier, kind, state, weight, reasons = row
    return Item(identifier, kind, state, weight, msgspec.json.decode(reasons, type=tuple[Reason, ...]))
