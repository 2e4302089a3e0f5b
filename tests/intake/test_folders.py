import os
from pathlib import Path

import pytest

from tawatur.errors import InputError
from tawatur.intake.folders import Beside, files_of, suffix


def names(folder: Path) -> list[str | None]:
    return [
        item.where if isinstance(item, InputError) else item.relative_to(folder).as_posix() if item else None for item in files_of(folder)
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    for name in ("b/z.txt", "a.txt", "c.txt", ".git/x.txt", "page.html", "page_files/frame.html", "other_files/d.txt", "Thumbs.db"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def test_files_come_in_order_without_the_parts_of_pages(folder: Path) -> None:
    found = names(folder)
    assert [name for name in found if name] == ["a.txt", "c.txt", "page.html", "b/z.txt", "other_files/d.txt"]
    assert found.count(None) == 2


def test_links_within_are_passed_over_and_links_out_are_named(folder: Path) -> None:
    (folder.parent / "outside.txt").touch()
    (folder / "in.txt").symlink_to(folder / "a.txt")
    (folder / "out.txt").symlink_to(folder.parent / "outside.txt")
    (folder / "b" / "loop").symlink_to(folder)
    (folder / "up").symlink_to(folder.parent)
    found = list(files_of(folder))
    faults = [item for item in found if isinstance(item, InputError)]
    assert [Path(fault.where).name for fault in faults] == ["out.txt", "up"]
    assert all("leads out" in fault.what for fault in faults)
    assert len([item for item in found if isinstance(item, Path)]) == 5


def test_a_pipe_is_named(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert ["a pipe" in item.what for item in files_of(folder) if isinstance(item, InputError)] == [True]


def test_a_folder_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (fault,) = files_of(tmp_path / "none")
    assert isinstance(fault, InputError)


def test_what_belongs_to_a_page() -> None:
    beside = Beside(["a/page.htm", "a/page_files/x/y.html", "b_files/c.html"])
    assert beside.is_part("a/page_files/x/y.html")
    assert not beside.is_part("b_files/c.html")
    assert beside.is_part("a/.x/b.txt")
    assert not beside.is_part("../a.txt")


def test_the_suffix_of_what_is_compressed_is_the_inner_one() -> None:
    assert [suffix(name) for name in ("a.JSONL.gz", "a.TXT", "a", "a.gz", "ب.csv")] == [".jsonl", ".txt", "", "", ".csv"]
