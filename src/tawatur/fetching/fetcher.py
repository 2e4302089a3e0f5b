"""The fetcher: pages from the web, safely (for us) and politely (for them)."""

from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import Self

from tawatur.errors import InputError
from tawatur.fetching.exchange import Answer, exchange
from tawatur.fetching.faults import CHECK, FetchError
from tawatur.fetching.gates import Gates
from tawatur.fetching.machine import Machine
from tawatur.fetching.masking import kept_headers
from tawatur.fetching.records import FetchOptions, NotModified, Response, Validators
from tawatur.fetching.redirects import next_target
from tawatur.fetching.robots import Robots
from tawatur.fetching.statuses import REDIRECTS, checked, wait_before_next
from tawatur.fetching.targets import Target, read_target
from tawatur.fetching.together import in_order
from tawatur.moments import written

_NOT_MODIFIED = 304


class Fetcher:
    """Safe for threads; one fetcher should serve a whole run, for it remembers what sites ask for and when they were asked last."""

    def __init__(self, options: FetchOptions | None = None, *, machine: Machine | None = None) -> None:
        """Raises InputError for a user agent that no header can carry."""
        self._options, self._machine = options or FetchOptions(), machine or Machine()
        if not (self._options.user_agent.isascii() and self._options.user_agent.isprintable()):
            raise InputError("the user agent", "cannot be sent", "write it in printable ASCII")
        self._gates = Gates(self._machine)
        self._robots = Robots(self._robots_text, self._options, self._machine)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        """Nothing is held open between requests."""

    def fetch(self, url: str, *, validators: Validators | None = None) -> Response | NotModified:
        """The page at an address, after redirects. Raises InputError, naming the address, for whatever is refused or fails."""
        conditions = _conditions(validators)
        answer = self._followed(read_target(url), conditions, is_page=True)
        fetched_at = written(self._machine.now())
        headers = kept_headers(answer.headers)
        if answer.status != _NOT_MODIFIED:
            return Response(url, answer.target.url, answer.status, headers, answer.content, fetched_at)
        if not conditions:
            raise FetchError(answer.target.shown, "says «not modified» though nothing was asked of changes", CHECK, status=_NOT_MODIFIED)
        return NotModified(url, answer.target.url, headers, fetched_at)

    def fetch_all(
        self, urls: Iterable[str], *, validators: Mapping[str, Validators] | None = None
    ) -> Iterator[Response | NotModified | InputError]:
        """The pages at many addresses, in the order given: several hosts side by side, each asked one thing at a time.

        What is refused or fails comes as an InputError. `validators` are by address. Few answers are held ahead of the one given.
        """
        known = validators or {}

        def fetched(url: str) -> Response | NotModified | InputError:
            try:
                return self.fetch(url, validators=known.get(url))
            except InputError as error:
                return error

        yield from in_order(urls, fetched, lane_of=_host, at_once=self._options.hosts_at_once, held=self._options.held)

    def _robots_text(self, target: Target) -> bytes:
        return self._followed(target, {}, is_page=False).content

    def _followed(self, target: Target, headers: Mapping[str, str], *, is_page: bool) -> Answer:
        """The answer at the end of the redirects; for a page, each address on the way is checked against its site's robots.txt."""
        way = [target]
        while True:
            pause = self._robots.check(way[-1]) if is_page and self._options.obey_robots else self._options.delay_s
            answer = self._answer(way[-1], headers, pause)
            if answer.status not in REDIRECTS:
                return answer
            way.append(next_target(way, answer.header("location"), self._options.max_redirects))

    def _answer(self, target: Target, headers: Mapping[str, str], pause: float) -> Answer:
        """The answer to one request, asked for again after faults that may pass; the host rests meanwhile."""
        tried = 0
        while True:
            tried += 1
            try:
                with self._gates.turn(target.host, pause):
                    return checked(exchange(target, headers, self._options, self._machine), self._machine)
            except FetchError as fault:
                self._gates.postpone(target.host, wait_before_next(fault, tried, self._options, self._machine))


def _host(url: str) -> str:
    """The host that an address asks first; none for one that will be refused."""
    try:
        return read_target(url).host
    except InputError:
        return ""


def _conditions(validators: Validators | None) -> dict[str, str]:
    """The headers that ask for the page only if it changed; values that cannot be sent are left out."""
    if validators is None:
        return {}
    asked = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in asked.items() if value and value.isprintable() and _is_latin(value)}


def _is_latin(value: str) -> bool:
    return all(ord(letter) < 0x100 for letter in value)
