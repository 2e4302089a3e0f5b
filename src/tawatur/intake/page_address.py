"""The canonical address of a page's article (RFC 6596), absolute."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

_FRONT = re.compile(r"(?:index|default|home|main)(?:\.\w+)?|[a-z]{2}(?:[-_][a-z]{2})?|arabic|news", re.IGNORECASE)
_TARGET = re.compile(r"""url\s*=\s*["']?([^"'\s<>]+)""", re.IGNORECASE)
_WORDS_OF_SLUG, _LONGEST_SHOWN = 3, 200


def article_address(tree: Any, named: dict[str, str], linked: list[str], address: str | None) -> str | None:
    """The first address that the page gives for itself and that can be an article's; None where it names a section or the front page.

    `address` is where the page was fetched from, if it was: what is relative starts from there, and what the same site gives is believed
    but for its front page.
    """
    base = next(iter(tree.xpath("//base/@href")), None)
    stated = tree.xpath("//link[contains(concat(' ', translate(@rel, 'CANOIL', 'canoil'), ' '), ' canonical ')]/@href")
    stated += [named[name] for name in ("og:url", "twitter:url") if name in named] + linked
    root = next((one for one in (address, base, *stated) if one and _is_absolute(one)), None)
    return next(_articles(stated, root, address), None)


def refresh_target(tree: Any) -> str | None:
    """Where a page leads on to by itself (`<meta http-equiv="refresh">`), shortened for a message."""
    for content in tree.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh') = 'refresh']/@content"):
        if found := _TARGET.search(content):
            return found.group(1)[:_LONGEST_SHOWN]
    return None


def host_of(url: str | None) -> str | None:
    """The host of an address, without `www.`."""
    parts = _parts(url or "")
    return (parts.hostname or "").removeprefix("www.") or None if parts else None


def is_article_address(url: str) -> bool:
    """Whether an address can be that of one article: it carries a number, or some words, beyond the name of a section."""
    parts = _parts(url)
    if parts is None:
        return False
    segments = [segment for segment in unquote(parts.path).split("/") if segment]
    if re.search(r"\d", parts.query):
        return True
    if _is_front(parts):
        return False
    is_slug = len(re.split(r"[-_\s+]+", segments[-1])) >= _WORDS_OF_SLUG or len(segments) >= _WORDS_OF_SLUG
    return is_slug or any(re.search(r"\d", segment) for segment in segments)


def _articles(stated: list[str], root: str | None, address: str | None) -> Iterator[str]:
    for one in stated:
        try:
            url = urljoin(root or "", one.strip())
        except ValueError:
            continue
        if _is_absolute(url) and (url == address or is_article_address(url) or _is_within(url, address)):
            yield url


def _is_within(url: str, address: str | None) -> bool:
    """Whether an address is of the same site as another (a page for phones often lies at `m.`), and not its front page."""
    own, other = host_of(url), host_of(address)
    if own is None or other is None or _is_front(urlsplit(url)):
        return False
    return own == other or own.endswith("." + other) or other.endswith("." + own)


def _is_front(parts: SplitResult) -> bool:
    return all(map(_FRONT.fullmatch, filter(None, unquote(parts.path).split("/"))))


def _is_absolute(url: str) -> bool:
    parts = _parts(url)
    return parts is not None and parts.scheme in ("http", "https") and bool(parts.hostname)


def _parts(url: str) -> SplitResult | None:
    try:
        return urlsplit(url.strip())
    except ValueError:
        return None
