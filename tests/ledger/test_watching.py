"""Following a feed on this machine: one outlet, another, a revised toll, a denial, a changed page."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tawatur.errors import InputError
from tawatur.fetching import Fetcher, FetchOptions
from tawatur.fetching.webhook import Webhook
from tawatur.ledger.adding import Stored
from tawatur.ledger.developments import Told
from tawatur.ledger.stopping import Stopping
from tawatur.ledger.store import Ledger
from tawatur.ledger.watching import Heard, Notice, Plan, Watch
from tests.fetching.test_webhook import Receiver, hurried
from tests.ledger.contents import contents
from tests.ledger.news_site import ATTACK, NewsSite, news_site

START = datetime(2020, 3, 15, 9, tzinfo=UTC)
EVERY = timedelta(minutes=15)


class Follower:
    """A watch whose clock the test turns."""

    def __init__(self, ledger: Ledger, site: NewsSite, webhook: Webhook | None = None) -> None:
        self.ledger, self.now = ledger, START
        self.stopping = Stopping()
        fetcher = Fetcher(FetchOptions(allow_private=True, delay_s=0, retries=0))
        plan = Plan((site.feed,), EVERY)
        self.watch = Watch(ledger, fetcher, plan, webhook=webhook, stopping=self.stopping, now=lambda: self.now)

    def round(self) -> list[Heard]:
        found = list(self.watch.round())
        self.now += EVERY
        return found

    def told(self) -> dict[str, str]:
        """What a round tells, by kind, in English, without what is quiet."""
        told = [one.development for one in self.round() if isinstance(one, Told)]
        return {one.kind: one.sentence["en"] for one in told if not one.is_quiet}


@pytest.fixture
def site() -> Iterator[NewsSite]:
    with news_site() as made:
        yield made


@pytest.fixture
def follower(tmp_path: Path, site: NewsSite) -> Iterator[Follower]:
    with Ledger(tmp_path / "watched.ledger", create=True) as ledger:
        yield Follower(ledger, site)


def test_a_story_as_feeds_bring_it(follower: Follower, site: NewsSite) -> None:
    site.publish("/a", ATTACK.format("ثلاثة") + ".", "الضفة")
    assert list(follower.told()) == ["event.new"]
    site.publish("/b", f"قالت وزارة الصحة العراقية إن {ATTACK.format('ثلاثة')}.", "المدار")
    assert "A second independent chain behind the attack in Camp Taji" in follower.told()["event.chains"]
    site.publish("/c", f"قالت وزارة الصحة العراقية إن عدد قتلى {ATTACK[11:]} ارتفع إلى سبعة جنود.", "الشروق", "2020-03-16T08:00:00+03:00")
    assert "is now 7 (between 3 and 7), before that 3" in follower.told()["toll"]
    denial = "نفى المتحدث باسم الجيش العراقي سقوط قتلى في الهجوم بالصواريخ على معسكر التاجي السبت."
    site.publish("/d", denial, "المرايا", "2020-03-16T09:00:00+03:00")
    assert "whether the attack in Camp Taji of 2020-03-14 caused casualties" in follower.told()["disagreement.new"]
    site.publish("/a", ATTACK.format("أربعة") + ".", "الضفة")
    changed = follower.told()
    assert "the number of people killed («جنود»): 4 (before: 3)" in changed["report.changed"]


def test_what_was_taken_is_not_fetched_again_until_it_is_due(follower: Follower, site: NewsSite) -> None:
    site.publish("/a", ATTACK.format("ثلاثة") + ".", "الضفة")
    follower.round()
    assert site.paths() == ["/feed.xml", "/a"]
    follower.round()
    assert site.asked == [("/feed.xml", 304)]
    site.asked.clear()
    follower.round()
    assert site.asked == [("/feed.xml", 304), ("/a", 304)]
    site.asked.clear()
    follower.now += timedelta(hours=47)
    follower.round()
    follower.now += timedelta(hours=49)
    follower.round()
    assert site.paths().count("/a") == 2
    follower.now += timedelta(days=9)
    follower.round()
    assert "/a" not in site.paths()


def test_a_page_that_was_added_otherwise_is_not_fetched(follower: Follower, site: NewsSite) -> None:
    site.publish("/a", ATTACK.format("ثلاثة") + ".", "الضفة")
    follower.ledger.rows("INSERT INTO addresses VALUES (?, 'd', 'found')", f"{site.url.removeprefix('http://')}/a")
    follower.round()
    assert site.paths() == ["/feed.xml"]


def test_a_feed_that_fails_is_named_once_and_asked_less_often(follower: Follower, site: NewsSite) -> None:
    site.publish("/a", ATTACK.format("ثلاثة") + ".", "الضفة")
    site.statuses["/feed.xml"] = 404
    first = follower.round()
    assert [str(one) for one in first] == [f"{site.feed}: is not there (status 404); check the address"]
    rounds = [follower.round() for _ in range(16)]
    assert rounds == [[]] * 16
    assert len(site.paths()) == 5
    del site.statuses["/feed.xml"]
    follower.now += timedelta(hours=6)
    assert follower.round()[0] == Notice("back", site.feed)


def test_a_quiet_feed_is_named_once_and_asked_less_often(follower: Follower, site: NewsSite) -> None:
    site.publish("/a", ATTACK.format("ثلاثة") + ".", "الضفة")
    heard = [one for _ in range(24) for one in follower.round()]
    assert [one for one in heard if isinstance(one, Notice)] == [Notice("quiet", site.feed)]
    assert site.paths().count("/feed.xml") == 16


def test_a_page_that_fails_is_named_once_and_tried_a_few_times(follower: Follower, site: NewsSite) -> None:
    site.publish("/a", "", "الضفة")
    site.publish("/b", ATTACK.format("ثلاثة") + ".", "الضفة")
    site.statuses["/a"] = 503
    found = follower.round()
    assert [str(one) for one in found if isinstance(one, InputError)] == [f"{site.url}/a: is out of service (status 503); try again later"]
    assert [one.is_new for one in found if isinstance(one, Stored)] == [True]
    for _ in range(8):
        assert [one for one in follower.round() if isinstance(one, InputError)] == []
        follower.now += timedelta(hours=1)
    assert site.paths().count("/a") == 6


def test_a_clock_that_is_set_back_stops_nothing(follower: Follower, site: NewsSite) -> None:
    site.publish("/a", ATTACK.format("ثلاثة") + ".", "الضفة")
    follower.now += timedelta(days=300)
    follower.round()
    follower.now = START
    site.paths()
    follower.round()
    follower.round()
    assert site.paths() == ["/feed.xml", "/a", "/feed.xml"]


def test_a_feed_of_many_pages_gives_the_newest(follower: Follower, site: NewsSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tawatur.ledger.visits.MOST_AT_ONCE", 2)
    for name in "abcd":
        site.publish(f"/{name}", ATTACK.format("ثلاثة") + ".", "الضفة")
    assert [one for one in follower.round() if isinstance(one, Notice)] == [Notice("many", site.feed, 4)]
    assert sorted(site.paths()) == ["/c", "/d", "/feed.xml"]


def test_stopping_leaves_what_comes_for_the_next_time(tmp_path: Path, site: NewsSite) -> None:
    for name, toll in (("a", "ثلاثة"), ("b", "أربعة"), ("c", "خمسة")):
        site.publish(f"/{name}", ATTACK.format(toll) + ".", f"صحيفة {name}")
    with Ledger(tmp_path / "whole.ledger", create=True) as whole:
        Follower(whole, site).round()
        expected = contents(whole)
    with Ledger(tmp_path / "stopped.ledger", create=True) as stopped:
        one = Follower(stopped, site)
        heard = one.watch.round()
        assert isinstance(next(heard), Stored)
        one.stopping.is_asked = True
        list(heard)
        again = Follower(stopped, site)
        again.now = one.now
        again.round()
        assert contents(stopped) == expected


def test_what_was_not_told_is_told_the_next_time(tmp_path: Path, site: NewsSite) -> None:
    site.publish("/a", ATTACK.format("ثلاثة") + ".", "الضفة")
    with Ledger(tmp_path / "killed.ledger", create=True) as ledger:
        heard = Follower(ledger, site).watch.round()
        told = next(one for one in heard if isinstance(one, Told))
        heard.close()  # type: ignore[attr-defined]
        kinds = [one.development.kind for one in Follower(ledger, site).watch.round() if isinstance(one, Told)]
        assert told.development.kind == kinds[0] == "report.new"
        assert "event.new" in kinds


def test_a_webhook_is_told_and_what_it_does_not_take_waits(tmp_path: Path, site: NewsSite) -> None:
    receiver = Receiver(500, 500, 500, 200)
    try:
        with Ledger(tmp_path / "hooked.ledger", create=True) as ledger:
            follower = Follower(ledger, site, Webhook(receiver.url, machine=hurried([])))
            site.publish("/a", ATTACK.format("ثلاثة") + ".", "الضفة")
            faults = [one for one in follower.round() if isinstance(one, InputError)]
            assert [fault.what for fault in faults] == ["does not take what is delivered (status 500)"]
            back = [one for one in follower.round() if isinstance(one, Notice)]
            assert back == [Notice("back", receiver.url.partition("/in")[0])]
            assert ledger.rows("SELECT * FROM deliveries").fetchall() == []
    finally:
        receiver.close()
    assert len({headers["webhook-id"] for headers, _ in receiver.taken}) == 1
    assert b'"kind":"event.new"' in receiver.taken[-1][1]
    assert b"report.new" not in receiver.taken[-1][1]


def test_a_ledger_that_another_command_writes_ends_the_round_only(
    follower: Follower, site: NewsSite, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.setattr("tawatur.ledger.store._UNTIL_TOLD_S", 0.01)
    monkeypatch.setattr("tawatur.ledger.store._PATIENCE_S", 0.02)
    site.publish("/a", ATTACK.format("ثلاثة") + ".", "الضفة")
    with closing(sqlite3.connect(follower.ledger.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert [one.what for one in follower.round() if isinstance(one, InputError)] == ["is written by another command"]
        other.execute("ROLLBACK")
    assert list(follower.told()) == ["event.new"]
