"""What a site asks of readers like us: its robots.txt (RFC 9309), asked for once a day and obeyed."""

import threading
from collections import OrderedDict
from collections.abc import Callable

from protego import Protego

from tawatur.fetching.faults import FetchError
from tawatur.fetching.machine import Machine
from tawatur.fetching.records import FetchOptions
from tawatur.fetching.targets import Target
from tawatur.model import Record

MOST_BYTES = 500 * 1024
"""How much of a robots.txt is read; RFC 9309 asks for no less."""

_GOOD_FOR_S, _CLOSED_FOR_S = 24 * 3600.0, 600.0
_MOST_ORIGINS, _MOST_KEPT_BYTES = 1000, 4 * 1024 * 1024
_UNAVAILABLE = range(400, 500)
_TOO_MANY = 429


class _Rules(Record, frozen=True):
    """`hindrance` is why a site's robots.txt cannot be had; until `ends_at`, of the machine's clock; `size` of the text, in bytes."""

    parsed: Protego
    ends_at: float
    size: int = 0
    hindrance: FetchError | None = None


class Robots:
    """Safe for threads. `fetch` gives the content of a robots.txt, following redirects, or raises FetchError."""

    def __init__(self, fetch: Callable[[Target], bytes], options: FetchOptions, machine: Machine) -> None:
        self._fetch, self._options, self._machine = fetch, options, machine
        self._agent = options.user_agent.partition("/")[0]
        self._known: OrderedDict[str, _Rules] = OrderedDict()
        self._lock = threading.Lock()

    def check(self, target: Target) -> float:
        """The pause between two requests, in seconds, if the address may be asked for. Raises FetchError if not."""
        rules = self._rules(target)
        if rules.hindrance is not None:
            raise FetchError(target.shown, f"{rules.hindrance.what}, when asked for its robots.txt first", rules.hindrance.do)
        if not rules.parsed.can_fetch(target.url, self._agent):
            raise FetchError(target.shown, "is closed to programs by its site's robots.txt", "open and save it yourself")
        return self._pause(rules.parsed)

    def _pause(self, parsed: Protego) -> float:
        rate = parsed.request_rate(self._agent)
        asked = max(parsed.crawl_delay(self._agent) or 0.0, rate.seconds / rate.requests if rate else 0.0)
        return max(self._options.delay_s, min(asked, self._options.max_wait_s))

    def _rules(self, target: Target) -> _Rules:
        with self._lock:
            known = self._known.get(target.origin)
        if known is None or known.ends_at <= self._machine.clock():
            known = self._asked(target)
            self._keep(target.origin, known)
        return known

    def _keep(self, origin: str, rules: _Rules) -> None:
        with self._lock:
            self._known[origin] = rules
            self._known.move_to_end(origin)
            while len(self._known) > _MOST_ORIGINS or sum(known.size for known in self._known.values()) > _MOST_KEPT_BYTES:
                self._known.popitem(last=False)

    def _asked(self, target: Target) -> _Rules:
        now = self._machine.clock()
        try:
            content = self._fetch(Target(target.scheme, target.host, target.port, "/robots.txt"))
        except FetchError as fault:
            if fault.status in _UNAVAILABLE and fault.status != _TOO_MANY:
                return _Rules(Protego(), now + _GOOD_FOR_S)
            return _Rules(Protego(), now + _CLOSED_FOR_S, hindrance=fault)
        text = content[:MOST_BYTES]
        return _Rules(_parsed(text), now + _GOOD_FOR_S, len(text))


def _parsed(content: bytes) -> Protego:
    return Protego.parse(content.decode("utf-8", errors="replace").removeprefix("\ufeff"))
