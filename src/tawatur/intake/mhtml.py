"""Web pages saved as one file (MHTML, RFC 2557): the page among its pictures, styles and frames."""

import re
from datetime import UTC
from email import policy
from email.message import Message
from email.parser import BytesHeaderParser, BytesParser
from email.utils import parsedate_to_datetime

from tawatur.errors import InputError
from tawatur.moments import since_epoch

_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_DEEPEST, _MOST_PARTS = 8, 10_000
_TYPE = re.compile(rb"^content-(?:type|disposition):[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_LONGEST_TYPE = 2048
"""Bytes of a header with parameters, which the library reads in time that grows with their square."""


def read_mhtml(content: bytes, where: str) -> tuple[bytes, str | None, str | None]:
    """The page's markup, its address, and its charset, as far as the file says them.

    The page is the root of the message: the part that `start` names, or else the first page there is. Raises InputError for a
    message without a page, and for one of more parts, or parts in parts, than pages have.
    """
    if content.count(b"\n--") > 2 * _MOST_PARTS:
        raise InputError(where, f"has more than {_MOST_PARTS:,} parts", "save the page again")
    if any(len(found.group()) > _LONGEST_TYPE for found in _TYPE.finditer(content)):
        raise InputError(where, "names a media type beyond all measure", "save the page again")
    try:
        message = BytesParser(policy=policy.compat32).parsebytes(content)
        page = _page(message, _DEEPEST, _root(message))
        markup = page.get_payload(decode=True) if page else None
    except (ValueError, LookupError, RecursionError) as fault:
        raise InputError(where, f"is a damaged saved page ({type(fault).__name__})", "save the page again") from fault
    if page is None or not isinstance(markup, bytes) or not markup.strip():
        raise InputError(where, "is a message without a page", "save the page again, or its text as .txt")
    address = message.get("Snapshot-Content-Location") or page.get("Content-Location") or message.get("Content-Location")
    return markup, _address(address), page.get_content_charset()


def saved_at(head: bytes) -> str | None:
    """When the page was saved, in UTC, by the message's date: `2020-03-14T09:30:00Z`."""
    try:
        moment = parsedate_to_datetime(str(BytesHeaderParser().parsebytes(head).get("Date", "")))
        return since_epoch((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    except (ValueError, TypeError, OverflowError):
        return None


def _root(message: Message) -> str | None:
    start = message.get_param("start")
    return start.strip() if isinstance(start, str) else None


def _page(message: Message, depth: int, root: str | None) -> Message | None:
    """The part named as root, or the first page; parts of parts are looked at before what comes behind them."""
    pages = list(_pages(message, depth))
    return next((page for page in pages if root and str(page.get("Content-ID", "")).strip() == root), pages[0] if pages else None)


def _pages(message: Message, depth: int) -> list[Message]:
    if not message.is_multipart():
        return [message] if message.get_content_type() in _PAGES else []
    if depth == 0:
        raise ValueError("parts in parts")
    parts = message.get_payload()
    return [page for part in parts if isinstance(part, Message) for page in _pages(part, depth - 1)]


def _address(stated: str | None) -> str | None:
    address = "".join(str(stated).split()) if stated else ""
    return address if address.lower().startswith(("http://", "https://")) else None
