"""Figures: counts with their role, from the word that governs them (مقتل، إصابة، تدمير، إطلاق …) or from the noun itself."""

from tawatur.model import Figure, Name, Time
from tawatur.packs.grammar import words
from tawatur.reading.counts import find_counts
from tawatur.reading.counts_marks import Count, Marks
from tawatur.reading.counts_nouns import Noun
from tawatur.reading.figures_roles import Roles, Told
from tawatur.reading.phrases import country_of, is_joined
from tawatur.reading.scan import Scan

_BODIES = ("armed_group", "government", "military", "organization")


def find_figures(scan: Scan, times: list[Time], names: list[Name]) -> list[Figure]:
    """The figures of one document. A count that no word governs and whose noun decides nothing has the role `other`."""
    marks = Marks(scan, times, names)
    counts = find_counts(scan, marks)
    if not counts:
        return []
    roles = Roles(scan, marks)
    bodies = {scan.tokens.at(name.start): name for name in names if name.kind in _BODIES and name.id}
    figures: list[Figure] = []
    for count, following in zip(counts, [*counts[1:], None], strict=True):
        figures += (_figure(scan, told, bodies) for told in roles.of(count, following))
    return figures


def inner_tokens(scan: Scan, names: list[Name]) -> set[int]:
    """Tokens inside a name, its first one excepted: «مستشفى شهداء الأقصى» counts no dead."""
    inner: set[int] = set()
    for name in names:
        i = scan.tokens.at(name.start) + 1
        while i < len(scan.tokens) and scan.tokens.starts[i] < name.end:
            inner.add(i)
            i += 1
    return inner


def _figure(scan: Scan, told: Told, bodies: dict[int, Name]) -> Figure:
    tokens, count = scan.tokens, told.count
    start = tokens.starts[count.lead] + _clitic(scan, count)
    low, high, modifier = (0, 0, "exact") if told.zero else (count.low, count.high, count.modifier)
    end = tokens.ends[count.stop - 1]
    return Figure(start, end, told.role, low, high, modifier, _counted(scan, told), _party(scan, count, bodies))


def _clitic(scan: Scan, count: Count) -> int:
    """Letters of a conjunction or preposition written on the first word."""
    form = scan.text[scan.tokens.starts[count.lead] : scan.tokens.ends[count.lead]]
    pro = count.pro
    if count.lead < count.first or count.kind != "number":
        pro = next((hit.pro for hit in scan.hits[count.lead] if hit.pro), "")
    whole = any(not hit.pro and hit.entry.layer in ("counted", "modifiers") for hit in scan.hits[count.lead])
    article = pro.endswith("ل") and form.startswith(pro + "ل")
    return len(pro) - article if form.startswith(pro) and not whole else 0


def _counted(scan: Scan, told: Told) -> str | None:
    """The noun phrase counted, as the text has it, without the number; of a toll, what it is a toll of."""
    noun = told.count.noun
    if noun.cls:
        return scan.tokens.slice(noun.first, noun.stop)[_conjunction(scan, noun) :] or None
    return scan.tokens.slice(told.toll.first + 1, told.toll.stop) if told.toll else None


def _conjunction(scan: Scan, noun: Noun) -> int:
    """Letters of a clitic written on the noun, where it is counted without a number before it («وشرطيان», «بصاروخين»)."""
    hits = [hit for hit in scan.hits[noun.first] if hit.stop <= noun.stop and (hit.entry.id == noun.kind or hit.column == "nisba")]
    pros = {hit.pro for hit in hits} if noun.tag else {""}
    return len(min(pros, key=len, default=""))


def _nation(scan: Scan, noun: Noun) -> str | None:
    """The country of a people («أتراك»)."""
    nations = (hit.entry.get("nation") for i in range(noun.first, noun.stop) for hit in scan.hits[i] if hit.entry.layer == "counted")
    return next((nation for nation in nations if nation and nation != "-"), None)


def _party(scan: Scan, count: Count, bodies: dict[int, Name]) -> str | None:
    """Whose those counted are: the country of an adjective or name in the noun phrase or behind «من»; else the body's id."""
    noun = count.noun
    if not noun.cls:
        return None
    country = country_of(scan, noun.first + (noun.kind != "people"), noun.stop) or _nation(scan, noun)
    if country:
        return country
    stop = noun.stop
    part = stop + 1 if stop + 1 < len(scan.tokens) and scan.tokens.forms[stop] in words("part_of") and is_joined(scan, stop) else stop
    body = next((bodies[i] for i in range(noun.first + 1, part + 1) if i in bodies), None) if is_joined(scan, part) else None
    if body is None:
        return None
    return country_of(scan, scan.tokens.at(body.start), scan.tokens.at(body.end - 1) + 1) or body.id
