"""The head of an article as people see it: its headline in the page, and what stands beside it: second headline and date lines."""

import re
from itertools import islice
from typing import Any

from tawatur.intake.page_tree import short_text, squeezed, text_of

_DATE_NAMES = re.compile(r"date|time|tmstmp|publish|posted|\u062a\u0627\u0631\u064a\u062e", re.IGNORECASE)
_CHANGED_NAMES = re.compile(r"modif|updat", re.IGNORECASE)
_SUBTITLE_NAMES = re.compile(
    r"sub-?_?(?:title|head)|second-?title|standfirst|deck\b|alternativeheadline|strapline|tagline|excerpt|summary|(?:article|post|news|entry|story)-?_?(?:intro|lead|brief|desc)",
    re.IGNORECASE,
)
_ASIDE_NAMES = re.compile(r"related|comment|sidebar|(?<!elementor-)widget|most-?_?(?:read|view)|latest|more-?_?news|card", re.IGNORECASE)
_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{4}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{1,2}|\d{1,2}\s+[^\W\d]+(?:\W{1,3}[^\W\d]+){0,3}\W{1,3}\d{4})(?!\d)"
    r"|[^\W\d]+\s+\d{1,2}\s*[,،]\s*\d{4}(?!\d)"
)
_YEAR = re.compile(r"(?<!\d)(?:1[34]|19|20)\d\d(?!\d)")
_DIGITS = {first + digit: str(digit) for first in (0x660, 0x6F0) for digit in range(10)}
_LONGEST_DATELINE, _LONGEST_SUBTITLE, _LEAST_SUBTITLE = 100, 400, 4
_BEFORE, _AFTER, _BESIDE, _PART = 25, 60, 8, 2
_LONGEST_UNNAMED, _MOST_HEADINGS = 60, 20
_HEADINGS = ("h1", "h2", "h3", "h4", "td", "div", "span", "font", "b", "strong", "p", "a", "big")


class DateLine:
    """A line that people see and that tells a date. `is_change`: the element calls itself that of a later change."""

    def __init__(self, text: str, is_change: bool) -> None:
        self.text, self.is_change = text, is_change
        self.numbers = {int(number) for number in re.findall(r"\d+", text)}


def find_heading(tree: Any, title: str | None) -> Any | None:
    """The element that shows the title: the heading most like it, else the first element of that text, else the only first heading."""
    wanted = squeezed(title or "")
    headings = tree.xpath("//body//h1")[:_MOST_HEADINGS]
    shown = {heading: squeezed(text_of(heading)) for heading in headings}
    alike = [heading for heading, text in shown.items() if wanted and (wanted in text or (text in wanted and 2 * len(text) > len(wanted)))]
    if alike:
        return min(alike, key=lambda heading: abs(len(shown[heading]) - len(wanted)))
    for body in tree.xpath("//body")[: 1 if wanted else 0]:
        for element in body.iter(*_HEADINGS):
            if element.text and squeezed(element.text) == wanted:
                return element
    return headings[0] if len(headings) == 1 else None


def date_lines(tree: Any, heading: Any | None) -> list[DateLine]:
    """The date lines by the headline: those under it that are marked as such, else short ones, else those above it within the same part.

    Without a headline, those of the page that are marked.
    """
    if heading is None:
        return [one for is_named, one in _found(tree.xpath("//body//*[self::time or @class or @id]")[:400], set()) if is_named]
    around = set(heading.iterancestors())
    part = next(islice(heading.iterancestors(), _PART, None), None)
    above = [one for one in heading.xpath(f"preceding::*[position() <= {_BEFORE}]") if part is not None and part in one.iterancestors()]
    for elements in (heading.xpath(f"following::*[position() <= {_AFTER}]"), above[::-1]):
        found = _found(elements, around)
        lines = [one for is_named, one in found if is_named] or [one for _, one in found if len(one.text) <= _LONGEST_UNNAMED]
        if lines:
            return lines
    return []


def _found(elements: list[Any], around: set[Any]) -> list[tuple[bool, DateLine]]:
    return [one for element in elements if (one := _date_line(element, around)) is not None]


def _date_line(element: Any, around: set[Any]) -> tuple[bool, DateLine] | None:
    """The date line that the element is, and whether it is marked as one. `around` are the elements that hold the headline too."""
    if not isinstance(element.tag, str) or element.tag in ("script", "style", "a", "select", "option"):
        return None
    marks = f"{element.tag} {element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
    is_named = _DATE_NAMES.search(marks) is not None
    if len(element) > _BESIDE and not is_named:
        return None
    text = short_text(element, _LONGEST_DATELINE)
    if text is None or not _YEAR.search(text.translate(_DIGITS)) or not (is_named or _DATE.search(text)) or _is_aside(element, around):
        return None
    is_change = _CHANGED_NAMES.search(marks) is not None and "published" not in marks.lower()
    return is_named, DateLine(text, is_change)


def stated_times(heading: Any | None) -> list[str]:
    """The `datetime` of the time elements near the headline that are not of a later change."""
    if heading is None:
        return []
    around = set(heading.iterancestors())
    near = [*heading.xpath(f"following::*[position() <= {_AFTER}]"), *heading.xpath(f"preceding::*[position() <= {_BEFORE}]")[::-1]]
    times = [one for one in near if one.tag == "time" and one.get("datetime") and not _is_aside(one, around)]
    names = [f"{one.get('class') or ''} {one.get('itemprop') or ''}".lower() for one in times]
    return [
        one.get("datetime") for one, named in zip(times, names, strict=True) if "published" in named or not _CHANGED_NAMES.search(named)
    ]  # fmt: skip


def _is_aside(element: Any, around: set[Any]) -> bool:
    """Whether it is of other stories, comments or the frame of the page."""
    for one in (element, *element.iterancestors()):
        if one in around or one.tag == "body":
            return False
        if one.tag in ("aside", "nav", "footer") or _ASIDE_NAMES.search(f"{one.get('class') or ''} {one.get('id') or ''}"):
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
