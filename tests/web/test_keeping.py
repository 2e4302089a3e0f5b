from pathlib import Path

import pytest
from litestar import Response

from tawatur.ledger.store import Ledger
from tawatur.web.keeping import kept
from tawatur.web.viewer import PREFERENCES
from tests.ledger.conftest import book as book
from tests.web.conftest import ClientMaker
from tests.web.test_viewer import viewer


class Made:
    """A page that tells how often it was made."""

    times = 0

    def __call__(self) -> Response[str]:
        self.times += 1
        return Response(f"page {self.times}")


def test_a_page_is_made_once_for_an_address_and_a_manner(book: Ledger) -> None:
    make = Made()
    contents = [
        kept(book, shown, make).content
        for shown in (
            viewer("/ar/"), viewer("/ar/"), viewer("/en/", "en"), viewer("/ar/", query_params={"place": "x"}), viewer("/ar/"),
            viewer("/ar/", headers={"cookie": f"{PREFERENCES}=arab.both.dark"}),
        )
    ]  # fmt: skip
    assert contents == ["page 1", "page 1", "page 2", "page 3", "page 1", "page 4"]


def test_it_is_made_again_when_the_ledger_changes(book: Ledger) -> None:
    make = Made()
    kept(book, viewer("/ar/"), make)
    book.count_input()
    assert kept(book, viewer("/ar/"), make).content == "page 2"


@pytest.mark.parametrize("path", ["/ar/", "/en/"])
def test_one_who_signs_is_not_shown_the_page_of_another(client_of: ClientMaker, ledger: Path, path: str) -> None:
    assert "نور" in client_of(name="نور").get(path).text
    assert "نور" not in client_of(name="هدى").get(path).text
