from pathlib import Path

import pytest

from tawatur.errors import InputError
from tawatur.intake import Snapshot
from tawatur.ledger import rereading
from tawatur.ledger.adding import Stored
from tawatur.ledger.rows import prepare
from tawatur.ledger.store import Ledger
from tawatur.ledger.versions import versions
from tests.ledger.pages import TOLL, fetched, page, take_in

URL = "https://example.org/news/12"
PAGES = (fetched(page(TOLL.format(5)), URL, "2020-03-14T10:00:00Z"), fetched(page(TOLL.format(7)), URL, "2020-03-15T10:00:00Z"))


def test_every_version_is_read_again_and_the_current_one_stays(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        (one, _) = take_in(ledger, *PAGES)
        before, current = versions(ledger, one.id), ledger.value("SELECT sha256 FROM documents")
        ledger.rows("UPDATE captures SET text_sha256 = sha256")
        assert list(rereading.read_again(ledger)) == [Stored(one.id, False)]
        assert versions(ledger, one.id) == before
        assert ledger.value("SELECT sha256 FROM documents") == current
        assert ledger.value("SELECT count(*) FROM captures WHERE text_sha256 = sha256") == 0


def test_a_reader_that_sees_no_difference_any_more_goes_back_to_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        (one, _) = take_in(ledger, *PAGES)
        monkeypatch.setattr(rereading, "_TEXT", "UPDATE captures SET text_sha256 = substr(?, 1, 0) WHERE document = ? AND sha256 = ?")
        list(rereading.read_again(ledger))
        (only,) = versions(ledger, one.id)
        assert (only.sha256, ledger.value("SELECT sha256 FROM documents")) == (PAGES[0].sha256, PAGES[0].sha256)
        assert "مقتل 5" in str(ledger.value("SELECT form FROM mentions") or "مقتل 5")


def test_a_snapshot_that_gives_nothing_any_more_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        take_in(ledger, Snapshot("a.txt", "a.txt", "text", TOLL.format(5).encode()))
        monkeypatch.setattr(rereading, "prepare", lambda task: InputError(task.snapshot.where, "is empty", "leave it out"))
        (error,) = rereading.read_again(ledger)
        assert isinstance(error, InputError)
        assert ledger.value("SELECT count(*) FROM snapshots") == 1
        assert ledger.value("SELECT count(*) FROM readings") == 0
        monkeypatch.setattr(rereading, "prepare", prepare)
        list(rereading.read_again(ledger))
        assert ledger.value("SELECT count(*) FROM readings") == 1
