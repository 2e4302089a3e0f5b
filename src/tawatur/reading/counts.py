"""Counted things in a text: a number with its noun, a dual, a vague quantifier, a bare noun, or none at all.

What is no count stays out: dates, ages, distances, sums of money, percentages, calibres, unit names, resolutions.
"""

from collections.abc import Iterator

import msgspec

from tawatur.model import Modifier, Time
from tawatur.packs.grammar import words
from tawatur.packs.lexicon import Hit
from tawatur.reading.phrases import is_adjective, is_definite, is_joined, is_stop
from tawatur.reading.scan import Scan
from tawatur.text.numbers import Number
from tawatur.text.tokens import COMMA, DASH, NEWLINE, PAREN, STOP

_UNCOUNTED_ZONES = ("caption", "related", "boilerplate", "repeated")
_SELDOM_DUAL = ("thing", "place", "loss")
_BREAK = COMMA | STOP | NEWLINE | PAREN


class Count(msgspec.Struct, frozen=True):
    """A count over tokens `first` up to `stop`, not yet given a role.

    `noun` is the lexicon's counted noun, if any; `cls` its class (`person` for an adjective of nationality used as a noun,
    `unknown` when no pack has the noun, "" when none is written). `governed` says that it counts only under a governing word.
    """

    first: int
    stop: int
    low: int | None
    high: int | None
    modifier: Modifier
    cls: str
    noun: Hit | None
    governed: bool = False


def find_counts(scan: Scan, times: list[Time]) -> list[Count]:
    """All counts of a document, in order; none overlaps a time or another count."""
    taken = _timed(scan, times)
    for i, zone in enumerate(scan.zone):
        if zone in _UNCOUNTED_ZONES:
            taken[i] = True
    counts = sorted([*_numbered(scan, taken), *_worded(scan, taken)], key=lambda count: (count.first, -count.stop))
    kept: list[Count] = []
    for count in counts:
        if not kept or count.first >= kept[-1].stop:
            kept.append(count)
    return kept


def _timed(scan: Scan, times: list[Time]) -> list[bool]:
    taken = [False] * (len(scan.tokens) + 1)
    for time in times:
        i = scan.tokens.at(time.start)
        while i < len(scan.tokens) and scan.tokens.starts[i] < time.end:
            taken[i] = True
            i += 1
    return taken


def _numbered(scan: Scan, taken: list[bool]) -> Iterator[Count]:
    numbers = [number for number in scan.numbers if not number.ordinal and not number.percent]
    skip = -1
    for n, number in enumerate(numbers):
        if n <= skip or taken[number.first] or number.value != int(number.value) or _is_identifier(scan, number):
            continue
        low = high = int(number.value)
        stop = number.stop
        modifier: Modifier | None = None
        if n + 1 < len(numbers) and (end := _range_end(scan, number, numbers[n + 1])):
            high, stop, modifier, skip = end, numbers[n + 1].stop, "range", n + 1
        if _is_measure(scan, stop):
            continue
        yield from _with_noun(scan, number.first, stop, low, high, modifier)


def _is_identifier(scan: Scan, number: Number) -> bool:
    """A number that names («القناة 12», «آن-26», «(2216)») or is a share («52%»)."""
    i, tokens = number.first, scan.tokens
    after = scan.text[tokens.ends[number.stop - 1] : tokens.ends[number.stop - 1] + 2].strip()
    if after[:1] in ("%", "٪"):
        return True
    if i == 0:
        return False
    gap = tokens.gaps[i]
    if gap & DASH and not gap & ~DASH and scan.text[tokens.starts[i] - 1] in "-–" and number.digits:
        return True
    if gap & PAREN and tokens.gaps[number.stop] & PAREN and is_definite(scan, i - 1):
        return True
    return any(hit.entry.layer == "identifiers" and hit.stop == i for j in (i - 1, i - 2) if j >= 0 for hit in scan.hits[j])


def _range_end(scan: Scan, one: Number, other: Number) -> int | None:
    """«3 إلى 4», «بين 20 و30», «20-30»: the upper end, when the second number closes a range that the first opens."""
    forms, gap = scan.tokens.forms, scan.tokens.gaps[other.first]
    if other.value <= one.value:
        return None
    if other.first == one.stop + 1 and forms[one.stop] in words("up_to"):
        return int(other.value)
    if other.first == one.stop and gap & DASH:
        return int(other.value)
    between = one.first > 0 and forms[one.first - 1] in words("between")
    joined = (other.pro == "و" and other.first == one.stop) or (other.first == one.stop + 1 and forms[one.stop] == "و")
    return int(other.value) if between and joined else None


def _is_measure(scan: Scan, i: int) -> bool:
    if i >= len(scan.tokens) or scan.tokens.gaps[i] & (COMMA | STOP | NEWLINE):
        return False
    return any(hit.entry.layer == "units" for hit in scan.hits[i])


def _with_noun(scan: Scan, first: int, stop: int, low: int, high: int, modifier: Modifier | None) -> Iterator[Count]:
    noun, cls, end = counted_noun(scan, stop)
    bounds = _bounds(scan, first, end, low, high)
    if modifier:
        bounds = (low, high, modifier)
    yield Count(first, end, *bounds, cls, noun, governed=not cls)


def counted_noun(scan: Scan, i: int) -> tuple[Hit | None, str, int]:
    """The noun counted from token `i` on: (lexicon hit, class, where its phrase ends); class "" when there is none."""
    if i < len(scan.tokens) and scan.tokens.forms[i] in words("of") and is_joined(scan, i) and is_joined(scan, i + 1):
        hit, cls = _noun_at(scan, i + 1, partitive=True)
        return (hit, cls, _noun_end(scan, i + 1, hit)) if cls else (None, "", i)
    if not _follows(scan, i):
        return None, "", i
    hit, cls = _noun_at(scan, i, partitive=False)
    return (hit, cls, _noun_end(scan, i, hit)) if cls else (None, "", i)


def _follows(scan: Scan, i: int) -> bool:
    """Whether a noun may stand here: joined, or behind the closing bracket of «(12) مقيما»."""
    return i < len(scan.tokens) and (is_joined(scan, i) or scan.tokens.gaps[i] == PAREN)


def _noun_at(scan: Scan, i: int, partitive: bool) -> tuple[Hit | None, str]:
    for hit in scan.hits[i]:
        if hit.entry.layer == "counted" and not hit.pro:
            return hit, hit.entry.get("class")
    if is_adjective(scan, i) and not any(hit.pro for hit in scan.hits[i]):
        return None, "person"
    form = scan.tokens.forms[i]
    if is_stop(scan, i) or not form.isalpha() or not "ء" <= form[0] <= "ي" or len(form) < 3:
        return None, ""
    return None, "" if is_definite(scan, i) and not partitive else "unknown"


def _noun_end(scan: Scan, i: int, hit: Hit | None) -> int:
    """The noun with the adjectives and names that go with it («جنديا تركيا», «أفراد القوة الجوية العراقية»)."""
    i = hit.stop if hit else i + 1
    limit = i + 4
    while i < limit and is_joined(scan, i) and not is_stop(scan, i):
        people = any(h.entry.layer == "counted" and h.tag == "pl" and h.entry.id == "people" for h in scan.hits[i])
        if not (people or is_adjective(scan, i) or is_definite(scan, i)) or any(h.pro for h in scan.hits[i][:1]):
            break
        i += 1
    return i


def _bounds(scan: Scan, first: int, stop: int, low: int, high: int) -> tuple[int | None, int | None, Modifier]:
    """Reads «أكثر من», «نحو», «على الأقل» … around a number."""
    kind = _modifier_before(scan, first) or _modifier_after(scan, stop)
    if kind == "more_than":
        return low + 1, None, "more_than"
    if kind == "at_least":
        return low, None, "at_least"
    if kind == "less_than":
        return None, max(high - 1, 0), "less_than"
    if kind == "at_most":
        return None, high, "at_most"
    return low, high, "approx" if kind == "approx" else "exact"


def _modifier_before(scan: Scan, first: int) -> str | None:
    for j in range(max(first - 4, 0), first):
        for hit in scan.hits[j]:
            if hit.entry.layer == "modifiers" and hit.entry.get("where") == "before" and hit.stop in (first, first - 1):
                between = scan.tokens.forms[hit.stop : first]
                if not between or between[0] in words("lone_clitics"):
                    return hit.entry.get("modifier")
    return None


def _modifier_after(scan: Scan, stop: int) -> str | None:
    for j in range(stop, min(stop + 2, len(scan.tokens))):
        if scan.tokens.gaps[j] & _BREAK:
            return None
        for hit in scan.hits[j]:
            if hit.entry.layer == "modifiers" and hit.entry.get("where") == "after":
                return hit.entry.get("modifier")
    return None


def _worded(scan: Scan, taken: list[bool]) -> Iterator[Count]:
    """Counts without a number word: vague quantifiers, «أحد», duals, bare plurals and bare singulars."""
    for i, hits in enumerate(scan.hits):
        if taken[i]:
            continue
        for hit in hits:
            layer = hit.entry.layer
            if layer == "modifiers":
                yield from _quantified(scan, hit)
            elif layer == "counted" and not _numeral_before(scan, i):
                yield from _bare(scan, hit)
            elif hit.column == "nisba" and hit.tag in ("adj.ms", "adj.fs") and layer == "countries" and not hit.pro.endswith("ب"):
                yield Count(i, i + 1, 1, 1, "exact", "person", None, governed=True)


def _numeral_before(scan: Scan, i: int) -> bool:
    return i > 0 and scan.tokens.forms[i - 1].isdigit() and is_joined(scan, i)


def _quantified(scan: Scan, hit: Hit) -> Iterator[Count]:
    where = hit.entry.get("where")
    if where not in ("quantifier", "one", "none") or hit.entry.get("modifier") == "at_least":
        return
    if where == "quantifier":
        noun, cls, stop = counted_noun(scan, hit.stop)
        if not cls and is_joined(scan, hit.stop) and is_definite(scan, hit.stop) and not is_stop(scan, hit.stop):
            noun, cls = _noun_at(scan, hit.stop, partitive=True)
            stop = _noun_end(scan, hit.stop, noun)
        if cls:
            yield Count(hit.first, stop, int(hit.entry.get("low")), None, "vague", cls, noun)
    elif is_joined(scan, hit.stop):
        noun, cls = _noun_at(scan, hit.stop, partitive=True)
        if cls and where == "one" and is_definite(scan, hit.stop) | (noun is not None):
            yield Count(hit.first, _noun_end(scan, hit.stop, noun), 1, 1, "exact", cls, noun, governed=True)


def _bare(scan: Scan, hit: Hit) -> Iterator[Count]:
    cls, tag, stop = hit.entry.get("class"), hit.tag, hit.stop
    if hit.enc or hit.column == "ar":
        if hit.column == "ar" and hit.entry.id == "person" and not hit.enc:
            yield _others(scan, hit)
        return
    plural = any(other.entry is hit.entry and other.tag.startswith("pl") and other.stop == stop for other in scan.hits[hit.first])
    if tag == "du" and cls not in _SELDOM_DUAL and (not plural or (stop < len(scan.tokens) and scan.tokens.forms[stop] in words("two"))):
        end = _noun_end(scan, hit.first, hit)
        yield Count(hit.first, end, 2, 2, "exact", cls, hit)
    elif tag == "du.con" and stop - hit.first > 1:
        yield Count(hit.first, stop, 2, 2, "exact", cls, hit)
    elif tag == "pl" and cls == "person":
        yield Count(hit.first, _noun_end(scan, hit.first, hit), 1, None, "vague", cls, hit, governed=not hit.entry.get("role"))
    elif tag in ("sg", "sg.acc") and cls in ("person", "combatant") and not hit.entry.get("role"):
        yield Count(hit.first, _noun_end(scan, hit.first, hit), 1, 1, "exact", cls, hit, governed=True)


def _others(scan: Scan, hit: Hit) -> Count:
    """«آخر» is one, «آخرون» some: of whom, the count before says."""
    single = scan.tokens.forms[hit.first].lstrip("وف") in words("one_other")
    return Count(hit.first, hit.stop, 1, 1 if single else None, "exact" if single else "vague", "person", None, governed=True)
