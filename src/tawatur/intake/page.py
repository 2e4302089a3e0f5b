"""Saved web pages to text: the article by trafilatura, with its title above it."""

import re

from tawatur.errors import InputError
from tawatur.intake.page_metadata import PageMetadata, page_metadata
from tawatur.model import Record

_FEWEST_WORDS = 5
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f]")


class Page(Record, frozen=True):
    text: str
    metadata: PageMetadata


def read_page(markup: str, where: str) -> Page:
    """The article's text: title, then the visible date line when no machine wrote the date, then the paragraphs.

    Raises InputError for a page without an article, such as a list of links or an empty frame.
    """
    from trafilatura import extract, load_html

    try:
        tree = load_html(_CONTROLS.sub(" ", markup))
        if tree is None:
            raise InputError(where, "is no web page", "save the page again as HTML")
        metadata = page_metadata(tree)
        body = extract(tree, include_comments=False, include_tables=False, deduplicate=False, with_metadata=False) or ""
    except (ValueError, SyntaxError, RecursionError) as fault:
        raise InputError(where, f"is damaged HTML ({fault})", "save the page again") from fault
    if len(body.split()) < _FEWEST_WORDS:
        raise InputError(where, "is a page without an article", "save the article's own page, or its text as .txt")
    return Page(_with_head(body, metadata), metadata)


def _with_head(body: str, metadata: PageMetadata) -> str:
    lines = []
    if metadata.title and _squeezed(metadata.title) not in _squeezed(body[: 2 * len(metadata.title) + 200]):
        lines.append(metadata.title)
    if not metadata.published and metadata.dateline and metadata.dateline not in body:
        lines.append(metadata.dateline)
    return "\n".join([*lines, "", body]) if lines else body


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text)
