"""A ledger's claims, the most told first, a page at a time."""

import msgspec

from tawatur.ledger.asking.conditions import Conditions
from tawatur.ledger.asking.pages import PAGE, Order, Page
from tawatur.ledger.asking.remembering import remembered
from tawatur.ledger.store import Ledger
from tawatur.model import Claim

_CLAIMS = Order("claim_index", ("documents", "chains_max", "claim"))


def claims(ledger: Ledger, text: str | None = None, after: str | None = None, limit: int = PAGE) -> Page[Claim]:
    """A page of claims, those of the most documents first; `text` is words of what they are about."""
    rows, following = _CLAIMS.rows(ledger, _conditions(text), after, limit)
    found = (ledger.value("SELECT record FROM claims WHERE id = ?", row[-1]) for row in rows)
    return Page(tuple(msgspec.json.decode(record, type=Claim) for record in found), count(ledger, text), following)


@remembered
def count(ledger: Ledger, text: str | None = None) -> int:
    return _CLAIMS.count(ledger, _conditions(text))


def _conditions(text: str | None) -> Conditions:
    asked = Conditions()
    asked.words("instr(form, ?)", text)
    return asked
