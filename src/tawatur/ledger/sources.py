"""Who speaks in a ledger: outlets, agencies and speakers, how much stands on each, and who copies whom."""

from collections.abc import Iterator
from typing import get_args

from tawatur.ledger.owing import SourceKind as SourceKind
from tawatur.ledger.store import Ledger
from tawatur.ledger.voices_copies import copying
from tawatur.model import Record
from tawatur.text.fold import fold

_LISTED = """
    SELECT key, (SELECT name FROM source_names n WHERE n.kind = v.kind AND n.key = v.key ORDER BY links DESC, name LIMIT 1) AS name,
        documents, statements, origins
    FROM voices v WHERE kind = ? ORDER BY documents DESC, statements DESC, name
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
    copies: dict[str, dict[str, int]] = {}
    for one in copying(ledger):
        copies.setdefault(one.outlet, {})[one.original] = one.documents
    for listed in get_args(SourceKind):
        if kind in (None, listed):
            found = [_source(listed, row, copies if listed == "outlet" else {}) for row in ledger.rows(_LISTED, listed)]
            yield from [source for source in found if all(word in fold(source.name) for word in words)][:limit]


def _source(kind: SourceKind, row: tuple[str, str, int, int, int], copies: dict[str, dict[str, int]]) -> Source:
    key, name, documents, statements, origin = row
    return Source(kind, name, documents, statements, origin, copies.get(name, {}), key)
