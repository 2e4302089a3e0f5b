"""Accounts in brief: who tells of something, when, and through whom, without a report being unpacked. Earliest first."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from tawatur.ledger.store import Ledger
from tawatur.ledger.tellers import Tellers
from tawatur.model import Link, Record

_SQL = """
    SELECT t.id, '{kind}', t.document, r.outlet, r.title, r.published, t.{note}, d.sha256, d.source, f.first, o.outlet
    FROM json_each(?) AS wanted
    JOIN {table} t ON t.id = wanted.value
    JOIN readings r ON r.document = t.document
    JOIN documents d ON d.id = t.document
    LEFT JOIN family_members f ON f.document = t.document AND f.first != f.document
    LEFT JOIN readings o ON o.document = f.first
    ORDER BY r.published IS NULL, r.published, t.document, t.first, t.id
"""
_BOTH = [_SQL.format(kind=kind, table=f"{kind}s", note=note) for kind, note in (("mention", "modality"), ("statement", "act"))]
_VERSIONS = """
    SELECT document, count(DISTINCT text_sha256), max(seen_at) FROM captures WHERE document IN (SELECT value FROM json_each(?))
    GROUP BY document HAVING count(DISTINCT text_sha256) > 1
"""


class Brief(Record, frozen=True):
    """One account: a mention's modality or a statement's act is its `note`. `sha256` is of the snapshot it was read from, `source` the
    path or address. `copied_from` is the document whose text its document carries, `copied_outlet` who published that."""

    id: str
    kind: Literal["mention", "statement"]
    document: str
    outlet: str | None
    title: str | None
    published: str | None
    note: str
    sha256: str
    source: str
    copied_from: str | None
    copied_outlet: str | None
    chain: tuple[Link, ...]


def briefs(tellers: Tellers, parts: Iterable[str]) -> list[Brief]:
    """Mentions and statements in brief. What is not in the ledger, or was judged wrong, is left out."""
    wanted = msgspec.json.encode(list(parts)).decode()
    rows = [row for sql in _BOTH for row in tellers.ledger.rows(sql, wanted).fetchall()]
    return [Brief(*(*row, told.chain)) for row in rows for told in tellers.told(row[0]) if told.document == row[2]]


def reworded(ledger: Ledger, documents: Iterable[str]) -> dict[str, str]:
    """When a capture of a document was last seen, in UTC, for each of these documents whose text changed."""
    rows = ledger.rows(_VERSIONS, msgspec.json.encode(list(documents)).decode())
    return {document: seen_at for document, _, seen_at in rows}
