"""Numbers of any text, with their values and places: whole, decimal, negative, fractions, powers, percentages and ordinals.

`find_numbers` reads the numbers that news counts with; here they are joined to what a text on anything may write around them.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from tawatur.text.numbers import Number, NumberWords, find_numbers, number
from tawatur.text.tokens import Tokens

NumeralKind = Literal["integer", "decimal", "fraction", "power", "percent", "ordinal", "attached"]

_ASCII = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫", "01234567890123456789.")
_EMBEDDING = "[\u202a-\u202c]?"
_VALUE = r"\d{1,40}(?:[.,]\d{1,40})?"
_POWER = re.compile(rf"(?<![\d.,^])[-−]?({_VALUE})(?:e([-+]?\d{{1,3}})|\^([-+]?{_VALUE}))(?![\d^])")
_RATIO = re.compile(r"(?<![\d/.,])[-−]?(?:(\d{1,4}) )?(\d{1,3})/(\d{1,3})(?: (\d{1,4}))?(?![\d/.,])")
_MARKED = re.compile(rf"(?<![\d.,،])(\d{{1,3}}(?:،\d{{3}})+|\d+(?=[\u202a-\u202c])){_EMBEDDING}[.,]{_EMBEDDING}(\d+)(?![\d.,،])")
_ADDRESS = re.compile(r"https?://\S+")
_PIECE = re.compile(r"(?<!\d)\d{1,40}(?!\d)")
_LONGEST_POWER = 400


class Numeral(NamedTuple):
    """A number at `start:end` of the text. A percentage's value is of a hundred («80%» is 80).

    `attached` is a number in digits that is written in one with the next word, mostly its unit («25مل», «1M»).
    """

    start: int
    end: int
    value: float
    kind: NumeralKind


def find_numerals(text: str, words: NumberWords) -> list[Numeral]:
    """All numbers of a text, left to right, never overlapping."""
    plain = text.translate(_ASCII)
    addresses = (_Found(match.start(), match.end()) for match in _ADDRESS.finditer(plain))
    literals = (_Found(numeral.start, numeral.end, numeral) for numeral in _literals(plain))
    taken = _apart(sorted((*addresses, *literals), key=lambda one: (one.start, one.end)))
    found = [one.numeral for one in taken if one.numeral]
    n = 0
    for numeral in _Joiner(text, words).numerals():
        while n < len(taken) and taken[n].end <= numeral.start:
            n += 1
        if n == len(taken) or numeral.end <= taken[n].start:
            found.append(numeral)
    return sorted(found)


class _Found(NamedTuple):
    """A stretch of the text that is read as one: a numeral, or an address, which holds none."""

    start: int
    end: int
    numeral: Numeral | None = None


def _apart(found: list[_Found]) -> list[_Found]:
    """Those that do not begin within one before them."""
    kept: list[_Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _literals(plain: str) -> Iterator[Numeral]:
    """Powers, ratios in digits, and decimals with two kinds of mark, which are no single words."""
    for match in _POWER.finditer(plain):
        value = _power(*match.groups())
        if value is not None:
            yield Numeral(*match.span(), -value if match.group()[0] in "-−" else value, "power")
    for match in _RATIO.finditer(plain):
        before, part, whole, after = (int(group) if group else 0 for group in match.groups())
        if whole and not (before and after):
            value = before + after + part / whole
            yield Numeral(*match.span(), -value if match.group()[0] in "-−" else value, "fraction")
    for match in _MARKED.finditer(plain):
        yield Numeral(*match.span(), float(match.group(1).replace("،", "") + "." + match.group(2)), "decimal")


def _power(base: str, tens: str | None, exponent: str | None) -> float | None:
    root = float(base.replace(",", "."))
    try:
        value = root * 10 ** int(tens) if tens else root ** float((exponent or "1").replace(",", "."))
    except (OverflowError, ZeroDivisionError):
        return None
    return number(value) if abs(value) < 10**_LONGEST_POWER and value == value else None


class _Joiner:
    """Reads the numbers of a text one after the other, with the operators among the words around them."""

    def __init__(self, text: str, words: NumberWords) -> None:
        self.text, self.words = text, words
        self.tokens = Tokens(text)
        self.numbers = find_numbers(self.tokens, words)

    def numerals(self) -> Iterator[Numeral]:
        n = 0
        read = {i for one in self.numbers for i in range(one.first, one.stop)}
        for i, form in enumerate(self.tokens.forms):
            if form[0].isdigit() and i not in read:
                yield from self._pieces(i)
        while n < len(self.numbers):
            one = self.numbers[n]
            n += 1
            if self._is_pronoun(one) or (one.stop - one.first == 1 and self._is_percent_word(one.first)):
                continue
            numeral, used = self._read(one, n)
            yield numeral
            n += used

    def _pieces(self, i: int) -> Iterator[Numeral]:
        """The numbers of an address or date written in one («192.168.1.2»)."""
        start = self.tokens.starts[i]
        for match in _PIECE.finditer(self.tokens.forms[i]):
            yield Numeral(start + match.start(), start + match.end(), int(match.group()), "integer")

    def _read(self, one: Number, following: int) -> tuple[Numeral, int]:
        """The numeral that begins with a number, and how many of the following numbers it takes up."""
        start, end = self.tokens.starts[one.first], self.tokens.ends[one.stop - 1]
        value: float = one.value
        kind: NumeralKind = "ordinal" if one.ordinal else "integer" if isinstance(value, int) else "decimal" if one.digits else "fraction"
        used = 0
        if kind != "ordinal":
            whole = self._whole(one, following)
            if whole:
                value, kind = number(value / whole.value), "fraction"
                end, used = self.tokens.ends[whole.stop - 1], 1
            elif self._operator(one.first - 1) == "out_of" and self._operator(one.first - 2) == "part" and value:
                value, kind, start = 1 / value, "fraction", self.tokens.starts[one.first - 2]
            kind = "attached" if not used and self._is_attached(one) else kind
            start, negative = self._sign(one, start)
            value = -value if negative else value
            if one.percent or self._operator(one.first - 1) == "percentage" or self._is_percent_before(one):
                kind = "percent"
                start = start if one.percent else self.tokens.starts[one.first - 1]
                end = self._after_sign(end)
        return Numeral(start, end, value, kind), used

    def _whole(self, one: Number, following: int) -> Number | None:
        """What the number is a part of: «واحد على عشرين», «واحد من عشرين», «ثلاثة أجزاء من عشرين»."""
        whole = self.numbers[following] if following < len(self.numbers) else None
        if whole is None or not whole.value or whole.ordinal or one.percent or whole.percent:
            return None
        between = [self._operator(i) for i in range(one.stop, min(whole.first, one.stop + 3))]
        if between == ["over"] or between == ["part", "out_of"]:
            return whole
        return whole if between == ["out_of"] and one.value < whole.value and not whole.definite and not one.digits else None

    def _operator(self, i: int) -> str:
        return self.words.operators.get(self.tokens.forms[i], "") if 0 <= i < len(self.tokens) else ""

    def _sign(self, one: Number, start: int) -> tuple[int, bool]:
        """«-5», «سالب خمسة»."""
        if self._operator(one.first - 1) == "minus":
            return self.tokens.starts[one.first - 1], True
        bare = start < 2 or not (self.text[start - 2].isalnum() or self.text[start - 2] in "-−")
        if one.digits and start and self.text[start - 1] in "-−" and bare:
            return start - 1, True
        return start, False

    def _is_percent_before(self, one: Number) -> bool:
        """«بالمائة 10»."""
        return one.first > 0 and self._is_percent_word(one.first - 1)

    def _is_percent_word(self, i: int) -> bool:
        form = self.tokens.forms[i]
        return form.startswith("بال") and form in self.words.hundreds

    def _after_sign(self, end: int) -> int:
        """The end with the percent sign taken in."""
        stop = end
        while stop < len(self.text) and self.text[stop] == " ":
            stop += 1
        return stop + 1 if self.text[stop : stop + 1] in ("%", "٪") else end

    def _is_attached(self, one: Number) -> bool:
        """«25مل», «1M», «3ملايين»."""
        if not one.digits or one.percent:
            return False
        end = self.tokens.ends[one.first]
        return self.text[end : end + 1].isalpha()

    def _is_pronoun(self, one: Number) -> bool:
        """«أي واحد»."""
        return one.value == 1 and not one.digits and one.first > 0 and self.tokens.forms[one.first - 1] in ("اي", "كل")
