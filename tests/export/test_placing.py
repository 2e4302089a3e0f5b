import zipfile
from pathlib import Path

import msgspec
import pytest

from tawatur.errors import LedgerError
from tawatur.export.manifest import File, Manifest
from tawatur.export.placing import check_place, place


def package(folder: Path, *names: str) -> Path:
    """A folder that holds files, and a manifest that tells of them."""
    folder.mkdir()
    for name in names:
        (folder / name).write_text(name, encoding="utf-8")
    told = Manifest("csv", 1, "0.1.0", "4", 1, 1, "0" * 64, {}, {name: File("", 1) for name in names})
    (folder / "manifest.json").write_bytes(msgspec.json.encode(told))
    return folder


def test_a_folder_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    to = package(tmp_path / "out", "old.csv")
    place(package(work / "package", "new.csv"), to, work)
    assert {path.name for path in to.iterdir()} == {"new.csv", "manifest.json"}
    assert {path.name for path in work.iterdir()} == {"before"}


def test_an_archive_bears_no_time_and_keeps_what_is_packed_as_it_is(tmp_path: Path) -> None:
    place(package(tmp_path / "package", "a.csv", "b.parquet"), tmp_path / "out.zip", tmp_path)
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        members = archive.infolist()
        assert archive.read("b.parquet") == b"b.parquet"
    assert [(one.filename, one.compress_type) for one in members] == [
        ("a.csv", zipfile.ZIP_DEFLATED), ("b.parquet", zipfile.ZIP_STORED), ("manifest.json", zipfile.ZIP_DEFLATED),
    ]  # fmt: skip
    assert {one.date_time for one in members} == {(1980, 1, 1, 0, 0, 0)}


def test_places_that_are_free(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("empty", "new", "new.zip", "deep/new"):
        check_place(tmp_path / name, replace=False)


def test_a_package_is_replaced_when_told(tmp_path: Path) -> None:
    package(tmp_path / "out", "a.csv")
    (tmp_path / "out.zip").touch()
    for name in ("out", "out.zip"):
        check_place(tmp_path / name, replace=True)
        with pytest.raises(LedgerError, match="--replace"):
            check_place(tmp_path / name, replace=False)


def test_other_files_are_never_written_over(tmp_path: Path) -> None:
    package(tmp_path / "mixed", "a.csv")
    (tmp_path / "mixed" / "mine.txt").touch()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "manifest.json").write_text("{}", encoding="utf-8")
    (tmp_path / "file").touch()
    (tmp_path / "folder.zip").mkdir()
    for name, said in (("mixed", "other files"), ("mine", "other files"), ("file", "is a file"), ("folder.zip", "is a folder")):
        with pytest.raises(LedgerError, match=said):
            check_place(tmp_path / name, replace=True)
