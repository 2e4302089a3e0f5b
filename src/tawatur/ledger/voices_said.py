"""What a voice said: its statements, the latest first, those of one claim together."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from tawatur.ledger.deriving import judgements
from tawatur.ledger.owing import SourceKind
from tawatur.ledger.store import Ledger
from tawatur.model import Act, Link, Record
from tawatur.reconciling.ids import statement_number
from tawatur.reconciling.rulings import Rulings, rulings
from tawatur.reconciling.shelf import Shelf
from tawatur.text.fold import fold

_COLUMNS = "y.day, y.document, y.statement, y.is_origin, s.act, s.first, s.stop"
_LATEST = """
    SELECT {columns}, c.claim FROM sayings y CROSS JOIN statements s ON s.id = y.statement AND s.document = y.document
    LEFT JOIN claim_statements c ON c.statement = y.statement
    WHERE y.kind = ? AND y.key = ?{before}{words} ORDER BY y.day DESC, y.document DESC, y.statement DESC
"""
_OF_CLAIM = """
    SELECT {columns}, c.claim FROM claim_statements c
    CROSS JOIN sayings y INDEXED BY sayings_statement ON y.statement = c.statement AND y.kind = ? AND y.key = ?
    CROSS JOIN statements s ON s.id = y.statement AND s.document = y.document
    WHERE c.claim = ?{words} ORDER BY y.day DESC, y.document DESC, y.statement DESC
"""
_NAMED = f"""
    SELECT {_COLUMNS}, NULL FROM sayings y INDEXED BY sayings_statement
    CROSS JOIN statements s ON s.id = y.statement AND s.document = y.document
    WHERE y.kind = ? AND y.key = ? AND y.statement = ?
"""
_BEFORE, _WORD = " AND (y.day, y.document, y.statement) < (?, ?, ?)", " AND instr(s.form, ?)"
_REPORT = "SELECT outlet, title, published FROM readings WHERE document = ?"
_DISPUTES = "SELECT DISTINCT disagreement FROM unit_disagreement_parts WHERE part = ? ORDER BY disagreement LIMIT 5"
_SHOWN = 6
"""Statements of a claim that are given with it."""
_KEPT = 240
"""Characters of what was said that reconciling keeps."""


class Place(NamedTuple):
    """Where in the list of a voice's statements one stands; day, document and statement together tell it from all others."""

    day: str
    document: str
    statement: str


class Saying(Record, frozen=True):
    """A statement as its voice's page shows it. `words` are those of the document from `start` to `end`, on one line; `is_cut` when there
    are more. `day` is when it was said, or else published. `is_origin`: the chain ends with the voice, which did not only pass it on.
    """

    id: str
    document: str
    outlet: str | None
    title: str | None
    published: str | None
    day: str | None
    act: Act
    words: str
    is_cut: bool
    start: int
    end: int
    chain: tuple[Link, ...]
    is_origin: bool
    disagreements: tuple[str, ...] = ()


class Subject(Record, frozen=True):
    """What a voice said of one thing, the latest first; `more` statements of it are not given. Without a claim it is one statement."""

    claim: str | None
    about: str | None
    sayings: tuple[Saying, ...]
    more: int = 0


class Subjects(Record, frozen=True):
    """A page of them; `next` is where the next page goes on, None at the end."""

    subjects: tuple[Subject, ...]
    next: Place | None


class _Row(NamedTuple):
    day: str
    document: str
    statement: str
    is_origin: int
    act: Act
    start: int
    end: int
    claim: str | None

    @property
    def place(self) -> Place:
        return Place(self.day, self.document, self.statement)


class Sayings:
    """Reads the statements of one voice. Those judged wrong are left out."""

    def __init__(self, ledger: Ledger, kind: SourceKind, key: str) -> None:
        self.ledger, self.kind, self.key = ledger, kind, key
        self._wrong = rulings(judgements(ledger)).wrong
        self._shelf = Shelf(ledger.connection, Rulings())

    def subjects(self, words: str = "", *, before: Place | None = None, limit: int = 15) -> Subjects:
        """By the latest statement of each. `words`, folded or not, must all occur in what was said."""
        sought = fold(words).split()
        found: list[Subject] = []
        seen: set[str] = set()
        last: Place | None = None
        for row in self._latest(sought, before):
            if row.claim in seen:
                continue
            if len(found) == limit:
                return Subjects(tuple(found), last)
            last = row.place
            if row.claim is None:
                found.append(Subject(None, None, (self.saying(row),)))
                continue
            seen.add(row.claim)
            own = self._of_claim(row.claim, sought)
            if before is None or own[0].place < before:
                found.append(self._subject(row.claim, own))
        return Subjects(tuple(found), None)

    def among(self, statements: tuple[str, ...]) -> list[Saying]:
        """Those of these statements that are this voice's, the earliest first."""
        rows = [row for name in statements for row in self._rows(_NAMED, name)]
        return [self.saying(row) for row in sorted(rows, key=lambda row: row.place)]

    def _latest(self, sought: list[str], before: Place | None) -> Iterator[_Row]:
        sql = _LATEST.format(columns=_COLUMNS, before=_BEFORE if before else "", words=_WORD * len(sought))
        return self._rows(sql, *(before or ()), *sought)

    def _of_claim(self, claim: str, sought: list[str]) -> list[_Row]:
        return list(self._rows(_OF_CLAIM.format(columns=_COLUMNS, words=_WORD * len(sought)), claim, *sought))

    def _rows(self, sql: str, *parameters: Any) -> Iterator[_Row]:
        for row in self.ledger.rows(sql, self.kind, self.key, *parameters):
            if row[2] not in self._wrong:
                yield _Row(*row)

    def _subject(self, claim: str, own: list[_Row]) -> Subject:
        about = self.ledger.value("SELECT json_extract(record, '$.about') FROM claims WHERE id = ?", claim)
        return Subject(claim, about, tuple(self.saying(row) for row in own[:_SHOWN]), max(0, len(own) - _SHOWN))

    def saying(self, row: _Row) -> Saying:
        said = self._shelf.statement(statement_number(row.statement))
        outlet, title, published = self.ledger.rows(_REPORT, row.document).fetchone()
        disputes = tuple(name for (name,) in self.ledger.rows(_DISPUTES, row.statement))
        return Saying(
            row.statement, row.document, outlet, title, published, row.day or None, row.act, said.text, _is_cut(said.text, row),
            row.start, row.end, said.chain, bool(row.is_origin), disputes,
        )  # fmt: skip


def _is_cut(words: str, row: _Row) -> bool:
    """Whether the kept words are fewer than those of the span."""
    return len(words) >= _KEPT and row.end - row.start > len(words)
