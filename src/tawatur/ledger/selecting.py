"""The documents that something in a ledger rests on."""

from collections.abc import Iterable

from tawatur.errors import NotFoundError
from tawatur.ledger import lists, lookup
from tawatur.ledger.store import Ledger


def every_document(ledger: Ledger) -> set[str]:
    return {document for (document,) in ledger.rows("SELECT DISTINCT document FROM captures")}


def behind(ledger: Ledger, prefix: str, kind: lookup.Kind) -> set[str]:
    """The documents behind one event, claim or disagreement; or a document itself.

    `prefix` is its id or the beginning of it. Raises NotFoundError for what is not there or of another kind.
    """
    if kind == "document":
        return {document_id(ledger, prefix)}
    located = lookup.find(ledger, prefix)
    if located.kind != kind:
        raise NotFoundError(f"{prefix}: is {_a(located.kind)}, not {_a(kind)}; see `tawatur show {ledger.path} {located.id}`")
    return _documents(ledger, located)


def document_id(ledger: Ledger, prefix: str) -> str:
    """The document whose id is `prefix`, or the only one whose id begins with it; also one that no report is read from any more."""
    for condition, value in (("= ?", prefix), ("GLOB ?", lookup.glob(prefix))):
        found = [name for (name,) in ledger.rows(f"SELECT DISTINCT document FROM captures WHERE document {condition} LIMIT 6", value)]
        if len(found) == 1:
            return str(found[0])
        if found:
            raise NotFoundError(f"{prefix}: may be {', '.join(found[:5])}{', …' if len(found) > 5 else ''}; write more of the id")
    raise NotFoundError(f"{prefix}: no such document in {ledger.path}; list documents with `tawatur search {ledger.path} WORDS`")


def narrowed(ledger: Ledger, filters: lists.Filters) -> set[str]:
    """The documents behind the events of a list narrowed so, and behind its statements, unless a type of event is asked for."""
    documents = {document for event in lists.events(ledger, filters) for document in event.documents}
    if filters.type is None:
        documents |= {said.document.id for said in lists.statements(ledger, filters)}
    return documents


def _documents(ledger: Ledger, located: lookup.Located) -> set[str]:
    if located.kind == "disagreement":
        return _joined(side.documents for side in lookup.disagreement(ledger, located.id).sides)
    if located.kind == "event":
        return set(lookup.event(ledger, located.id).documents)
    if located.kind == "claim":
        return set(lookup.claim(ledger, located.id).documents)
    raise NotFoundError(f"{located.id}: is a {located.kind}; name a document, event, claim or disagreement")


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _joined(groups: Iterable[Iterable[str]]) -> set[str]:
    return {document for group in groups for document in group}
