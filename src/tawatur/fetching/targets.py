"""Addresses as they are asked for: read once, strictly, into scheme, host, port and path (RFC 3986, 3987, 5891)."""

import re
import socket
from ipaddress import ip_address
from urllib.parse import quote_from_bytes, urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from tawatur.fetching.faults import CHECK, FetchError
from tawatur.fetching.masking import masked
from tawatur.model import Record

_DEFAULT_PORTS = {"http": 80, "https": 443}
_LOWEST_FREE_PORT = 1024
_FOREIGN_PORTS = frozenset((
    1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
))  # fmt: skip
"""Ports from 1024 on where another protocol listens, which browsers refuse too (Fetch standard, «bad port»)."""

_LONGEST_URL, _LONGEST_HOST = 8192, 253
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_NAME = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_ASCII = "".join(map(chr, range(0x80)))


class Target(Record, frozen=True):
    """`host` is a name in ASCII or an address without brackets; `path` begins with a slash and holds the query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _DEFAULT_PORTS[self.scheme] else f":{self.port}")

    @property
    def url(self) -> str:
        return self.origin + self.path

    @property
    def shown(self) -> str:
        """The address for messages."""
        return masked(self.url)


def read_target(url: str) -> Target:
    """The parts of an address that is fit to be asked for. Raises FetchError for any other."""
    text = url.strip()
    if len(text) > _LONGEST_URL or _CONTROLS.search(text):
        raise _refused(url, "is too long, or holds control characters")
    if "\\" in text.partition("?")[0]:
        raise _refused(url, "holds a backslash, which is read in more ways than one")
    try:
        parsed = parse_url(text)
    except LocationParseError:
        raise _refused(url, "is not an address") from None
    if parsed.scheme not in _DEFAULT_PORTS or not parsed.host:
        raise FetchError(masked(url), "is not a web address", "write it in full, from http:// or https:// on")
    if parsed.auth is not None:
        raise FetchError(masked(url), "holds a user name or password", "leave out what stands before the @")
    return Target(parsed.scheme, _host(url, parsed.host), _port(url, parsed), parsed._replace(fragment=None).request_uri)


def join_target(base: Target, location: str) -> Target:
    """Where a Location header leads; its bytes beyond ASCII are UTF-8, or are kept as they are."""
    sent = location.encode("latin-1", errors="replace")
    try:
        text = sent.decode("utf-8")
    except UnicodeDecodeError:
        text = quote_from_bytes(sent, safe=_ASCII)
    try:
        return read_target(urljoin(base.url, text.strip()))
    except ValueError:
        raise _refused(location, "is not an address") from None


def _host(url: str, host: str) -> str:
    if host.startswith("["):
        if "%" in host:
            raise _refused(url, "names a network zone")
        return str(ip_address(host.strip("[]")))
    name = host.removesuffix(".")
    if len(name) > _LONGEST_HOST or not _NAME.fullmatch(name):
        raise _refused(url, "has no valid host name")
    return _dotted(url, name) if _NUMBER.fullmatch(name.rpartition(".")[2]) else name


def _dotted(url: str, name: str) -> str:
    """An IPv4 address in any of its old spellings (127.1, 0x7f.1, 2130706433), as four numbers; a host that ends in a number is one."""
    try:
        return socket.inet_ntoa(socket.inet_aton(name))
    except OSError:
        raise _refused(url, "has no valid host name") from None


def _port(url: str, parsed: Url) -> int:
    default = _DEFAULT_PORTS[parsed.scheme or ""]
    port = default if parsed.port is None else parsed.port
    if port not in _DEFAULT_PORTS.values() and (port < _LOWEST_FREE_PORT or port in _FOREIGN_PORTS):
        raise _refused(url, f"names port {port}, which is not one for the web")
    return port


def _refused(url: str, what: str) -> FetchError:
    return FetchError(masked(url), what, CHECK)
