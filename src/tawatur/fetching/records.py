"""What is asked of the fetcher, and what it gives."""

from typing import Self

from tawatur import __version__
from tawatur.model import Record

Headers = tuple[tuple[str, str], ...]
"""Names and values, as they were received."""

USER_AGENT = f"Tawatur/{__version__} (+reports reader; obeys robots.txt as Tawatur)"


class FetchOptions(Record, frozen=True):
    """The bounds of fetching; times in seconds, sizes in bytes.

    `max_bytes` bounds a body as it is sent and once more as it is unpacked. `timeout_s` bounds the name's resolving, the connecting, the
    handshake and any one silence; `total_s` one request from connecting to its last byte; `delay_s` is kept between two requests of one
    host; `max_wait_s` bounds what a site may have us wait (Retry-After, Crawl-delay). `allow_private` lets in this machine and its network.
    `hosts_at_once` and `held` are for many addresses: so many hosts are asked side by side, and so many answers wait for their turn.
    """

    allow_private: bool = False
    max_bytes: int = 32 * 1024 * 1024
    timeout_s: float = 20.0
    total_s: float = 90.0
    max_redirects: int = 5
    delay_s: float = 1.0
    user_agent: str = USER_AGENT
    obey_robots: bool = True
    retries: int = 2
    max_wait_s: float = 60.0
    hosts_at_once: int = 8
    held: int = 16


class Validators(Record, frozen=True):
    """What a server said of its answer, to ask next time whether it still holds (RFC 9110, section 13)."""

    etag: str | None = None
    last_modified: str | None = None

    @classmethod
    def among(cls, headers: Headers) -> Self:
        """Those that are among the headers of a response."""
        return cls(first_of(headers, "ETag"), first_of(headers, "Last-Modified"))


def first_of(headers: Headers, name: str) -> str | None:
    """The first header of this name, in whatever case."""
    return next((value for key, value in headers if key.lower() == name.lower()), None)


class Response(Record, frozen=True):
    """A page as it came: `content` unpacked, `headers` as received but for secrets; `fetched_at` as `2020-03-14T09:30:00Z`.

    `url` is the address asked for, `final_url` the one that answered, after redirects, percent-encoded and without a fragment.
    """

    url: str
    final_url: str
    status: int
    headers: Headers
    content: bytes
    fetched_at: str

    def header(self, name: str) -> str | None:
        """The first header of this name, in whatever case."""
        return first_of(self.headers, name)

    @property
    def validators(self) -> Validators:
        return Validators.among(self.headers)


class NotModified(Record, frozen=True):
    """The answer that what the validators name still holds."""

    url: str
    final_url: str
    headers: Headers
    fetched_at: str
