"""Zones: which parts of a text are its title, dateline and body, and which belong to the page around it or stand there twice.

Losing body text is the worst error, so a line is set aside only by page words, or by its form and its place together.
"""

from tawatur.model import Span, Zone, ZoneKind
from tawatur.packs.lexicon import Hit
from tawatur.reading.lines import Line, Lines
from tawatur.reading.page import BOILERPLATE_CUES, LINK_CUES, Page
from tawatur.reading.repeats import repeated_spans
from tawatur.reading.zones_head import given_title, is_caption, opens_with_title, sort_head
from tawatur.reading.zones_links import sort_article, sort_tail
from tawatur.text.tokens import COLON, DASH, PAREN, SLASH, Tokens

_LEAD_IN = 12
_ASIDE = frozenset(("caption", "related", "boilerplate"))


def find_zones(tokens: Tokens, hits: list[list[Hit]], title: str | None = None) -> tuple[Zone, ...]:
    """The zones of a text, in order and without gaps but for blanks. `title` helps to find the headline when it is known."""
    page = Page(Lines(tokens, hits))
    if page.has_article:
        sort_head(page, title)
        sort_article(page)
        sort_tail(page)
    else:
        _sort_plain(page, title)
    zones = _line_zones(page)
    zones = _cut(zones, _lead_in(page), "dateline")
    return tuple(_cut(zones, repeated_spans(tokens, _tokens_of(page, "body", "title"), _tokens_of(page, "title")), "repeated"))


def _sort_plain(page: Page, title: str | None) -> None:
    """A text without an article, such as a post or a list of incidents: only page words, and what stands under them, are set aside."""
    page.title = given_title(page, title)
    if page.title is None and opens_with_title(page):
        page.title = 0
    section: ZoneKind | None = None
    for index, line in enumerate(page.lines.lines):
        if index == page.title:
            page.kinds[index], section = "title", None
        elif line.cue in LINK_CUES or (line.cue in BOILERPLATE_CUES and (line.whole or line.cue != "staff")):
            page.kinds[index] = section = "related" if line.cue in LINK_CUES else "boilerplate"
            section = section if line.whole and line.cue in ("related", "comments", "menu") else None
        elif section and line.unfinished and not line.paragraph:
            page.kinds[index] = section
        elif page.is_stamp(line) or (page.is_dateline(line) and line.cue == "credit"):
            page.kinds[index] = "dateline"
        elif line.cue == "caption" and is_caption(page, line):
            page.kinds[index] = "caption"


def _line_zones(page: Page) -> list[Zone]:
    """Lines to zones: neighbours of one kind become one zone, except that a title is one line.

    A rule of dashes goes with the box that it parts off.
    """
    zones: list[Zone] = []
    text = page.lines.tokens.text
    for line, kind in zip(page.lines.lines, page.kinds, strict=True):
        if zones and zones[-1].kind == kind and kind != "title":
            zones[-1] = Zone(zones[-1].start, line.end, kind)
        else:
            between = text[zones[-1].end : line.start] if zones and kind in _ASIDE else ""
            start = line.start - len(between.lstrip()) if between.strip() else line.start
            zones.append(Zone(start, line.end, kind))
    return zones


def _tokens_of(page: Page, *kinds: ZoneKind) -> list[bool]:
    """Which tokens are in lines of those kinds. Repetition is looked for in the article only: among links and menus it says nothing."""
    found = [False] * len(page.lines.tokens)
    for line, kind in zip(page.lines.lines, page.kinds, strict=True):
        if kind in kinds:
            found[line.first : line.stop] = [True] * len(line)
    return found


def _lead_in(page: Page) -> list[Span]:
    """The dateline within the first paragraph: «دبي، الإمارات العربية المتحدة (CNN) -- …», «بغداد/ الأناضول - …»."""
    line = next((line for line, kind in zip(page.lines.lines, page.kinds, strict=True) if kind == "body" and line.paragraph), None)
    if line is None:
        return []
    tokens = page.lines.tokens
    for hit in page.lines.line_hits(line, "outlets"):
        if hit.first - line.first > _LEAD_IN:
            break
        if _closes_lead_in(tokens, line, hit):
            return [Span(line.start, _punctuation_end(tokens, hit.stop))]
    return []


def _closes_lead_in(tokens: Tokens, line: Line, hit: Hit) -> bool:
    """The outlet is followed by a dash or colon, and has only names, commas, strokes and brackets before it."""
    if line.opening == "verb" or hit.pro or hit.stop >= line.stop or not tokens.gaps[hit.stop] & (DASH | COLON):
        return False
    before = range(line.first + 1, hit.first + 1)
    if any(tokens.gaps[i] & COLON for i in before):
        return False
    return hit.first == line.first or bool(tokens.gaps[hit.first] & (PAREN | DASH)) or any(tokens.gaps[i] & SLASH for i in before)


def _punctuation_end(tokens: Tokens, stop: int) -> int:
    gap = tokens.text[tokens.ends[stop - 1] : tokens.starts[stop]]
    return tokens.ends[stop - 1] + len(gap.rstrip(' \t\u00a0«“"('))


def _cut(zones: list[Zone], spans: list[Span], kind: ZoneKind) -> list[Zone]:
    """The zones with each span, wherever it lies in body text, made a zone of its own. Spans are in order and apart."""
    cut: list[Zone] = []
    waiting = iter(spans)
    span = next(waiting, None)
    for zone in zones:
        start = zone.start
        while span and span.start < zone.end:
            if zone.kind == "body" and span.end > start:
                cut += _pieces(Zone(start, span.start, "body"), Zone(max(start, span.start), min(zone.end, span.end), kind))
                start = min(zone.end, span.end)
            if span.end > zone.end:
                break
            span = next(waiting, None)
        cut += _pieces(Zone(start, zone.end, zone.kind))
    return cut


def _pieces(*zones: Zone) -> list[Zone]:
    return [zone for zone in zones if zone.start < zone.end]
