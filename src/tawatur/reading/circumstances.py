"""When and where: the date and place that go with a trigger, from its clause, then from its sentence."""

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from tawatur.model import Name, Place, Statement, Time
from tawatur.packs.grammar import words
from tawatur.packs.lexicon import Entry
from tawatur.packs.tables import table_rows
from tawatur.reading.gazetteer import PLACES
from tawatur.reading.scan import Scan
from tawatur.text.tokens import PAREN

_ACTING = 3


class Anchor(NamedTuple):
    """A time or place at tokens `first` up to `stop`, with what it means.

    `rank` orders places: 0 after a word of place («في», «قرب»), 1 bare, 2 an origin («من داخل اليمن»), 3 a state that acts.
    """

    first: int
    stop: int
    value: Time | Name
    rank: int


def time_anchors(scan: Scan, times: list[Time]) -> list[Anchor]:
    """Times that can date an event: those with a value."""
    return [
        Anchor(scan.tokens.at(time.start), scan.tokens.at(time.end - 1) + 1, time, 0)
        for time in times
        if time.edtf and time.kind in ("date", "time", "duration")
    ]


def timed_tokens(scan: Scan, times: list[Time]) -> set[int]:
    """Tokens inside an expression of time: «فجر الجمعة» blows nothing up."""
    return {i for time in times for i in range(scan.tokens.at(time.start), scan.tokens.at(time.end - 1) + 1)}


def place_anchors(scan: Scan, names: list[Name]) -> list[Anchor]:
    """Names of places, ranked by how surely they say where."""
    anchors = []
    for name in names:
        if name.kind in ("place", "facility"):
            first, stop = scan.tokens.at(name.start), scan.tokens.at(name.end - 1) + 1
            located = _is_located(scan, first, name)
            anchors.append(Anchor(first, stop, name, _rank(scan, first, located, name)))
    sites = {scan.tokens.sentence[anchor.first] for anchor in anchors if anchor.rank == 0 and anchor.value.kind == "facility"}
    return [_beside(scan, anchor) if scan.tokens.sentence[anchor.first] in sites else anchor for anchor in anchors]


def _beside(scan: Scan, anchor: Anchor) -> Anchor:
    """«معسكر التاجي شمالي بغداد»: where a site is named, what lies beside it only says where the site is."""
    around = (max(anchor.first - 1, 0), anchor.first)
    directed = any(hit.entry.layer == "directions" and hit.entry.id != "centre" for j in around for hit in scan.hits[j])
    return anchor._replace(rank=max(anchor.rank, 1)) if directed else anchor


def _rank(scan: Scan, first: int, located: bool, name: Name) -> int:
    if _acts(scan, name) and (not located or _is_towards(scan, first)):
        return _ACTING
    if _is_origin(scan, first):
        return 2
    near = any(hit.entry.layer == "directions" and hit.entry.id == "near" for j in (max(first - 1, 0), first) for hit in scan.hits[j])
    return 0 if located and not near else 1


def _is_towards(scan: Scan, first: int) -> bool:
    """«إلى إسرائيل», «لإسرائيل»: to a state, which says for whom rather than where."""
    return any(hit.pro.endswith("ل") for hit in scan.hits[first]) or (first > 0 and scan.tokens.forms[first - 1] in words("to"))


def _is_origin(scan: Scan, first: int) -> bool:
    return any(scan.tokens.forms[j] in words("of") for j in range(max(first - 2, 0), first))


def _is_located(scan: Scan, first: int, name: Name) -> bool:
    hits = scan.hits[first]
    heads = ("directions",) if _acts(scan, name) else ("directions", "placeheads")
    if any(hit.pro.endswith(("ب", "ل")) or hit.entry.layer in heads for hit in hits):
        return True
    if first == 0:
        return False
    if scan.tokens.gaps[first] & PAREN:
        return True
    return any(hit.stop == first and hit.entry.get("role") == "place" for j in range(max(first - 3, 0), first) for hit in scan.hits[j])


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
    return _rank(scan, first, _is_located(scan, first, name), name) == _ACTING


@cache
def _capitals() -> dict[str, str]:
    return {capital: row.get("id") for row in table_rows("countries") for capital in row.list("capital_ar")}


def nearest(anchors: list[Anchor], first: int, stop: int, clauses: list[int], sentences: list[int], triggers: list[int]) -> Anchor | None:
    """The anchor of the trigger's clause, else of its sentence: what follows before what precedes, the closest first.

    `triggers` are the tokens of all triggers: an anchor beyond another one belongs to that one rather.
    """

    def rank(anchor: Anchor) -> tuple[bool, int, int]:
        before = anchor.first < first
        distance = first - anchor.stop if before else anchor.first - stop
        return clauses[anchor.first] != clauses[first], anchor.rank, distance + (6 if before else 0) + 8 * between(anchor)

    def between(anchor: Anchor) -> int:
        return max(0, bisect_left(triggers, anchor.first) - bisect_left(triggers, first + 1))

    same = [anchor for anchor in anchors if sentences[anchor.first] == sentences[first]]
    return min(same, key=rank, default=None)


def outside_cue(anchors: list[Anchor], scan: Scan, statements: list[Statement], at: int, definite: bool) -> list[Anchor]:
    """Drops times that tell when a statement was made, for a trigger inside what it says.

    «أعلنت الوزارة، الثلاثاء، تحطم طائرة» dates the crash all the same; «رفعت الوزارة، الثلاثاء، حصيلة الهجوم» dates no known attack.
    """
    start = scan.tokens.starts[at]
    told = [s for s in statements if s.content.start <= start < s.content.end]
    if not told:
        return anchors
    inner = max(told, key=lambda statement: statement.content.start)
    within = [a for a in anchors if inner.content.start <= a.value.start < inner.content.end]
    if within or (inner.cue.start < inner.content.end and not definite):
        return within or anchors
    if definite and inner.cue.start < inner.content.start:
        return [a for a in anchors if a.value.start >= inner.content.start]
    return [a for a in anchors if a.value.start < inner.content.start]


def place_record(scan: Scan, name: Name) -> Place:
    """The place with its coordinates and country, where a pack knows them."""
    entry = _gazetteer_entry(scan, name.id)
    if entry is None:
        return Place(name.name, name.start, name.end, id=name.id)
    lat, lon = entry.get("lat"), entry.get("lon")
    country = entry.get("country") or (entry.id if entry.layer == "countries" else None)
    return Place(name.name, name.start, name.end, float(lat) if lat else None, float(lon) if lon else None, country, name.id)


def _gazetteer_entry(scan: Scan, entry_id: str | None) -> Entry | None:
    if entry_id is None:
        return None
    return next((entry for layer in PLACES if (entry := scan.lexicon.entry(layer, entry_id))), None)
