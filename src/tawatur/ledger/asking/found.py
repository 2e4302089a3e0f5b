"""Full-text search a page at a time: what was found, its words marked, and how it spreads over outlets and months."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from tawatur.ledger.asking.conditions import bound
from tawatur.ledger.asking.documents import FREED, DocumentFacet, DocumentFilters, ListedDocument, listed
from tawatur.ledger.asking.facts import Count, ranked
from tawatur.ledger.asking.pages import PAGE
from tawatur.ledger.asking.remembering import Memory
from tawatur.ledger.deriving import reading
from tawatur.ledger.searching import Term, locate, match, matches, parse, understood
from tawatur.ledger.store import Ledger
from tawatur.model import Record, Span

DEEPEST = 1_000
"""Documents of a search that can be paged through; who wants those behind them narrows it."""
LONGEST = 500
"""Characters of a query that are heeded."""
_MATCHING = """
    SELECT bm25(words, 3.0, 1.0), document, outlet, published
    FROM words CROSS JOIN documents d ON d.number = words.rowid CROSS JOIN document_index ON document = d.id
    WHERE words MATCH ? AND is_read = 1
"""


class Piece(Record, frozen=True):
    """A stretch of a text, and whether it is one of the words sought."""

    text: str
    is_sought: bool


class Hit(Record, frozen=True):
    """A document, its title, and the stretch of its text that shows most of what was sought; `starts` and `ends` tell whether the stretch
    does so where the text does."""

    document: ListedDocument
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]
    starts: bool
    ends: bool


class Hits(Record, frozen=True):
    """One page of what was found; `last` is the number of the last page, counted from 1, and `total` the documents found."""

    items: tuple[Hit, ...]
    page: int
    last: int
    total: int


def terms(query: str) -> list[Term]:
    """What the query is understood to seek."""
    return parse(query[:LONGEST])


@Memory(200)
def hits(ledger: Ledger, query: str, filters: DocumentFilters, page: int = 1, limit: int = PAGE) -> Hits:
    """The documents that hold all that is sought, the best first; none for a query that seeks nothing."""
    found = [name for name, _, _ in _left(_matching(ledger, query[:LONGEST]), filters)]
    last = max(1, -(-min(len(found), DEEPEST) // limit))
    page = max(1, min(page, last))
    sought = understood(ledger, query[:LONGEST])
    return Hits(tuple(_hit(ledger, name, sought) for name in found[(page - 1) * limit : page * limit]), page, last, len(found))


def hit_counts(ledger: Ledger, facet: DocumentFacet, query: str, filters: DocumentFilters) -> tuple[Count, ...]:
    """How many documents found there are of each outlet, or month of publication, the most first, when its own filter is left aside."""
    left = _left(_matching(ledger, query[:LONGEST]), msgspec.structs.replace(filters, **FREED[facet]))
    values = (outlet if facet == "outlet" else published[:7] for _, outlet, published in left)
    return ranked(Counter(value for value in values if value).items())


@Memory(30)
def _matching(ledger: Ledger, query: str) -> tuple[tuple[str, str, str], ...]:
    """The id, outlet and day of publication of every document found, the best first: ranked and counted from this, so that the index is
    asked once."""
    sought = understood(ledger, query)
    if not sought:
        return ()
    return tuple(row[1:] for row in sorted(ledger.rows(_MATCHING, match(sought)).fetchall()))


def _left(found: Iterable[tuple[str, str, str]], filters: DocumentFilters) -> list[tuple[str, str, str]]:
    """What the filters leave, as `documents.conditions` means them."""
    first = bound(filters.first, 0) if filters.first else ""
    last = bound(filters.last, 1) + "~" if filters.last else "~"
    return [
        row for row in found
        if filters.outlet in (None, row[1]) and first <= row[2] < last and (row[2] or not (filters.first or filters.last))
    ]  # fmt: skip


def _hit(ledger: Ledger, name: str, sought: list[Term]) -> Hit:
    document = reading(ledger, name).document
    found, title = locate(document, sought), document.title or ""
    start, end = _to_the_ends(document.text, found.snippet)
    snippet = tuple(_pieces(document.text, start, end, found.matches))
    marked = tuple(_pieces(title, 0, len(title), matches(title, sought)))
    return Hit(listed(ledger, name), marked, snippet, start == 0, end == len(document.text))


def _to_the_ends(text: str, span: Span) -> tuple[int, int]:
    """The stretch, with what stands before or behind it where that holds no words."""
    start = span.start if any(map(str.isalnum, text[: span.start])) else 0
    return start, span.end if any(map(str.isalnum, text[span.end :])) else len(text)


def _pieces(text: str, start: int, end: int, spans: Iterable[Span]) -> Iterable[Piece]:
    """The stretch of a text cut at the words sought; spans may overlap."""
    at = start
    for span in sorted(spans, key=lambda span: span.start):
        first, stop = max(at, span.start), min(end, span.end)
        if first < stop:
            if at < first:
                yield Piece(text[at:first], False)
            yield Piece(text[first:stop], True)
            at = stop
    if at < end:
        yield Piece(text[at:end], False)
