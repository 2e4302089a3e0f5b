import gzip
import hashlib
from pathlib import Path

from tawatur.errors import InputError
from tawatur.intake.files import snapshots
from tawatur.intake.snapshot import Snapshot


def found(*paths: Path) -> list[Snapshot]:
    return [item for item in snapshots(paths) if isinstance(item, Snapshot)]


def test_a_snapshot_is_the_bytes_of_the_file(tmp_path: Path) -> None:
    content = "\ufeffنص\r\n".encode()
    (tmp_path / "a.TXT").write_bytes(content)
    (tmp_path / "b.htm").write_bytes(b"<p>")
    one, other = found(tmp_path)
    assert one == Snapshot(str(tmp_path / "a.TXT"), str(tmp_path / "a.TXT"), "text", content)
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


def test_files_of_unknown_kind_are_judged_by_their_start_when_named(tmp_path: Path) -> None:
    for name, content in (("page", b" <!DOCTYPE html><p>"), ("lines", b'\xef\xbb\xbf{"a": 1}'), ("array", b'[{"a": 1}]'), ("words", b"x")):
        (tmp_path / name).write_bytes(content)
    assert [found(tmp_path / name)[0].media for name in ("page", "lines", "array", "words")] == ["html", "article", "article", "text"]
    (error,) = snapshots([tmp_path])
    assert isinstance(error, InputError)


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
