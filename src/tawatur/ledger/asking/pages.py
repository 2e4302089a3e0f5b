"""A page of a long list: found by where the page before ended, not by counting from the beginning, so that all pages cost the same."""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any, Generic, TypeVar

import msgspec

from tawatur.errors import TawaturError
from tawatur.ledger.asking.conditions import Conditions
from tawatur.ledger.store import Ledger
from tawatur.model import Record

Item = TypeVar("Item")
PAGE = 20
LARGEST = 1_000
"""Items that a page has when nobody says how many, and at most."""


class Page(Record, Generic[Item], frozen=True):
    """Some items of a list that has `total`; `next` asks for those behind them, None at the end."""

    items: tuple[Item, ...]
    total: int
    next: str | None


class Order(Record, frozen=True):
    """A list's order: `columns` of `table`, all of them descending, the last of them unique."""

    table: str
    columns: tuple[str, ...]

    def rows(self, ledger: Ledger, conditions: Conditions, after: str | None, limit: int) -> tuple[list[tuple[Any, ...]], str | None]:
        """The values of the columns, row by row, behind `after`, and what asks for the rows behind these."""
        names = ", ".join(self.columns)
        where, parameters = conditions.where, list(conditions.parameters)
        if after:
            where += f" AND ({names}) < ({', '.join('?' * len(self.columns))})"
            parameters += opened(after, len(self.columns))
        order = ", ".join(f"{name} DESC" for name in self.columns)
        wanted = max(1, min(limit, LARGEST))
        sql = f"SELECT {names} FROM {self.table} WHERE {where} ORDER BY {order} LIMIT ?"
        found = ledger.rows(sql, *parameters, wanted + 1).fetchall()
        return found[:wanted], sealed(found[wanted - 1]) if len(found) > wanted else None

    def count(self, ledger: Ledger, conditions: Conditions) -> int:
        return int(ledger.value(f"SELECT count(*) FROM {self.table} WHERE {conditions.where}", *conditions.parameters))


def sealed(values: tuple[Any, ...]) -> str:
    """The place where a page ends, as a word for an address."""
    return urlsafe_b64encode(msgspec.json.encode(values)).decode().rstrip("=")


def opened(after: str, count: int) -> list[Any]:
    """The values where the page before ended. Raises TawaturError for what no page gave."""
    try:
        values = msgspec.json.decode(urlsafe_b64decode(after + "=" * (-len(after) % 4)), type=list[str | int | float])
    except (msgspec.MsgspecError, binascii.Error, ValueError) as fault:
        raise TawaturError("after: is no place in this list; begin with its first page") from fault
    if len(values) != count:
        raise TawaturError("after: is no place in this list; begin with its first page")
    return values
