"""One request at a time for each host, with a pause between two."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tawatur.fetching.machine import Machine

_MOST_HOSTS = 10_000


class _Gate:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.opens_at = float("-inf")
        self.waiting = 0


class Gates:
    """Safe for threads. Hosts long idle are forgotten, so that it does not grow."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._gates: dict[str, _Gate] = {}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._gates)

    @contextmanager
    def turn(self, host: str, delay_s: float) -> Iterator[None]:
        """The turn of one request: waits for the one before and for the pause; the next may come `delay_s` after its end."""
        gate = self._entered(host)
        try:
            with gate.lock:
                self._rest(gate)
                try:
                    yield
                finally:
                    gate.opens_at = max(gate.opens_at, self._machine.clock() + delay_s)
        finally:
            with self._lock:
                gate.waiting -= 1

    def postpone(self, host: str, wait_s: float) -> None:
        """No request to this host for so many seconds from now."""
        with self._lock:
            gate = self._gates.setdefault(host, _Gate())
            gate.opens_at = max(gate.opens_at, self._machine.clock() + wait_s)

    def _entered(self, host: str) -> _Gate:
        with self._lock:
            if len(self._gates) >= _MOST_HOSTS:
                self._forget_idle()
            gate = self._gates.setdefault(host, _Gate())
            gate.waiting += 1
            return gate

    def _forget_idle(self) -> None:
        now = self._machine.clock()
        self._gates = {host: gate for host, gate in self._gates.items() if gate.waiting or gate.opens_at > now}

    def _rest(self, gate: _Gate) -> None:
        # Again after each sleep: the host may have been postponed meanwhile.
        while (wait_s := gate.opens_at - self._machine.clock()) > 0:
            self._machine.sleep(wait_s)
