"""Media between the outlet and whose words they are: «في بيان نقلته وكالة …», «عن وكالة … عن مصدر»."""

from collections.abc import Iterator

from tawatur.reading.statements_context import BOUNDARY, Context
from tawatur.reading.statements_words import ABOUT, RELATIVE

Range = tuple[int, int]
_LONGEST_MEDIUM = 6
_FARTHEST = 6
_PASSING = frozenset(("relay", "issue", "publish", "relate", "show"))
"""The cues of `cues.tsv` that with a pronoun tell who made a statement public: «نشرته», «بثتها», «أوردته»."""


def carriers(ctx: Context, first: int, stop: int) -> Iterator[Range]:
    """The media that made the statement public whose cue and channel stand at tokens `first` up to `stop`."""
    for i in range(first, stop):
        end = medium_end(ctx, i + 1) if is_carried(ctx, first, i) else 0
        if end:
            yield i + 1, end


def is_carried(ctx: Context, first: int, i: int) -> bool:
    """Whether the verb at token `i` tells who made public a statement or document that is named after token `first`."""
    return any(hit.enc and hit.layer == "cues" and hit.entry.id in _PASSING for hit in ctx.hits[i]) and _of_statement(ctx, first, i)


def cited(ctx: Context, first: int) -> tuple[int, list[Range]]:
    """«وكالة سانا عن | مصدر»: where the last of those cited begins, and the media before it, nearest to the outlet first."""
    between: list[Range] = []
    while True:
        end = medium_end(ctx, first)
        behind = _after_about(ctx, end) if end else None
        if behind is None or behind >= ctx.stops[first]:
            return first, between
        between.append((first, end))
        first = behind


def medium_end(ctx: Context, first: int) -> int:
    """The token after the name of a medium that begins at token `first`; 0 where none does."""
    if first >= len(ctx.forms):
        return 0
    named = ctx.names.get(first)
    if named and named[1].kind == "media":
        return named[0]
    head = next((hit for hit in ctx.hits[first] if hit.layer == "speakers" and hit.entry.get("kind") == "agency"), None)
    if head is None:
        return 0
    i = head.stop
    while i < min(first + _LONGEST_MEDIUM, ctx.stops[first]) and not ctx.gaps[i] & BOUNDARY and not _leaves(ctx, i):
        i += 1
    return i


def _leaves(ctx: Context, i: int) -> bool:
    """Whether token `i` cannot belong to the name of a medium."""
    if i in ctx.times or ctx.is_that(i) or ctx.is_preposition(i) or ctx.attribution(i, "relay", "source", "aside"):
        return True
    if is_document(ctx, i) or any(hit.layer == "media_channels" and hit.column == "noun" for hit in ctx.hits[i]):
        return True
    return ctx.is_verb(i) and i not in ctx.inside_name


def _after_about(ctx: Context, i: int) -> int | None:
    """The token after «عن» or «نقلا عن» at token `i`."""
    if i >= len(ctx.forms):
        return None
    relay = ctx.attribution(i, "relay")
    if relay:
        return relay.stop
    return i + 1 if ctx.forms[i] in ABOUT and not ctx.gaps[i] & BOUNDARY else None


def _of_statement(ctx: Context, first: int, i: int) -> bool:
    """Whether the verb at token `i` is about a statement or document named shortly before it."""
    for j in range(i - 1, max(i - _FARTHEST, first) - 1, -1):
        if any(hit.layer == "media_channels" or is_document(ctx, j) for hit in ctx.hits[j]):
            return True
        if ctx.gaps[j + 1] & BOUNDARY or (ctx.is_verb(j) and ctx.forms[j] not in RELATIVE):
            return False
    return False


def is_document(ctx: Context, i: int) -> bool:
    return any(hit.layer == "speakers" and hit.entry.get("kind") == "document" for hit in ctx.hits[i])
