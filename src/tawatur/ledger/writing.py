"""Putting a document's rows into the ledger's tables, and taking them out."""

from tawatur.ledger import changing
from tawatur.ledger.rows import VERSION, Prepared, unpack, words
from tawatur.ledger.store import Ledger
from tawatur.ledger.versions import from_given
from tawatur.reconciling.shelf import forget, keep

_READ_TABLES = ("readings", "mentions", "figures", "statements", "links", "document_sources", "sayings")


def write(ledger: Ledger, ready: Prepared, *, is_indexed: bool = True) -> None:
    """Puts a document's rows in the place of those of an earlier reading. `is_indexed`: the search index may hold it already."""
    document = ready.document
    if is_indexed:
        unindex(ledger, document.id)
    remove_rows(ledger, document.id)
    number = ledger.value(
        "INSERT INTO documents (id, sha256, source, given_published, given_outlet, given_columns) "
        "VALUES (?, ?, ?, ?, ?, ?) RETURNING number",
        document.id, document.sha256, document.source, *from_given(ready.given),
    )  # fmt: skip
    for table, rows in ready.rows.items():
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            ledger.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    keep(ledger.connection, document.id, ready.kept)
    ledger.rows("INSERT INTO words (rowid, folded, stemmed) VALUES (?, ?, ?)", number, *ready.words)
    ledger.count_input()


def erase(ledger: Ledger, document: str) -> None:
    """Takes out a document's rows, and its words out of the search index. Its captures stay."""
    unindex(ledger, document)
    remove_rows(ledger, document)
    ledger.count_input()


def remove_rows(ledger: Ledger, document: str) -> None:
    changing.note_report(ledger, document)
    remove_reading(ledger, document)
    ledger.rows("DELETE FROM documents WHERE id = ?", document)


def remove_reading(ledger: Ledger, document: str) -> None:
    for table in _READ_TABLES:
        ledger.rows(f"DELETE FROM {table} WHERE document = ?", document)
    forget(ledger.connection, document)


def unindex(ledger: Ledger, document: str) -> None:
    """Takes a document's words out of the search index, which keeps no text and must be told them.

    Words that an earlier version of the code may have written otherwise are left, until all is read again.
    """
    row = ledger.rows(
        "SELECT number, reader_version, reading FROM documents JOIN readings ON document = id WHERE id = ?", document
    ).fetchone()  # fmt: skip
    if row and row[1] == VERSION:
        ledger.rows("INSERT INTO words (words, rowid, folded, stemmed) VALUES ('delete', ?, ?, ?)", row[0], *words(unpack(row[2])))
