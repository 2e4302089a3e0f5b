"""What a ledger knows of the feeds it follows: what to ask them with, and when. Feeds that are quiet or fail are asked less often."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from tawatur.fetching import Validators
from tawatur.ledger.store import Ledger
from tawatur.model import Record
from tawatur.moments import read, written

QUIET_AFTER = 8
"""So often in a row with nothing new, a feed is asked half as often; twice as often, a quarter."""
_LONGEST = timedelta(hours=1)
"""No feed rests longer, unless rounds are rarer: when a computer was without a network for a night, all its feeds failed."""
_MOST_DOUBLINGS = 16


class FeedState(Record, frozen=True):
    """`quiet` and `failures` count in a row; `checked_at` is None for a feed that was never asked."""

    url: str
    validators: Validators = Validators()
    checked_at: str | None = None
    next_at: str | None = None
    quiet: int = 0
    failures: int = 0


def followed(ledger: Ledger) -> list[str]:
    """The feeds that the ledger follows."""
    return [url for (url,) in ledger.rows("SELECT url FROM feeds ORDER BY url")]


def due(ledger: Ledger, urls: Iterable[str], now: datetime) -> list[FeedState]:
    """Those feeds that are to be asked now."""
    states = [state(ledger, url) for url in dict.fromkeys(urls)]
    return [one for one in states if is_due(one.checked_at, one.next_at, now)]


def is_due(checked_at: str | None, next_at: str | None, now: datetime) -> bool:
    """Whether its time has come. If it was asked in the future, the clock was set back, and what is set down says nothing."""
    return checked_at is None or next_at is None or read(next_at) <= now or read(checked_at) > now


def state(ledger: Ledger, url: str) -> FeedState:
    sql = "SELECT etag, last_modified, checked_at, next_at, quiet, failures FROM feeds WHERE url = ?"
    row = ledger.rows(sql, url).fetchone()
    return FeedState(url, Validators(*row[:2]), *row[2:]) if row else FeedState(url)


def answered(ledger: Ledger, one: FeedState, validators: Validators, *, is_new: bool, now: datetime, every: timedelta) -> FeedState:
    """Sets down that a feed answered, within the caller's transaction."""
    quiet = 0 if is_new else one.quiet + 1
    period = min(every * 2 ** min(quiet // QUIET_AFTER, 2), max(every, _LONGEST))
    return _kept(ledger, FeedState(one.url, validators, quiet=quiet), now, period, every)


def failed(ledger: Ledger, one: FeedState, *, now: datetime, every: timedelta) -> FeedState:
    """Sets down that a feed could not be read, within the caller's transaction: each time in a row it rests twice as long."""
    failures = one.failures + 1
    period = min(every * 2 ** min(failures, _MOST_DOUBLINGS), max(every, _LONGEST))
    return _kept(ledger, FeedState(one.url, one.validators, quiet=one.quiet, failures=failures), now, period, every)


def _kept(ledger: Ledger, one: FeedState, now: datetime, period: timedelta, every: timedelta) -> FeedState:
    """Half a round is left between, so that the round which is meant does not come a moment too early."""
    asked, times = one.validators, (written(now), written(now + period - every / 2))
    ledger.rows(
        "INSERT OR REPLACE INTO feeds VALUES (?, ?, ?, ?, ?, ?, ?)",
        one.url, asked.etag, asked.last_modified, *times, one.quiet, one.failures,
    )  # fmt: skip
    return one
