"""Sentences of ours that quote texts from outside and name dates: each such part with a direction of its own.

Without that, «2020-03-14» within Arabic words is shown with the day first, and the marks around a quotation stand at its wrong end (Unicode
Bidirectional Algorithm, W2 and N1).
"""

import re

from markupsafe import Markup, escape

from tawatur.page.render import harmless

_WORD = "[A-Za-z0-9-]"
"""What a date or an id goes on with; Arabic writes «and» onto the next word."""
_CODE = rf"(?<!{_WORD})(?:\d{{4}}-\d\d(?:-\d\d)?|[A-Za-z0-9]+(?:[-:][A-Za-z0-9]+)+|[+-]\d+(?:\.\d+)?)(?!{_WORD})"
_PARTS = re.compile(rf"«(?P<quote>[^«»]+)»|(?P<code>{_CODE})")
_ISOLATE, _LEFT, _END = "\u2068", "\u2066", "\u2069"


def sentence(text: str) -> Markup:
    """The sentence as markup, escaped and harmless: quotations and dates in `<bdi>`."""
    found, at = Markup(), 0
    for match in _PARTS.finditer(text):
        found += harmless(text[at : match.start()])
        if match["quote"]:
            found += Markup("«<bdi>{}</bdi>»").format(harmless(match["quote"]))
        else:
            found += Markup('<bdi dir="ltr">{}</bdi>').format(escape(match["code"]))
        at = match.end()
    return found + harmless(text[at:])


def isolated_parts(text: str) -> str:
    """The sentence as plain text, with the same parts between isolates."""
    return _PARTS.sub(lambda match: f"«{_ISOLATE}{match['quote']}{_END}»" if match["quote"] else f"{_LEFT}{match['code']}{_END}", text)
