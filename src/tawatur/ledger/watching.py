"""Keeping a ledger current: a round asks the feeds, fetches the pages they name, and says what changed.

What a feed named, what was fetched and what is to be told are each set down whole: whenever a watch is killed, the next one goes on from
there, and comes to the same ledger.
"""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Literal

from tawatur.errors import InputError
from tawatur.fetching import Fetcher, NotModified, Response, Validators
from tawatur.fetching.faults import FetchError
from tawatur.fetching.webhook import Webhook
from tawatur.intake import Given
from tawatur.intake.feeds import Entry
from tawatur.ledger import developments, feeds, visits
from tawatur.ledger.adding import Stored, add_snapshots
from tawatur.ledger.answers import entries, reports
from tawatur.ledger.deliveries import deliver
from tawatur.ledger.deriving import is_current, refresh
from tawatur.ledger.developments import Told
from tawatur.ledger.feeds import FeedState
from tawatur.ledger.stopping import Stopped, Stopping
from tawatur.ledger.store import Ledger
from tawatur.ledger.visits import Visit
from tawatur.model import Record

_BATCH = 16
"""Pages are told of so many at a time."""

Answer = Response | NotModified | InputError


class Plan(Record, frozen=True):
    """What to follow: `every` is the time between rounds, for `revisit` a page is asked again whether it changed."""

    feeds: tuple[str, ...]
    every: timedelta = timedelta(0)
    revisit: timedelta = timedelta(hours=48)


class Notice(Record, frozen=True):
    """Something to know of a feed or webhook, said once: it is `quiet`, it is `back`, or it names so many pages that only the newest are
    taken (`many`)."""

    kind: Literal["quiet", "back", "many"]
    about: str
    count: int = 0


Heard = Told | Stored | Notice | InputError
"""A development to be told, a report that came in or was seen again, or what is to know of a feed, a page or the webhook."""


class Watch:
    """Rounds over the feeds of a plan. `now` is UTC; the clock may jump, which at most asks once too often."""

    def __init__(
        self,
        ledger: Ledger,
        fetcher: Fetcher,
        plan: Plan,
        *,
        webhook: Webhook | None = None,
        stopping: Stopping | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.ledger, self.fetcher, self.plan = ledger, fetcher, plan
        self.webhook, self.stopping, self.now = webhook, stopping or Stopping(), now
        self._undelivered: InputError | None = None
        self._may_deliver = True

    def round(self) -> Iterator[Heard]:
        """Asks what is due, until asked to stop. What is to be told was told when the next item is asked for.

        Where another command writes for long, the round ends, and the next one goes on.
        """
        try:
            yield from self._round()
        except sqlite3.OperationalError as fault:
            if fault.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            yield InputError(str(self.ledger.path), "is written by another command", "let that end; the next round goes on")

    def _round(self) -> Iterator[Heard]:
        self._may_deliver = True
        yield from self._catch_up()
        yield from self._ask_feeds()
        asked: set[str] = set()
        while not self.stopping.is_asked:
            batch = [one for one in visits.due(self.ledger, self.now(), _BATCH) if one.address not in asked]
            if not batch:
                return
            asked.update(one.address for one in batch)
            yield from self._fetch(batch)
            yield from self._catch_up()

    def _catch_up(self) -> Iterator[Heard]:
        """Brings the ledger up to date, and tells what is to be told of it, the webhook too."""
        if not is_current(self.ledger):
            yield from (result for result in refresh(self.ledger, is_noting=True) if isinstance(result, InputError))
        developments.settle(self.ledger, self.webhook.name if self.webhook else None)
        for told in developments.untold(self.ledger):
            yield told
            developments.mark_told(self.ledger, told.number)
        yield from self._deliver()

    def _deliver(self) -> Iterator[Heard]:
        """A webhook that takes nothing is left alone until the next round, and named once."""
        if self.webhook is None or not self._may_deliver:
            return
        before, self._undelivered = self._undelivered, deliver(self.ledger, self.webhook)
        self._may_deliver = self._undelivered is None
        if self._undelivered and not before:
            yield self._undelivered
        elif before and not self._undelivered:
            yield Notice("back", self.webhook.shown)

    def _asked(self, urls: list[str], known: dict[str, Validators]) -> Iterator[Answer]:
        """The answers in order, as far as they came when asked to stop."""
        answers = self.fetcher.fetch_all(urls, validators=known)
        try:
            while True:
                with self.stopping.waiting():
                    answer = next(answers, None)
                if answer is None:
                    return
                yield answer
        except Stopped:
            return

    def _ask_feeds(self) -> Iterator[Heard]:
        due = feeds.due(self.ledger, self.plan.feeds, self.now())
        known = {one.url: one.validators for one in due}
        for one, answer in zip(due, self._asked([one.url for one in due], known), strict=False):
            yield from self._heard(one, answer)

    def _heard(self, one: FeedState, answer: Answer) -> Iterator[Heard]:
        listed = entries(answer) if isinstance(answer, Response) else answer
        with self.ledger.transaction():
            if isinstance(listed, InputError):
                feeds.failed(self.ledger, one, now=self.now(), every=self.plan.every)
                told: list[Heard] = [listed] if one.failures == 0 else []
            else:
                told = self._followed(one, answer, listed)
        yield from told

    def _followed(self, one: FeedState, answer: Answer, listed: list[Entry] | NotModified) -> list[Heard]:
        """Sets down the pages that a feed names, together with what it is asked with next time."""
        urls = [entry.url for entry in listed] if isinstance(listed, list) else []
        new, wanted = visits.found(self.ledger, urls, self.now())
        validators = answer.validators if isinstance(answer, Response) else one.validators
        after = feeds.answered(self.ledger, one, validators, is_new=new > 0, now=self.now(), every=self.plan.every)
        told: list[Heard] = [Notice("back", one.url)] if one.failures else []
        told += [Notice("many", one.url, new)] if new > wanted else []
        return told + ([Notice("quiet", one.url)] if after.quiet == feeds.QUIET_AFTER and self.plan.every else [])

    def _fetch(self, batch: list[Visit]) -> Iterator[Heard]:
        """Takes in each page as soon as it has come, and sets down what became of it, while the next ones are under way."""
        known = {one.url: one.validators for one in batch}
        for one, answer in zip(batch, self._asked([one.url for one in batch], known), strict=False):
            if isinstance(answer, Response):
                yield from add_snapshots(self.ledger, reports(answer), Given())
            with self.ledger.transaction():
                self._keep(one, answer)
            if isinstance(answer, InputError) and one.failures == 0:
                yield answer

    def _keep(self, one: Visit, answer: Answer) -> None:
        if isinstance(answer, InputError):
            may_pass = isinstance(answer, FetchError) and answer.may_pass
            visits.failed(self.ledger, one, may_pass=may_pass, now=self.now())
        else:
            validators = answer.validators if isinstance(answer, Response) else one.validators
            visits.answered(self.ledger, one, validators, now=self.now(), revisit=self.plan.revisit)
