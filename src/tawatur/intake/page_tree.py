"""Markup to a tree that is safe to work on: bounded in size and depth, without comments and control characters."""

import re
from typing import Any

from tawatur.errors import InputError
from tawatur.intake.limits import ELEMENTS, NESTED

_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DOCTYPE = re.compile(r"<!doctype[^>]{0,500}>", re.IGNORECASE)
_INLINE = ("font", "b", "i", "u", "em", "strong", "span", "center", "big", "small", "o:p", "st1")
_TOO_DEEP = "boolean(" + "/*" * (NESTED + 1) + ")"


def parse(markup: str, where: str) -> Any:
    """The lxml tree of a page. Raises InputError for what is no page, too large, or nested too deep.

    Pages made by hand open elements of style and never close them, so that each paragraph lies in all the ones before: where a page is too
    deep, such elements are taken out, and their text stays.
    """
    from lxml import etree, html

    if markup.count("<") > 3 * ELEMENTS:
        raise _too_large(where)
    parser = html.HTMLParser(
        collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )  # fmt: skip
    content = _CONTROLS.sub(" ", _DOCTYPE.sub(" ", markup[:1_000]) + markup[1_000:])
    try:
        tree = html.document_fromstring(content.encode("utf-8"), parser=parser)
    except etree.ParserError as fault:
        raise InputError(where, "is no web page", "save the page again as HTML") from fault
    if tree.xpath("count(//*)") > ELEMENTS:
        raise _too_large(where)
    if tree.xpath(_TOO_DEEP):
        etree.strip_tags(tree, *_INLINE)
    if tree.xpath(_TOO_DEEP):
        raise InputError(where, f"is a page of more than {NESTED} elements within each other", "save the article's text as .txt")
    return tree


def _too_large(where: str) -> InputError:
    return InputError(where, f"is a page of more than {ELEMENTS:,} elements", "save the article's own page, or its text as .txt")


def text_of(element: Any) -> str:
    """The text that an element shows, on one line."""
    return line(" ".join(element.xpath(".//text()[not(parent::script or parent::style or parent::noscript or parent::template)]")))


def short_text(element: Any, limit: int) -> str | None:
    """The text of an element on one line, or None where it is longer than `limit`; a large element is not gone through to its end."""
    parts: list[str] = []
    length = 0
    for text in element.itertext():
        parts.append(text)
        length += len(text.strip())
        if length > limit:
            return None
    found = line(" ".join(parts))
    return found if len(found) <= limit else None


def line(text: str) -> str:
    """On one line, with single spaces."""
    return " ".join(text.split())


def squeezed(text: str) -> str:
    """Letters and digits only, to compare what is spaced and pointed in different ways."""
    return re.sub(r"\W+", "", text).casefold()
