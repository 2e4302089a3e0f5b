"""Packs on disk: folders of tab-separated tables, one thing a line.

A table has a header line of column names; lines starting with `#` are comments. Columns that name Arabic words say how their
forms are made (see `FORM_COLUMNS`); all others are data. `|` separates alternatives within a cell.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from tawatur.errors import PackError

FORM_COLUMNS = ("ar", "noun", "masdar", "verb", "participle", "nisba")
"""`ar`: as written. `noun`: `singular/plural…`. `masdar`: as a noun. `verb`: `perfect/imperfect…`. `participle`, `nisba`: masculine
singular."""


class Row(msgspec.Struct, frozen=True):
    """One line: `cells` by column name, empty cells left out; `where` is `pack/table.tsv:line`."""

    table: str
    pack: str
    line: int
    cells: dict[str, str]

    @property
    def where(self) -> str:
        return f"{self.pack}/{self.table}.tsv:{self.line}"

    def get(self, column: str, default: str = "") -> str:
        return self.cells.get(column, default)

    def list(self, column: str) -> list[str]:
        return [part.strip() for part in self.cells.get(column, "").split("|") if part.strip()]


def pack_names() -> list[str]:
    """The packs that ship with Tawatur, the language first."""
    names = sorted(item.name for item in files("tawatur.packs").iterdir() if item.is_dir() and not item.name.startswith("_"))
    return sorted(names, key=lambda name: (name != "ar", name != "world", name))


@cache
def table_rows(table: str) -> tuple[Row, ...]:
    """All rows of the table of that name, in every pack that has it."""
    return tuple(row for pack in pack_names() for row in read_table(pack, files("tawatur.packs") / pack / f"{table}.tsv"))


def all_tables() -> Iterator[tuple[str, Traversable]]:
    for pack in pack_names():
        folder = files("tawatur.packs") / pack
        for item in sorted(folder.iterdir(), key=lambda item: item.name):
            if item.name.endswith(".tsv"):
                yield pack, item


def read_table(pack: str, source: Traversable) -> Iterator[Row]:
    """The rows of one table file; none when the pack has no such file.

    Raises PackError for a line with more cells than columns.
    """
    if not source.is_file():
        return
    header: list[str] | None = None
    table = source.name.removesuffix(".tsv")
    for number, cells in table_lines(source):
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            raise PackError(f"{pack}/{source.name}:{number}: {len(cells)} cells, but {len(header)} columns; remove a tab")
        yield Row(table, pack, number, {name: cell for name, cell in zip(header, cells, strict=False) if cell})


def table_lines(source: Traversable) -> Iterator[tuple[int, list[str]]]:
    """The numbered lines of a table file, the header first, without comments and blank lines."""
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, [cell.strip() for cell in line.split("\t")]
