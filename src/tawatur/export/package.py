"""The package that every export of files comes in: a folder, or one ZIP file, that explains itself.

Beside the data files of its format it holds `README.md`, the data dictionary (`dictionary.csv`, and `values.csv` for vocabularies), which
outlets had documents in which month (`coverage.csv`), `datapackage.json` for tools that read schemas, and `manifest.json` with the hash of
every file and of the ledger's custody log. The same ledger and choice give the same bytes. It appears under its name when it is whole.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec

from tawatur.errors import LedgerError
from tawatur.export import datapackage, manifest
from tawatur.export.choosing import choose
from tawatur.export.csv_files import write_csv
from tawatur.export.format import Format, Job, Part
from tawatur.export.manifest import Manifest
from tawatur.export.placing import check_place, place
from tawatur.export.readme import Told, readme
from tawatur.export.tidy import Row, Table, tables, vocabulary
from tawatur.export.tidy_tables import table_rows
from tawatur.ledger.backup_files import workspace
from tawatur.ledger.lists import Filters

README = "README.md"
COVERAGE = "coverage"
_ALL = Filters()


def export_package(job: Job, format: Format, narrowed: dict[str, str], *, filters: Filters = _ALL, is_replacing: bool = False) -> Manifest:
    """Writes a package to `job.folder`, or to the file of that name if it ends in .zip.

    `filters` narrow the ledger, and `narrowed` tells them as they were given. Raises LedgerError when the place is taken (unless
    `is_replacing` and by a package) or the disk refuses, and TawaturError when a library is missing. Nothing is left then.
    """
    to = job.folder
    check_place(to, is_replacing)
    _make(to.parent)
    with workspace(to) as work:
        folder = work / "package"
        folder.mkdir()
        with job.ledger.snapshot():
            chosen = choose(job.ledger, filters) if filters != _ALL else job.chosen
            written = _write(replace(job, folder=folder, chosen=chosen), format, narrowed)
        check_place(to, is_replacing)
        place(folder, to, work)
    return written


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise LedgerError(f"{folder}: cannot be made ({fault.strerror}); name another folder") from fault


def _write(job: Job, format: Format, narrowed: dict[str, str]) -> Manifest:
    """Writes all files into the job's folder, the manifest last."""
    defined = tables(format.definition) if format.definition else {}
    parts = list(format.write(job))
    if not any(part.table == COVERAGE for part in parts):
        defined = defined | {COVERAGE: tables()[COVERAGE]}
        parts.append(write_csv(job, defined[COVERAGE], table_rows(job.ledger, COVERAGE)))
    described = [write_csv(job, *one) for one in (_dictionary(defined), _values(defined))]
    found = manifest.manifest(job.ledger, format.name, narrowed)
    told = Told(format.name, found, tuple(parts), tuple(defined.values()), job.is_marked)
    (job.folder / README).write_text(readme(told), encoding="utf-8", newline="\n")
    _put_json(job.folder / datapackage.NAME, _shaped(format.name, (*parts, *described), defined))
    counted = {part.file: part.rows for part in (*parts, *described)}
    files = {path.name: manifest.described(path, counted.get(path.name)) for path in sorted(job.folder.iterdir())}
    found = msgspec.structs.replace(found, files=files)
    _put_json(job.folder / manifest.NAME, found)
    return found


def _shaped(format: str, parts: tuple[Part, ...], defined: dict[str, Table]) -> dict[str, object]:
    shapes = defined | tables("dictionaries")
    return datapackage.datapackage(format, [(part, shapes[part.table]) for part in parts if part.table])


def _put_json(path: Path, content: object) -> None:
    path.write_bytes(msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n")


def _dictionary(defined: dict[str, Table]) -> tuple[Table, Iterator[Row]]:
    """The data dictionary: one row a column."""
    shape = tables("dictionaries")["dictionary"]
    columns = ((table, column) for table in defined.values() for column in table.columns)
    return shape, (
        {
            "table": table.name, "column": column.name, "type": column.type, "is_key": column.name in table.key, "unit": column.unit,
            "values": column.values, "meaning_ar": column.ar, "meaning_en": column.en,
        }
        for table, column in columns
    )  # fmt: skip


def _values(defined: dict[str, Table]) -> tuple[Table, Iterator[Row]]:
    """What the values of every vocabulary that a column names mean."""
    named = sorted({column.values for table in defined.values() for column in table.columns if column.values})
    return tables("dictionaries")["values"], (
        {"vocabulary": one.vocabulary, "value": one.value, "meaning_ar": one.ar, "meaning_en": one.en}
        for name in named
        for one in vocabulary(name)
    )
