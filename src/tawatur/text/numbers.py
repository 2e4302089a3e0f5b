"""The grammar of Arabic numbers: digits of every script, number words in every gender and case, and the two mixed.

The words themselves are given from outside (see `NumberWords`), so that this module knows grammar only.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from tawatur.text.fold import fold
from tawatur.text.tokens import COMMA, OTHER, Tokens

_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
_LONE = frozenset(
    ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "ال", "لل", "بال", "وال", "وبال", "ولل", "كال", "فال")
)  # fmt: skip
_GROUPED = re.compile(r"(\d{1,3})((?:([.,٬])\d{3})(?:\3\d{3})*)(?:([.,٫])(\d+))?")
_DECIMAL = re.compile(r"\d+[.,٫]\d+")
_NARROW = frozenset((" ", "\u00a0", "\u202f", "\u2009"))
_PERCENT_SIGNS = "%٪"
_DIGITS = frozenset("0123456789")
_HUNDRED = 100
_LONGEST = 40

OPERATORS = frozenset(("minus", "over", "out_of", "part", "percentage"))
"""Kinds of the words around numbers that `tawatur.text.numerals` reads."""


class Number(NamedTuple):
    """A number at tokens `first` up to `stop`.

    `pro` is the proclitics written on it («ب» of «بـ33»), `definite` whether it has the article, `digits` whether it begins in
    digits, `percent` whether a percent sign or «في المئة» follows (then inside the span). A whole value is an int.
    """

    first: int
    stop: int
    value: int | float
    ordinal: bool
    pro: str
    definite: bool
    digits: bool
    percent: bool = False


class Word(NamedTuple):
    """One spelling of a number word: `kind` as in the table of number words."""

    value: int | float
    kind: str
    pro: str
    definite: bool


class NumberWords:
    """Every spelling of the number words, with article and proclitics, by folded form.

    `rows` are (words, value, kind, spellings left out). `shares` are units that before one definite thing are a part of it
    («خمس السكان»); `operators` are the words that make one number of others or change it, with their kinds.
    """

    def __init__(self, rows: Iterable[tuple[list[str], float, str, list[str]]]) -> None:
        self.words: dict[str, Word] = {}
        self.shares: dict[str, float] = {}
        self.operators: dict[str, str] = {}
        entries = []
        for spellings, value, kind, left_out in rows:
            if kind in OPERATORS:
                self.operators.update((fold(word), kind) for word in spellings)
            elif kind == "share":
                self.shares.update((fold(word), value) for word in spellings)
            else:
                entries += [(fold(word), number(value), kind, {fold(x) for x in left_out}) for word in spellings]
        for pro in _PROCLITICS:
            for word, value, kind, out in entries:
                for definite in (False, True):
                    form = _written(pro, word, definite)
                    if form not in out:
                        self.words.setdefault(form, Word(value, kind, pro, definite))
        self.hundreds = frozenset(form for form, word in self.words.items() if word.value == 100 and word.kind == "hundred")


def _written(pro: str, word: str, definite: bool) -> str:
    if not definite:
        return pro + word
    return pro + "ل" + word if pro.endswith("ل") else pro + "ال" + word


def number(value: float) -> int | float:
    """The value as an int where it is whole."""
    return int(value) if value == int(value) else value


def parse_digits(form: str, decimal: bool = False) -> int | float | None:
    """The value of a token of digits: `45,206` and `45.206` are thousands unless `decimal`.

    None for dates, addresses, and runs of digits too long for a number.
    """
    if len(form) > _LONGEST:
        return None
    if form.isdigit():
        return int(form)
    grouped = None if decimal or form.startswith("0") else _GROUPED.fullmatch(form)
    if grouped:
        separator, fraction_mark, fraction = grouped.group(3, 4, 5)
        if fraction_mark != separator or fraction is None:
            whole = grouped.group(1) + grouped.group(2).replace(separator, "")
            return float(f"{whole}.{fraction}") if fraction else int(whole)
    if _DECIMAL.fullmatch(form):
        return number(float(re.sub("[,٫]", ".", form)))
    return None


def find_numbers(tokens: Tokens, words: NumberWords) -> list[Number]:
    """All numbers of a text, left to right, never overlapping. «أحد» in the sense of "one of" is not a number."""
    found: list[Number] = []
    known, stop = words.words, 0
    for i in [i for i, form in enumerate(tokens.forms) if form in known or form[0] in _DIGITS]:
        read = _Reader(tokens, words, i).read() if i >= stop else None
        if read:
            found.append(read)
            stop = read.stop
    return found


class _Reader:
    """Reads one number from token `first` on: `total` is what is complete, `group` the part below the next scale word.

    `part` is what was added to the group last, `shape` the kind of word that was read last, `scaled` where the last scale word ended.
    """

    def __init__(self, tokens: Tokens, words: NumberWords, first: int) -> None:
        self.tokens, self.words, self.first = tokens, words, first
        self.stop = first
        self.total: float = 0
        self.group: float = 0
        self.part: float = 0
        self.shape = ""
        self.scale: float = 0
        self.scaled = first
        self.ordinal = False
        self.digits = False

    def read(self) -> Number | None:
        head = self.words.words.get(self.tokens.forms[self.first])
        if head is None:
            self.digits = True
            if not self._digits(self.first):
                return None
        elif not self._start(head):
            return None
        while self._more():
            pass
        value = number(self.total + self.group)
        pro, definite = self._proclitic(head)
        stop, percent = self._percent()
        return Number(self.first, stop, value, self.ordinal, pro, definite, self.digits, percent)

    def _start(self, head: Word) -> bool:
        self.stop = self.first + 1
        if head.kind == "one_of":
            return self._one_of(head)
        if head.kind in ("scales", "fractions"):
            return False
        if head.kind in ("scale", "dual"):
            self.total, self.scale = head.value, head.value if head.kind == "scale" else head.value / 2
            self.shape = "scale"
            self.scaled = self.stop
        elif self._is_share():
            self.group, self.shape = self.words.shares[self.tokens.forms[self.first]], "fraction"
        else:
            self.group, self.part, self.shape = head.value, head.value, head.kind
        self.ordinal = head.kind == "ordinal" or (head.kind == "tens" and head.definite and self._is_ordinal_ten())
        return True

    def _is_share(self) -> bool:
        """«خمس السكان» is a fifth of them, «خمس السنوات» five."""
        at, tokens = self.stop, self.tokens
        if tokens.forms[self.first] not in self.words.shares or at >= len(tokens) or tokens.gaps[at]:
            return False
        following = tokens.forms[at]
        return following.startswith("ال") and not following.endswith("ات") and following not in self.words.words

    def _is_ordinal_ten(self) -> bool:
        """«الذكرى العشرون»: a ten in the nominative that no accusative noun follows."""
        following = self.tokens.forms[self.stop] if self.stop < len(self.tokens) and not self.tokens.gaps[self.stop] else ""
        return self.tokens.forms[self.first].endswith("ون") and not following.endswith("ا")

    def _one_of(self, head: Word) -> bool:
        """«أحد عشر» and «إحدى وعشرين» are numbers; «أحد المباني» is not."""
        following = self._next()
        if following is None:
            return False
        word, _ = following
        self.group, self.shape = head.value, "unit"
        return (word.kind == "ten" and not word.pro) or (word.kind == "tens" and word.pro == "و")

    def _digits(self, at: int) -> bool:
        forms, stop = self.tokens.forms, at + 1
        form = forms[at]
        while len(form) <= 3 or stop > at + 1:
            if not self._thousands_follow(stop):
                break
            form += forms[stop]
            stop += 1
        scaled = self.words.words.get(forms[stop]) if stop < len(forms) and not self.tokens.gaps[stop] else None
        value = parse_digits(form, decimal=scaled is not None and scaled.kind in ("scale", "scales"))
        if value is None:
            return False
        self.group, self.shape, self.stop = value, "digits", stop
        return True

    def _thousands_follow(self, at: int) -> bool:
        """Whether token `at` goes on with three digits after a narrow space or an unspaced comma."""
        tokens = self.tokens
        if at >= len(tokens) or len(tokens.forms[at]) != 3 or not tokens.forms[at].isdigit():
            return False
        if not tokens.forms[at - 1].isdigit() or tokens.forms[at - 1].startswith("0"):
            return False
        gap = tokens.text[tokens.ends[at - 1] : tokens.starts[at]]
        return gap == "،" or gap in _NARROW

    def _next(self) -> tuple[Word, int] | None:
        """The number word at `stop`, its و read off when it stands alone, and where it ends."""
        tokens, at = self.tokens, self.stop
        if at >= len(tokens) or tokens.gaps[at]:
            return None
        word = self.words.words.get(tokens.forms[at])
        if word is None and tokens.forms[at] == "و" and at + 1 < len(tokens) and not tokens.gaps[at + 1]:
            word = self.words.words.get(tokens.forms[at + 1])
            return (word._replace(pro="و"), at + 2) if word and not word.pro else None
        return (word, at + 1) if word else None

    def _more(self) -> bool:
        following = self._next()
        if following is None:
            return self._more_digits()
        word, stop = following
        if word.pro not in ("", "و"):
            return False
        joined = self._add(word) if word.pro else self._multiply(word)
        if joined:
            self.stop = stop
            if self.shape == "scale":
                self.scaled = stop
        return joined

    def _more_digits(self) -> bool:
        """«72 ألفا و300», «3 مئة و21»: digits after a scale word or hundreds."""
        tokens, at = self.tokens, self.stop
        limit = {"scale": self.scale, "hundred": _HUNDRED}.get(self.shape, 0)
        if not limit or at + 1 >= len(tokens) or tokens.forms[at] != "و" or tokens.gaps[at] or tokens.gaps[at + 1]:
            return False
        value = parse_digits(tokens.forms[at + 1])
        if value is None or not 0 < value < limit:
            return False
        self.group, self.shape, self.stop = self.group + value, "digits", at + 2
        return True

    def _add(self, word: Word) -> bool:
        """A part that و joins on."""
        kind, shape = word.kind, self.shape
        if kind == "fraction":
            return self._add_fraction(word)
        if kind == "dual" and shape == "hundred" and word.value < _HUNDRED:
            self.group += word.value
            self.shape = "full"
            return True
        if kind in ("scale", "dual"):
            return self._add_scale(word)
        if kind == "unit" and shape in ("tens", "full") and self._counts_fractions():
            self.group += word.value
            self.part, self.shape = word.value, kind
            return True
        ranks = {"hundred": ("scale",), "tens": ("scale", "hundred", "unit", "one_of", "ordinal"), "ten": ("scale", "hundred")}
        if kind == "ordinal":
            fits = shape in ("scale", "hundred") and word.definite
        else:
            fits = shape in ranks.get(kind, ("scale", "hundred") if kind in ("unit", "one_of") else ())
        if not fits or (shape == "ordinal" and not (word.definite or self.group == 1)):
            return False
        self.ordinal = self.ordinal or kind == "ordinal" or (kind == "tens" and shape == "unit" and self.group == 1 and word.definite)
        self.group += word.value
        self.part, self.shape = word.value, "full" if kind in ("tens", "ten") else kind
        return True

    def _counts_fractions(self) -> bool:
        """«عشرون وثلاثة أخماس»: whether the unit that و joins on counts parts of one."""
        at = self.stop + (2 if self.tokens.forms[self.stop] == "و" else 1)
        word = self.words.words.get(self.tokens.forms[at]) if at < len(self.tokens) else None
        return word is not None and word.kind == "fractions" and not word.pro

    def _add_scale(self, word: Word) -> bool:
        scale = word.value if word.kind == "scale" else word.value / 2
        if self.shape != "scale" or scale >= self.scale:
            return False
        self.total += word.value
        self.scale = scale
        return True

    def _add_fraction(self, word: Word) -> bool:
        """«مليون ونصف» and «مليون ونصف المليون» add half a million; «ثلاثة ونصف» half of one."""
        if word.definite or self.ordinal or self.shape in ("fraction", "zero"):
            return False
        if self.shape == "scale":
            self.total += word.value * self.scale
        else:
            self.group += word.value
        self.shape = "fraction"
        return True

    def _multiply(self, word: Word) -> bool:
        """A part that follows without و."""
        kind, shape = word.kind, self.shape
        if kind == "ten" and shape in ("unit", "ordinal") and not word.definite:
            self.group += 10
            self.shape = "full"
        elif kind == "hundred" and word.value == 100 and shape in ("unit", "tens", "full", "digits") and 1 < self.group < 100:
            self.group *= 100
            self.shape = "hundred"
        elif kind in ("scale", "scales") and self.group and not self.ordinal and (shape != "fraction" or not word.definite):
            return self._scale_group(word.value)
        elif kind in ("scale", "scales") and shape == "scale" and self.total < 1e6 <= word.value:
            self.total, self.scale = self.total * word.value, word.value
        elif kind == "scale" and shape == "fraction" and word.value == self.scale:
            self.shape = "full"
        elif kind == "fractions" and shape == "unit" and self.part > 1 and not self.ordinal:
            self.group += self.part * (word.value - 1)
            self.shape = "fraction"
        elif kind == "fractions" and shape in ("tens", "full") and not self.ordinal:
            self.group *= word.value
            self.shape = "fraction"
        else:
            return False
        return True

    def _scale_group(self, scale: float) -> bool:
        """«و330 ألف» goes on from millions; behind thousands it is another number, and what was read of it is given back.

        Hundreds of a greater scale count with the thousands before them («خمسة آلاف و200 مليون»).
        """
        if self.scale and scale > self.scale and self.group >= _HUNDRED:
            self.total = (self.total + self.group) * scale
        elif not self.scale or scale < self.scale:
            self.total += self.group * scale
        else:
            self.group, self.stop = 0, self.scaled
            return False
        self.group, self.scale, self.shape = 0, scale, "scale"
        return True

    def _proclitic(self, head: Word | None) -> tuple[str, bool]:
        """The proclitics written on the number, or on their own before digits («بـ 33»)."""
        if head is not None:
            return head.pro, head.definite
        before, tokens = self.first - 1, self.tokens
        if before < 0 or tokens.forms[before] not in _LONE or tokens.gaps[self.first]:
            return "", False
        lone = tokens.forms[before]
        if lone.endswith("ال"):
            return lone[:-2], True
        return (lone[:-1], True) if lone.endswith("لل") else (lone, False)

    def _percent(self) -> tuple[int, bool]:
        """Where the number ends with «في المئة» or «بالمئة» taken in, and whether it is a percentage."""
        tokens, stop = self.tokens, self.stop
        after = tokens.text[tokens.ends[stop - 1] : tokens.ends[stop - 1] + 2].strip()
        if after[:1] and after[0] in _PERCENT_SIGNS:
            return stop, True
        if tokens.gaps[self.first] & OTHER and tokens.text[tokens.starts[self.first] - 1] in _PERCENT_SIGNS:
            return stop, True
        if stop < len(tokens) and not tokens.gaps[stop] & ~COMMA:
            form = tokens.forms[stop]
            if form in self.words.hundreds and form.startswith("بال"):
                return stop + 1, True
            if form == "في" and stop + 1 < len(tokens) and tokens.forms[stop + 1] in self.words.hundreds:
                return (stop + 2, True) if tokens.forms[stop + 1].startswith("ال") else (stop, False)
        return stop, False
