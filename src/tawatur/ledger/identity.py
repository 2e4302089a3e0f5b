"""Which document a report is: a page keeps its document when it changes, and is one document however many addresses lead to it.

A document's addresses are those that its pages claim for their own (`rel=canonical`) and those where they were found. It is named by the
least hash of the claimed ones, else of those found, else by its bytes: so its id does not depend on what came first.
"""

import re

from tawatur.errors import InputError
from tawatur.intake.articles import default_id
from tawatur.ledger.rows import Prepared
from tawatur.ledger.store import Ledger
from tawatur.ledger.versions import current, reading_of
from tawatur.text.tokens import Tokens

CLAIMED, FOUND = "claimed", "found"
_HASH_NAME = re.compile("d[0-9a-f]{16}")
_RUN = 3
_SHARED_AT_LEAST = 0.2


def identify(ledger: Ledger, ready: Prepared) -> tuple[str, str | None] | InputError:
    """The id that a report has in the ledger, and the id under which the ledger has its document now, if it has.

    An InputError for an id of the report's own that stands for another report.
    """
    if ready.is_named:
        return _named(ledger, ready)
    known = _by_address(ledger, ready) or ledger.value("SELECT min(document) FROM captures WHERE sha256 = ?", ready.document.sha256)
    if known is None:
        return _free(ledger, ready), None
    return known_as(ledger, known, own_addresses(ready), ready.document.sha256), known


def known_as(ledger: Ledger, document: str, more: set[tuple[str, str]], sha256: str) -> str:
    """The id of a document when it has more addresses: the same, if it is named by none, or if that id is another's."""
    best = name(_addresses(ledger, document) | more, sha256)
    return best if _by_hash(document) and not _is_taken(ledger, best) else document


def own_addresses(ready: Prepared) -> set[tuple[str, str]]:
    """Each address of a report, with how it is known."""
    found = {(ready.claimed, CLAIMED), (ready.found if ready.found != ready.claimed else None, FOUND)}
    return {(address, kind) for address, kind in found if address}


def name(addresses: set[tuple[str, str]], sha256: str) -> str:
    """The id of a document that has these addresses, or else these bytes."""
    claimed = [address for address, kind in addresses if kind == CLAIMED]
    found = claimed or [address for address, _ in addresses]
    return min((default_id(address, sha256) for address in found), default=default_id(None, sha256))


def is_revision(before: str, after: str) -> bool:
    """Whether one text may have come of the other: a fifth of the shorter's runs of three words stand in both."""
    old, new = _runs(before), _runs(after)
    return len(old & new) >= _SHARED_AT_LEAST * min(len(old), len(new))


def _named(ledger: Ledger, ready: Prepared) -> tuple[str, str | None] | InputError:
    """A report that brings an id of its own keeps it; with other bytes it must be at the same address."""
    document = ready.document
    if ledger.value("SELECT 1 FROM documents WHERE id = ?", document.id) is None:
        return document.id, None
    is_same = ledger.value("SELECT 1 FROM captures WHERE document = ? AND sha256 = ?", document.id, document.sha256)
    is_there = own_addresses(ready) & _addresses(ledger, document.id)
    if not is_same and not is_there:
        return InputError(ready.snapshot.where, f"the id {document.id} stands for other bytes in this ledger", "give it an id of its own")
    return document.id, document.id


def _by_address(ledger: Ledger, ready: Prepared) -> str | None:
    for address in filter(None, (ready.claimed, ready.found)):
        for (document,) in ledger.rows("SELECT DISTINCT document FROM addresses WHERE address = ? ORDER BY document", address).fetchall():
            if _by_hash(document) and _joins(ledger, document, ready, address):
                return str(document)
    return None


def _joins(ledger: Ledger, document: str, ready: Prepared, address: str) -> bool:
    """Whether a report at an address of a document is that document.

    Without a doubt when it was fetched there and the document has no other address; else its text must tell, for there are pages that
    claim the address of a section, and notices that many addresses give for a while.
    """
    if ledger.value("SELECT 1 FROM captures WHERE document = ? AND sha256 = ?", document, ready.document.sha256):
        return True
    is_fetched_there = ready.found == address and len({at for at, _ in _addresses(ledger, document)}) == 1
    return is_fetched_there or is_revision(_text(ledger, document), ready.document.text)


def _free(ledger: Ledger, ready: Prepared) -> str:
    """The id that the report gives itself, unless that is taken: then by where it was found, or by its bytes."""
    sha256 = ready.document.sha256
    ids = (name(own_addresses(ready), sha256), default_id(ready.found, sha256), default_id(None, sha256))
    return next((one for one in ids if not _is_taken(ledger, one)), ids[-1])


def _is_taken(ledger: Ledger, document: str) -> bool:
    return bool(ledger.value("SELECT 1 FROM documents WHERE id = ?", document))


def _text(ledger: Ledger, document: str) -> str:
    return reading_of(ledger, document, current(ledger, document).sha256).document.text


def _by_hash(document: str) -> bool:
    """Whether a document is named by its address or bytes, not by an id that it brought."""
    return _HASH_NAME.fullmatch(document) is not None


def _addresses(ledger: Ledger, document: str) -> set[tuple[str, str]]:
    return {(address, kind) for address, kind in ledger.rows("SELECT address, kind FROM addresses WHERE document = ?", document)}


def _runs(text: str) -> set[tuple[str, ...]]:
    forms = Tokens(text).forms
    return {tuple(forms[first : first + _RUN]) for first in range(max(1, len(forms) - _RUN + 1))}
