"""What feeds and sitemaps list: RSS, Atom, RDF; sitemaps, those of news, and indexes of sitemaps (sitemaps.org)."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from urllib.parse import urldefrag, urljoin

from tawatur.errors import InputError
from tawatur.intake import limits
from tawatur.model import Record

_LONGEST_TITLE = 500
_ENTRY = re.compile(rb"<(?:\w+:)?(?:item|entry)\b", re.IGNORECASE)


class Entry(Record, frozen=True):
    """A link, with what is said of the report behind it. `published` is as it stands there; `html` the report's whole text, as some
    feeds carry it."""

    url: str
    title: str | None = None
    published: str | None = None
    html: str | None = None


def read_feed(content: bytes, where: str, url: str | None = None) -> list[Entry]:
    """The entries of a feed, each address once. `url` is the feed's own, for links that are not whole.

    Raises InputError for a feed without a link, or of too many entries. A feed that is cut short gives the entries before the cut.
    """
    import feedparser

    if len(_ENTRY.findall(content.replace(b"\0", b""))) > limits.ENTRIES:
        raise InputError(where, f"lists more than {limits.ENTRIES:,} entries", "name its links in a list, with --from-file")
    headers = {"content-location": url} if url else {}
    try:
        parsed = feedparser.parse(BytesIO(content), response_headers=headers, sanitize_html=False)
    except Exception as fault:  # the library raises whatever its parsing comes upon
        raise InputError(where, f"is a damaged feed ({type(fault).__name__})", "fetch it again") from fault
    return _once([_entry(entry, url) for entry in parsed.entries], where)


def read_sitemap(content: bytes, where: str, url: str | None = None) -> list[Entry]:
    """The pages of a sitemap, or the sitemaps of an index. Raises InputError for one without a link. Entities are not resolved."""
    return _once(list(_located(content, where, url)), where)


def _entry(entry: Any, url: str | None) -> Entry:
    contents = [item.get("value") or "" for item in entry.get("content", [])]
    return Entry(
        urljoin(url or "", entry.get("link") or ""),
        (entry.get("title") or "")[:_LONGEST_TITLE] or None,
        entry.get("published") or entry.get("updated") or None,
        max(contents, key=len, default="") or None,
    )


def _located(content: bytes, where: str, url: str | None) -> Iterator[Entry]:
    from lxml import etree

    tags = ("{*}url", "{*}sitemap")
    found = etree.iterparse(BytesIO(content), tag=tags, resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        for _, element in found:
            texts = {etree.QName(child).localname: (child.text or "").strip() for child in element.iter(etree.Element)}
            published = texts.get("publication_date") or texts.get("lastmod") or None
            yield Entry(urljoin(url or "", texts.get("loc", "")), texts.get("title", "")[:_LONGEST_TITLE] or None, published)
            element.clear()
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise InputError(where, f"is a damaged sitemap ({type(fault).__name__})", "fetch it again") from fault


def _once(entries: list[Entry], where: str) -> list[Entry]:
    """The entries with a web address, each address once."""
    links: dict[str, Entry] = {}
    for entry in entries:
        if entry.url.lower().startswith(("http://", "https://")):
            links.setdefault(urldefrag(entry.url).url, entry)
    if not links:
        raise InputError(where, "lists no links", "leave it out")
    return list(links.values())
