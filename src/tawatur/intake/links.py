"""Links to boxes: what lies at addresses, and behind the links of feeds and sitemaps, asked for over the web."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import msgspec

from tawatur.errors import InputError
from tawatur.intake import limits
from tawatur.intake.box import Box, Fetched, Label, Options
from tawatur.intake.feeds import Entry, read_feed, read_sitemap
from tawatur.intake.snapshot import Snapshot
from tawatur.intake.sniff import Sort

_HINTS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/csv": ".csv", "application/json": ".json",
    "text/tab-separated-values": ".tsv", "application/x-ndjson": ".jsonl", "application/jsonl": ".jsonl",
}  # fmt: skip
_LEAST_TEXT = 400
"""Characters of a feed's own text of a report: less is a teaser."""
_FOLLOWED: dict[Sort, int] = {"feed": 0, "sitemap": 1, "sitemaps": 0}
"""How many links may lead to what is itself followed: an index leads to sitemaps, and those to pages; a feed leads to pages."""


def is_address(source: object) -> bool:
    return isinstance(source, str) and source.lower().startswith(("http://", "https://"))


def at_addresses(urls: Iterable[str], options: Options, links: int = 0) -> Iterator[Box | InputError | None]:
    """What each address holds, in order; None for what has not changed since it was asked for before.

    `links` is how many links led there from what the user named.
    """
    asked = list(urls)
    if options.web is None:
        yield from (InputError(url, "is an address, and nothing is fetched here", "save the page, and name the file") for url in asked)
        return
    for url, result in zip(asked, options.web.fetch_all(asked), strict=True):
        if isinstance(result, InputError):
            yield result
        elif isinstance(result, Fetched):
            yield _box(url, result, links)
        else:
            options.skipped["unchanged"] += 1
            yield None


def followed(box: Box, sort: Sort, options: Options) -> Iterator[Box | Snapshot | InputError]:
    """What lies behind the links of a feed, a sitemap or an index of sitemaps.

    It is followed only when the user named it, and no further than a list of lists leads: what a feed links to is a report, and no
    other feed. An entry whose page cannot be fetched is named; where the feed carries the whole text, that goes in instead.
    """
    if not box.label.is_asked:
        raise box.fault("is a feed or a sitemap, and its links are not followed from here", "name the feed itself")
    if box.label.links > _FOLLOWED[sort]:
        raise box.fault("is a list of links, where a report was expected", "name it itself, if its links are wanted")
    read, limit = (read_feed, limits.FEED) if sort == "feed" else (read_sitemap, limits.SITEMAP)
    entries = read(box.content(limit), box.label.where, box.label.url)
    if len(entries) > limits.LINKS:
        what = f"lists {len(entries):,} links, of which the first {limits.LINKS:,} are followed"
        yield box.fault(what, "name the rest in a list, with --from-file")
    entries = entries[: limits.LINKS]
    found = at_addresses([entry.url for entry in entries], options, links=1 if sort == "sitemaps" else 2)
    for entry, result in zip(entries, found, strict=True):
        if result is not None:
            yield result
        if isinstance(result, InputError) and entry.html and len(entry.html) >= _LEAST_TEXT:
            yield _own_text(box, entry)


def _box(url: str, fetched: Fetched, links: int) -> Box:
    label = Label(
        url, url, _hint(fetched), fetched.final_url, fetched.fetched_at, fetched.headers, is_live=True, links=links
    )  # fmt: skip
    return Box(label, BytesIO(fetched.content))


def _hint(fetched: Fetched) -> str:
    declared = next((value for name, value in fetched.headers if name.lower() == "content-type"), "")
    media = declared.partition(";")[0].strip().lower()
    return _HINTS.get(media) or PurePosixPath(unquote(urlsplit(fetched.final_url).path)).suffix.lower()


def _own_text(box: Box, entry: Entry) -> Snapshot:
    """The report as the feed has it: its bytes did not come from the report's address, which it only claims."""
    article = {"title": entry.title, "url": entry.url, "published": entry.published, "html": entry.html}
    content = msgspec.json.encode({key: value for key, value in article.items() if value})
    columns = tuple((key, key) for key in article)
    return msgspec.structs.replace(box.snapshot("article", content, f"{box.label.where}!{entry.url}"), columns=columns)
