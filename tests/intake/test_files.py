import gzip
import hashlib
import os
from pathlib import Path

from tawatur.errors import InputError
from tawatur.intake.box import Options
from tawatur.intake.files import snapshots
from tawatur.intake.snapshot import Snapshot


def found(*paths: Path) -> list[Snapshot]:
    return [item for item in snapshots(paths) if isinstance(item, Snapshot)]


def test_a_snapshot_is_the_bytes_of_the_file(tmp_path: Path) -> None:
    content = "\ufeffنص\r\n".encode()
    (tmp_path / "a.TXT").write_bytes(content)
    os.utime(tmp_path / "a.TXT", (1584178200, 1584178200))
    (tmp_path / "b.htm").write_bytes(b"<p>")
    one, other = found(tmp_path)
    assert one == Snapshot(str(tmp_path / "a.TXT"), str(tmp_path / "a.TXT"), "text", content, seen_at="2020-03-14T09:30:00Z")
    assert one.sha256 == hashlib.sha256(content).hexdigest()
    assert other.media == "html"


def test_a_line_is_a_snapshot_without_its_line_end(tmp_path: Path) -> None:
    for name, content in (("a.jsonl", b'{"a": 1}\r\n\n  {"b": 2}'), ("b.jsonl.gz", gzip.compress(b'{"a": 1}\n{"b": 2}\n'))):
        path = tmp_path / name
        path.write_bytes(content)
        lines = found(path)
        assert [line.content for line in lines] == [b'{"a": 1}', b'{"b": 2}']
        assert {line.media for line in lines} == {"article"}
        assert {line.source for line in lines} == {str(path)}
    assert [line.where for line in found(tmp_path / "a.jsonl")] == [f"{tmp_path / 'a.jsonl'}:1", f"{tmp_path / 'a.jsonl'}:3"]


def test_content_decides_and_not_the_name(tmp_path: Path) -> None:
    contents = (
        ("page", b" <!DOCTYPE html><p>\xd9\x86"),
        ("lines", b'\xef\xbb\xbf{"text": "a"}'),
        ("array", b'[{"html": "a"}]'),
        ("words", b"x"),
    )
    for name, content in contents:
        (tmp_path / name).write_bytes(content)
    assert [found(tmp_path / name)[0].media for name, _ in contents] == ["html", "article", "article", "text"]
    assert [Path(item.source).name for item in found(tmp_path)] == ["array", "lines", "page"]


def test_a_folder_leaves_json_and_hidden_files(tmp_path: Path) -> None:
    for name in ("a.json", ".b.txt", "c.css"):
        (tmp_path / name).write_bytes(b"{}")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "d.txt").write_bytes(b"x")
    assert found(tmp_path) == []
    assert [item.content for item in found(tmp_path / "a.json")] == [b"{}"]


def test_broken_arrays(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"[{]")
    (error,) = snapshots([tmp_path / "a.json"])
    assert isinstance(error, InputError)
    assert "broken JSON" in error.what


def test_pipes_and_devices_are_named_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        (error,) = snapshots([path])
        assert isinstance(error, InputError)
        assert "a pipe, a socket or a device" in error.what


def test_a_saved_page_with_its_parts_is_one_report(tmp_path: Path) -> None:
    options = Options()
    for name, content in (
        ("page.html", b"<html>\xd9\x86"),
        ("page_files/ad.html", b"<html>\xd9\x86"),
        ("page_files/a.js", b"let"),
        ("x.css", b"p"),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (snapshot,) = snapshots([tmp_path], options=options)
    assert isinstance(snapshot, Snapshot)
    assert snapshot.source.endswith("page.html")
    assert options.skipped == {"part": 2}


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.symlink_to(path)
    (error,) = snapshots([path])
    assert isinstance(error, InputError)
    assert "cannot be read" in error.what
