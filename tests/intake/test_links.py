import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tawatur.errors import InputError
from tawatur.intake import limits
from tawatur.intake.box import Options
from tawatur.intake.files import snapshots
from tawatur.intake.links import is_address
from tawatur.intake.snapshot import Snapshot
from tests.intake.boxes import PAGE, REPORT, zipped
from tests.intake.test_feeds import INDEX, NEWS, RSS

SITE = "https://a.example/"


class Page(NamedTuple):
    final_url: str
    content: bytes
    headers: tuple[tuple[str, str], ...]
    fetched_at: str = "2020-03-14T09:30:00Z"


class Shelf:
    """A web of a few pages; `asked` is what was asked for. An address that is None has not changed."""

    def __init__(self, pages: dict[str, bytes | None]) -> None:
        self._pages, self.asked = pages, list[str]()

    def fetch_all(self, urls: Iterable[str], /) -> Iterator[object]:
        for url in urls:
            self.asked.append(url)
            content = self._pages.get(url, b"")
            if content:
                yield Page(url, content, (("Content-Type", "text/html" if content == PAGE else "application/octet-stream"),))
            else:
                yield None if content is None else InputError(url, "is not there (404)", "check it")


def found(source: str | Path, pages: dict[str, bytes | None]) -> tuple[list[Snapshot], list[InputError], Options]:
    options = Options(web=Shelf(pages))
    items = list(snapshots([source], options=options))
    return [item for item in items if isinstance(item, Snapshot)], [item for item in items if isinstance(item, InputError)], options


def test_an_address_gives_what_lies_there() -> None:
    ((snapshot,), faults, _) = found(SITE + "1", {SITE + "1": PAGE})
    assert snapshot == Snapshot(
        SITE + "1", SITE + "1", "html", PAGE, SITE + "1", "2020-03-14T09:30:00Z", (("Content-Type", "text/html"),), is_live=True
    )
    assert faults == []


def test_an_archive_at_an_address() -> None:
    ((snapshot,), _, _) = found(SITE + "a.zip", {SITE + "a.zip": zipped([("x.txt", REPORT.encode())])})
    assert (snapshot.where, snapshot.url, snapshot.is_live) == (f"{SITE}a.zip!x.txt", None, False)


def test_rows_at_an_address_have_no_address_of_their_own() -> None:
    rows, _, _ = found(SITE + "t.csv", {SITE + "t.csv": f"text,n\n{REPORT},1\n{REPORT},2\n".encode()})
    assert [(row.where, row.url) for row in rows] == [(f"{SITE}t.csv:2", None), (f"{SITE}t.csv:3", None)]


def test_links_of_a_feed_are_followed_and_what_fails_is_named() -> None:
    pages, faults, _ = found(SITE + "feed", {SITE + "feed": RSS.encode(), SITE + "2#top": PAGE})
    assert [(page.where, page.content) for page in pages] == [(SITE + "2#top", PAGE)]
    assert [fault.where for fault in faults] == [SITE + "1"]


def test_the_text_that_a_feed_carries_stands_in_for_a_page_that_is_not_there() -> None:
    text = f"<p>{REPORT}</p>" * 9
    feed = RSS.replace("<p>نص كامل</p>", text).encode()
    ((snapshot,), faults, _) = found(SITE + "feed", {SITE + "feed": feed, SITE + "2#top": None})
    assert len(faults) == 1
    assert (snapshot.media, snapshot.where, snapshot.url, snapshot.is_live) == ("article", f"{SITE}feed!{SITE}1", None, True)
    article = {"title": "خبر أول", "url": SITE + "1", "published": "Sat, 14 Mar 2020 09:30:00 +0300", "html": text}
    assert json.loads(snapshot.content) == article
    ((snapshot,), _, _) = found(SITE + "feed", {SITE + "feed": feed, SITE + "1": PAGE, SITE + "2#top": None})
    assert snapshot.media == "html"


def test_what_has_not_changed_is_counted() -> None:
    assert found(SITE + "1", {SITE + "1": None})[2].skipped == {"unchanged": 1}


def test_an_index_leads_to_sitemaps_and_those_to_pages() -> None:
    site: dict[str, bytes | None] = {
        SITE + "index": INDEX.encode(), SITE + "s.xml": gzip.compress(NEWS.encode()), SITE + "5": PAGE, SITE + "6": PAGE
    }  # fmt: skip
    pages, faults, _ = found(SITE + "index", site)
    assert ([page.url for page in pages], faults) == ([SITE + "5", SITE + "6"], [])


@pytest.mark.parametrize("inner", [RSS, NEWS, INDEX])
def test_what_a_feed_links_to_is_followed_no_further(inner: str) -> None:
    pages, faults, options = found(SITE + "feed", {SITE + "feed": RSS.encode(), SITE + "1": inner.encode(), SITE + "2#top": PAGE})
    assert ([page.url for page in pages], len(faults)) == ([SITE + "2#top"], 1)
    assert isinstance(options.web, Shelf)
    assert options.web.asked == [SITE + "feed", SITE + "1", SITE + "2#top"]


def test_an_index_of_indexes_ends() -> None:
    _, faults, options = found(SITE + "s.xml", {SITE + "s.xml": INDEX.encode()})
    assert isinstance(options.web, Shelf)
    assert (len(faults), len(options.web.asked)) == (1, 2)


def test_more_links_than_are_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LINKS", 1)
    pages, faults, _ = found(SITE + "feed", {SITE + "feed": RSS.encode(), SITE + "1": PAGE})
    assert (len(pages), ["2 links" in fault.what for fault in faults]) == (1, [True])


def test_a_feed_is_followed_only_when_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS, encoding="utf-8")
    (tmp_path / "a.zip").write_bytes(zipped([("feed.xml", RSS.encode())]))
    pages, faults, _ = found(tmp_path, {SITE + "1": PAGE})
    assert (pages, len(faults)) == ([], 2)
    pages, _, _ = found(tmp_path / "feed.xml", {SITE + "1": PAGE})
    assert len(pages) == 1


def test_without_a_web_addresses_are_refused() -> None:
    (fault,) = snapshots([SITE])
    assert isinstance(fault, InputError)
    assert "nothing is fetched here" in fault.what


def test_what_is_an_address() -> None:
    assert is_address("HTTPS://a.example")
    assert not is_address("a.txt")
    assert not is_address(InputError("https://a.example", "x", "y"))
