"""Adding documents to a ledger: what is new, what has changed, and what was seen again."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from tawatur.errors import InputError
from tawatur.intake import Given, Snapshot, snapshots
from tawatur.intake.addresses import comparable
from tawatur.ledger.capturing import given_of, is_kept, keep_addresses, keep_capture, rename, settle
from tawatur.ledger.identity import FOUND, identify, known_as, own_addresses
from tawatur.ledger.rows import Prepared, Task, prepare
from tawatur.ledger.store import Ledger
from tawatur.ledger.versions import current, text_hash
from tawatur.ledger.workers import in_order
from tawatur.model import Record


class Stored(Record, frozen=True):
    """A document that is in the ledger now; `is_new` when it was not before, `is_changed` when its text is another than it was."""

    id: str
    is_new: bool
    is_changed: bool = False


def add(ledger: Ledger, paths: Iterable[str | Path], given: Given, cores: int | None = None) -> Iterator[Stored | InputError]:
    """Reads the articles of the paths on all cores and stores each whole, in one transaction."""
    return add_snapshots(ledger, snapshots(paths), given, cores)


def add_snapshots(
    ledger: Ledger, found: Iterable[Snapshot | InputError], given: Given, cores: int | None = None
) -> Iterator[Stored | InputError]:
    """Reads snapshots on all cores and stores each whole, in one transaction.

    Whenever it is stopped, what was stored stays. Bytes that are there already are not read again, unless `given` says something of
    them that was not known.
    """
    known: list[Stored] = []
    for result in in_order(prepare, _unknown(ledger, found, given, known), cores):
        yield from _emptied(known)
        yield result if isinstance(result, InputError) else store(ledger, result)
    yield from _emptied(known)


def _emptied(known: list[Stored]) -> Iterator[Stored]:
    while known:
        yield known.pop()


def _unknown(ledger: Ledger, found: Iterable[Snapshot | InputError], given: Given, known: list[Stored]) -> Iterator[Task | InputError]:
    """The snapshots that need reading; the documents of those that the ledger holds are set down in `known`."""
    for snapshot in found:
        result = snapshot if isinstance(snapshot, InputError) else _sorted_out(ledger, snapshot, given)
        if isinstance(result, Stored):
            known.append(result)
        else:
            yield result


def _sorted_out(ledger: Ledger, snapshot: Snapshot, given: Given) -> Task | Stored | InputError:
    sha256 = snapshot.sha256
    if refused := _removed(ledger, snapshot.where, "sha256", sha256):
        return refused
    given = given.of(snapshot)
    document = ledger.value("SELECT min(document) FROM captures WHERE sha256 = ?", sha256)
    if document is None:
        return Task(_at_home(snapshot), given)
    before = given_of(ledger, document)
    merged = _merged(before, given)
    return _seen_again(ledger, document, snapshot, sha256) if merged == before else Task(_at_home(snapshot), merged)


def _at_home(snapshot: Snapshot) -> Snapshot:
    """What was found at an address has that for its source, however it came here."""
    return msgspec.structs.replace(snapshot, source=snapshot.url) if snapshot.url else snapshot


def _removed(ledger: Ledger, where: str, column: str, value: str) -> InputError | None:
    """What to say of a report that somebody has removed from the ledger."""
    row = ledger.rows(f"SELECT removed_by, removed_at, reason FROM tombstones WHERE {column} = ? LIMIT 1", value).fetchone()
    return InputError(where, f"was removed from this ledger by {row[0]} on {row[1][:10]} ({row[2]})", "leave it out") if row else None


def _merged(old: Given, new: Given) -> Given:
    return Given(old.published or new.published, old.outlet or new.outlet, old.columns or new.columns)


def _seen_again(ledger: Ledger, document: str, snapshot: Snapshot, sha256: str) -> Stored | InputError:
    """Sets down that known bytes were seen at another time or address, and what follows of it: a page may go back to what it was."""
    address = comparable(snapshot.url)
    is_elsewhere = address and ledger.value("SELECT 1 FROM addresses WHERE address = ? AND document = ?", address, document) is None
    snapshot = _as_known(ledger, document, snapshot, sha256)
    if is_kept(ledger, document, snapshot, sha256) and not is_elsewhere:
        return Stored(document, False)
    try:
        with ledger.transaction():
            return _sight(ledger, document, snapshot, sha256, {(address, FOUND)} if address else set())
    except InputError as error:
        return error


def _sight(ledger: Ledger, document: str, snapshot: Snapshot, sha256: str, addresses: set[tuple[str, str]]) -> Stored:
    before = current(ledger, document).text_sha256
    text = ledger.value("SELECT text_sha256 FROM captures WHERE document = ? AND sha256 = ?", document, sha256)
    keep_capture(ledger, document, snapshot, sha256, text)
    found, given = known_as(ledger, document, addresses, sha256), given_of(ledger, document)
    if found != document:
        rename(ledger, document, found)
    keep_addresses(ledger, found, addresses)
    settle(ledger, found, given)
    return Stored(found, False, current(ledger, found).text_sha256 != before)


def _as_known(ledger: Ledger, document: str, snapshot: Snapshot, sha256: str) -> Snapshot:
    """Bytes that do not say when they were seen tell nothing new of those that were; an article says itself where it comes from."""
    sql = "SELECT min(seen_at), min(source) FROM captures WHERE document = ? AND sha256 = ?"
    seen_at, source = ledger.rows(sql, document, sha256).fetchone()
    is_article = snapshot.media == "article"
    return msgspec.structs.replace(snapshot, seen_at=snapshot.seen_at or seen_at, source=source if is_article else snapshot.source)


def store(ledger: Ledger, ready: Prepared) -> Stored | InputError:
    """Puts one report into the ledger, whole, in one transaction.

    An InputError for an id that stands for another report, and for a document that somebody has removed.
    """
    try:
        with ledger.transaction():
            return _stored(ledger, ready)
    except InputError as error:
        return error


def _stored(ledger: Ledger, ready: Prepared) -> Stored | InputError:
    identity = identify(ledger, ready)
    if isinstance(identity, InputError):
        return identity
    found, known = identity
    if refused := _removed(ledger, ready.snapshot.where, "document", found):
        return refused
    given, before = ready.given, None
    if known is not None:
        given, before = _merged(given_of(ledger, known), given), current(ledger, known).text_sha256
        if found != known:
            rename(ledger, known, found)
    snapshot = msgspec.structs.replace(ready.snapshot, source=ready.document.source)
    keep_capture(ledger, found, snapshot, ready.document.sha256, text_hash(ready.document.text))
    keep_addresses(ledger, found, own_addresses(ready))
    settle(ledger, found, given, ready)
    return Stored(found, known is None, known is not None and current(ledger, found).text_sha256 != before)
