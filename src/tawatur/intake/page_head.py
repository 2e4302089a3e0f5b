"""The head of an article as people see it: its headline in the page, and what stands beside it: second headline and date lines."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from tawatur.intake.page_tree import short_text, squeezed, text_of

_DATE_NAMES = re.compile(r"date|time|tmstmp|publish|posted|\u062a\u0627\u0631\u064a\u062e", re.IGNORECASE)
_CHANGED_NAMES = re.compile(r"modif|updat", re.IGNORECASE)
_SUBTITLE_NAMES = re.compile(
    r"sub-?_?(?:title|head)|second-?title|standfirst|deck\b|alternativeheadline|strapline|kicker-?text|tagline", re.IGNORECASE
)
_ASIDE_NAMES = re.compile(r"relat|comment|sidebar|widget|most|latest|card|more-?news", re.IGNORECASE)
_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{4}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{1,2}|\d{1,2}\s+[^\W\d]+(?:\W{1,3}[^\W\d]+){0,3}\W{1,3}\d{4})(?!\d)"
    r"|[^\W\d]+\s+\d{1,2}\s*[,،]\s*\d{4}(?!\d)"
)
_YEAR = re.compile(r"(?<!\d)(?:1[34]|19|20)\d\d(?!\d)")
_LONGEST_DATELINE, _LONGEST_SUBTITLE, _LEAST_SUBTITLE = 100, 400, 4
_BEFORE, _AFTER, _BESIDE = 25, 60, 8
_HEADINGS = ("h1", "h2", "h3", "h4", "td", "div", "span", "font", "b", "strong", "p", "a", "big")


class DateLine:
    """A line that people see and that tells a date. `is_change`: the element calls itself that of a later change."""

    def __init__(self, text: str, is_change: bool, stated: str | None) -> None:
        self.text, self.is_change, self.stated = text, is_change, stated
        self.numbers = {int(number) for number in re.findall(r"\d+", text)}


def find_heading(tree: Any, title: str | None) -> Any | None:
    """The element that shows the title: a first heading, else the first element of that text, else the only first heading."""
    wanted = squeezed(title or "")
    headings = tree.xpath("//body//h1")
    for heading in headings:
        if wanted and (shown := squeezed(text_of(heading))) and (shown in wanted or wanted in shown):
            return heading
    for element in tree.xpath("//body").pop().iter(*_HEADINGS) if wanted and tree.xpath("//body") else ():
        if element.text and squeezed(element.text) == wanted:
            return element
    return headings[0] if len(headings) == 1 else None


def date_lines(tree: Any, heading: Any | None) -> list[DateLine]:
    """The date lines near the headline, those after it first; without a headline, those of the page."""
    elements: Iterator[Any] = iter(tree.xpath("//body//*[self::time or @class or @id]")[:400])
    if heading is not None:
        after = heading.xpath(f"following::*[position() <= {_AFTER}]")
        before = heading.xpath(f"preceding::*[position() <= {_BEFORE}]")
        elements = iter([*after, *reversed(before)])
    found = [one for element in elements if (one := _date_line(element)) is not None]
    named = [one for is_named, one in found if is_named]
    return named or [one for _, one in found]


def _date_line(element: Any) -> tuple[bool, DateLine] | None:
    if not isinstance(element.tag, str) or element.tag in ("script", "style", "a", "select", "option"):
        return None
    marks = f"{element.tag} {element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
    is_named = _DATE_NAMES.search(marks) is not None
    if len(element) > _BESIDE and not is_named:
        return None
    text = short_text(element, _LONGEST_DATELINE)
    if text is None or not _YEAR.search(text) or not (is_named or _DATE.search(text)) or _is_aside(element):
        return None
    is_change = _CHANGED_NAMES.search(marks) is not None and "published" not in marks.lower()
    return is_named, DateLine(text, is_change, element.get("datetime"))


def stated_times(heading: Any | None) -> list[str]:
    """The `datetime` of the time elements near the headline that are not of a later change."""
    if heading is None:
        return []
    near = [*heading.xpath(f"following::*[position() <= {_AFTER}]"), *heading.xpath(f"preceding::*[position() <= {_BEFORE}]")[::-1]]
    times = [one for one in near if one.tag == "time" and one.get("datetime") and not _is_aside(one)]
    names = [f"{one.get('class') or ''} {one.get('itemprop') or ''}".lower() for one in times]
    return [
        one.get("datetime") for one, named in zip(times, names, strict=True) if "published" in named or not _CHANGED_NAMES.search(named)
    ]  # fmt: skip


def _is_aside(element: Any) -> bool:
    for one in (element, *islice(element.iterancestors(), 6)):
        if one.tag in ("aside", "nav", "footer") or (
            one.tag != "body" and _ASIDE_NAMES.search(f"{one.get('class') or ''} {one.get('id') or ''}")
        ):
            return True
    return False


def subtitle(heading: Any | None, stated: str | None) -> str | None:
    """The second headline: an element by the headline that is called so, a second heading under it, or what the page states."""
    if heading is None:
        return None
    near = heading.xpath(f"following::*[position() <= {_BESIDE}]")
    for element in near:
        marks = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
        text = short_text(element, _LONGEST_SUBTITLE) if element.tag not in ("script", "style", "ul", "ol", "nav") else None
        if text is None or len(text.split()) < _LEAST_SUBTITLE:
            continue
        if _SUBTITLE_NAMES.search(marks) or (stated and text == stated) or _is_next_heading(heading, element):
            return text
    return None


def _is_next_heading(heading: Any, element: Any) -> bool:
    return element.tag == "h2" and element.getprevious() is heading and not element.xpath(".//a")
