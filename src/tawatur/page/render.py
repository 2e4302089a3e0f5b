"""Pages that stand alone: one file with its style and script in it, which loads nothing and allows nothing to be loaded."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from tawatur import __version__
from tawatur.model import Document, Reading, Span
from tawatur.page.cards import LAYERS, Cards, Fact, Value
from tawatur.page.cutting import ASIDE, Block, cut
from tawatur.page.marks import Mark, Marks
from tawatur.page.trees import Branch, tree
from tawatur.wording.messages import Messages
from tawatur.wording.outside import clean

_UNPRINTABLE = {
    code: "\ufffd" for code in (*range(9), *range(14, 32), *range(127, 160), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF) if code != 0x85
}
_LONGEST_TITLE = 90
STATIC = Path(str(files("tawatur.page") / "static"))
"""The look of marked reports and what it takes to walk through them: built into pages of one file, and served to browsers."""
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Report(NamedTuple):
    """One reading as the templates show it. `prefix` begins all its anchors."""

    prefix: str
    document: Document
    title: Value
    has_title_in_text: bool
    facts: tuple[Fact, ...]
    address: str | None
    blocks: Iterable[Block]
    cards: Cards
    tree: list[Branch]


@cache
def environment() -> Environment:
    """The templates of pages and of their parts, with everything from outside escaped."""
    made = Environment(
        loader=PackageLoader("tawatur.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(harmless=harmless, plain=clean)
    made.globals.update(version=__version__, layers=LAYERS)
    return made


def harmless(text: str) -> Markup:
    """Text from outside, character for character: control characters replaced, and those that turn the direction of what follows
    shut up in an element of their own, where they turn nothing."""
    safe = escape(text.translate(_UNPRINTABLE))
    return Markup(_OVERRIDES.sub(_shut_up, safe)) if _OVERRIDES.search(safe) else safe


def _shut_up(found: re.Match[str]) -> str:
    return f'<bdi class="turn" title="U+{ord(found[0]):04X}">{found[0]}</bdi>'


def report(reading: Reading, say: Messages, prefix: str = "", lit: Span | None = None) -> Report:
    """The view of one reading. `prefix` tells it from the others of its page; `lit` is a span that somebody came for."""
    document = reading.document
    cards = Cards(reading, say, prefix)
    marks = [*_lit(cards.marks, lit), *cards.marks.in_order()]
    shown = {" ".join(document.text[zone.start : zone.end].split()) for zone in document.zones if zone.kind == "title"}
    title = Value(document.title or _first_words(document), foreign=True)
    in_text = not document.title or " ".join(document.title.split()) in shown
    return Report(
        prefix, document, title, in_text, _facts(document, cards, say), _address(document.url),
        cut(document.text, marks, document.zones), cards, tree(reading, cards),
    )  # fmt: skip


def _lit(marks: Marks, span: Span | None) -> list[Mark]:
    """The mark of what somebody came for, whose anchor is `at`; none for a span that is not in the text."""
    is_there = span is not None and 0 <= span.start < span.end <= len(marks.text)
    return [Mark("at", "", "", "lit", span.start, span.end)] if span is not None and is_there else []


def _first_words(document: Document) -> str:
    """What to call a report without a title."""
    body = next((zone.start for zone in document.zones if zone.kind == "body"), 0)
    words = document.text[body : body + _LONGEST_TITLE].lstrip().splitlines()[:1]
    return (words[0] + "…") if words else document.id


def page(readings: Iterable[Reading], say: Messages) -> Iterator[str]:
    """The page of all these readings, piece by piece."""
    reports = [report(reading, say, f"d{number}-") for number, reading in enumerate(readings, 1)]
    counts = {layer: sum(len(one.cards.layers[layer]) for one in reports) for layer in LAYERS}
    style, script = _style(), _script()
    values: dict[str, Any] = {
        "say": say, "reports": reports, "counts": counts, "style": Markup(style), "script": Markup(script),
        "style_hash": _digest(style), "script_hash": _digest(script),
        "has_aside": any(zone.kind in ASIDE for one in reports for zone in one.document.zones),
    }  # fmt: skip
    stream = environment().get_template("page.html").stream(values)
    stream.enable_buffering(200)
    yield from stream


def _facts(document: Document, cards: Cards, say: Messages) -> tuple[Fact, ...]:
    published = cards.date(document.published)._replace(note=say(f"basis.{document.published_basis}"))
    facts = [
        ("outlet", [Value(say.outlet(document.outlet), foreign=bool(document.outlet))]),
        ("published", [published]),
        ("agencies", [Value(say.outlet(agency), foreign=True) for agency in document.agencies]),
    ]
    return tuple(Fact(say(key), tuple(values)) for key, values in facts if values)


def _address(url: str | None) -> str | None:
    """The address of a page on the web; nothing that a browser would run or open on the machine itself."""
    try:
        scheme = urlsplit(url or "").scheme
    except ValueError:
        return None
    return url if scheme.casefold() in ("http", "https") else None


@cache
def _style() -> str:
    """What stands around the reports, then the reports. Style and script hold nothing from outside."""
    return environment().get_template("style.css").render().strip() + "\n" + _static("css/marks.css")


@cache
def _script() -> str:
    return _static("marks.js") + "\n" + environment().get_template("page.js").render().strip()


def _static(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8").strip()


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
