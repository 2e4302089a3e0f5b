"""How much is counted: ranges of numbers, and the words around a number that change what it says."""

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.model import Modifier
from tawatur.packs.grammar import words
from tawatur.packs.lexicon import Hit
from tawatur.packs.number_words import number_words
from tawatur.reading.phrases import is_joined
from tawatur.reading.scan import Scan
from tawatur.text.numbers import Number
from tawatur.text.tokens import COMMA, DASH, NEWLINE, PAREN, STOP

Bounds = tuple[int | None, int | None, Modifier]
_BREAK = COMMA | STOP | NEWLINE | PAREN
_SCALES = ("scale", "scales")


class Amount(NamedTuple):
    """One number or a range of two: `low` to `high` over tokens `first` up to `stop`, made of `used` numbers."""

    first: int
    stop: int
    low: float
    high: float
    used: int


def amount(scan: Scan, numbers: Sequence[Number], n: int) -> Amount:
    """Reads «3 إلى 4», «بين 250 و300 ألف», «20-30», «12 (اثني عشر)», «نصف مليون» from the n-th number on."""
    one = numbers[n]
    alone = Amount(one.first, one.stop, one.value, one.value, 1)
    if n + 1 == len(numbers) or numbers[n + 1].first - one.stop > 1:
        return alone
    other = numbers[n + 1]
    if other.first == one.stop:
        if one.value < 1 <= other.value:
            return Amount(one.first, other.stop, one.value * other.value, one.value * other.value, 2)
        if other.value == one.value and scan.tokens.gaps[other.first] & PAREN:
            return alone._replace(stop=other.stop, used=2)
    if _closes_range(scan, one, other):
        low = one.value * _shared_scale(scan, one, other)
        if low < other.value:
            return Amount(one.first, other.stop, low, other.value, 2)
    return alone


def _closes_range(scan: Scan, one: Number, other: Number) -> bool:
    forms, gap = scan.tokens.forms, scan.tokens.gaps[other.first]
    if other.first == one.stop + 1 and forms[one.stop] in words("up_to") and is_joined(scan, one.stop) and is_joined(scan, other.first):
        return not rises(scan, one.first)
    if other.first == one.stop and gap & DASH:
        return not gap & ~DASH
    between = one.first > 0 and forms[one.first - 1] in words("between")
    joined = (other.pro == "و" and other.first == one.stop) or (other.first == one.stop + 1 and forms[one.stop] == "و")
    return between and joined


def rises(scan: Scan, i: int) -> bool:
    """Whether «من» before token `i` tells where a rise began («ارتفعت من 5 إلى 12»), so that two tolls are told and no range."""
    forms, sentence = scan.tokens.forms, scan.tokens.sentence
    if i == 0 or forms[i - 1] not in words("of"):
        return False
    return any(forms[j] in words("rise") for j in range(max(i - 12, 0), i) if sentence[j] == sentence[i])


def _shared_scale(scan: Scan, one: Number, other: Number) -> float:
    """What the first number leaves for the second to say: 1000 in «250 و300 ألف»."""
    last = number_words().words.get(scan.tokens.forms[other.stop - 1])
    if last is None or last.kind not in _SCALES or other.stop - other.first < 2 or one.value >= other.value / last.value:
        return 1
    return last.value


def lead(scan: Scan, i: int, before: dict[int, Hit], ranged: bool = False) -> tuple[int, str | None]:
    """Where the words that belong before token `i` begin, and the modifier among them.

    `before` has modifiers by where they end. `ranged`: a range follows, to which «ما بين» belongs.
    """
    first, kind = i, None
    form = scan.tokens.forms[i - 1] if i and is_joined(scan, i) else ""
    if form in words("lone_clitics") and (i - 1 in before or form not in words("of")):
        first -= 1
    while first in before and is_joined(scan, first):
        hit = before[first]
        kind = kind or hit.entry.get("modifier")
        first = hit.first
    while ranged and first > 0 and scan.tokens.forms[first - 1] in words("between_parts") and is_joined(scan, first):
        first -= 1
    return first, kind


def modifier_after(scan: Scan, stop: int) -> str | None:
    """«على الأقل», «تقريبا» right behind a counted noun, or behind what it is part of («قتيلا من المدنيين على الأقل»)."""
    tokens = scan.tokens
    for j in range(stop, min(stop + 4, len(tokens))):
        if tokens.gaps[j] & _BREAK or (j > stop and tokens.forms[stop] not in words("of")):
            return None
        for hit in scan.hits[j]:
            if hit.entry.layer == "modifiers" and hit.entry.get("where") == "after":
                return hit.entry.get("modifier")
    return None


def bounds(kind: str | None, low: int, high: int) -> Bounds:
    """What a modifier makes of a number or range."""
    if kind == "more_than":
        return low + 1, None, "more_than"
    if kind == "at_least":
        return low, None, "at_least"
    if kind == "less_than":
        return None, max(high - 1, 0), "less_than"
    if kind == "at_most":
        return None, high, "at_most"
    if low != high:
        return low, high, "range"
    return low, high, "approx" if kind == "approx" else "exact"
