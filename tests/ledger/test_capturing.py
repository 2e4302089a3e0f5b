from pathlib import Path

from tawatur.intake import Given
from tawatur.ledger import custody
from tawatur.ledger.capturing import drop
from tawatur.ledger.store import Ledger
from tests.ledger.pages import TOLL, fetched, page, take_in

URL = "https://example.org/news/12"


def test_every_sight_of_the_bytes_is_set_down_once(tmp_path: Path) -> None:
    first, later = (fetched(page(TOLL.format(5)), URL, f"2020-03-1{day}T10:00:00Z") for day in (4, 5))
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        take_in(ledger, first, later, later, first)
        entries = list(custody.entries(ledger))
        assert [entry.act for entry in entries] == ["captured", "seen"]
        assert entries[0].detail["sha256"] == first.sha256
        assert set(entries[0].detail) == {"sha256", "source", "seen_at", "media", "headers_sha256"}
        assert ledger.value("SELECT count(*) FROM snapshots") == 1


def test_what_is_dropped_leaves_no_row_of_its_own(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        (one,) = take_in(ledger, fetched(page(TOLL.format(5)), URL, "2020-03-14T10:00:00Z"))
        with ledger.transaction():
            drop(ledger, one.id)
        tables = ("documents", "readings", "mentions", "figures", "statements", "links", "captures", "addresses")
        assert {table: ledger.value(f"SELECT count(*) FROM {table}") for table in tables} == dict.fromkeys(tables, 0)
        assert ledger.value("SELECT count(*) FROM words WHERE words MATCH 'folded: الموصل'") == 0


def test_what_the_user_says_is_set_down_when_it_is_new(tmp_path: Path) -> None:
    one = fetched(page(TOLL.format(5)), URL, "2020-03-14T10:00:00Z")
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        for given in (Given(outlet="الصباح"), Given(outlet="المساء"), Given("2020-03-15")):
            take_in(ledger, one, given=given)
        told = [entry.detail for entry in custody.entries(ledger) if entry.act == "told"]
        assert told == [{"outlet": "الصباح"}, {"outlet": "الصباح", "published": "2020-03-15"}]
