"""`tawatur watch`: a ledger kept current, and what changed said as it comes."""

import os
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from tawatur.cli.failures import Failures, UsageError, complain, told
from tawatur.cli.news import News
from tawatur.cli.options import LanguageOption
from tawatur.errors import InputError
from tawatur.fetching import Fetcher, FetchOptions
from tawatur.fetching.webhook import SECRET, Webhook
from tawatur.ledger import feeds as known_feeds
from tawatur.ledger.developments import Told
from tawatur.ledger.stopping import Stopping, ticks
from tawatur.ledger.store import Ledger
from tawatur.ledger.watching import Heard, Notice, Plan, Watch
from tawatur.wording.messages import Messages, spoken

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_NOTICES = {"quiet": "watch.quiet", "back": "watch.back", "many": "watch.many"}
_SHORTEST = timedelta(minutes=1)


def watch(
    ledger: Annotated[Path, Parameter(help="The ledger's file, made when missing.")],
    *feeds: Annotated[str, Parameter(help="Addresses of feeds and news sitemaps; when none is named, those watched before.")],
    every: Annotated[str, Parameter(help="Time between two rounds: 90s, 15m, 1h.")] = "15m",
    once: Annotated[bool, Parameter(negative="", help="One round, then the end.")] = False,
    revisit: Annotated[int, Parameter(help="For so many hours a page is asked again whether it changed; 0: never.")] = 48,
    format: Annotated[Literal["text", "jsonl"], Parameter(help="A sentence a line for people, or a JSON object a line.")] = "text",
    everything: Annotated[bool, Parameter(name="--all", negative="", help="Also what is quiet: copies, new ids, each figure.")] = False,
    webhook: Annotated[str | None, Parameter(help=f"Deliver what changed to this address too, signed with {SECRET}.")] = None,
    allow_private: Annotated[bool, Parameter(negative="", help="Also ask this computer and its own network.")] = False,
    ignore_robots: Annotated[bool, Parameter(negative="", help="Ask even where a site's robots.txt says not to.")] = False,
    allow_often: Annotated[bool, Parameter(negative="", help="Allow less than a minute between rounds.")] = False,
    language: LanguageOption = None,
) -> int:
    """Follow feeds, take in their reports, and say what changed.

    Ctrl-C ends it after the current document; whatever ends it, nothing is lost, and what was not told is told the next time.
    """
    say, failures, stopping = spoken(language), Failures(), Stopping()
    between = _interval(every, is_often_allowed=allow_often or once)
    hook = Webhook(webhook, os.environ.get(SECRET)) if webhook else None
    asking = FetchOptions(allow_private=allow_private, obey_robots=not ignore_robots)
    with Ledger(ledger, create=True, on_wait=told(say, "waiting")) as book, Fetcher(asking) as fetcher, _signals(stopping):
        plan = Plan(_named(feeds, book), timedelta(0) if once else between, timedelta(hours=revisit))
        rounds = Watch(book, fetcher, plan, webhook=hook, stopping=stopping)
        listener = _Listener(News(say, format, is_all=everything), say, failures)
        if once:
            listener.hear(rounds.round())
            return failures.status
        complain(say("watch.began", feeds=len(plan.feeds), every=every))
        for _ in ticks(between.total_seconds(), stopping):
            listener.hear(rounds.round())
        complain(say("watch.ended"))
    return 0


class _Listener:
    """Says on standard output what changed, and on standard error what is to know beside."""

    def __init__(self, news: News, say: Messages, failures: Failures) -> None:
        self.news, self.say, self.failures = news, say, failures

    def hear(self, heard: Iterator[Heard]) -> None:
        for one in heard:
            if isinstance(one, Told):
                self.news.tell(one)
            elif isinstance(one, InputError):
                self.failures.add(one)
            elif isinstance(one, Notice):
                complain(self.say(_NOTICES[one.kind], about=one.about, count=one.count))


def _interval(text: str, *, is_often_allowed: bool) -> timedelta:
    """Raises UsageError for what is no time, and for less than a minute unless that is allowed."""
    match = re.fullmatch(r"(\d{1,6})([smhd])", text.strip())
    if not match or not int(match[1]):
        raise UsageError(f"--every: {text!r} is no time; write it as 15m, 1h or 90s")
    found = timedelta(**{_UNITS[match[2]]: int(match[1])})
    if found < _SHORTEST and not is_often_allowed:
        raise UsageError(f"--every: {text} is less than a minute; add --allow-often if the sites are yours")
    return found


def _named(feeds: tuple[str, ...], book: Ledger) -> tuple[str, ...]:
    named = feeds or tuple(known_feeds.followed(book))
    if not named:
        raise UsageError("name at least one feed")
    return named


@contextmanager
def _signals(stopping: Stopping) -> Iterator[None]:
    """Ctrl-C and SIGTERM ask to stop; a second one interrupts."""
    before = {number: signal.signal(number, stopping.ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
