"""Checking that the custody log and the tables of what went in name the same.

What the log names is laid out in temporary tables on the disk, with one row for each thing named, and compared by SQL; so memory does
not grow with the ledger.
"""

import hashlib
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import Any

from tawatur.errors import InputError
from tawatur.ledger.custody import Entry
from tawatur.ledger.store import Ledger
from tawatur.ledger.verifying_log import read_entry

_RESTORE = "restore a backup of the ledger"
_MOST_FAULTS = 20
_PAGE = 1024
_LONGEST_HEADERS = 1 << 24

_SEEN = ("captured", "seen", "taken_over")
_TABLES = """
    CREATE TEMP TABLE named_captures (sha256, seen_at, source, headers, media);
    CREATE TEMP TABLE named_words (number, document, published, outlet, columns);
    CREATE TEMP TABLE named_judgements (id, sha256);
    CREATE TEMP TABLE named_removals (sha256, document, source, removed_at, removed_by, reason, bytes)
"""
_INDEXES = """
    CREATE INDEX temp.captures_named ON named_captures (sha256, seen_at);
    CREATE INDEX temp.words_named ON named_words (document, number);
    CREATE INDEX temp.judgements_named ON named_judgements (id);
    CREATE INDEX temp.removals_named ON named_removals (sha256)
"""

_CHECKS = (
    ("snapshot", "is not named in the custody log as it is", """
        SELECT sha256 FROM snapshots s
        WHERE NOT EXISTS (SELECT 1 FROM named_captures n WHERE n.sha256 = s.sha256 AND n.media = s.media AND n.seen_at = s.fetched_at)"""),
    ("capture", "is not named in the custody log as it is", """
        SELECT sha256 || ' of ' || seen_at FROM captures c
        WHERE NOT EXISTS (SELECT 1 FROM named_captures n WHERE n.sha256 = c.sha256 AND n.seen_at = c.seen_at AND n.source = c.source)
        OR NOT EXISTS (SELECT 1 FROM named_captures n WHERE n.sha256 = c.sha256 AND n.seen_at = c.seen_at
                       AND n.headers IS headers_sha256(c.headers))"""),
    ("document", "is said to be of another day, outlet or columns than the custody log names", """
        SELECT id FROM documents d
        LEFT JOIN named_words n ON n.number = (SELECT max(number) FROM named_words WHERE document = d.id)
        WHERE n.published IS NOT d.given_published OR n.outlet IS NOT d.given_outlet OR n.columns IS NOT d.given_columns"""),
    ("judgement", "is not named in the custody log as it is", """
        SELECT id FROM judgements j
        WHERE NOT EXISTS (SELECT 1 FROM named_judgements n WHERE n.id = j.id AND n.sha256 = text_sha256(j.record))"""),
    ("tombstone", "is not named in the custody log as it is", """
        SELECT sha256 FROM tombstones t
        WHERE NOT EXISTS (SELECT 1 FROM named_removals n WHERE n.sha256 = t.sha256 AND n.document = t.document AND n.source = t.source
                          AND n.removed_at = t.removed_at AND n.removed_by = t.removed_by AND n.reason = t.reason)"""),
    ("snapshot", "is named in the custody log and is not there, and nobody removed it", """
        SELECT DISTINCT sha256 FROM named_captures n
        WHERE NOT EXISTS (SELECT 1 FROM snapshots s WHERE s.sha256 = n.sha256)
        AND NOT EXISTS (SELECT 1 FROM tombstones t WHERE t.sha256 = n.sha256)"""),
    ("capture", "is named in the custody log and is not there, and nobody removed it", """
        SELECT DISTINCT sha256 || ' of ' || seen_at FROM named_captures n
        WHERE NOT EXISTS (SELECT 1 FROM captures c WHERE c.sha256 = n.sha256 AND c.seen_at = n.seen_at)
        AND NOT EXISTS (SELECT 1 FROM named_removals r WHERE r.sha256 = n.sha256)"""),
    ("judgement", "is named in the custody log and is not there", """
        SELECT id FROM named_judgements n WHERE NOT EXISTS (SELECT 1 FROM judgements j WHERE j.id = n.id)"""),
    ("tombstone", "is named in the custody log and is not there", """
        SELECT sha256 FROM named_removals n
        WHERE bytes = 'removed' AND NOT EXISTS (SELECT 1 FROM tombstones t WHERE t.sha256 = n.sha256)"""),
    ("snapshot", "is there, though it was removed", """
        SELECT sha256 FROM snapshots s WHERE EXISTS (SELECT 1 FROM tombstones t WHERE t.sha256 = s.sha256)"""),
    ("document", "rests on a snapshot that was not captured for it", """
        SELECT id FROM documents d WHERE NOT EXISTS (SELECT 1 FROM captures c WHERE c.document = d.id AND c.sha256 = d.sha256)"""),
    ("capture", "is of no document", """
        SELECT sha256 || ' of ' || seen_at FROM captures c WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.id = c.document)"""),
)  # fmt: skip
"""What is wrong, of what kind of thing, and how to find its name."""


def name_faults(ledger: Ledger) -> Iterator[InputError | None]:
    """What only the log or only a table names, or names otherwise: at most `_MOST_FAULTS` of each kind, and then how many more.

    Within a transaction, at whose end the caller rolls back, and the temporary tables with it.
    """
    ledger.connection.create_function("headers_sha256", 1, _headers_sha256)
    ledger.connection.create_function("text_sha256", 1, _text_sha256)
    _run(ledger, _TABLES)
    yield from _lay_out(ledger)
    _run(ledger, _INDEXES)
    for kind, what, sql in _CHECKS:
        yield from _faults(ledger, kind, what, sql)


def _run(ledger: Ledger, script: str) -> None:
    """Statement by statement: `executescript` would end the transaction that keeps all of one moment."""
    for statement in script.split(";"):
        ledger.rows(statement)


def _faults(ledger: Ledger, kind: str, what: str, sql: str) -> Iterator[InputError | None]:
    found = ledger.rows(sql)
    for (name,) in islice(found, _MOST_FAULTS):
        yield InputError(f"{ledger.path}: {kind} {name}", what, _RESTORE)
    more = sum(1 for _ in found)
    if more:
        yield InputError(f"{ledger.path}: {more:,} more {kind}s", what, _RESTORE)
    yield None


def _lay_out(ledger: Ledger) -> Iterator[None]:
    """What each entry names, as rows. An entry that cannot be read names nothing."""
    rows = ledger.rows("SELECT number, at, act, subject, detail, previous, hash FROM custody")
    while page := rows.fetchmany(_PAGE):
        for entry in filter(None, map(read_entry, page)):
            if row := _named(entry):
                ledger.rows(f"INSERT INTO temp.{row[0]} VALUES ({', '.join('?' * len(row[1]))})", *row[1])
        yield None


def _named(entry: Entry) -> tuple[str, tuple[Any, ...]] | None:
    """The table and the row of what an entry names."""
    get = entry.detail.get
    if entry.act in _SEEN:
        return "named_captures", (get("sha256"), get("seen_at"), get("source"), get("headers_sha256"), get("media"))
    if entry.act == "told":
        return "named_words", (entry.number, entry.subject, get("published"), get("outlet"), get("columns"))
    if entry.act == "judged":
        return "named_judgements", (entry.subject, get("sha256"))
    if entry.act == "removed":
        detail = (get("sha256"), entry.subject, get("source"), get("removed_at"), get("removed_by"), get("reason"), get("bytes"))
        return "named_removals", detail
    return None


def _headers_sha256(packed: object) -> str | None:
    """The hash of packed headers, as the log names it; of what was never packed by this program, one that no entry names."""
    if packed is None:
        return None
    try:
        return hashlib.sha256(zlib.decompressobj().decompress(packed, _LONGEST_HEADERS)).hexdigest()  # type: ignore[arg-type]
    except (zlib.error, TypeError):
        return ""


def _text_sha256(text: object) -> str:
    return hashlib.sha256(str(text).encode("utf-8", "surrogatepass")).hexdigest()
