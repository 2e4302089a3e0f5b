"""What the fuzzing job found, in words of our own: each input once broke something, and is read or refused now."""

import json
from pathlib import Path

from tawatur.errors import InputError
from tawatur.intake import Given, Snapshot, snapshots
from tawatur.ledger.rows import Prepared, Task, prepare

BODY = "<p>قتل خمسة جنود وأصيب 12 مدنيا في هجوم بالصواريخ على معسكر قرب بغداد أمس السبت، وقال المتحدث إن الهجوم فشل.</p>"


def test_linked_data_may_name_an_author_that_no_encoding_can_write() -> None:
    linked = json.dumps(
        {"@type": "NewsArticle", "headline": "هجوم \ud800", "author": [{"name": "نور \udc00"}], "publisher": {"name": "\ud800"}}
    )
    page = f'<html><head><script type="application/ld+json">{linked}</script></head><body><article>{BODY}</article></body></html>'
    ready = prepare(Task(Snapshot("a.html", "a.html", "html", page.encode()), Given()))
    assert isinstance(ready, Prepared)
    assert ready.document.authors == ("نور \ufffd",)
    assert ready.document.title == "هجوم \ufffd"


def test_a_feed_may_name_an_address_with_a_line_end_in_it(tmp_path: Path) -> None:
    item = "<item><title>هجوم</title><link>https://a.exa\nX-Header: 1\nmple/1</link></item>"
    path = tmp_path / "feed.xml"
    path.write_text(f'<rss version="2.0"><channel><title>الضفة</title>{item}</channel></rss>', encoding="utf-8")
    refused = [str(found) for found in snapshots([path]) if isinstance(found, InputError)]
    assert refused
    assert [len(one.splitlines()) for one in refused] == [1] * len(refused)
