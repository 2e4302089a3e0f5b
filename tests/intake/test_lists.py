import io
from pathlib import Path

import pytest

from tawatur.errors import InputError
from tawatur.intake.lists import listed


def test_a_line_is_a_source(tmp_path: Path) -> None:
    path = tmp_path / "links.txt"
    lines = ["\ufeff# روابط", "https://a.example/1#top", "", "  صفحة.html\u200f ", "-", "x" * 5000, "https://a.example/2"]
    path.write_text("\r\n".join(lines), encoding="utf-8")
    found = list(listed([path]))
    assert [item for item in found if isinstance(item, str)] == ["https://a.example/1#top", "صفحة.html", "https://a.example/2"]
    assert [item.where for item in found if isinstance(item, InputError)] == [f"{path}:5", f"{path}:6"]


def test_a_list_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a.txt\nb.txt")))
    assert list(listed(["-"])) == ["a.txt", "b.txt"]


def test_a_list_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(range(256)) * 9)
    faults = list(listed([tmp_path / "a", tmp_path / "none"]))
    assert [isinstance(fault, InputError) for fault in faults] == [True, True]
