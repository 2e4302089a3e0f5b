"""Where: the places that a text names, how surely each says where something happened, and how exactly."""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from tawatur.model import Name, Place, Statement
from tawatur.packs.grammar import words
from tawatur.packs.lexicon import Entry, first_name
from tawatur.packs.tables import table_rows
from tawatur.reading.circumstances import ACTING, ASIDE, BARE, LOCATED, TOWARDS, Anchor, telling
from tawatur.reading.gazetteer import is_place, land_of, listed_place, outer_place, place_at
from tawatur.reading.scan import Scan
from tawatur.text.tokens import COMMA, PAREN, STOP

_EXTENTS: dict[str, int] = {
    **dict.fromkeys(("country", "sea"), 0),
    **dict.fromkeys(("governorate", "region", "desert", "river", "lake", "mountain", "countryside", "territory", "border"), 1),
    **dict.fromkeys(("district", "city", "town", "island", "road"), 2),
    "village": 3,
}
_UNLISTED = {"governorate": 2}
"""«منطقة شادرني»: a governorate is listed, and what bears its head and is not is smaller."""
_SITE = 4
"""The smaller the place, the higher; what no entry here names is a site within a town: a quarter, a camp, a base."""


_MAIN, _OPENING = 0.6, 3
_SOURCE_REACH = 12


class Whereabouts(NamedTuple):
    """The place of an event: its name, how surely it says where (`LOCATED` … `ACTING`), how small it is, and what it lies in."""

    name: Name
    rank: int
    extent: int
    country: str
    region: str

    @property
    def stated(self) -> bool:
        """Whether the text says that it is where something happened."""
        return self.rank < TOWARDS


def whereabouts(scan: Scan, anchor: Anchor | None) -> Whereabouts | None:
    """What a place's anchor tells."""
    if anchor is None or not isinstance(anchor.value, Name):
        return None
    name = anchor.value
    entry = listed_place(scan.lexicon, name.id)
    headed = scan.hit(anchor.first, "placeheads")
    if entry is None:
        kind = headed.entry.id if headed else "town"
        extent = 1 if headed and headed.tag.startswith("pl") else _UNLISTED.get(kind) or _EXTENTS.get(kind, _SITE)
        outer = outer_place(scan, anchor.stop)
        return Whereabouts(name, anchor.rank, extent, _country(outer) or "", outer.get("admin1") if outer else "")
    kind = "country" if entry.layer == "countries" else entry.get("kind")
    region = entry.get("admin1") or (entry.get("ar") if kind == "governorate" else "")
    return Whereabouts(name, anchor.rank, _EXTENTS.get(kind, _SITE), land_of(entry), region)


def setting(scan: Scan, anchors: list[Anchor]) -> Whereabouts | None:
    """The country that the report is about: named at its beginning, and most of the countries that it names."""
    for country, times in scan.company.most_common(1):
        if times < _MAIN * scan.company.total():
            break
        opening = [a for a in anchors if isinstance(a.value, Name) and a.value.id == country and scan.tokens.sentence[a.first] < _OPENING]
        if opening:
            found = whereabouts(scan, opening[0])
            return found and found._replace(rank=ASIDE)
    return None


def clearer(old: Whereabouts | None, new: Whereabouts | None) -> Whereabouts | None:
    """Of two places told of one event the one that says best where: a stated one, and of those a smaller one inside the other."""
    if old is None or new is None:
        return old or new
    if old.stated != new.stated:
        return old if old.stated else new
    return new if new.stated and new.extent > old.extent and lies_in(old, new) else old


def lies_in(outer: Whereabouts, inner: Whereabouts) -> bool:
    """Whether the second place, the smaller, can lie in the first, as far as the packs know."""
    if inner.extent <= outer.extent:
        return False
    if not outer.country or not inner.country:
        return inner.extent > 2 or not outer.country
    if outer.country != inner.country:
        return False
    named = outer.region.split("|")
    return outer.extent == 0 or not outer.region or not inner.region or any(f" {name}".endswith(f" {inner.region}") for name in named)


def place_anchors(scan: Scan, names: list[Name]) -> list[Anchor]:
    """Names of places, ranked by how surely they say where; not those of the dateline, which say where the report was written."""
    anchors = []
    for name in chain.from_iterable(_places_of(scan, name) for name in names):
        first, stop = scan.tokens.at(name.start), scan.tokens.at(name.end - 1) + 1
        if scan.zone[first] != "dateline" and not _is_denied(scan, first):
            located = _is_located(scan, first, name)
            anchors.append(Anchor(first, stop, name, _rank(scan, first, located, name)))
    sites = {scan.tokens.sentence[anchor.first] for anchor in anchors if anchor.rank == LOCATED and anchor.value.kind == "facility"}
    anchors = [_beside(scan, anchor) if scan.tokens.sentence[anchor.first] in sites else anchor for anchor in anchors]
    placed = anchors[:1]
    for anchor in anchors[1:]:
        placed.append(_around(scan, placed[-1], anchor))
    return placed


def _is_denied(scan: Scan, first: int) -> bool:
    """«لم يقع داخل الأراضي الأردنية»: where something did not happen."""
    forms = scan.tokens.forms
    return any(forms[j] in words("denying") and forms[j + 1] in words("occurs") for j in range(max(first - 4, 0), first - 1))


def _places_of(scan: Scan, name: Name) -> Iterator[Name]:
    """The name, if it is a place's; of a body the place that it is named with («الجيش المصري في سيناء»)."""
    if name.kind in ("place", "facility"):
        yield name
        return
    for i in range(scan.tokens.at(name.start) + 1, scan.tokens.at(name.end - 1) + 1):
        place = place_at(scan, i) if scan.tokens.forms[i - 1] in words("in") else None
        if place and is_place(scan, place):
            start, end = scan.tokens.starts[i], scan.tokens.ends[place.stop - 1]
            yield Name(start, end, "place", first_name(place.entry), place.entry.id)


def _around(scan: Scan, before: Anchor, anchor: Anchor) -> Anchor:
    """«مخيم الهول شمالي سوريا», «جبال قره جوخ ضمن قاطع مخمور»: what is said right after a place only says where that place is."""
    gaps = scan.tokens.gaps[anchor.first] | scan.tokens.gaps[before.stop]
    if before.rank == TOWARDS or before.rank == ACTING or anchor.first - before.stop > 1 or anchor.rank != LOCATED or gaps & STOP:
        return anchor
    if _leads_out(scan, anchor.first) and (anchor.first == before.stop or not gaps & COMMA):
        return anchor._replace(rank=max(before.rank, BARE))
    small, large = whereabouts(scan, before), whereabouts(scan, anchor)
    inside = small and large and lies_in(large, small) and before.rank <= BARE and not gaps & COMMA
    return anchor._replace(rank=BARE) if inside else anchor


def _leads_out(scan: Scan, i: int) -> bool:
    """«شمالي», «بريف»: a word that says where what was named before lies."""
    for hit in scan.hits[i]:
        directed = hit.layer == "directions" and hit.column == "ar" and hit.entry.id != "centre" and not hit.pro
        if directed or (hit.layer == "placeheads" and hit.entry.id == "countryside" and hit.pro == "ب"):
            return True
    return False


def beside_source(anchors: list[Anchor], scan: Scan, statements: list[Statement], at: int) -> list[Anchor]:
    """Ranks places outside what is said behind those in it: «قالت وسائل إعلام في تركيا إن الجيش سيطر …» says where the source is."""
    inner = telling(scan, statements, at)
    if inner is None:
        return anchors
    cue, content = inner.cue, inner.content
    first, stop = (cue.start, content.start) if cue.start < content.start else (content.end, _sentence_end(scan, cue.start))
    return [a._replace(rank=max(a.rank, ASIDE)) if first <= a.value.start < stop else a for a in anchors]


def _sentence_end(scan: Scan, at: int) -> int:
    """Where the sentence around a character ends."""
    return scan.tokens.ends[scan.tokens.sentences[scan.tokens.sentence[scan.tokens.at(at)]][1] - 1]


def _beside(scan: Scan, anchor: Anchor) -> Anchor:
    """«معسكر التاجي شمالي بغداد»: where a site is named, what lies beside it only says where the site is."""
    around = (max(anchor.first - 1, 0), anchor.first)
    directed = any(hit.entry.layer == "directions" and hit.entry.id != "centre" for j in around for hit in scan.hits[j])
    return anchor._replace(rank=max(anchor.rank, BARE)) if directed else anchor


def _rank(scan: Scan, first: int, located: bool, name: Name) -> int:
    before = scan.tokens.forms[first - 1] if first else ""
    if _acts(scan, name) and (not located or before in words("to") or any(hit.pro.endswith("ل") for hit in scan.hits[first])):
        return ACTING
    if before in words("destination"):
        return TOWARDS
    if _is_origin(scan, first) or _is_stationed(scan, first) or _is_source(scan, first):
        return ASIDE
    return LOCATED if located else BARE


def _is_origin(scan: Scan, first: int) -> bool:
    """«من صعدة», «من داخل اليمن», «من اتجاه بيروت»; not «بالقرب من الرقة»."""
    forms = scan.tokens.forms
    if first and forms[first - 1] in words("of"):
        return not _is_after_place_word(scan, first)
    after = first > 1 and (_is_after_place_word(scan, first) or forms[first - 1] in words("side_of"))
    return after and forms[first - 2] in words("of")


def _is_stationed(scan: Scan, first: int) -> bool:
    """«القوات المتمركزة في معسكر جورين», «المنتشرة بسراقب»: where they are who do something."""
    forms = scan.tokens.forms
    at = first - 2 if first > 1 and _is_after_place_word(scan, first) and not scan.hit(first - 2, "placeheads") else first - 1
    return at >= 0 and forms[at] in words("stationed") and scan.tokens.sentence[at] == scan.tokens.sentence[first]


def _is_source(scan: Scan, first: int) -> bool:
    """«قصف مصدره مناطق سيطرة … في تل رفعت»: from where it came, up to a verb or comma."""
    forms, sources, earliest = scan.tokens.forms, words("source_of_it"), max(first - _SOURCE_REACH, 0)
    source = next((j for j in range(first - 1, earliest - 1, -1) if forms[j] in sources), None)
    if source is None or scan.tokens.sentence[source] != scan.tokens.sentence[first]:
        return False
    verbs = any(hit.layer == "triggers" and hit.column == "verb" for j in range(source, first) for hit in scan.hits[j])
    return not verbs and not any(scan.tokens.gaps[j] & COMMA for j in range(source + 1, first + 1))


def _is_after_place_word(scan: Scan, i: int) -> bool:
    """Whether a word of place ends right before token `i`."""
    return any(
        hit.stop == i and (hit.entry.get("role") == "place" or hit.entry.layer == "directions")
        for j in range(max(i - 3, 0), i)
        for hit in scan.hits[j]
    )


def _is_located(scan: Scan, first: int, name: Name) -> bool:
    for hit in scan.hits[first]:
        headed = hit.entry.layer == "placeheads" and (hit.entry.id in ("city", "capital") or not _acts(scan, name))
        if headed or hit.entry.layer == "directions" or hit.pro.endswith(("ب", "ل")):
            return True
    if first == 0:
        return False
    if scan.tokens.gaps[first] & PAREN:
        return True
    head = first - 2 if first > 1 and any(hit.column == "nisba" for hit in scan.hits[first - 1]) else first - 1
    if scan.hit(head, "placeheads"):
        return True
    return _is_after_place_word(scan, first)


def _acts(scan: Scan, name: Name) -> bool:
    return state_of(scan, name) is not None


def state_of(scan: Scan, name: Name) -> str | None:
    """The state that a name stands for, as a country or as the capital that news lets act and speak for it."""
    if name.id in scan.lexicon.layer("countries"):
        return name.id
    return _capitals().get(name.name)


def is_acting(scan: Scan, name: Name) -> bool:
    """Whether the name of a state or capital stands where it acts and not where something happens («في موسكو»)."""
    first = scan.tokens.at(name.start)
    return _rank(scan, first, _is_located(scan, first, name), name) == ACTING


@cache
def _capitals() -> dict[str, str]:
    return {capital: row.get("id") for row in table_rows("countries") for capital in row.list("capital_ar")}


def place_record(scan: Scan, name: Name) -> Place:
    """The place with its coordinates and country, where a pack knows them; of an unknown one the country of what it lies in."""
    entry = listed_place(scan.lexicon, name.id)
    if entry is None:
        outer = outer_place(scan, scan.tokens.at(name.end - 1) + 1)
        return Place(name.name, name.start, name.end, country=_country(outer), id=name.id)
    lat, lon = entry.get("lat"), entry.get("lon")
    return Place(name.name, name.start, name.end, float(lat) if lat else None, float(lon) if lon else None, _country(entry), name.id)


def _country(entry: Entry | None) -> str | None:
    """The country that a place lies in, or is."""
    return entry.get("country") or (entry.id if entry.layer == "countries" else None) if entry else None
