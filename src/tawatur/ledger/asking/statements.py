"""A ledger's statements, filtered, the latest first, a page at a time."""

import json

from tawatur.ledger.asking.conditions import Conditions, bound, folded
from tawatur.ledger.asking.facts import Count, ranked
from tawatur.ledger.asking.filters import VOICED, core, named_voices, voices
from tawatur.ledger.asking.pages import PAGE, Order, Page
from tawatur.ledger.asking.remembering import remembered
from tawatur.ledger.deriving import reading
from tawatur.ledger.lists import Said
from tawatur.ledger.searching import expression, parse
from tawatur.ledger.store import Ledger
from tawatur.model import Record

_DAY = "coalesce(first_day, '')"
_ORDER = Order("statements", (_DAY, "document", "id"))
_VOICED = f"id IN (SELECT part FROM ({VOICED}))"
_WORDED = """
    document IN (SELECT d.id FROM words CROSS JOIN documents d ON d.number = words.rowid WHERE words MATCH ?) AND instr(form, ?)
"""


class StatementFilters(Record, frozen=True, kw_only=True):
    """None does not narrow. `speaker` is words of the names of any who handed it on, `source` the key of one in `links`; `first` and
    `last` are EDTF dates of the statement, else of its report; `text` is words of what was said; `outlet` a whole name."""

    first: str | None = None
    last: str | None = None
    act: str | None = None
    speaker: str | None = None
    source: str | None = None
    outlet: str | None = None
    document: str | None = None
    claim: str | None = None
    text: str | None = None


def statements(ledger: Ledger, filters: StatementFilters, after: str | None = None, limit: int = PAGE) -> Page[Said]:
    """A page of statements, those of no date last. Raises TawaturError as `events` does."""
    rows, following = _ORDER.rows(ledger, _conditions(ledger, filters), after, limit)
    return Page(tuple(_said(ledger, document, name) for _, document, name in rows), count(ledger, filters), following)


@remembered
def count(ledger: Ledger, filters: StatementFilters) -> int:
    return _ORDER.count(ledger, _conditions(ledger, filters))


@remembered
def acts(ledger: Ledger, filters: StatementFilters) -> tuple[Count, ...]:
    """How many there are of each act, the most first."""
    asked = _conditions(ledger, filters)
    return ranked(ledger.rows(f"SELECT act, count(*) FROM statements WHERE {asked.where} GROUP BY act", *asked.parameters))


def _conditions(ledger: Ledger, filters: StatementFilters) -> Conditions:
    asked = Conditions()
    asked.equal(act=filters.act, document=filters.document)
    if filters.first:
        asked.add("last_day >= ?", bound(filters.first, 0))
    if filters.last:
        asked.add(f"{_DAY} <= ? AND {_DAY} != ''", bound(filters.last, 1))
    for word in folded(filters.speaker):
        asked.add(_VOICED, json.dumps(voices(ledger, word)))
    if filters.source:
        asked.add(_VOICED, json.dumps(named_voices(filters.source)))
    if filters.outlet:
        asked.add("document IN (SELECT document FROM document_index WHERE is_read = 1 AND outlet = ?)", filters.outlet)
    if filters.claim:
        asked.add("id IN (SELECT statement FROM claim_statements WHERE claim = ?)", filters.claim)
    for term in parse(filters.text or ""):
        asked.add(_WORDED, expression(term), core(term))
    return asked


def _said(ledger: Ledger, document: str, name: str) -> Said:
    found = reading(ledger, document)
    statement = next(one for one in found.statements if one.id == name)
    words = found.document.text[statement.content.start : statement.content.end]
    return Said(found.document, ledger.value("SELECT claim FROM claim_statements WHERE statement = ?", name), statement, words)
