"""The features of all readings, kept in tables and given out as judgements leave them."""

from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from sqlite3 import Connection
from typing import Any, NamedTuple

import msgspec

from tawatur.reconciling.corrections import corrected, figure_id
from tawatur.reconciling.features import DocumentFeatures, Features, Flaw, MentionFeatures, StatementFeatures
from tawatur.reconciling.ids import number_of, statement_number
from tawatur.reconciling.rulings import Rulings

Rows = dict[str, list[tuple[Any, ...]]]


class Owner(NamedTuple):
    """A mention or statement, by its number, and the document that holds it."""

    kind: str
    number: int
    document: str


_TABLES = ("kept_documents", "kept_mentions", "kept_statements", "kept_figures")
_REMEMBERED, _REMEMBERED_WHOLE = 10_000, 500
"""Features at hand: those of the days around. A mention takes 8 KB, a statement 5, all that is in one document 40."""

_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_document = msgspec.msgpack.Decoder(DocumentFeatures).decode
_flaws = msgspec.msgpack.Decoder(tuple[Flaw, ...]).decode
_mention = msgspec.msgpack.Decoder(MentionFeatures).decode
_statement = msgspec.msgpack.Decoder(StatementFeatures).decode


def kept_rows(features: Features) -> Rows:
    """The rows in which the features of one reading are kept, by table."""
    about = features.document
    return {
        "kept_documents": [(number_of(about.id), about.id, _encode(about), _encode(features.flaws))],
        "kept_mentions": [(number_of(one.id), about.id, one.id, _encode(one)) for one in features.mentions],
        "kept_statements": [(statement_number(one.id), about.id, one.id, _encode(one)) for one in features.statements],
        "kept_figures": sorted({(figure_id(one.id, figure), about.id) for one in features.mentions for figure in one.figures}),
    }


def keep(connection: Connection, document: str, rows: Rows) -> None:
    """Keeps a document's features in place of those it had, and sets down that it waits to be reconciled."""
    forget(connection, document)
    for table, found in rows.items():
        if found:
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(found[0]))})", found)


def forget(connection: Connection, document: str) -> None:
    """Drops a document's features, and sets down that what followed from them must go."""
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (document,))
    connection.execute("INSERT OR IGNORE INTO pending VALUES (?)", (document,))


@cache
def table_definitions() -> tuple[str, ...]:
    script = (files("tawatur.reconciling") / "tables.sql").read_text(encoding="utf-8")
    lines = (line.split("--")[0] for line in script.splitlines())
    return tuple(filter(None, (part.strip() for part in "\n".join(lines).split(";"))))


class Shelf:
    """Gives out kept features by number or document, as the judgements in `rules` leave them."""

    def __init__(self, connection: Connection, rules: Rulings) -> None:
        self.connection = connection
        self.rules = rules
        self.document = lru_cache(_REMEMBERED)(self._document)
        self.mention = lru_cache(_REMEMBERED)(self._mention)
        self.statement = lru_cache(_REMEMBERED)(self._statement)
        self.mentions_of = lru_cache(_REMEMBERED_WHOLE)(self._mentions_of)
        self.statements_of = lru_cache(_REMEMBERED_WHOLE)(self._statements_of)

    def clear(self) -> None:
        """Drops what is remembered."""
        for remembered in (self.document, self.mention, self.statement, self.mentions_of, self.statements_of):
            remembered.cache_clear()

    def _document(self, identifier: str) -> DocumentFeatures:
        (record,) = self.connection.execute("SELECT record FROM kept_documents WHERE document = ?", (identifier,)).fetchone()
        return _document(record)

    def day_of(self, record: bytes | None) -> int:
        """The day of a document's kept features, 0 when it has none."""
        return (_document(record).day or 0) if record else 0

    def numbered(self, number: int) -> DocumentFeatures:
        (identifier,) = self.connection.execute("SELECT document FROM kept_documents WHERE number = ?", (number,)).fetchone()
        return self.document(identifier)

    def flaws(self, identifier: str) -> tuple[Flaw, ...]:
        row = self.connection.execute("SELECT flaws FROM kept_documents WHERE document = ?", (identifier,)).fetchone()
        return _flaws(row[0]) if row else ()

    def _mention(self, number: int) -> MentionFeatures:
        (mention,) = self._corrected("number", number)
        return mention

    def _mentions_of(self, document: str) -> tuple[MentionFeatures, ...]:
        """The mentions of a document as judgements leave them, without those judged wrong."""
        return self._corrected("document", document)

    def read_in(self, document: str) -> list[MentionFeatures]:
        """The mentions of a document as they were read."""
        return self._read("document", document)

    def _corrected(self, column: str, value: int | str) -> tuple[MentionFeatures, ...]:
        return tuple(corrected(self._read(column, value), self.rules))

    def _read(self, column: str, value: int | str) -> list[MentionFeatures]:
        rows = self.connection.execute(f"SELECT record FROM kept_mentions WHERE {column} = ? ORDER BY id", (value,)).fetchall()
        return [_mention(record) for (record,) in rows]

    def _statement(self, number: int) -> StatementFeatures:
        (record,) = self.connection.execute("SELECT record FROM kept_statements WHERE number = ?", (number,)).fetchone()
        return _statement(record)

    def has_document(self, identifier: str) -> bool:
        return self.connection.execute("SELECT 1 FROM kept_documents WHERE document = ?", (identifier,)).fetchone() is not None

    def holds_only(self, documents: Collection[str]) -> bool:
        """Whether these documents, all of them kept, are all that there are."""
        return bool(self.connection.execute("SELECT count(*) FROM kept_documents").fetchone()[0] == len(documents))

    def has_mention(self, number: int) -> bool:
        """Whether there is such a mention, and nobody judged it wrong."""
        return self._stands("kept_mentions", number)

    def has_statement(self, number: int) -> bool:
        """Whether there is such a statement, and nobody judged it wrong."""
        return self._stands("kept_statements", number)

    def _stands(self, table: str, number: int) -> bool:
        row = self.connection.execute(f"SELECT id FROM {table} WHERE number = ?", (number,)).fetchone()
        return row is not None and row[0] not in self.rules.wrong

    def holder(self, number: int) -> str:
        """The document that holds a statement, whether it was judged wrong or not."""
        (document,) = self.connection.execute("SELECT document FROM kept_statements WHERE number = ?", (number,)).fetchone()
        return str(document)

    def _statements_of(self, document: str) -> tuple[StatementFeatures, ...]:
        """The statements of a document, without those judged wrong."""
        return tuple(statement for statement in self.statements_in(document) if statement.id not in self.rules.wrong)

    def numbers_in(self, document: str) -> list[int]:
        """The numbers of a document's statements, without those judged wrong."""
        rows = self.connection.execute("SELECT number, id FROM kept_statements WHERE document = ?", (document,)).fetchall()
        return [number for number, name in rows if name not in self.rules.wrong]

    def statements_in(self, document: str) -> list[StatementFeatures]:
        """The statements of a document, all of them."""
        rows = self.connection.execute("SELECT record FROM kept_statements WHERE document = ? ORDER BY id", (document,)).fetchall()
        return [_statement(record) for (record,) in rows]

    def owners(self, identifier: str) -> Iterator[Owner]:
        """The mention or statement with this id, or the mention that a figure with this id belongs to, as it was read."""
        for kind, table, number in (
            ("mention", "kept_mentions", number_of(identifier)),
            ("statement", "kept_statements", statement_number(identifier)),
        ):
            for (document,) in self.connection.execute(f"SELECT document FROM {table} WHERE number = ?", (number,)).fetchall():
                yield Owner(kind, number, document)
        for (document,) in self.connection.execute("SELECT document FROM kept_figures WHERE id = ?", (identifier,)).fetchall():
            for mention in self.read_in(document):
                if any(figure_id(mention.id, figure) == identifier for figure in mention.figures):
                    yield Owner("mention", number_of(mention.id), document)
