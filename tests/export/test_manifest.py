import hashlib
from pathlib import Path

import pytest

from tawatur.export import manifest
from tawatur.ledger import custody
from tawatur.ledger.store import Ledger
from tests.ledger.examples import make_ledger


def test_the_state_of_a_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(make_ledger(tmp_path / "a.ledger", monkeypatch)) as ledger:
        found = manifest.manifest(ledger, "csv", {"--from": "2020"})
        assert (found.documents, found.entries, found.head) == (3, 3, custody.head(ledger))
    assert (found.format, found.version, found.narrowed, found.files) == ("csv", manifest.VERSION, {"--from": "2020"}, {})


def test_a_file_is_told_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert manifest.described(tmp_path / "a", 2) == manifest.File(hashlib.sha256(b"abc").hexdigest(), 3, 2)


@pytest.mark.parametrize("content", [None, b"", b"{}", b"[1", b'{"format": 1}'])
def test_what_is_no_package(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "manifest.json").write_bytes(content)
    assert not manifest.is_package(tmp_path)
