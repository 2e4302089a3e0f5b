"""What bytes are, by what they hold and not by what they are called.

Signatures first, then markup by its root element (WHATWG MIME Sniffing, RFC 4287, RSS, sitemaps.org), messages by their headers
(RFC 2557), JSON by its first line. A suffix or a declared type decides only what the content leaves open.
"""

import codecs
import re
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from tawatur.intake.columns import Columns
from tawatur.intake.data import table

Sort = Literal[
    "empty", "text", "html", "mhtml", "pdf", "zip", "gzip", "warc", "feed", "sitemap", "sitemaps", "object", "lines", "array", "table",
    "part", "refused",
]  # fmt: skip
"""`sitemaps` is an index of sitemaps, `lines` is JSON Lines, `table` is text with a name such as .csv, `part` is part of a page."""

_BY_NAME: dict[str, Sort] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html", ".jsonl": "lines", ".ndjson": "lines", ".json": "object",
    ".csv": "table", ".tsv": "table", ".css": "part", ".js": "part", ".mjs": "part", ".map": "part", ".woff": "part",
}  # fmt: skip
_FEEDS = frozenset(("rss", "feed", "rdf"))
_SITEMAPS: dict[str, Sort] = {"urlset": "sitemap", "sitemapindex": "sitemaps"}
_HTML = frozenset(("title", "meta", "div", "p", "article", "section", "table", "center", "h1"))
"""Roots of the fragments that programs save as pages."""
_PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!doctype\b[^>\[]*(?:\[.*?\]\s*)?>)*", re.IGNORECASE | re.DOTALL)
_ROOT = re.compile(r"<(?:[a-z_][\w.-]*:)?([a-z_][\w.-]*)[\s/>]", re.IGNORECASE)
_WHOLE_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_HEADER = re.compile(r"[!-9;-~]+:")
_MIME = re.compile(r"^(?:MIME-Version:|Content-Type:\s*multipart/|Content-Type:\s*text/html)", re.IGNORECASE | re.MULTILINE)
_JSON = re.compile(r"\{\s*[\"}]|\[\s*[{\]]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_COMMONEST_CONTROL = 0.05
_HIGH_BYTES = (0, 6)
"""Of UTF-16: of the Latin letters and spaces, and of the Arabic ones."""


class Found(NamedTuple):
    """What bytes are. `what` and `do` say of a part or of what is refused what it is, and what to do instead."""

    sort: Sort
    what: str = ""
    do: str = ""


def sniff(head: bytes, hint: str = "") -> Found:
    """What begins with these bytes; `hint` is a suffix such as `.html`."""
    if not head:
        return Found(_BY_NAME.get(hint, "empty"))
    if packed := _packed(head):
        return Found(packed)
    if known := _signed(head):
        return known
    start = plain(head)
    sort = _message(start) or _json(start, hint) or _markup(start, hint)
    if sort:
        return Found(sort)
    if "\0" in start and len(_CONTROLS.findall(head)) > _COMMONEST_CONTROL * len(head):
        return Found("refused", "is binary, not text", "save the article as .txt or .html")
    return Found(_BY_NAME.get(hint, "text"))


def is_article(head: bytes, given: Columns = ()) -> bool:
    """Whether JSON that begins so holds an article, as far as that shows: a text or a page under the name of one."""
    names = "|".join(re.escape(name) for name in ("text", "html", *(name for name, field in given if field in ("text", "html"))))
    return re.search(rb'"(?:%s)"\s*:\s*"' % names.encode(), head) is not None


def wide(head: bytes) -> str | None:
    """The encoding of text whose characters take two bytes (UTF-16), with a byte order mark or without; None for all other."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    for high, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        sample = head[high:4096:2]
        if len(head) > 3 and sum(map(sample.count, _HIGH_BYTES)) > 0.9 * len(sample):
            return encoding
    return None


def plain(head: bytes) -> str:
    """The beginning as characters, good for what is written in ASCII; a byte order mark and white space are left out."""
    encoding = wide(head)
    if encoding:
        return head[: len(head) // 2 * 2].decode(encoding, errors="replace").lstrip("\ufeff \t\r\n")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1").lstrip(" \t\r\n")


def _packed(head: bytes) -> Sort | None:
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "zip"
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith((b"WARC/", b"filedesc://")):
        return "warc"
    start = head[:1024].lstrip(b"\xef\xbb\xbf\0 \t\r\n")
    return "pdf" if start.startswith(b"%PDF-") else None


def _markup(start: str, hint: str) -> Sort | None:
    if not start.startswith("<"):
        return "html" if hint != ".txt" and _WHOLE_PAGE.search(start[:4096]) else None
    prolog = _PROLOG.match(start)
    body = start[prolog.end() :] if prolog else start
    root = _ROOT.match(body)
    name = root.group(1).lower() if root else ""
    if name in _FEEDS or name in _SITEMAPS:
        return _SITEMAPS.get(name, "feed")
    if name == "svg":
        return "part"
    if _WHOLE_PAGE.search(start[:4096]) or start.startswith("<?xml"):
        return "html"
    return "html" if name in _HTML and hint != ".txt" else None


def _message(start: str) -> Sort | None:
    """A web page saved as one file (MHTML), or a letter."""
    if not _HEADER.match(start):
        return None
    headers = re.split(r"\r?\n\r?\n", start, maxsplit=1)[0]
    return "mhtml" if len(_MIME.findall(headers)) > 1 else None


def _json(start: str, hint: str) -> Sort | None:
    if not _JSON.match(start):
        return None
    if start.startswith("["):
        return "array"
    lines = start.split("\n", 2)
    if _BY_NAME.get(hint) == "lines" or len(lines) == 1 or lines[1].lstrip().startswith("{"):
        return "lines"
    try:
        msgspec.json.decode(lines[0].encode("latin-1", errors="replace"), type=msgspec.Raw)
    except (msgspec.DecodeError, RecursionError):
        return "object"
    return "lines"


def _signed(head: bytes) -> Found | None:
    """What begins with a known signature."""
    pattern, kinds = _signatures()
    match = pattern.match(head)
    return kinds[(match.lastindex or 1) - 1] if match else None


@cache
def _signatures() -> tuple[re.Pattern[bytes], list[Found]]:
    """One pattern for all, a group for each, and what each group stands for."""
    rows = table("signatures.tsv")
    pattern = b"|".join(b"(%s)" % _pattern(int(offset), digits) for offset, digits, _, _ in rows)
    found = [Found("part", f"is {what}", "leave it out") if do == "part" else Found("refused", f"is {what}", do) for _, _, what, do in rows]
    return re.compile(pattern, re.DOTALL), found


def _pattern(offset: int, digits: str) -> bytes:
    pairs = [digits[place : place + 2] for place in range(0, len(digits), 2)]
    spelled = b"".join(b"." if pair == "**" else re.escape(bytes.fromhex(pair)) for pair in pairs)
    return b".{%d}" % offset + spelled
