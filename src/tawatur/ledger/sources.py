"""Who speaks in a ledger: outlets, agencies and speakers, how much stands on each, and who copies whom."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, get_args

from tawatur.ledger.owing import SourceKind as SourceKind
from tawatur.ledger.store import Ledger
from tawatur.model import Record
from tawatur.text.fold import fold

_NAMES = "SELECT key, name, documents, statements, origins, links FROM source_names WHERE kind = ? ORDER BY key"
_COPIES = """
    SELECT copy.outlet, original.outlet, count(*) FROM family_members m
    JOIN document_index copy ON copy.document = m.document JOIN document_index original ON original.document = m.first
    WHERE m.document != m.first AND copy.outlet != '' AND original.outlet != '' AND copy.outlet != original.outlet
    GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
"""


class Source(Record, frozen=True):
    """`documents` it appears in, `statements` it carries or makes, and how many events and statements end with it as `origin`.

    `copies`: the outlets whose text it carries, with the number of documents. `key`: as in `links`; of an outlet its name.
    """

    kind: SourceKind
    name: str
    documents: int
    statements: int
    origin: int
    copies: dict[str, int]
    key: str


def sources(ledger: Ledger, kind: str | None = None, text: str | None = None, limit: int | None = None) -> Iterator[Source]:
    """Outlets, then agencies, then speakers, each by the number of documents. `limit` holds for each kind."""
    words = fold(text or "").split()
    for source_kind in get_args(SourceKind):
        if kind in (None, source_kind):
            named = [source for source in _all(ledger, source_kind) if all(word in fold(source.name) for word in words)]
            yield from sorted(named, key=lambda source: (-source.documents, -source.statements, source.name))[:limit]


def _all(ledger: Ledger, kind: SourceKind) -> Iterator[Source]:
    copies: dict[str, dict[str, int]] = {}
    for copy, original, count in ledger.rows(_COPIES) if kind == "outlet" else ():
        copies.setdefault(copy, {})[original] = count
    for key, rows in groupby(ledger.rows(_NAMES, kind), key=lambda row: row[0]):
        yield _source(kind, key, list(rows), copies.get(key, {}))


def _source(kind: SourceKind, key: str, rows: Iterable[tuple[Any, ...]], copies: dict[str, int]) -> Source:
    """`rows` are those of its names: the commonest names it, the first where two are as common."""
    name = min(rows, key=lambda row: (-row[5], row[1]))[1]
    documents, statements, origin = (sum(counts) for counts in list(zip(*rows, strict=True))[2:5])
    return Source(kind, name, documents, statements, origin, copies, key)
