"""What a web page says of itself to machines: title, outlet, address and day of publication."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from tawatur.intake.dates import normalise_date
from tawatur.model import Record

_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "article:published", "pubdate",
    "publishdate", "publish_date", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc:created", "dc.date.created", "dc:date", "dc.date", "date",
)  # fmt: skip
_TITLE_NAMES = ("og:title", "headline", "twitter:title", "dc.title")
_OUTLET_NAMES = ("og:site_name", "application-name", "publisher", "dc.publisher")
_ARTICLE = re.compile(r"Article|BlogPosting|Report")
_ADDRESS_DATE = re.compile(r"/((?:19|20)\d\d)[/-](?:[a-z_]+/)?(\d{1,2})[/-](\d{1,2})(?=[/.-]|$)")
_DATE_CLASS = re.compile(r"date|time|tmstmp|publish|تاريخ", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_LONGEST_DATELINE = 100
_FIRST_YEAR = "1990"


class PageMetadata(Record, frozen=True):
    """`published` is a day the page states for machines; `dateline` the date line that people see, as it stands."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    dateline: str | None = None


def page_metadata(tree: Any) -> PageMetadata:
    """Reads an lxml tree. A bare 1 January and years before the web are the marks of a template, and are not believed."""
    named = _named(tree)
    linked = list(_linked_data(tree))
    url = _first(tree.xpath("//link[@rel='canonical']/@href")) or named.get("og:url")
    if url and not urlsplit(url).netloc:
        url = None
    outlet = _outlet(named, linked)
    return PageMetadata(
        title=_title(tree, named, linked, outlet),
        outlet=outlet or (urlsplit(url).netloc.removeprefix("www.") if url else None) or None,
        url=url,
        published=_published(named, linked, url),
        dateline=_dateline(tree),
    )


def _named(tree: Any) -> dict[str, str]:
    """The content of every named property of the page, the first of each name."""
    named: dict[str, str] = {}
    for element in tree.xpath("//*[@property or @name or @itemprop][@content or @datetime]"):
        content = _line(element.get("content") or element.get("datetime") or "")
        for attribute in ("property", "name", "itemprop"):
            for name in (element.get(attribute) or "").lower().split():
                if content:
                    named.setdefault(name, content)
    return named


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe an article."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            found = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _articles(found)


def _articles(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, list):
        for item in found:
            yield from _articles(item)
    elif isinstance(found, dict):
        if _ARTICLE.search(str(found.get("@type", ""))):
            yield found
        yield from _articles(found.get("@graph"))


def _title(tree: Any, named: dict[str, str], linked: list[dict[str, Any]], outlet: str | None) -> str | None:
    """The headline, without the name of the outlet that many pages put behind it: «… - اليوم السابع»."""
    stated = [item["headline"] for item in linked if isinstance(item.get("headline"), str)]
    stated += [named[name] for name in _TITLE_NAMES if name in named]
    headings = [_line("".join(heading.itertext())) for heading in tree.xpath("//h1")]
    titles = [_line("".join(title.itertext())) for title in tree.xpath("//head/title")]
    title = next((line for title in [*stated, *headings[:1], *titles] if (line := _line(title))), None)
    if title and outlet and title.endswith(outlet):
        headline = title.removesuffix(outlet).rstrip()
        return headline.rstrip("-–—|•»:").rstrip() if headline.endswith(tuple("-–—|•»:")) else title
    return title


def _outlet(named: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    stated = [named[_OUTLET_NAMES[0]]] if _OUTLET_NAMES[0] in named else []
    for item in linked:
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str):
            stated.append(name)
    stated += [named[name] for name in _OUTLET_NAMES[1:] if name in named]
    return next((line for name in stated if (line := _line(name)) and "://" not in line), None)


def _published(named: dict[str, str], linked: list[dict[str, Any]], url: str | None) -> str | None:
    stated = [item["datePublished"] for item in linked if isinstance(item.get("datePublished"), str)]
    stated += [named[name] for name in _DATE_NAMES if name in named]
    for text in stated:
        day = normalise_date(text)
        if day and len(day) == 10 and day > _FIRST_YEAR and (not day.endswith("-01-01") or len(text.strip()) > 10):
            return day
    match = _ADDRESS_DATE.search(url or "")
    return normalise_date("-".join(match.groups())) if match else None


def _dateline(tree: Any) -> str | None:
    """The first short line with a year in an element that calls itself a date, after the main heading when there is one."""
    after = tree.xpath("//h1[1]/following::*[self::time or @class or @id]") or tree.xpath("//*[self::time or @class or @id]")
    for element in after:
        marks = f"{element.tag} {element.get('class') or ''} {element.get('id') or ''}"
        if isinstance(element.tag, str) and _DATE_CLASS.search(marks):
            line = _line("".join(element.itertext()))
            if len(line) <= _LONGEST_DATELINE and _YEAR.search(line):
                return line
    return None


def _first(values: list[str]) -> str | None:
    return next((line for value in values if (line := _line(value))), None)


def _line(text: str) -> str:
    return " ".join(text.split())
