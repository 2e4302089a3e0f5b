"""Sentences of ours that quote texts from outside and name dates: each quotation with a direction of its own, dates in words.

Without that, «2020-03-14» within Arabic words is shown with the day first, and the marks around a quotation stand at its wrong end (Unicode
Bidirectional Algorithm, W2 and N1).
"""

import re

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from tawatur.page.render import harmless
from tawatur.wording.dates import DateWords
from tawatur.wording.messages import Messages

_WORD = "[A-Za-z0-9-]"
"""What a date or an id goes on with; Arabic writes «and» onto the next word."""
_CODE = rf"(?<!{_WORD})(?:[A-Za-z0-9]+(?:[-:][A-Za-z0-9]+)+|[+-]\d+(?:\.\d+)?)(?!{_WORD})"
_DAY = r"\d{4}-\d\d(?:-\d\d)?[~%]?"
_DATE = rf"(?<!{_WORD})(?:\[{_DAY}(?:,{_DAY})+\]|{_DAY}(?:/{_DAY})?)(?!{_WORD})"
_PARTS = re.compile(rf"«(?P<quote>[^«»]+)»|(?P<date>{_DATE})|(?P<code>{_CODE})")
_ARABIC = re.compile("[^A-Za-z]*[\u0621-\u064a]")
"""Whether the first letter is Arabic."""
_ISOLATE, _LEFT, _END = "\u2068", "\u2066", "\u2069"


@pass_context
def said(context: Context, text: str) -> Markup:
    """The filter `sentence`: digits and names of months as the viewer of the page reads them, dates in the language of the sentence."""
    say: Messages = context["say"]
    return sentence(text, Messages("ar" if _ARABIC.match(text) else "en", say.digits, say.months))


def sentence(text: str, say: Messages) -> Markup:
    """The sentence as markup, escaped and harmless: quotations and ids in `<bdi>`, dates (EDTF) in words."""
    found, at = Markup(), 0
    for match in _PARTS.finditer(text):
        found += harmless(say.number(text[at : match.start()])) + _part(match, say)
        at = match.end()
    return found + harmless(say.number(text[at:]))


def _part(match: re.Match[str], say: Messages) -> Markup:
    if match["quote"]:
        return Markup("«<bdi>{}</bdi>»").format(harmless(match["quote"]))
    if match["date"]:
        return Markup('<span class="date">{}</span>').format(DateWords(say).edtf(match["date"]))
    code = match["code"]
    return Markup('<bdi dir="ltr">{}</bdi>').format(escape(say.number(code) if code[0] in "+-" else code))


def isolated_parts(text: str) -> str:
    """The sentence as plain text, with the same parts between isolates."""
    return _PARTS.sub(lambda match: f"«{_ISOLATE}{match['quote']}{_END}»" if match["quote"] else f"{_LEFT}{match[0]}{_END}", text)
