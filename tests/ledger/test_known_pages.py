from pathlib import Path

import msgspec

from tawatur.fetching import Validators
from tawatur.intake import Snapshot
from tawatur.ledger.known_pages import known_pages
from tawatur.ledger.store import Ledger
from tests.ledger.pages import TOLL, fetched, page, take_in

URL, OTHER = "https://example.org/news/12", "https://example.org/news/13"


def with_headers(snapshot: Snapshot, **headers: str) -> Snapshot:
    return msgspec.structs.replace(snapshot, headers=tuple(headers.items()))


def test_the_last_answer_tells_what_to_ask(tmp_path: Path) -> None:
    first = with_headers(fetched(page(TOLL.format(5)), URL, "2020-03-14T10:00:00Z"), ETag="one")
    last = with_headers(
        fetched(page(TOLL.format(7)), URL, "2020-03-15T10:00:00Z"), etag="two", **{"Last-Modified": "Sun, 15 Mar 2020 09:00:00 GMT"}
    )
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        take_in(ledger, last, first, fetched(page(TOLL.format(9)), OTHER, "2020-03-15T10:00:00Z"))
        assert known_pages(ledger, [URL, OTHER, "https://example.org/none"]) == {URL: Validators("two", "Sun, 15 Mar 2020 09:00:00 GMT")}
