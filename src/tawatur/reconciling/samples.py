"""Which documents are worth comparing for shared text: those that share samples of their word runs, found by a join in SQL."""

from collections.abc import Iterator
from sqlite3 import Connection

from tawatur.reconciling.features import DocumentFeatures
from tawatur.reconciling.ids import number_of
from tawatur.reconciling.shingles import sample

_CROWD = 1000
"""A sample in more documents than this is a stock phrase, such as an outlet's footer, and links nobody."""

_TABLES = (
    "CREATE TABLE samples (sample INTEGER NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (sample, document)) STRICT, WITHOUT ROWID",
    "CREATE INDEX samples_document ON samples (document)",
    "CREATE TABLE stock_phrases (sample INTEGER PRIMARY KEY) STRICT",
)
_SHARED = """
    SELECT there.document, count(*) FROM samples AS here JOIN samples AS there ON there.sample = here.sample
    WHERE here.document = ?1 AND there.document != ?1 AND here.sample NOT IN (SELECT sample FROM stock_phrases) GROUP BY there.document
"""
_SIZE = "SELECT count(*) FROM samples WHERE document = ? AND sample NOT IN (SELECT sample FROM stock_phrases)"


class Samples:
    """The samples of all documents' texts, by the documents' numbers."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.tables = ("samples", "stock_phrases")
        self._touched: set[int] = set()

    def create(self) -> None:
        for statement in _TABLES:
            self.connection.execute(statement)

    def put(self, document: DocumentFeatures) -> None:
        own = sorted(set(sample(document.shingles)))
        self._touched.update(own)
        number = number_of(document.id)
        self.connection.executemany("INSERT INTO samples VALUES (?, ?)", ((one, number) for one in own))

    def remove(self, number: int) -> None:
        self._touched.update(one for (one,) in self.connection.execute("SELECT sample FROM samples WHERE document = ?", (number,)))
        self.connection.execute("DELETE FROM samples WHERE document = ?", (number,))

    def shifted(self) -> set[int]:
        """The documents whose likeness to others must be looked at anew, since a phrase of theirs became a stock phrase, or is none now."""
        shifted: set[int] = set()
        for one in self._touched:
            holders = [
                row[0] for row in self.connection.execute("SELECT document FROM samples WHERE sample = ? LIMIT ?", (one, _CROWD + 1))
            ]
            is_crowd = len(holders) > _CROWD
            was_crowd = self.connection.execute("SELECT 1 FROM stock_phrases WHERE sample = ?", (one,)).fetchone() is not None
            if is_crowd != was_crowd:
                self._mark(one, is_crowd)
                shifted.update(row[0] for row in self.connection.execute("SELECT document FROM samples WHERE sample = ?", (one,)))
        self._touched.clear()
        return shifted

    def _mark(self, one: int, is_crowd: bool) -> None:
        change = "INSERT INTO stock_phrases VALUES (?)" if is_crowd else "DELETE FROM stock_phrases WHERE sample = ?"
        self.connection.execute(change, (one,))

    def size(self, number: int) -> int:
        """How many samples of a document are no stock phrases."""
        return int(self.connection.execute(_SIZE, (number,)).fetchone()[0])

    def sharing(self, number: int) -> Iterator[tuple[int, int]]:
        """The documents that share samples with a document, and how many."""
        yield from self.connection.execute(_SHARED, (number,)).fetchall()
