"""Setting down that the bytes of a document were seen, and bringing its rows in step with its captures."""

import hashlib
import zlib
from datetime import UTC, datetime

import msgspec

from tawatur.errors import InputError
from tawatur.intake import Given, Snapshot
from tawatur.ledger import custody
from tawatur.ledger.identity import CLAIMED
from tawatur.ledger.rows import Prepared, prepare
from tawatur.ledger.store import Ledger
from tawatur.ledger.versions import after, captures, current, from_given, task, to_given
from tawatur.ledger.writing import erase, write
from tawatur.moments import written


def keep_capture(ledger: Ledger, document: str, snapshot: Snapshot, sha256: str, text_sha256: str) -> None:
    """Keeps a snapshot, its content packed by zlib, and where and when it was seen; and says so in the custody log.

    A page fetched just now was seen after all its other captures, whatever the computer's clock says.
    """
    if is_kept(ledger, document, snapshot, sha256):
        return
    seen_at, source = _moment(ledger, document, snapshot), snapshot.url or snapshot.source
    headers = msgspec.json.encode(snapshot.headers) if snapshot.headers else None
    is_new = not ledger.value("SELECT 1 FROM snapshots WHERE sha256 = ?", sha256)
    if is_new:
        ledger.rows("INSERT INTO snapshots VALUES (?, ?, ?, ?)", sha256, snapshot.media, snapshot.content, seen_at)
    ledger.rows(
        "INSERT INTO captures (document, sha256, source, seen_at, headers, text_sha256) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET source = min(source, excluded.source)",
        document, sha256, source, seen_at, zlib.compress(headers) if headers else None, text_sha256,
    )  # fmt: skip
    custody.record(
        ledger, "captured" if is_new else "seen", document, sha256=sha256, source=source, seen_at=seen_at, media=snapshot.media,
        headers_sha256=hashlib.sha256(headers).hexdigest() if headers else None,
    )  # fmt: skip


def is_kept(ledger: Ledger, document: str, snapshot: Snapshot, sha256: str) -> bool:
    """Whether nothing is new about the bytes, when they were seen, and where; nor about a page that, fetched just now, is as it was."""
    if snapshot.is_live:
        return [one.sha256 for one in captures(ledger, document)[-1:]] == [sha256]
    sql = "SELECT 1 FROM captures WHERE document = ? AND sha256 = ? AND seen_at = ? AND source <= ?"
    return bool(ledger.value(sql, document, sha256, snapshot.seen_at, snapshot.url or snapshot.source))


def keep_addresses(ledger: Ledger, document: str, addresses: set[tuple[str, str]]) -> None:
    """Keeps where a document is found; that it claims an address weighs more."""
    for address, kind in sorted(addresses):
        ledger.rows("INSERT INTO addresses VALUES (?, ?, ?) ON CONFLICT DO NOTHING", address, document, kind)
        if kind == CLAIMED:
            ledger.rows("UPDATE addresses SET kind = ? WHERE address = ? AND document = ?", kind, address, document)


def rename(ledger: Ledger, old: str, new: str) -> None:
    """Gives a document's captures and addresses to another id; its rows are made anew by `settle`."""
    for table in ("captures", "addresses"):
        ledger.rows(f"UPDATE OR REPLACE {table} SET document = ? WHERE document = ?", new, old)
    erase(ledger, old)


def drop(ledger: Ledger, document: str) -> None:
    """Takes a document out of the ledger, with its captures and addresses and all that was read from it. The snapshots stay."""
    erase(ledger, document)
    for table in ("captures", "addresses"):
        ledger.rows(f"DELETE FROM {table} WHERE document = ?", document)


def settle(ledger: Ledger, document: str, given: Given, ready: Prepared | None = None) -> None:
    """Makes a document's rows those of its current version, as the user speaks of it. `ready` may be that version, read already.

    Raises InputError when the current version holds no report, which was one when it came in.
    """
    sha256 = current(ledger, document).sha256
    source = ledger.value("SELECT min(source) FROM captures WHERE document = ? AND sha256 = ?", document, sha256)
    found = ledger.rows("SELECT sha256, source FROM documents WHERE id = ?", document).fetchone()
    is_told = given_of(ledger, document) == given
    if found == (sha256, source) and is_told:
        return
    if not is_told:
        keep_word(ledger, document, given)
    if found and found[0] == sha256 and is_told and "://" not in source:
        ledger.rows("UPDATE documents SET source = ? WHERE id = ?", source, document)
    elif ready and (ready.document.id, ready.document.sha256, ready.document.source, ready.given) == (document, sha256, source, given):
        write(ledger, ready)
    else:
        write(ledger, _prepared(ledger, document, sha256, given))


def keep_word(ledger: Ledger, document: str, given: Given) -> None:
    """Sets down in the custody log what the user said of a document."""
    published, outlet, columns = from_given(given)
    custody.record(ledger, "told", document, published=published, outlet=outlet, columns=columns)


def given_of(ledger: Ledger, document: str) -> Given:
    """What the user said of a document so far."""
    sql = "SELECT given_published, given_outlet, given_columns FROM documents WHERE id = ?"
    return to_given(*ledger.rows(sql, document).fetchone() or (None, None, None))


def _prepared(ledger: Ledger, document: str, sha256: str, given: Given) -> Prepared:
    result = prepare(msgspec.structs.replace(task(ledger, document, sha256), given=given))
    if isinstance(result, InputError):
        raise result
    return result


def _moment(ledger: Ledger, document: str, snapshot: Snapshot) -> str:
    now = snapshot.seen_at or written(datetime.now(UTC))
    earlier = captures(ledger, document) if snapshot.is_live else []
    return after(earlier[-1].seen_at) if earlier and earlier[-1].seen_at >= now else now
