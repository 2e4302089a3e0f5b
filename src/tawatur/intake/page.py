"""Saved web pages to text: the article with its title, its second headline and, where no machine wrote the date, its date line above it."""

import msgspec

from tawatur.errors import InputError
from tawatur.intake.page_address import refresh_target
from tawatur.intake.page_body import article_text
from tawatur.intake.page_counts import count
from tawatur.intake.page_dates import stated_day
from tawatur.intake.page_metadata import PageMetadata, page_head
from tawatur.intake.page_state import Story, find_story
from tawatur.intake.page_tree import parse, squeezed
from tawatur.model import Record

_FEWEST_WORDS, _BARE = 5, 80


class Page(Record, frozen=True):
    text: str
    metadata: PageMetadata


def read_page(markup: str, where: str, address: str | None = None) -> Page:
    """The article's text: title, second headline, the visible date line when no machine wrote the date, then the paragraphs.

    `address` is where the page was fetched from, if it was. Raises InputError for a page without an article, such as a list of links or an
    empty frame, and for one that is too large or nested too deep.
    """
    tree = parse(markup, where)
    try:
        head = page_head(tree, address)
        counts = count(tree)
        story = find_story(tree, head.names) if counts[tree].prose < _BARE else None
        body = article_text(tree, counts, head, story)
    except (ValueError, SyntaxError, RecursionError) as fault:
        raise InputError(where, f"is damaged HTML ({fault})", "save the page again") from fault
    if len(body.split()) < _FEWEST_WORDS:
        raise _without_article(where, refresh_target(tree))
    metadata = _dated_by(story, head.metadata)
    return Page(_with_head(body, metadata), metadata)


def _without_article(where: str, target: str | None) -> InputError:
    if target:
        return InputError(where, f"only leads on to {target}", "take in the page there")
    return InputError(where, "is a page without an article", "save the article's own page, or its text as .txt")


def _dated_by(story: Story | None, metadata: PageMetadata) -> PageMetadata:
    """With the day that the page's scripts state, where nothing else states one."""
    if metadata.published or story is None or story.published is None:
        return metadata
    return msgspec.structs.replace(metadata, published=stated_day([story.published], {}, [], []))


def _with_head(body: str, metadata: PageMetadata) -> str:
    """The text with its head in order, whichever parts of it the body already opens with."""
    above = [squeezed(part) for part in (metadata.title, metadata.subtitle, *(metadata.dateline or "").split("\n")) if part]
    lines = body.split("\n")
    while len(lines) > 1 and squeezed(lines[0]) in above:
        lines.pop(0)
    opening = squeezed(" ".join(lines)[: 2 * len(metadata.title or "") + 200])
    head = [metadata.title] if metadata.title and squeezed(metadata.title) not in opening else []
    if metadata.subtitle and squeezed(metadata.subtitle) not in squeezed(" ".join(lines)):
        head.append(metadata.subtitle)
    if not metadata.published and metadata.dateline:
        head += [one for one in metadata.dateline.split("\n") if one not in "\n".join(lines)]
    return "\n".join([*head, "", *lines] if head else lines)
