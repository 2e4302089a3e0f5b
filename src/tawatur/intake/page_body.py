"""The article's text out of a page: trafilatura on the pruned tree, held against what the page says elsewhere.

In this order, each only where the one before fails: trafilatura; the element that holds most of what is left, where trafilatura's text is
less than half of that; `articleBody` of JSON-LD, where it holds more; the state of the page's scripts, where the markup holds no article.
"""

import logging
from collections import Counter
from functools import cache
from typing import Any

from tawatur.intake.page_counts import Counts, count
from tawatur.intake.page_frames import row_line, unframe
from tawatur.intake.page_lines import as_shown, shown_lines
from tawatur.intake.page_linked import body_of
from tawatur.intake.page_metadata import PageHead
from tawatur.intake.page_pruning import prune
from tawatur.intake.page_state import Story
from tawatur.intake.page_tree import line, squeezed

_LEAST_STATED, _FOUND, _HALF, _TAIL, _COMPARABLE = 8, 0.8, 0.5, 0.35, 0.7
_CLOSING = 40


def article_text(tree: Any, counts: dict[Any, Counts], head: PageHead, story: Story | None) -> str:
    """The paragraphs of the article, a line each. The tree is used up. May be empty. `story` is what scripts hold of a bare page."""
    stated = _stated_lines(body_of(head.linked))
    left = prune(tree, counts, head.heading, head.metadata.description)
    unframe(tree, counts)
    lines = as_shown(_extracted(tree), tree)
    if _words(lines) < _HALF * left:
        lines = max(lines, _largest(tree), key=_words)
    if _words(stated) >= _LEAST_STATED:
        lines = _beside_stated(lines, stated)
    if story:
        lines = max(lines, _stated_lines(story.text), key=_words)
    return "\n".join(lines)


def _extracted(tree: Any) -> list[str]:
    from trafilatura import extract

    found = extract(
        tree, include_comments=False, include_tables=True, deduplicate=False, with_metadata=False, config=_settings()
    )  # fmt: skip
    return [one for text in (found or "").split("\n") if (one := row_line(line(text)))]


@cache
def _settings() -> Any:
    """Trafilatura's own, but for short reports: a text of a few words is an article, and no reason to take the whole page instead."""
    from trafilatura.settings import use_config

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "60")
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "10")
    return config


def _largest(tree: Any) -> list[str]:
    """The lines of the smallest element that holds nearly all running text that is left."""
    counts = count(tree)
    element = tree
    while True:
        inner = max(element.iterchildren("*"), key=lambda child: counts[child].prose, default=None)
        if inner is None or not counts[inner].prose or counts[inner].prose < 0.75 * counts[element].prose:
            return list(shown_lines(element))
        element = inner


def _stated_lines(text: str) -> list[str]:
    """The lines of a text that may be HTML."""
    if "<" in text and ">" in text:
        from lxml import html

        return list(shown_lines(html.document_fromstring(f"<html><body>{text}</body></html>")))
    return [one for part in text.splitlines() if (one := line(part))]


def _beside_stated(lines: list[str], stated: list[str]) -> list[str]:
    """The text taken from the page, or the one stated where it holds more; without a tail beyond the end of the one stated."""
    found, known = _forms(lines), _forms(stated)
    if known.total() > _COMPARABLE * found.total() and (found & known).total() < _FOUND * known.total():
        return stated
    closing = squeezed(stated[-1])[-_CLOSING:]
    end = next((number for number, one in enumerate(lines, 1) if len(closing) == _CLOSING and squeezed(one).endswith(closing)), len(lines))
    return lines[:end] if _words(lines[end:]) <= _TAIL * _words(lines) else lines


def _words(lines: list[str]) -> int:
    return sum(len(one.split()) for one in lines)


def _forms(lines: list[str]) -> Counter[str]:
    return Counter(word for one in lines for word in one.split())
