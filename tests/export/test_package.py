import csv
import hashlib
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tawatur.errors import LedgerError
from tawatur.export.format import Format, Job, Part
from tawatur.export.formats import FORMATS
from tawatur.export.manifest import Manifest
from tawatur.export.package import export_package
from tawatur.export.tidy import tables
from tawatur.ledger import custody
from tawatur.ledger.lists import Filters
from tawatur.ledger.store import Ledger
from tests.ledger.examples import make_ledger

NAMES = {f"{name}.csv" for name in (*tables(), "dictionary", "values")} | {"README.md", "datapackage.json", "manifest.json"}


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    with Ledger(make_ledger(tmp_path / "a.ledger", monkeypatch)) as book:
        yield book


def written(ledger: Ledger, to: Path, format: str = "csv", **options: Any) -> Manifest:
    return export_package(Job(ledger, to), FORMATS[format], {}, **options)


def records(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_what_is_in_a_package(ledger: Ledger, tmp_path: Path) -> None:
    to = tmp_path / "deep" / "out"
    manifest = written(ledger, to)
    assert {path.name for path in to.iterdir()} == NAMES
    assert [path.name for path in to.parent.iterdir()] == ["out"]
    told = json.loads((to / "manifest.json").read_text(encoding="utf-8"))
    assert (told["format"], told["documents"], told["entries"], told["head"]) == ("csv", 3, 3, custody.head(ledger))
    assert set(told["files"]) == NAMES - {"manifest.json"}
    for name, file in told["files"].items():
        content = (to / name).read_bytes()
        assert (file["sha256"], file["bytes"]) == (hashlib.sha256(content).hexdigest(), len(content))
        assert file["rows"] == (len(records(to / name)) if name.endswith(".csv") else None)
    assert manifest.files["events.csv"].rows == 2


def test_the_dictionary_tells_every_column(ledger: Ledger, tmp_path: Path) -> None:
    written(ledger, tmp_path / "out")
    told = records(tmp_path / "out" / "dictionary.csv")
    for name, table in tables().items():
        mine = [row for row in told if row["table"] == name]
        assert [row["column"] for row in mine] == list(table.names)
        assert [row["column"] for row in mine if row["is_key"] == "TRUE"] == [column for column in table.names if column in table.key]
        with (tmp_path / "out" / f"{name}.csv").open(encoding="utf-8") as opened:
            assert opened.readline().rstrip("\n").split(",") == list(table.names)
    values = records(tmp_path / "out" / "values.csv")
    assert {row["values"] for row in told} - {""} == {row["vocabulary"] for row in values}


@pytest.mark.parametrize("format", ["csv", "parquet"])
@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_the_same_ledger_gives_the_same_bytes(ledger: Ledger, tmp_path: Path, format: str, name: str) -> None:
    places = [tmp_path / which / name for which in ("one", "two")]
    for place in places:
        written(ledger, place, format)
    files = [{path.name: path.read_bytes() for path in (place.iterdir() if place.is_dir() else [place])} for place in places]
    assert files[0] == files[1]


def test_a_package_as_one_file(ledger: Ledger, tmp_path: Path) -> None:
    written(ledger, tmp_path / "out")
    written(ledger, tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.namelist() == sorted(NAMES)
        assert all(archive.read(name) == (tmp_path / "out" / name).read_bytes() for name in NAMES)


def test_one_package_in_the_place_of_another(ledger: Ledger, tmp_path: Path) -> None:
    to = tmp_path / "out"
    written(ledger, to)
    with pytest.raises(LedgerError, match="--replace"):
        written(ledger, to)
    written(ledger, to, "parquet", is_replacing=True)
    assert (to / "events.parquet").exists()
    assert not (to / "events.csv").exists()
    (tmp_path / "file").touch()
    with pytest.raises(LedgerError, match="cannot be made"):
        written(ledger, tmp_path / "file" / "out")


def test_nothing_is_left_of_an_export_that_failed(ledger: Ledger, tmp_path: Path) -> None:
    def write(job: Job) -> Iterator[Part]:
        (job.folder / "half.csv").write_text("half", encoding="utf-8")
        raise OSError(28, "No space left on device")

    before = set(tmp_path.iterdir())
    with pytest.raises(LedgerError, match="No space left"):
        export_package(Job(ledger, tmp_path / "out"), Format("csv", write), {})
    assert set(tmp_path.iterdir()) == before


def test_a_narrowed_package(ledger: Ledger, tmp_path: Path) -> None:
    job = Job(ledger, tmp_path / "out")
    manifest = export_package(job, FORMATS["csv"], {"--speaker": "سالم"}, filters=Filters(speaker="سالم"))
    assert (manifest.files["events.csv"].rows, manifest.files["statements.csv"].rows, manifest.files["coverage.csv"].rows) == (0, 2, 3)
    assert manifest.narrowed == {"--speaker": "سالم"}


def test_a_format_without_tables_has_the_coverage_all_the_same(ledger: Ledger, tmp_path: Path) -> None:
    def write(job: Job) -> Iterator[Part]:
        (job.folder / "things.json").write_text("[1, 2]", encoding="utf-8")
        yield Part("things.json", 2)

    manifest = export_package(Job(ledger, tmp_path / "out"), Format("csv", write), {})
    assert manifest.files["things.json"].rows == 2
    assert len(records(tmp_path / "out" / "coverage.csv")) == 3
    assert {row["table"] for row in records(tmp_path / "out" / "dictionary.csv")} == {"coverage"}
