"""What a web page says of itself: title, second headline, outlet, authors, address and day of publication."""

import re
from typing import Any

from tawatur.intake.page_address import article_address, host_of
from tawatur.intake.page_dates import stated_day, undated
from tawatur.intake.page_head import DateLine, date_lines, find_heading, stated_times, subtitle
from tawatur.intake.page_linked import Linked, addresses, linked_data, main_article, names_of, text_value, web_page
from tawatur.intake.page_tree import line, squeezed, text_of
from tawatur.model import Record

_TITLE_NAMES = ("og:title", "headline", "twitter:title", "dc.title", "title")
_OUTLET_NAMES = ("og:site_name", "application-name", "publisher", "dc.publisher")
_AUTHOR_NAMES = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")
_DESCRIPTION_NAMES = ("og:description", "description", "twitter:description")
_PARTS = re.compile(r"\s+[-–—•:]+\s+|\s*[|]+\s*|\s+::\s+")
_LONGEST_OUTLET, _LEAST_TITLE, _LONGEST_AUTHOR, _MOST_DATELINES = 5, 3, 80, 2
_NO_NAME = re.compile(
    r"://|@|^www\.|^\W*$|^(?:admin|administrator|editor|author|user|null|undefined|guest|webmaster)$|develop", re.IGNORECASE
)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")


class PageMetadata(Record, frozen=True):
    """`published` is a day the page states for machines; `dateline` the date lines that people see, as they stand.

    `subtitle` stands under the title. `description` is what the page says of the article, often its beginning. `url` is the article's own
    address, None where the page gives that of a section or of the front page.
    """

    title: str | None = None
    outlet: str | None = None
    host: str | None = None
    url: str | None = None
    published: str | None = None
    dateline: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    description: str | None = None


class PageHead(Record, frozen=True):
    """What finding the text needs besides: the element of the headline, the page's titles, and JSON-LD of the article."""

    metadata: PageMetadata
    heading: Any
    names: list[str]
    linked: Linked


def page_head(tree: Any, address: str | None = None) -> PageHead:
    """Reads an lxml tree. `address` is where the page was fetched from, if it was."""
    named = _named(tree)
    titles = _titles(tree, named)
    objects = linked_data(tree)
    linked = main_article(objects, titles, named.get("og:url") or address)
    outlet = _outlet(named, linked)
    url = article_address(tree, named, addresses(linked), address)
    title = _title(tree, titles, linked, outlet)
    heading = find_heading(tree, title)
    seen = date_lines(tree, heading)
    published = stated_day(_dates(linked) + _dates(web_page(objects)), named, stated_times(heading), seen)
    metadata = PageMetadata(
        title=title,
        outlet=outlet or _beside_title(titles, title),
        host=host_of(url or address),
        url=url,
        published=published,
        dateline=_dateline(seen) or (None if published else undated(named)),
        subtitle=subtitle(heading, text_value(linked.get("alternativeHeadline"))),
        authors=_authors(tree, named, linked, _own_names(outlet, url or address)),
        description=_description(named, linked),
    )
    return PageHead(metadata, heading, [*titles, *filter(None, (title,))], linked)


def _named(tree: Any) -> dict[str, str]:
    """The content of every named property of the page, the first of each name."""
    named: dict[str, str] = {}
    for element in tree.xpath("//*[@property or @name or @itemprop][@content or @datetime]"):
        content = line(element.get("content") or element.get("datetime") or "")
        for attribute in ("property", "name", "itemprop"):
            for name in (element.get(attribute) or "").lower().split():
                if content:
                    named.setdefault(name, content)
    return named


def _titles(tree: Any, named: dict[str, str]) -> list[str]:
    """The titles that the page gives: named properties, first headings, and the parts of its `title`."""
    titles = [named[name] for name in _TITLE_NAMES if name in named]
    titles += [shown for heading in tree.xpath("//h1")[:10] if (shown := text_of(heading))]
    for title in tree.xpath("//head/title")[:1]:
        whole = line("".join(title.itertext()))
        titles += [whole, *sorted(_PARTS.split(whole), key=len, reverse=True)] if whole else []
    return titles


def _title(tree: Any, titles: list[str], linked: Linked, outlet: str | None) -> str | None:
    """The headline as the page shows it, without the name of the outlet that many pages put beside it: «… - اليوم السابع»."""
    stated = [title for title in (text_value(linked.get("headline")), *titles) if title and squeezed(title) != squeezed(outlet or "")]
    if not stated:
        return None
    first = stated[0]
    for heading in tree.xpath("//h1"):
        shown = text_of(heading)
        if len(shown.split()) >= _LEAST_TITLE and _is_same(shown, first):
            return shown
    parts = [part for part in _PARTS.split(first) if len(part.split()) >= _LEAST_TITLE]
    if len(parts) < len(_PARTS.split(first)):
        for part in sorted(parts, key=len, reverse=True):
            if find_heading(tree, part) is not None and not tree.xpath("//h1"):
                return line(part)
    if outlet and first.endswith(outlet) and (bare := first.removesuffix(outlet).rstrip()).endswith(tuple("-–—|•»:")):
        return bare.rstrip("-–—|•»: ")
    return first


def _is_same(shown: str, stated: str) -> bool:
    """Whether a heading says what is stated, less an outlet's name, or in full where the one stated is cut short."""
    one, other = squeezed(shown), squeezed(stated)
    cut = squeezed(stated.rstrip(".… "))
    return one in other or (len(cut) > 20 and one.startswith(cut))


def _outlet(named: dict[str, str], linked: Linked) -> str | None:
    """The site's name: not its address, not its slogan."""
    stated = [named[_OUTLET_NAMES[0]]] if _OUTLET_NAMES[0] in named else []
    stated += names_of(linked.get("publisher"))
    stated += [named[name] for name in _OUTLET_NAMES[1:] if name in named]
    names = [name for text in stated for name in [line(_PARTS.split(text.strip())[0])] if name and not _NO_NAME.search(name)]
    short = [name for name in names if len(name.split()) <= _LONGEST_OUTLET]
    return next((name for name in short if not _HOST.fullmatch(name)), None) or next(iter(short), None)


def _beside_title(titles: list[str], title: str | None) -> str | None:
    """The outlet's name that stands beside the headline in the page's `title`."""
    for whole in titles:
        parts = [line(part) for part in _PARTS.split(whole)]
        if title and len(parts) == 2 and title in parts:
            other = parts[1 - parts.index(title)]
            return other if 0 < len(other.split()) <= _LONGEST_OUTLET - 1 and not _NO_NAME.search(other) else None
    return None


def _dateline(seen: list[DateLine]) -> str | None:
    """The first lines that show a date, a line each: of two, the reader may find the second to be that of publication."""
    lines = dict.fromkeys(one.text for one in seen if not one.is_change)
    return "\n".join([*lines][:_MOST_DATELINES]) or None


def _dates(item: Linked) -> list[str]:
    return [value for value in (item.get("datePublished"),) if isinstance(value, str)]


def _authors(tree: Any, named: dict[str, str], linked: Linked, own: set[str]) -> tuple[str, ...]:
    """Who wrote it, persons and bodies, as the page states it for machines; else as its bylines show it."""
    stated = [*names_of(linked.get("author"))] or [named[name] for name in _AUTHOR_NAMES if name in named]
    stated = [name for name in stated if _is_author(name, own)]
    if not stated:
        shown = tree.xpath(
            "//*[@rel='author' or @itemprop='author'][not(ancestor::*[contains(@class, 'comment') or contains(@class, 'related')])]"
        )
        stated = [name for element in shown[:5] if _is_author(name := text_of(element), own)]
    return tuple(dict.fromkeys(map(line, stated)))


def _own_names(outlet: str | None, url: str | None) -> set[str]:
    """What a site calls itself where it has to name an author: its name, its host, or a part of that."""
    host = host_of(url) or ""
    return {squeezed(name) for name in (outlet or "", host, *host.split("."))}


def _is_author(name: str, own: set[str]) -> bool:
    return 1 < len(name.strip()) <= _LONGEST_AUTHOR and not _NO_NAME.search(name.strip()) and squeezed(name) not in own


def _description(named: dict[str, str], linked: Linked) -> str | None:
    stated = [named[name] for name in _DESCRIPTION_NAMES if name in named]
    return next(iter(sorted(stated, key=len, reverse=True)), None) or text_value(linked.get("description"))
