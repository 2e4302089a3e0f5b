"""One request and its answer, under all bounds; no redirect is followed and nothing is tried twice here."""

import ssl
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from http.client import HTTPException

from urllib3 import HTTPResponse
from urllib3.exceptions import HTTPError, InvalidHeader, ReadTimeoutError
from urllib3.util.response import assert_header_parsing
from urllib3.util.ssl_match_hostname import CertificateError

from tawatur.fetching.connecting import PlainConnection, SafeConnection, connection
from tawatur.fetching.faults import CHECK, LATER, FetchError
from tawatur.fetching.machine import Machine
from tawatur.fetching.masking import shown
from tawatur.fetching.records import FetchOptions, first_of
from tawatur.fetching.targets import Target
from tawatur.fetching.unpacking import ACCEPTED, too_large, unpacked
from tawatur.fetching.wire import HEAD_BYTES, Meter
from tawatur.model import Record

_STEP = 64 * 1024
_OK = range(200, 300)


class Answer(Record, frozen=True):
    """`headers` as received; `content` only of a 2xx, unpacked."""

    target: Target
    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes

    def header(self, name: str) -> str:
        """The first header of this name, or an empty string."""
        return first_of(self.headers, name) or ""


def exchange(
    target: Target,
    headers: Mapping[str, str],
    options: FetchOptions,
    machine: Machine,
    *,
    method: str = "GET",
    body: bytes | None = None,
) -> Answer:
    """Asks once. Raises FetchError for whatever hinders an answer, of any status."""
    meter = Meter(target.shown, silence_s=options.timeout_s, total_s=options.total_s, clock=machine.clock)
    sent = {"User-Agent": options.user_agent, "Accept": "*/*", "Accept-Encoding": ACCEPTED, "Connection": "close", **headers}
    with _faults_named(meter), closing(connection(target, options, machine, meter)) as link:
        link.request(method, target.path, body=body, headers=sent, preload_content=False, decode_content=False)
        return _answer(target, link, options, meter)


def _answer(target: Target, link: PlainConnection | SafeConnection, options: FetchOptions, meter: Meter) -> Answer:
    with closing(link.getresponse()) as response:
        _check_headers(response)
        meter.allow_body(options.max_bytes + HEAD_BYTES)
        content = _content(target, response, options) if response.status in _OK else b""
        return Answer(target, response.status, tuple(response.headers.items()), content)


def _check_headers(response: HTTPResponse) -> None:
    """Raises HTTPError if a line of the headers makes no sense: those after it, the length maybe, would be lost without a word."""
    original = response._original_response
    if original is not None:
        assert_header_parsing(original.msg)


def _content(target: Target, response: HTTPResponse, options: FetchOptions) -> bytes:
    if response.headers.get("Transfer-Encoding", "chunked").strip().lower() != "chunked":
        raise FetchError(target.shown, "is sent in a transfer coding that was not asked for", "fetch it by other means")
    _check_length(target, response, options.max_bytes)
    parts = response.stream(_STEP, decode_content=False)
    return unpacked(response.headers.get("Content-Encoding", ""), parts, target.shown, options.max_bytes)


def _check_length(target: Target, response: HTTPResponse, max_bytes: int) -> None:
    length = response.length_remaining
    if length is None and not response.chunked and "Content-Length" in response.headers:
        raise InvalidHeader("a length that is no number")
    if length is not None and length > max_bytes:
        raise too_large(target.shown, max_bytes)


@contextmanager
def _faults_named(meter: Meter) -> Iterator[None]:
    """Foreign errors as FetchErrors. Their own texts may hold the whole address, and are left out."""
    where = meter.where
    try:
        yield
    except (ssl.SSLCertVerificationError, CertificateError) as fault:
        reason = shown(getattr(fault, "verify_message", "") or "it is for another name")
        raise FetchError(where, f"its certificate does not hold ({reason})", f"{CHECK}; do not trust what it sends") from None
    except (TimeoutError, ReadTimeoutError):
        raise meter.silence() from None
    except (HTTPError, HTTPException):
        raise FetchError(where, "gives a broken answer, or one cut short", LATER, may_pass=True) from None
    except ssl.SSLError as fault:
        raise FetchError(where, f"fails at TLS ({shown(fault.reason or 'cut short')})", LATER, may_pass=True) from None
    except OSError as fault:
        raise FetchError(where, f"cannot be reached ({shown(fault.strerror or 'connection closed')})", LATER, may_pass=True) from None
