from pathlib import Path

from tawatur.ledger.store import Ledger
from tawatur.ledger.writing import erase, unindex
from tests.ledger.pages import TOLL, fetched, page, take_in

MATCHES = "SELECT count(*) FROM words WHERE words MATCH 'folded: الموصل'"


def test_erased_words_are_found_no_more(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        one, _ = take_in(ledger, *(fetched(page(TOLL.format(n)), f"https://example.org/{n}", "2020-03-14T10:00:00Z") for n in (5, 7)))
        assert ledger.value(MATCHES) == 2
        erase(ledger, one.id)
        assert ledger.value(MATCHES) == 1
        ledger.rows("INSERT INTO words (words) VALUES ('integrity-check')")


def test_words_that_another_version_wrote_are_left_alone(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        (one,) = take_in(ledger, fetched(page(TOLL.format(5)), "https://example.org/5", "2020-03-14T10:00:00Z"))
        ledger.rows("UPDATE readings SET reader_version = '0'")
        unindex(ledger, one.id)
        assert ledger.value(MATCHES) == 1
