"""JSON-LD (W3C, schema.org) as pages hold it, broken or not: what describes the page's own article."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from tawatur.intake.page_tree import squeezed

Linked = dict[str, Any]

_MOST_SCRIPTS, _LONGEST_SCRIPT, _DEEPEST = 40, 2_000_000, 12
_ARTICLE = re.compile(r"Article|BlogPosting|Report|AnalysisNews")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_STRAY_BACKSLASH = re.compile(r'\\(?!["\\/bfnrtu])')
_SALVAGED = ("@type", "headline", "datePublished", "dateModified", "articleBody", "url")
_STRING = re.compile(r'\s*:\s*"(.*?)"\s*(?:,\s*"[@\w:]+"\s*:|,?\s*\})', re.DOTALL)


def linked_data(tree: Any) -> list[tuple[Linked, bool]]:
    """Every object of the page's JSON-LD, with whether it is an item of a list of other things."""
    scripts = tree.xpath("//script[contains(translate(@type, 'LDJSON', 'ldjson'), 'ld+json')]")
    values = (value for script in scripts[:_MOST_SCRIPTS] for value in _values((script.text or "")[:_LONGEST_SCRIPT]))
    return [found for value in values for found in _within(value, False, 0)]


def main_article(objects: list[tuple[Linked, bool]], names: list[str], address: str | None) -> Linked:
    """What JSON-LD says of the page's own article; of several, the one whose headline is among the page's `names`, or of its address.

    Empty where nothing describes it: pages list related stories in JSON-LD too.
    """
    found = [*_articles(objects)]
    known = {squeezed(name) for name in names if name}
    for item in found:
        headline = squeezed(text_value(item.get("headline")) or text_value(item.get("name")) or "")
        if headline and any(headline == name or (len(headline) > 20 and (headline in name or name in headline)) for name in known):
            return item
    for item in found:
        if address and address in addresses(item):
            return item
    return found[0] if len(found) == 1 else {}


def web_page(objects: list[tuple[Linked, bool]]) -> Linked:
    """What JSON-LD says of the page itself, where it describes it apart from the article."""
    return next((item for item, _ in objects if _type(item) in ("WebPage", "ItemPage", "NewsPage")), {})


def addresses(item: Linked) -> list[str]:
    """The addresses that the object gives for itself, as they stand."""
    main = item.get("mainEntityOfPage")
    main = main.get("@id") or main.get("url") if isinstance(main, dict) else main
    return [value for value in (item.get("url"), main, item.get("@id")) if isinstance(value, str)]


def text_value(value: Any) -> str | None:
    """A string on one line, without entities; None for anything else."""
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def names_of(value: Any) -> Iterator[str]:
    """The names of the persons and bodies that a property of JSON-LD gives: a string, an object with a name, or a list of either."""
    for one in value if isinstance(value, list) else [value]:
        name = text_value(one.get("name") if isinstance(one, dict) else one)
        if name:
            yield name


def body_of(item: Linked) -> str:
    """The article's text in JSON-LD, with its line breaks; of a live blog, of all its entries."""
    updates = item.get("liveBlogUpdate")
    entries = [one for one in updates if isinstance(one, dict)] if isinstance(updates, list) else []
    parts = [part for entry in entries for part in (entry.get("headline"), entry.get("articleBody"))]
    return "\n".join(html.unescape(part) for part in [item.get("articleBody"), *parts] if isinstance(part, str))


def _articles(objects: list[tuple[Linked, bool]]) -> Iterator[Linked]:
    """The articles described, those that are items of a list last."""
    found = [(item, listed) for item, listed in objects if _ARTICLE.search(_type(item))]
    yield from (item for item, listed in found if not listed)
    if all(listed for _, listed in found):
        yield from (item for item, listed in found if listed)


def _type(item: Linked) -> str:
    named = item.get("@type", "")
    return " ".join(map(str, named)) if isinstance(named, list) else str(named)


def _within(value: Any, listed: bool, depth: int) -> Iterator[tuple[Linked, bool]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _within(item, listed, depth + 1)
    elif isinstance(value, dict):
        yield value, listed
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _within(value.get(key), listed, depth + 1)
        for key in ("itemListElement", "item", "hasPart"):
            yield from _within(value.get(key), True, depth + 1)


def _values(text: str) -> Iterator[Any]:
    """The JSON values of a script; where it is broken, mended in the ways it usually is, or what single properties still say."""
    starts = [place for place in (text.find("{"), text.find("[{")) if place >= 0]
    text = text[min(starts, default=0) : max(text.rfind("}"), text.rfind("]")) + 1]
    for mend in (str, html.unescape, _mended):
        try:
            yield json.loads(mend(text), strict=False)
            return
        except (ValueError, RecursionError):
            continue
    named = {name: text.find(f'"{name}"') for name in _SALVAGED}
    salvaged = {
        name: found.group(1) for name, at in named.items() if at >= 0 and (found := _STRING.match(text, at + len(name) + len('""')))
    }  # fmt: skip
    if salvaged.get("headline") or salvaged.get("articleBody"):
        yield {"@type": "Article", **salvaged}


def _mended(text: str) -> str:
    return _STRAY_BACKSLASH.sub(r"\\\\", _TRAILING_COMMA.sub(r"\1", html.unescape(text)))
