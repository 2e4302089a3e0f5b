"""The lines of text that a page shows, as its blocks and line breaks part them, and which of them an extraction took."""

from collections.abc import Iterator
from typing import Any

from tawatur.intake.page_tree import line, squeezed

_BREAKS = frozenset((
    "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "section", "article", "blockquote",
    "header", "figure", "figcaption", "hr", "dd", "dt", "dl", "center", "pre", "main", "body", "form",
))  # fmt: skip
_UNSHOWN = frozenset(("script", "style", "noscript", "template", "svg", "button", "select", "textarea", "iframe"))
_CELLS = frozenset(("td", "th"))
_FEWEST_WORDS, _FARTHEST, _NEARLY = 4, 20_000, 0.95


def shown_lines(element: Any) -> Iterator[str]:
    """The lines of text that an element shows, parted where its blocks and line breaks part them."""
    parts: list[str] = []
    for step, part in _walk(element):
        if step == "break":
            if one := line("".join(parts)):
                yield one
            parts = []
        else:
            parts.append(part)
    if one := line("".join(parts)):
        yield one


def _walk(element: Any) -> Iterator[tuple[str, str]]:
    from lxml import etree

    skipped = 0
    for event, one in etree.iterwalk(element, events=("start", "end"), tag="*"):
        is_start = event == "start"
        if one.tag in _UNSHOWN:
            skipped += 1 if is_start else -1
        elif not skipped:
            if one.tag in _BREAKS:
                yield "break", ""
            elif one.tag in _CELLS:
                yield "text", " "
            if is_start and one.text:
                yield "text", one.text
        if not is_start and not skipped and one is not element and one.tail:
            yield "text", one.tail


def as_shown(taken: list[str], tree: Any) -> list[str]:
    """The lines of the page that an extraction took, each as the page shows it.

    Extractors join paragraphs, part them at links, and mark lists and tables: what they took is found in the page again, in its order.
    Where more than a twentieth of it is not found, as where half a line was left out, it stays as it was taken.
    """
    whole, reached = squeezed("".join(taken)), 0
    found: list[str] = []
    for one in shown_lines(tree):
        bare = squeezed(one)
        at = reached if bare and whole.startswith(bare, reached) else -1
        if at < 0 and len(one.split()) >= _FEWEST_WORDS:
            at = whole.find(bare, reached, reached + len(bare) + _FARTHEST)
        if at >= 0:
            found.append(one)
            reached = at + len(bare)
    return found if len(squeezed("".join(found))) >= _NEARLY * len(whole) else taken
