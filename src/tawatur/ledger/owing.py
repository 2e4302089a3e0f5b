"""What each document owes to whom: its outlet, the agencies it credits, those whose words it carries. Sums of it follow by triggers."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import groupby
from typing import Any, Literal

from tawatur.ledger.store import Ledger

Row = tuple[Any, ...]
SourceKind = Literal["outlet", "agency", "speaker"]

KIND_OF: dict[str, SourceKind] = {"agency": "agency", "person": "speaker", "organisation": "speaker", "anonymous": "speaker"}
"""The kind of source that a link of a chain is; outlets are told by their documents."""
_ALL = """
    SELECT r.document, r.outlet, l.document, owner, is_origin, kind, name, key, form
    FROM readings r LEFT JOIN links l ON l.document = r.document ORDER BY r.document, l.rowid
"""
_PUT = f"INSERT INTO document_sources VALUES ({', '.join('?' * 8)})"


def source_rows(document: str, outlet: str | None, statements: Collection[str], links: Iterable[Row]) -> list[Row]:
    """The rows of `document_sources` of one document, from its rows of `links` and the ids of its statements."""
    rows: dict[tuple[str, str, str], list[int]] = {}
    seen: set[tuple[str, ...]] = set()
    if outlet is not None:
        rows["outlet", outlet, outlet] = [1, len(statements), 0, 1]
    for _, owner, is_origin, kind, name, key, _ in links:
        source = KIND_OF.get(kind)
        if source:
            row = rows.setdefault((source, key, name), [0, 0, 0, 0])
            row[0] += _is_first(seen, source, key)
            row[1] += owner in statements and _is_first(seen, source, key, "said", owner)
            row[2] += bool(is_origin) and _is_first(seen, source, key, "origin", owner)
            row[3] += 1
        elif kind == "outlet" and outlet is not None and is_origin:
            rows["outlet", outlet, outlet][2] += _is_first(seen, "outlet", owner)
    return [(document, *names, *counts) for names, counts in rows.items()]


def owe_all(ledger: Ledger) -> None:
    """Makes the rows of every document that a ledger holds already."""
    statements: dict[str, set[str]] = defaultdict(set)
    for document, statement in ledger.rows("SELECT document, id FROM statements"):
        statements[document].add(statement)
    for (document, outlet), found in groupby(ledger.rows(_ALL), key=lambda row: row[:2]):
        links = [row[2:] for row in found if row[2] is not None]
        ledger.connection.executemany(_PUT, source_rows(document, outlet, statements[document], links))


def _is_first(seen: set[tuple[str, ...]], *what: str) -> bool:
    """Whether this was not asked before; it is noted."""
    is_first = what not in seen
    seen.add(what)
    return is_first
