"""Why documents are of one text family or not: what they share word for word, whom they credit, and which was first."""

from tawatur.ledger import lookup
from tawatur.ledger.deriving import reading
from tawatur.ledger.shared_text import shared_stretch
from tawatur.ledger.store import Ledger
from tawatur.model import Document, Family
from tawatur.reconciling.explanations import Text, joined, wording
from tawatur.reconciling.rulings import Rulings
from tawatur.reconciling.shelf import Shelf
from tawatur.reconciling.why import Reason, reason
from tawatur.reconciling.why_families import shares

_LONGEST = 400


def family(ledger: Ledger, identifier: str) -> Reason:
    """Why each document belongs to the family."""
    found = lookup.family(ledger, identifier)
    return reason(wording("why.one_family"), _first(found), *(_member(found, name) for name in found.documents), ids=found.documents)


def document(ledger: Ledger, identifier: str) -> Reason:
    """Why a document is of its family, or that it is of none."""
    home = _family(ledger, identifier)
    return family(ledger, home.id) if home else reason(wording("why.no_family", document=identifier), ids=(identifier,))


def two(ledger: Ledger, one: str, other: str) -> Reason:
    """Whether two documents are of one family, what text they share, whom they credit and when they were published."""
    home = _family(ledger, one)
    is_one = home is not None and other in home.documents
    told = [_first(home), _member(home, one), _member(home, other)] if home and is_one else []
    documents = [reading(ledger, name).document for name in (one, other)]
    facts = [text for found in documents for text in (_published(found), _credits(found))]
    head = wording("why.one_family" if is_one else "why.two_families")
    return reason(head, *told, *_shared(ledger, *documents), *map(reason, facts), ids=(one, other))


def _family(ledger: Ledger, document: str) -> Family | None:
    home = ledger.value("SELECT family FROM family_members WHERE document = ?", document)
    return lookup.family(ledger, home) if home else None


def _first(found: Family) -> Reason:
    return reason(wording("why.first_text", document=found.first), ids=(found.first,))


def _member(found: Family, document: str) -> Reason:
    text = Text(found.reasons[document]["ar"], found.reasons[document]["en"])
    return reason(wording("why.member", document=document, reason=text), ids=(document,))


def _shared(ledger: Ledger, one: Document, other: Document) -> list[Reason]:
    shelf = Shelf(ledger.connection, Rulings())
    told = list(map(reason, shares(shelf.document(one.id), shelf.document(other.id))))
    found = shared_stretch(one, other)
    if found is None:
        return told
    quotes = [
        reason(wording("why.stretch_in", document=document.id, text=_cut(document.text[span.start : span.end])))
        for document, span in ((one, found.one), (other, found.other))
    ]
    return [*told, reason(wording("why.stretch", words=found.words), *quotes)]


def _cut(words: str) -> str:
    """On one line, and cut at a word where it is long."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + "…"


def _published(found: Document) -> Text:
    outlet = found.outlet or wording("why.no_outlet")
    if not found.published:
        return wording("why.unpublished", document=found.id, outlet=outlet)
    return wording("why.published", document=found.id, outlet=outlet, published=found.published)


def _credits(found: Document) -> Text:
    if not found.agencies:
        return wording("why.credits_nobody", document=found.id)
    return wording("why.credits", document=found.id, names=joined([Text(name, name) for name in found.agencies], "list"))
