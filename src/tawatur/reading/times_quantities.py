"""Quantities of time: a number or a dual with a unit, what governs them, and which of them are ages."""

from typing import NamedTuple

from tawatur.packs.lexicon import Hit
from tawatur.reading.times_values import SECONDS_OF, period
from tawatur.reading.times_words import Context, TimeWords
from tawatur.text.numbers import Number
from tawatur.text.tokens import CLOSE, COMMA, DASH, PAREN, QUOTE

SHORT_UNITS = frozenset(("second", "minute", "hour"))
_GOVERNORS = ("since", "ago", "after", "during")
_LOOK_BACK = 7
_HALVED = frozenset(("hour", "minute", "day", "year", "century"))


class Quantity(NamedTuple):
    """So many units («ثلاثة أيام»، «شهرين»، «سنوات»); `amount` None when the number is not told."""

    amount: float | None
    hit: Hit
    first: int
    stop: int
    counted: bool
    definite: bool

    @property
    def unit(self) -> str:
        return self.hit.entry.get("unit")

    @property
    def size(self) -> float | None:
        return None if self.amount is None else self.amount * int(self.hit.entry.get("size"))

    @property
    def timex(self) -> str:
        return period(self.size, self.unit)


class Governor(NamedTuple):
    """The word that places a quantity («منذ»، «قبل»), where it stands, and whether «نحو» or «أكثر من» comes between."""

    kind: str
    first: int
    rough: bool


def quantity(context: Context, i: int) -> Quantity | None:
    """The quantity of time that begins at the number or unit at token `i`."""
    words = context.words
    number = words.number(i)
    if number:
        return _counted(words, number)
    hit = words.units.get(i)
    if hit is None:
        return None
    following = words.number(hit.stop) if words.follows(hit.stop, PAREN) else None
    if hit.tag == "pl.def" and following and not following.ordinal and (following.definite or following.digits):
        return Quantity(float(following.value), hit, i, following.stop, True, True)
    if hit.tag in ("du", "du.def"):
        if following and following.digits:
            return None
        stop = following.stop if following and following.value == 2 and not following.digits else hit.stop
        amount, stop = _and_half(words, 2.0, stop)
        return Quantity(amount, hit, i, stop, True, hit.tag == "du.def")
    if hit.tag.startswith("sg"):
        amount, stop = _and_half(words, 1.0, _after_one(words, hit, following))
        return Quantity(amount, hit, i, stop, stop > hit.stop, hit.tag == "sg.def")
    if hit.tag.startswith("pl"):
        if hit.stop in words.dayparts and words.follows(hit.stop):
            return None
        stop = hit.stop + 1 if words.follows(hit.stop) and words.has(hit.stop, "few") else hit.stop
        return Quantity(None, hit, i, stop, False, hit.tag == "pl.def")
    return None


def _counted(words: TimeWords, number: Number) -> Quantity | None:
    hit = words.units.get(number.stop) if words.follows(number.stop, PAREN) else None
    if hit is None or number.ordinal or number.percent or hit.pro or hit.tag in ("pl.def", "du.def"):
        return None
    if hit.tag == "sg.def" and not (0 < number.value < 1 and hit.entry.id in _HALVED and not _is_recent(words, hit.stop)):
        return None
    amount, stop = _and_half(words, float(number.value), hit.stop)
    return Quantity(amount, hit, number.first, stop, True, number.definite)


def _is_recent(words: TimeWords, i: int) -> bool:
    """«ربع الساعة الأخير» is of a match."""
    relation = words.relation(i)
    return relation is not None and relation.entry.id == "recent"


def _after_one(words: TimeWords, hit: Hit, following: Number | None) -> int:
    """«يوم واحد» is one day too."""
    return following.stop if following and following.value == 1 and not (following.ordinal or following.digits) else hit.stop


def _and_half(words: TimeWords, amount: float, stop: int) -> tuple[float, int]:
    """«عامين ونصف»، «ساعة ونصف الساعة»."""
    fraction = words.numbers.get(stop) if words.follows(stop) else None
    if fraction is None or fraction.pro != "و" or not 0 < fraction.value < 1 or fraction.definite or fraction.percent:
        return amount, stop
    stop = fraction.stop
    repeated = words.units.get(stop) if words.follows(stop) else None
    return amount + fraction.value, repeated.stop if repeated and repeated.tag == "sg.def" and not repeated.pro else stop


def governor(words: TimeWords, first: int) -> Governor:
    """What governs the quantity at token `first`: looks back over «نحو»، «أكثر من»، «عدة»."""
    rough, i = False, first - 1
    while i >= max(0, first - _LOOK_BACK) and not words.gaps[i + 1]:
        kinds = words.kinds(i)
        found = next((kind for kind in _GOVERNORS if kind in kinds), None)
        if found:
            return Governor(found, i, rough)
        if not (kinds & {"approx", "more", "some"} or (kinds & {"than", "prepositions", "hedge"} and _hedges(words, i))):
            break
        rough = True
        i -= 1
    return Governor("", first, rough)


def _hedges(words: TimeWords, i: int) -> bool:
    """Whether token `i` is part of «ما يقرب من»، «ما لا يقل عن»، «أكثر من»."""
    return words.has(i - 1, "more") or (words.has(i, "hedge") and bool(words.kinds(i + 1) & {"more", "hedge", "approx"}))


def is_age(words: TimeWords, found: Quantity) -> bool:
    """«يبلغ من العمر 25 عاما»، «(23 عاما)»، «, 40 عاما,»."""
    if found.unit in SECONDS_OF or not found.counted:
        return False
    first, stop = found.first, found.stop
    for back in range(1, 5):
        if first - back < 0 or words.gaps[first - back + 1] & ~COMMA:
            break
        if words.has(first - back, "age"):
            return True
    if words.follows(stop) and words.has(stop, "from") and words.has(stop + 1, "age"):
        return True
    before, after = words.gaps[first], words.gaps[stop]
    if before & PAREN and after & PAREN:
        return True
    return found.unit == "Y" and bool(before & (QUOTE | CLOSE | PAREN) or (before & (COMMA | DASH) and after & (COMMA | DASH)))
