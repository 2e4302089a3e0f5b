"""What a document says of itself: its title, its outlet, the agencies it credits, and its language."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

import msgspec

from tawatur.intake.language import language
from tawatur.model import Basis, Document, Zone
from tawatur.packs.lexicon import Entry, Hit, Lexicon
from tawatur.reading.credits import credited
from tawatur.reading.lines import PAGE_LAYER
from tawatur.reading.located import Located
from tawatur.reading.scan import Scan
from tawatur.reading.zones import find_zones
from tawatur.text.fold import fold
from tawatur.text.tokens import NEWLINE, PAREN

OUTLETS = "outlets"
"""The pack table of outlets: `kind` is outlet, agency, channel or monitor; `domains`, `en` and `ar` as the columns say."""

_SAMPLE = 2_000
_PUBLISHERS = ("outlet", "channel", "agency", "monitor")
_NAMING = frozenset(("dateline", "boilerplate", "body"))

Named = list[tuple[Zone, list[Hit]]]
"""The zones that can name an outlet, with the outlets and page words in each."""


def prepare(document: Document, lexicon: Lexicon) -> Scan:
    """Reads the page around the report: the scan of the document with its zones, title, outlet, agencies and language filled in."""
    scan = Scan(document, lexicon)
    zones = document.zones or find_zones(scan.tokens, scan.hits, document.title)
    scan.place(describe(msgspec.structs.replace(document, zones=zones), scan))
    return scan


def describe(document: Document, scan: Scan) -> Document:
    """The document with what was not given from outside filled in. What was given stays, but for a title with more than the headline."""
    known = Located([*scan.in_layer(OUTLETS), *scan.in_layer(PAGE_LAYER)], lambda hit: hit.first)
    named = [(zone, _hits(scan, zone, known)) for zone in document.zones if zone.kind in _NAMING]
    outlet, basis = _outlet(document, scan, named)
    authors, wrote = credited(document.authors, scan.lexicon)
    agencies = (name for entry in (*wrote, *_agencies(scan, named)) if (name := _name(entry)) != outlet)
    return msgspec.structs.replace(
        document,
        title=_title(document),
        outlet=outlet,
        outlet_basis=basis,
        authors=tuple(name for name in authors if fold(name) != fold(document.outlet or "")),
        agencies=document.agencies or tuple(dict.fromkeys(agencies)),
        language=document.language or language(document.text[:_SAMPLE]),
    )


def _title(document: Document) -> str | None:
    zone = next((zone for zone in document.zones if zone.kind == "title"), None)
    found = " ".join(document.text[zone.start : zone.end].split()) if zone else None
    given = " ".join(document.title.split()) if document.title else None
    return found if found and (not given or found in given) else given


def outlet_of_url(url: str, lexicon: Lexicon) -> Entry | None:
    """The outlet that publishes under the URL's host, or under a domain above it."""
    labels = (urlsplit(url if "//" in url else f"//{url}").hostname or "").split(".")
    owners = _owners(lexicon)
    return next((entry for start in range(len(labels)) if (entry := owners.get(".".join(labels[start:])))), None)


@lru_cache(maxsize=4)
def _owners(lexicon: Lexicon) -> dict[str, Entry]:
    """Web domain → the outlet listed first under it."""
    owners: dict[str, Entry] = {}
    for entry in lexicon.layer(OUTLETS).values():
        for domain in entry.row.list("domains"):
            owners.setdefault(domain, entry)
    return owners


@lru_cache(maxsize=4)
def _called(lexicon: Lexicon) -> dict[str, set[str]]:
    """A name, folded → what the outlets are called that have it."""
    called: dict[str, set[str]] = {}
    for entry in lexicon.layer(OUTLETS).values():
        for name in (*entry.row.list("ar"), entry.get("en")):
            called.setdefault(fold(name), set()).add(_name(entry))
    return called


def _outlet(document: Document, scan: Scan, named: Named) -> tuple[str | None, Basis]:
    """As given; by the address; as the page calls its site; from its own lines; from the one outlet that the text says it spoke to; the
    site's host."""
    if document.outlet and document.outlet_basis not in ("stated", "inferred"):
        return document.outlet, "given"
    for address in (document.url, document.source):
        if address and "://" in address and (entry := outlet_of_url(address, scan.lexicon)):
            return _name(entry), "stated"
    if document.outlet and document.outlet_basis == "stated":
        names = _called(scan.lexicon).get(fold(document.outlet), set())
        return (next(iter(names)) if len(names) == 1 else document.outlet), "stated"
    for evidence in (_own_lines, _datelines, _spoken_to):
        found = dict.fromkeys(_name(entry) for entry in evidence(scan, named))
        if len(found) == 1 or (found and evidence is not _spoken_to):
            return next(iter(found)), "inferred"
    return document.outlet, "inferred" if document.outlet else "unknown"


def _own_lines(scan: Scan, named: Named) -> Iterator[Entry]:
    """Outlets named in the page's own lines: its name alone on a line, «محتوى الحل نت», a line of copyright."""
    for zone, hits in named:
        if zone.kind == "boilerplate":
            for hit in hits:
                alone = _is_alone(scan, hit) and not _is_page_word(scan, hit)
                if _is_publisher(hit) and (alone or _beside_page_words(scan, hit)):
                    yield hit.entry


def _is_alone(scan: Scan, hit: Hit) -> bool:
    gaps = scan.tokens.gaps
    opens = hit.first == 0 or bool(gaps[hit.first] & NEWLINE)
    return opens and (hit.stop == len(scan.tokens) or bool(gaps[hit.stop] & NEWLINE))


def _is_page_word(scan: Scan, hit: Hit) -> bool:
    """Whether the outlet's name is also an entry of menus, as «الأخبار» and «الشرق الأوسط» are."""
    return any(other.entry.layer == PAGE_LAYER and other.stop == hit.stop for other in scan.hits[hit.first])


def _beside_page_words(scan: Scan, hit: Hit) -> bool:
    """Whether the outlet's line asks readers to subscribe to it, or reserves its rights."""
    sentence = scan.tokens.sentence[hit.first]
    first, stop = scan.tokens.sentences[sentence]
    return any(
        other.entry.layer == PAGE_LAYER and other.entry.get("kind") in ("subscribe", "copyright")
        for i in range(first, stop)
        for other in scan.hits[i]
    )


def _datelines(scan: Scan, named: Named) -> Iterator[Entry]:
    """Outlets (not agencies) in the dateline: «بغداد اليوم- بغداد»."""
    for zone, hits in named:
        if zone.kind == "dateline":
            yield from (hit.entry for hit in hits if hit.entry.get("kind") in ("outlet", "channel"))


def _spoken_to(scan: Scan, named: Named) -> Iterator[Entry]:
    """Outlets that sources spoke to: «لـ"العربي الجديد"»."""
    for zone, hits in named:
        if zone.kind != "body":
            continue
        for hit in hits:
            before = scan.tokens.forms[hit.first - 1] if hit.first else ""
            if hit.entry.get("kind") in ("outlet", "channel") and (hit.pro == "ل" or before == "ل"):
                yield hit.entry


def _agencies(scan: Scan, named: Named) -> Iterator[Entry]:
    """Agencies credited: in the dateline, alone on a line of the page, or in brackets at the end of a paragraph."""
    for zone, hits in named:
        for hit in hits:
            if hit.entry.get("kind") == "agency" and hit.entry.layer == OUTLETS:
                if zone.kind == "dateline" or (zone.kind == "boilerplate" and _is_alone(scan, hit)) or _closes_paragraph(scan, hit):
                    yield hit.entry
            elif zone.kind == "dateline" and hit.entry.layer == PAGE_LAYER and hit.entry.get("en"):
                yield hit.entry


def _closes_paragraph(scan: Scan, hit: Hit) -> bool:
    gaps = scan.tokens.gaps
    bracketed = bool(gaps[hit.first] & PAREN and gaps[hit.stop] & PAREN)
    return bracketed and (hit.stop == len(scan.tokens) or bool(gaps[hit.stop] & NEWLINE))


def _hits(scan: Scan, zone: Zone, known: Located[Hit]) -> list[Hit]:
    """The hits of outlets and page words in a zone; of overlapping ones the longest."""
    found: list[Hit] = []
    reached = 0
    for hit in known.between(scan.tokens.at(zone.start), bisect_left(scan.tokens.starts, zone.end)):
        if hit.first >= reached:
            found.append(hit)
            reached = hit.stop if hit.entry.layer == OUTLETS else hit.first + 1
    return found


def _is_publisher(hit: Hit) -> bool:
    return hit.entry.layer == OUTLETS and hit.entry.get("kind") in _PUBLISHERS


def _name(entry: Entry) -> str:
    """What an outlet is called: its English name, else its Arabic one."""
    return entry.get("en") or next(iter(entry.row.list("ar")), entry.id)
