"""A ledger's documents, filtered, a page at a time."""

from typing import Literal

import msgspec

from tawatur.ledger.asking.conditions import Conditions, bound
from tawatur.ledger.asking.facts import Count, ranked
from tawatur.ledger.asking.pages import PAGE, Order, Page
from tawatur.ledger.asking.remembering import remembered
from tawatur.ledger.store import Ledger
from tawatur.model import Record

DocumentSort = Literal["seen", "published"]
DocumentFacet = Literal["outlet", "month"]

_ORDERS: dict[DocumentSort, Order] = {
    "seen": Order("document_index", ("seen_at", "published", "document")),
    "published": Order("document_index", ("published", "document")),
}
_ROW = """
    SELECT d.document, r.title, r.outlet, r.published, d.seen_at, o.source, o.sha256, f.first,
        (SELECT count(*) FROM mentions m WHERE m.document = d.document), (SELECT count(*) FROM statements s WHERE s.document = d.document)
    FROM document_index d JOIN readings r USING (document) JOIN documents o ON o.id = d.document
    LEFT JOIN family_members f USING (document) WHERE d.document = ?
"""
_COUNTS: dict[DocumentFacet, str] = {
    "outlet": "SELECT outlet, count(*) FROM document_index WHERE outlet != '' AND {} GROUP BY outlet",
    "month": "SELECT substr(published, 1, 7), count(*) FROM document_index WHERE published != '' AND {} GROUP BY 1",
}
FREED: dict[DocumentFacet, dict[str, None]] = {"outlet": {"outlet": None}, "month": {"first": None, "last": None}}


class DocumentFilters(Record, frozen=True, kw_only=True):
    """None does not narrow. `first` and `last` are EDTF dates of publication, both included; `outlet` a whole name."""

    outlet: str | None = None
    first: str | None = None
    last: str | None = None


class ListedDocument(Record, frozen=True):
    """`seen_at`, in UTC: when it was first seen as it is now; `source` a path or URL. `first` is the document whose text this one's
    descends from: itself, or None where it is in no family. `mentions` and `statements` are how many it makes."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    seen_at: str
    source: str
    sha256: str
    first: str | None
    mentions: int
    statements: int

    @property
    def is_copy(self) -> bool:
        return self.first not in (None, self.id)


def documents(
    ledger: Ledger, filters: DocumentFilters, sort: DocumentSort = "seen", after: str | None = None, limit: int = PAGE
) -> Page[ListedDocument]:
    """A page of the documents that were read, those seen or published last first. Raises TawaturError as `events` does."""
    rows, following = _ORDERS[sort].rows(ledger, conditions(filters), after, limit)
    return Page(tuple(listed(ledger, row[-1]) for row in rows), count(ledger, filters), following)


@remembered
def count(ledger: Ledger, filters: DocumentFilters) -> int:
    return _ORDERS["seen"].count(ledger, conditions(filters))


@remembered
def document_counts(ledger: Ledger, facet: DocumentFacet, filters: DocumentFilters) -> tuple[Count, ...]:
    """How many documents there are of each outlet, or month of publication, the most first, when its own filter is left aside."""
    asked = conditions(msgspec.structs.replace(filters, **FREED[facet]))
    return ranked(ledger.rows(_COUNTS[facet].format(asked.where), *asked.parameters))


def listed(ledger: Ledger, document: str) -> ListedDocument:
    return ListedDocument(*ledger.rows(_ROW, document).fetchone())


def conditions(filters: DocumentFilters) -> Conditions:
    """The conditions on `document_index`."""
    asked = Conditions()
    asked.add("is_read = 1")
    asked.equal(outlet=filters.outlet)
    if filters.first:
        asked.add("published >= ?", bound(filters.first, 0))
    if filters.last:
        asked.add("published < ? || '~' AND published != ''", bound(filters.last, 1))
    return asked
