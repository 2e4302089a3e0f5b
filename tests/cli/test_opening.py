from pathlib import Path

from tawatur.cli.opening import opened
from tawatur.ledger.store import Ledger
from tawatur.wording.messages import Messages


def test_a_ledger_is_brought_up_to_date_first(ledger: Path) -> None:
    with Ledger(ledger) as book:
        book.set("reconciled", "")
    with opened(ledger, Messages("en")) as book:
        assert book.setting("reconciled") != ""
        assert book.value("SELECT count(*) FROM event_mentions") == 3
