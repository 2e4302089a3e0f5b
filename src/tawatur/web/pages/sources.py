"""The list of sources: outlets, agencies and speakers, the most heard first, found by their names; and who copies whom."""

from typing import Any, get_args

from litestar import Response, get
from litestar.params import FromQuery

from tawatur.ledger.asking.pages import opened, sealed
from tawatur.ledger.owing import SourceKind
from tawatur.ledger.store import Ledger
from tawatur.ledger.voices import After, counts, voices
from tawatur.ledger.voices_copies import copying
from tawatur.web.given import GivenLedgers, GivenViewer

KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
_PAGE = 50
_MOST_COPYING = 30
_LONGEST_WORDS = 200


@get("/sources", sync_to_thread=True)
def sources(
    viewer: GivenViewer, ledgers: GivenLedgers, kind: FromQuery[str] = "", q: FromQuery[str] = "", after: FromQuery[str] = ""
) -> Response[str]:
    """`q` are parts of a name, in Arabic or English; without `kind`, the kind in which most is heard of it."""
    with ledgers.reading() as ledger:
        shown = _kind(ledger, kind, q)
        place = After(*opened(after, len(After._fields))) if after else None
        found = voices(ledger, shown, q[:_LONGEST_WORDS], after=place, limit=_PAGE + 1)
        last = found[_PAGE - 1] if len(found) > _PAGE else None
        values: dict[str, Any] = {
            "kind": shown, "kinds": KINDS, "counts": counts(ledger), "q": q, "after": after, "found": found[:_PAGE],
            "next": sealed((last.documents, last.key)) if last else None,
            "copying": copying(ledger)[:_MOST_COPYING] if shown == "outlet" and not q and not after else (),
        }  # fmt: skip
    return viewer.page("sources.html", values)


def _kind(ledger: Ledger, kind: str, q: str) -> SourceKind:
    """The kind asked for; else that of the voice most heard among those of that name, or outlets where none is sought."""
    for one in KINDS:
        if one == kind:
            return one
    if not q:
        return "outlet"
    best = [found for one in KINDS for found in voices(ledger, one, q[:_LONGEST_WORDS], limit=1)]
    return max(best, key=lambda one: one.documents).kind if best else "outlet"


HANDLERS = [sources]
