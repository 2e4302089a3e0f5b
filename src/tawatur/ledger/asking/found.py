"""Full-text search a page at a time: what was found, its words marked, and how it spreads over outlets and months."""

from collections.abc import Iterable
from typing import Any

import msgspec

from tawatur.ledger.asking.conditions import Conditions
from tawatur.ledger.asking.documents import FREED, DocumentFacet, DocumentFilters, ListedDocument, conditions, listed
from tawatur.ledger.asking.facts import Count, ranked
from tawatur.ledger.asking.pages import PAGE
from tawatur.ledger.asking.remembering import Memory, remembered
from tawatur.ledger.deriving import reading
from tawatur.ledger.searching import Term, locate, match, matches, parse, understood
from tawatur.ledger.store import Ledger
from tawatur.model import Record, Span

DEEPEST = 1_000
"""Documents of a search that can be paged through; who wants those behind them narrows it."""
LONGEST = 500
"""Characters of a query that are heeded."""
_FROM = "words CROSS JOIN documents d ON d.number = words.rowid CROSS JOIN document_index ON document = d.id WHERE words MATCH ?"
_RANKED = f"SELECT document FROM {_FROM} AND {{}} ORDER BY bm25(words, 3.0, 1.0), document LIMIT ?"
_TOTAL = f"SELECT count(*) FROM {_FROM} AND {{}}"
_COUNTS: dict[DocumentFacet, str] = {
    "outlet": f"SELECT outlet, count(*) FROM {_FROM} AND outlet != '' AND {{}} GROUP BY outlet",
    "month": f"SELECT substr(published, 1, 7), count(*) FROM {_FROM} AND published != '' AND {{}} GROUP BY 1",
}


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
    found, total = _ranked(ledger, query[:LONGEST], filters)
    last = max(1, -(-len(found) // limit))
    page = max(1, min(page, last))
    sought = understood(ledger, query[:LONGEST])
    return Hits(tuple(_hit(ledger, name, sought) for name in found[(page - 1) * limit : page * limit]), page, last, total)


@remembered
def hit_counts(ledger: Ledger, facet: DocumentFacet, query: str, filters: DocumentFilters) -> tuple[Count, ...]:
    """How many documents found there are of each outlet, or month of publication, the most first, when its own filter is left aside."""
    sought = understood(ledger, query[:LONGEST])
    if not sought:
        return ()
    asked = conditions(msgspec.structs.replace(filters, **FREED[facet]))
    return ranked(ledger.rows(_COUNTS[facet].format(asked.where), match(sought), *asked.parameters))


@remembered
def _ranked(ledger: Ledger, query: str, filters: DocumentFilters) -> tuple[tuple[str, ...], int]:
    """The ids of the documents found, the best first, as far as one may page; and how many there are."""
    sought = understood(ledger, query)
    if not sought:
        return (), 0
    asked: Conditions = conditions(filters)
    parameters: tuple[Any, ...] = (match(sought), *asked.parameters)
    found = tuple(name for (name,) in ledger.rows(_RANKED.format(asked.where), *parameters, DEEPEST))
    total = len(found) if len(found) < DEEPEST else ledger.value(_TOTAL.format(asked.where), *parameters)
    return found, total


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
