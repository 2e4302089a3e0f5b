"""Connections to the very address that was checked: a name is resolved once, every answer checked, and no second lookup follows."""

import logging
import math
import queue
import socket
import threading
from collections.abc import Sequence
from contextlib import suppress
from ipaddress import ip_address
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection

from tawatur.fetching.faults import CHECK, LATER, FetchError
from tawatur.fetching.machine import Machine
from tawatur.fetching.masking import shown
from tawatur.fetching.public import is_public
from tawatur.fetching.records import FetchOptions
from tawatur.fetching.targets import Target
from tawatur.fetching.wire import Meter, Wire

# Here urllib3 logs whole addresses, tokens and all; the exchange itself checks what it warns of.
logging.getLogger("urllib3.connection").addFilter(lambda record: "url=" not in str(record.msg))

_SHORT_S = 4.0
"""How long an address may take to answer while there are others to try: a network may promise IPv6 and not have it."""

_PRIVATE = "allow private addresses if you trust it"


def addresses(target: Target, options: FetchOptions, machine: Machine) -> Sequence[str]:
    """Every address of the host, each one public unless `allow_private`. Raises FetchError, also when only some are not."""
    found = (target.host,) if _is_literal(target.host) else _resolved(target, options.timeout_s, machine)
    closed = [] if options.allow_private else [address for address in found if not is_public(address)]
    if closed:
        raise FetchError(target.shown, f"leads to {shown(closed[0])}, which is no public address", _PRIVATE)
    return found


def _is_literal(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _resolved(target: Target, timeout_s: float, machine: Machine) -> Sequence[str]:
    """The resolver knows no time limit, so it runs in a thread that may be left behind."""
    answers: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(machine.resolve(target.host, target.port))
        except (OSError, UnicodeError) as fault:
            answers.put(fault)

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=timeout_s)
    except queue.Empty:
        raise FetchError(target.shown, f"the name {target.host} is not resolved within {timeout_s:g} s", LATER, may_pass=True) from None
    if isinstance(answer, Exception) or not answer:
        is_passing = isinstance(answer, socket.gaierror) and answer.errno == socket.EAI_AGAIN
        raise FetchError(target.shown, f"the name {target.host} is not known", f"{CHECK} and the network", may_pass=is_passing)
    return answer


def connect(found: Sequence[str], port: int, meter: Meter) -> socket.socket:
    """A connection to the first address that answers. Raises OSError of the last, or FetchError when the time is used up."""
    *others, last = found
    for address in others:
        with suppress(OSError):
            return _connect_one(address, port, meter, _SHORT_S)
    return _connect_one(last, port, meter, math.inf)


def _connect_one(address: str, port: int, meter: Meter, most_s: float) -> socket.socket:
    plain = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        plain.settimeout(min(meter.patience(), most_s))
        plain.connect((address, port))
        _check_peer(plain, address, meter.where)
        plain.settimeout(meter.patience())
    except BaseException:
        plain.close()
        raise
    return plain


def _check_peer(plain: socket.socket, address: str, where: str) -> None:
    peer = str(plain.getpeername()[0])
    if ip_address(peer) != ip_address(address):
        raise FetchError(where, f"was answered by {peer} in place of {address}", "check the network")


class _Checked:
    """What both kinds of connection share: where they connect to, and that all they read is metered."""

    sock: Any

    def __init__(self, target: Target, found: Sequence[str], meter: Meter, **more: Any) -> None:
        super().__init__(target.host, target.port, timeout=meter.patience(), **more)  # type: ignore[call-arg]
        self._target, self._found, self._meter = target, found, meter

    def _new_conn(self) -> socket.socket:
        return connect(self._found, self._target.port, self._meter)

    def connect(self) -> None:
        super().connect()  # type: ignore[misc]
        self.sock = Wire(self.sock, self._meter)


class PlainConnection(_Checked, HTTPConnection):
    pass


class SafeConnection(_Checked, HTTPSConnection):
    """TLS, with the certificate verified against the name (not the address)."""


def connection(target: Target, options: FetchOptions, machine: Machine, meter: Meter) -> PlainConnection | SafeConnection:
    """A connection for one request, not yet opened, its addresses checked. Raises FetchError."""
    found = addresses(target, options, machine)
    if target.scheme == "https":
        return SafeConnection(target, found, meter, ssl_context=machine.certificates())
    return PlainConnection(target, found, meter)
