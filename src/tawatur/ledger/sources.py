"""Who speaks in a ledger: outlets, agencies and speakers, how much stands on each, and who copies whom."""

from collections.abc import Iterator
from typing import Any, Literal

from tawatur.ledger.store import Ledger
from tawatur.model import Record
from tawatur.text.fold import fold

SourceKind = Literal["outlet", "agency", "speaker"]

_OUTLETS = """
    SELECT outlet, count(*), (SELECT count(*) FROM statements s JOIN readings o ON o.document = s.document WHERE o.outlet = r.outlet),
        (SELECT count(DISTINCT l.owner) FROM links l JOIN readings o ON o.document = l.document
         WHERE l.is_origin AND l.kind = 'outlet' AND o.outlet = r.outlet)
    FROM readings r WHERE outlet IS NOT NULL GROUP BY outlet
"""
_LINKED = """
    SELECT key, count(DISTINCT document), count(DISTINCT CASE WHEN owner IN (SELECT id FROM statements) THEN owner END),
        count(DISTINCT CASE WHEN is_origin THEN owner END)
    FROM links WHERE {kinds} GROUP BY key
"""
_NAMES = "SELECT key, name FROM links WHERE {kinds} GROUP BY key, name ORDER BY count(*), name DESC"
_KINDS: dict[SourceKind, str] = {"agency": "kind = 'agency'", "speaker": "kind IN ('person', 'organisation', 'anonymous')"}
_COPIES = """
    SELECT copy.outlet, original.outlet, count(*) FROM family_members m
    JOIN readings copy ON copy.document = m.document JOIN readings original ON original.document = m.first
    WHERE m.document != m.first AND copy.outlet IS NOT NULL AND original.outlet IS NOT NULL AND copy.outlet != original.outlet
    GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
"""


class Source(Record, frozen=True):
    """`documents` it appears in, `statements` it carries or makes, and how many events and statements end with it as `origin`.

    `copies`: the outlets whose text it carries, with the number of documents.
    """

    kind: SourceKind
    name: str
    documents: int
    statements: int
    origin: int
    copies: dict[str, int]


def sources(ledger: Ledger, kind: str | None = None, text: str | None = None, limit: int | None = None) -> Iterator[Source]:
    """Outlets, then agencies, then speakers, each by the number of documents. `limit` holds for each kind."""
    words = fold(text or "").split()
    for source_kind, found in _all(ledger):
        named = [source for source in found if all(word in fold(source.name) for word in words)]
        if kind in (None, source_kind):
            yield from sorted(named, key=lambda source: (-source.documents, -source.statements, source.name))[:limit]


def _all(ledger: Ledger) -> Iterator[tuple[SourceKind, list[Source]]]:
    copies: dict[str, dict[str, int]] = {}
    for copy, original, count in ledger.rows(_COPIES):
        copies.setdefault(copy, {})[original] = count
    yield "outlet", [_source("outlet", row, copies) for row in ledger.rows(_OUTLETS)]
    for kind, kinds in _KINDS.items():
        commonest = dict(ledger.rows(_NAMES.format(kinds=kinds)).fetchall())
        yield kind, [_source(kind, (commonest[key], *counts), {}) for key, *counts in ledger.rows(_LINKED.format(kinds=kinds))]


def _source(kind: SourceKind, row: tuple[Any, ...], copies: dict[str, dict[str, int]]) -> Source:
    name, documents, statements, origin = row
    return Source(kind, name, documents, statements, origin, copies.get(name, {}))
