"""Whether the packs are sound: what is malformed, doubled or dead, line by line."""

from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from tawatur.packs.check_cells import References, cell_faults
from tawatur.packs.schemas import Column, schemas
from tawatur.packs.tables import FORM_COLUMNS, Row, table_lines
from tawatur.text.fold import fold


class Problem(msgspec.Struct, frozen=True):
    """Something wrong in a pack: `where` is `pack/table.tsv:line`, `what` the fault, `do` the remedy."""

    where: str
    what: str
    do: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.do}"


class PackSummary(msgspec.Struct, frozen=True):
    """A pack, the number of lines of each of its tables, and of all of them."""

    name: str
    tables: dict[str, int]
    lines: int


def list_packs(folder: Traversable | None = None) -> list[PackSummary]:
    """The packs of a folder, by default those that ship with Tawatur."""
    counted: dict[str, dict[str, int]] = {}
    for pack, source in _tables(folder or files("tawatur.packs")):
        counted.setdefault(pack, {})[source.name.removesuffix(".tsv")] = max(sum(1 for _ in table_lines(source)) - 1, 0)
    return [PackSummary(pack, tables, sum(tables.values())) for pack, tables in counted.items()]


def check_packs(folder: Traversable | None = None) -> list[Problem]:
    """All that is wrong in the packs of a folder, by default those that ship with Tawatur, in the order of the lines."""
    problems: list[Problem] = []
    tables: dict[str, list[Row]] = {}
    for pack, source in _tables(folder or files("tawatur.packs")):
        table = source.name.removesuffix(".tsv")
        tables.setdefault(table, []).extend(_read(pack, table, source, problems))
    references = _references(tables)
    for table, rows in tables.items():
        columns = schemas().get(table, {})
        for row in rows:
            problems.extend(_row_problems(row, columns, references))
        problems.extend(_doubled(rows, columns))
    return sorted(problems, key=lambda problem: _place(problem.where))


def _place(where: str) -> tuple[str, int]:
    file, _, line = where.rpartition(":")
    return file, int(line)


def _tables(folder: Traversable) -> Iterator[tuple[str, Traversable]]:
    for pack in sorted(folder.iterdir(), key=lambda item: item.name):
        if pack.is_dir() and not pack.name.startswith("_"):
            for source in sorted(pack.iterdir(), key=lambda item: item.name):
                if source.name.endswith(".tsv"):
                    yield pack.name, source


def _read(pack: str, table: str, source: Traversable, problems: list[Problem]) -> Iterator[Row]:
    """The rows of one table; what is wrong with its header, or the number of a line's cells, goes to `problems`."""
    columns, header = schemas().get(table), list[str]()
    for number, cells in table_lines(source):
        where = f"{pack}/{table}.tsv:{number}"
        if not header:
            header = cells
            if columns is None:
                problems.append(Problem(where, f"no reader asks for a table «{table}»", "describe it in schemas.tsv, or take it out"))
                return
            unknown = [name for name in header if name not in columns]
            problems.extend(Problem(where, f"no reader asks for a column «{name}»", "see schemas.tsv for its columns") for name in unknown)
            continue
        if len(cells) > len(header):
            problems.append(Problem(where, f"{len(cells)} cells, but {len(header)} columns", "remove a tab"))
        yield Row(table, pack, number, {name: cell for name, cell in zip(header, cells, strict=False) if cell})


def _references(tables: dict[str, list[Row]]) -> References:
    named = {reference for columns in schemas().values() for column in columns.values() for reference in column.references}
    return {(table, name): frozenset(row.get(name) for row in tables.get(table, ())) for table, name in named}


def _row_problems(row: Row, columns: dict[str, Column], references: References) -> Iterator[Problem]:
    missing = [name for name, column in columns.items() if column.needed == "yes" and not row.get(name)]
    for name in missing:
        yield Problem(row.where, f"the {name} is missing", "fill it in")
    some = [name for name, column in columns.items() if column.needed == "any"]
    if some and not any(row.get(name) for name in some):
        yield Problem(row.where, f"none of {', '.join(some)} is filled", "fill one of them in")
    for name, column in columns.items():
        if row.get(name):
            for fault in cell_faults(row, column, references):
                yield Problem(row.where, fault.what, fault.do)


def _doubled(rows: list[Row], columns: dict[str, Column]) -> Iterator[Problem]:
    """Ids, web domains and spellings of words that an earlier line of the table has, or the same line twice."""
    ids: dict[str, Row] = {}
    spelled: dict[tuple[str, str, tuple[str, ...]], Row] = {}
    owners: dict[str, Row] = {}
    hosts = [name for name, column in columns.items() if column.values == "domains"]
    key = next((name for name, column in columns.items() if column.values == "id"), "id")
    apart = [name for name, column in columns.items() if column.is_apart]
    for row in rows:
        if row.get(key) and ids.setdefault(row.get(key), row) is not row:
            yield Problem(row.where, f"the {key} «{row.get(key)}» is also that of {ids[row.get(key)].where}", "choose another")
        for domain in (domain for name in hosts for domain in dict.fromkeys(row.list(name))):
            if owners.setdefault(domain, row) is not row:
                yield Problem(row.where, f"the domain «{domain}» is also in {owners[domain].where}", "keep it in one of them")
        kept = tuple(row.get(name) for name in apart)
        for name, patterns in _patterns(row).items():
            for pattern in {pattern for pattern in patterns if patterns.count(pattern) > 1}:
                yield Problem(row.where, f"«{pattern}» is here twice, hamzas and marks aside", "take one out")
            for pattern in dict.fromkeys(patterns):
                other = spelled.setdefault((name, pattern, kept), row)
                if other is not row:
                    yield Problem(row.where, f"«{pattern}» is also in {other.where}", "keep it in one of them")


def _patterns(row: Row) -> dict[str, list[str]]:
    """The folded words of the row, by the column that makes their forms."""
    patterns: dict[str, list[str]] = defaultdict(list)
    for column in FORM_COLUMNS:
        for pattern in row.list(column):
            patterns[column].append(fold(pattern))
    return patterns
