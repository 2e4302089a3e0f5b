from datetime import UTC, datetime, timedelta

import pytest

from tawatur.fetching import Validators
from tawatur.ledger import feeds
from tawatur.ledger.feeds import FeedState
from tawatur.ledger.store import Ledger

NOW, EVERY = datetime(2020, 3, 14, 9, tzinfo=UTC), timedelta(minutes=15)
URL = "https://news.example/feed.xml"


def test_what_a_feed_is_asked_with_next_time(book: Ledger) -> None:
    assert feeds.due(book, [URL, URL], NOW) == [FeedState(URL)]
    feeds.answered(book, FeedState(URL), Validators('"a"', "Sat"), is_new=True, now=NOW, every=EVERY)
    assert feeds.followed(book) == [URL]
    assert feeds.due(book, [URL], NOW + EVERY / 3) == []
    (state,) = feeds.due(book, [URL], NOW + EVERY)
    assert (state.validators, state.quiet, state.failures) == (Validators('"a"', "Sat"), 0, 0)


@pytest.mark.parametrize(("quiet", "minutes"), [(0, 15), (6, 15), (7, 30), (15, 60), (90, 60)])
def test_how_long_a_quiet_feed_rests(book: Ledger, quiet: int, minutes: int) -> None:
    feeds.answered(book, FeedState(URL, quiet=quiet), Validators(), is_new=False, now=NOW, every=EVERY)
    assert feeds.due(book, [URL], NOW + timedelta(minutes=minutes - 8)) == []
    assert feeds.due(book, [URL], NOW + timedelta(minutes=minutes))[0].quiet == quiet + 1


@pytest.mark.parametrize(("failures", "minutes"), [(0, 30), (1, 60), (2, 60), (10**6, 60)])
def test_how_long_a_failing_feed_rests(book: Ledger, failures: int, minutes: int) -> None:
    feeds.failed(book, FeedState(URL, Validators('"a"'), failures=failures), now=NOW, every=EVERY)
    assert feeds.due(book, [URL], NOW + timedelta(minutes=minutes - 8)) == []
    (state,) = feeds.due(book, [URL], NOW + timedelta(minutes=minutes))
    assert (state.failures, state.validators) == (failures + 1, Validators('"a"'))


def test_a_clock_that_was_set_back_makes_it_due() -> None:
    assert feeds.is_due("2020-03-14T09:00:01Z", "2020-03-15T09:00:00Z", NOW)
    assert not feeds.is_due("2020-03-14T09:00:00Z", "2020-03-14T09:00:01Z", NOW)
    assert feeds.is_due("2020-03-14T08:00:00Z", "2020-03-14T09:00:00Z", NOW)
