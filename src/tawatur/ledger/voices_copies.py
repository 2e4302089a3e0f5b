"""Who copies whom: the outlets whose documents carry the text of another's."""

from tawatur.ledger.asking.remembering import remembered
from tawatur.ledger.store import Ledger
from tawatur.model import Record

_COPIES = """
    SELECT copy.outlet, original.outlet, count(*), m.document, max(copy.published || m.document), m.first
    FROM family_members m JOIN document_index copy ON copy.document = m.document JOIN document_index original ON original.document = m.first
    WHERE m.document != m.first AND copy.outlet != '' AND original.outlet != '' AND copy.outlet != original.outlet
    GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
"""


class Copying(Record, frozen=True):
    """`outlet` carries the text of `original` in so many documents; `example` is the latest of them, which has its text from `first`."""

    outlet: str
    original: str
    documents: int
    example: str
    first: str


@remembered
def copying(ledger: Ledger) -> tuple[Copying, ...]:
    """Every pair, the most documents first. It goes through all families, so the answer is kept until the ledger changes."""
    rows = ledger.rows(_COPIES)
    return tuple(Copying(outlet, original, count, example, first) for outlet, original, count, example, _, first in rows)
