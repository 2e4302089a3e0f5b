import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tawatur.errors import TawaturError
from tawatur.export.jsonl import export_jsonl
from tawatur.ledger.deriving import derive
from tawatur.ledger.store import Ledger
from tests.ledger.examples import Reconciler, fill, make_ledger

NAMES = ["documents", "mentions", "events", "statements", "claims", "disagreements", "judgements"]


def lines(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    with Ledger(make_ledger(tmp_path / "a.ledger", monkeypatch)) as ledger:
        export_jsonl(ledger, tmp_path / "out")
    return tmp_path / "out"


def test_the_contract(folder: Path) -> None:
    documents = lines(folder, "documents")
    assert [(document["id"], document["family"]) for document in documents] == [("a", "family-1"), ("b", "family-1"), ("c", None)]
    assert all("text" not in document and document["sha256"] and "zones" in document for document in documents)
    assert [document["version"] for document in documents] == [1, 1, 1]
    mentions = lines(folder, "mentions")
    read_from = {document["id"]: document["sha256"] for document in documents}
    assert all(part["sha256"] == read_from[part["document"]] for part in [*mentions, *lines(folder, "statements")])
    assert [(mention["id"], mention["document"], mention["event"]) for mention in mentions] == [
        ("a:e1", "a", "event-1"), ("b:e1", "b", "event-1"), ("c:e1", "c", "event-1"),
    ]  # fmt: skip
    assert {"type", "mode", "trigger", "date", "place", "actors", "targets", "weapons", "modality", "chain"} <= set(mentions[0])
    (event, _) = lines(folder, "events")
    assert event["figures"]["killed"]["values"][0]["chains_max"] == 2
    assert [(said["id"], said["document"], said["claim"]) for said in lines(folder, "statements")] == [
        ("a:s1", "a", "claim-1"), ("c:s1", "c", "claim-1"),
    ]  # fmt: skip
    assert lines(folder, "claims")[0]["statements"] == ["a:s1", "c:s1"]
    assert lines(folder, "disagreements")[0]["explanation"]["ar"]
    assert lines(folder, "judgements") == []


def test_the_manifest_tells_the_bytes(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert sorted(manifest["files"]) == sorted(f"{name}.jsonl" for name in NAMES)
    for name, told in manifest["files"].items():
        content = (folder / name).read_bytes()
        assert told == {"lines": content.count(b"\n"), "sha256": hashlib.sha256(content).hexdigest()}


def test_the_order_of_adding_does_not_show(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tawatur.ledger.deriving.Reconciler", Reconciler)
    with Ledger(tmp_path / "b.ledger", create=True) as ledger:
        fill(ledger, "cab")
        derive(ledger)
        export_jsonl(ledger, tmp_path / "other")
    for name in ["manifest.json", *(f"{name}.jsonl" for name in NAMES)]:
        assert (tmp_path / "other" / name).read_bytes() == (folder / name).read_bytes()


def test_a_folder_that_cannot_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    with Ledger(make_ledger(tmp_path / "a.ledger", monkeypatch)) as ledger, pytest.raises(TawaturError, match="cannot be written"):
        export_jsonl(ledger, tmp_path / "file")
