"""What became of reports: which of them turned out to carry another's text."""

from collections.abc import Iterable, Iterator

from tawatur.ledger.developments_records import Development, development
from tawatur.ledger.store import Ledger
from tawatur.model import Family
from tawatur.reconciling.explanations import Text, wording


def copies(ledger: Ledger, before: Iterable[Family], after: Iterable[Family]) -> Iterator[Development]:
    """Reports that carry the text of one they were not known to carry."""
    was, now = _firsts(before), _firsts(after)
    for document, first in sorted(now.items()):
        if first not in (document, was.get(document)):
            said = wording("change.report.copied", report=name_of(ledger, document), first=name_of(ledger, first))
            known = {"first": was[document]} if document in was else None
            yield development("report.copied", said, documents=(document,), before=known, after={"first": first})


def _firsts(families: Iterable[Family]) -> dict[str, str]:
    return {document: family.first for family in families for document in family.documents}


def name_of(ledger: Ledger, document: str) -> Text:
    """«العنوان» (الناشر)."""
    title, outlet = ledger.rows("SELECT title, outlet FROM readings WHERE document = ?", document).fetchone() or (None, None)
    return wording("change.report", title=title or document, outlet=outlet or wording("why.no_outlet"))
