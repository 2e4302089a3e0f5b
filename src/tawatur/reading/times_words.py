"""What the words of a document may be in a time expression: the packs' time words by token, the numbers, and the context."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from tawatur.model import TimeKind, Warning
from tawatur.packs.lexicon import Hit
from tawatur.packs.tables import table_rows
from tawatur.reading.scan import Scan
from tawatur.reading.times_values import Moment
from tawatur.text.fold import fold
from tawatur.text.numbers import Number
from tawatur.text.tokens import CLOSE, COLON, DASH, NEWLINE, OPEN, PAREN, QUOTE, SLASH

_LAYERS = (
    "months", "weekdays", "time_units", "time_dayparts", "time_relations", "time_deictics", "time_parts", "time_spans",
    "time_holidays", "time_vague", "time_masks", "time_anchors",
)  # fmt: skip
_MARKS = OPEN | CLOSE | QUOTE | DASH | COLON | PAREN | SLASH
QUOTES = QUOTE | OPEN | CLOSE | PAREN
"""The marks that may set a name apart."""
_MOST_BEFORE_EVENT = 3
_LONG_PERIOD = 20
_DIGITS = frozenset("0123456789")
_NOTHING: frozenset[str] = frozenset()


class Expression(NamedTuple):
    """A time expression at tokens `first` up to `stop`. `stated` says whether the text itself gives the year."""

    first: int
    stop: int
    kind: TimeKind
    edtf: str | None
    timex: str | None
    moment: Moment | None = None
    stated: bool = False
    part: str = ""


def expression(first: int, stop: int, moment: Moment | None, timex: str, stated: bool = False) -> Expression:
    """The expression of a moment; without one, of what the TIMEX3 value leaves open."""
    if moment is None:
        return Expression(first, stop, "date", None, timex)
    return Expression(first, stop, "date", moment.edtf, moment.timex, moment, stated)


@cache
def grammar_words() -> dict[str, frozenset[str]]:
    """The closed class: the parts that a folded word can play, with و or ف written on it or not."""
    found: dict[str, set[str]] = {}
    for row in table_rows("time_words"):
        for word in row.list("word"):
            form = fold(word)
            found.setdefault(form, set()).add(row.get("kind"))
            if len(form) > 1:
                for conjunction in "وف":
                    found.setdefault(conjunction + form, set()).add(row.get("kind"))
    return {form: frozenset(kinds) for form, kinds in found.items()}


class TimeWords:
    """The time words of one document, by the token they start at, and its numbers likewise."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.tokens = scan.tokens
        self.forms = scan.tokens.forms
        self.gaps = scan.tokens.gaps
        self.size = len(scan.tokens)
        self.grammar = grammar_words()
        self.own_units: dict[int, Hit] = {}
        layers: dict[str, dict[int, Hit]] = {layer: {} for layer in _LAYERS}
        for layer, known in layers.items():
            for hit in scan.in_layer(layer):
                if layer == "time_units" and (hit.column == "ar" or (hit.enc and hit.tag == "sg")):
                    self.own_units.setdefault(hit.first, hit)
                elif not hit.enc:
                    known.setdefault(hit.first, hit)
        self.months = layers["months"]
        self.weekdays = layers["weekdays"]
        self.units = layers["time_units"]
        self.dayparts = layers["time_dayparts"]
        self.relations = layers["time_relations"]
        self.deictics = layers["time_deictics"]
        self.parts = layers["time_parts"]
        self.spans = layers["time_spans"]
        self.holidays = layers["time_holidays"]
        self.vague = layers["time_vague"]
        self.anchors = layers["time_anchors"]
        self.numbers = {number.first: number for number in scan.numbers}
        self.dotted = {i for i, form in enumerate(self.forms) if form[0] in _DIGITS and not form.isdigit()}
        self.reckoned = set(self._reckoned())
        self._mask(layers["time_masks"])

    def _reckoned(self) -> Iterator[int]:
        """The tokens of «منذ» before events."""
        for first in self.anchors:
            for i in range(first - 1, max(first - 2 - _MOST_BEFORE_EVENT, -1), -1):
                if not self.follows(i + 1, QUOTES):
                    break
                if self.has(i, "since"):
                    yield i
                if not (self.kinds(i) & {"onset", "this"} or i in self.anchors):
                    break

    def _mask(self, masks: dict[int, Hit]) -> None:
        """Takes away what is part of a name."""
        for first, hit in masks.items():
            if hit.entry.get("when") == "name" and not self._set_apart(first, hit.stop):
                continue
            for i in range(first, hit.stop):
                for words in self._all():
                    words.pop(i, None)

    def _set_apart(self, first: int, stop: int) -> bool:
        before = self.forms[first - 1] if first else ""
        return bool((self.gaps[first] | self.gaps[stop]) & _MARKS or before == "ل" or self._heads_line(first, stop))

    def _heads_line(self, first: int, stop: int) -> bool:
        return (first == 0 or bool(self.gaps[first] & NEWLINE)) and bool(self.gaps[stop] & NEWLINE)

    def _all(self) -> tuple[dict[int, Hit] | dict[int, Number], ...]:
        return (*self.starters(), self.relations, self.numbers)

    def starters(self) -> tuple[dict[int, Hit], ...]:
        """The words that an expression can begin with, numbers aside."""
        return (
            self.months, self.weekdays, self.units, self.dayparts, self.deictics, self.parts, self.spans, self.holidays, self.vague,
            self.own_units,
        )  # fmt: skip

    def kinds(self, i: int) -> frozenset[str]:
        """The grammatical parts that token `i` can play."""
        return self.grammar.get(self.forms[i], _NOTHING) if 0 <= i < self.size else _NOTHING

    def has(self, i: int, kind: str) -> bool:
        return kind in self.kinds(i)

    def follows(self, i: int, allowed: int = 0) -> bool:
        """Whether token `i` exists and nothing but the `allowed` marks stands before it."""
        return 0 < i < self.size and not self.gaps[i] & ~allowed

    def number(self, i: int) -> Number | None:
        """The number at token `i`, or after the lone proclitic there («الـ 24»)."""
        return self.numbers.get(i) or (self.numbers.get(i + 1) if i < self.size and len(self.forms[i]) < 4 and self._lone(i) else None)

    def ordinal(self, i: int) -> tuple[int, int] | None:
        """The definite order told at token `i` («العاشر»، «الـ441»، «الثالث بعد المئة»), and where it ends."""
        number = self.number(i) if self.follows(i) else None
        if number is None or not isinstance(number.value, int) or number.value < 1 or number.pro or not number.definite:
            return None
        j = number.stop
        hundreds = self.numbers.get(j + 1) if number.ordinal and self.has(j, "after") and self.follows(j) and self.follows(j + 1) else None
        if hundreds and hundreds.definite and isinstance(hundreds.value, int) and not hundreds.value % 100:
            return number.value + hundreds.value, hundreds.stop
        return number.value, j

    def _lone(self, i: int) -> bool:
        following = self.numbers.get(i + 1)
        return following is not None and following.digits and bool(following.pro or following.definite)

    def relation(self, i: int, allowed: int = 0) -> Hit | None:
        return self.relations.get(i) if self.follows(i, allowed) else None


class Context:
    """One reading of a document's times against a day of publication.

    `today` is that day; `focus` the last date told; `period` the last long interval told; `year` the year told with a month
    earlier in sentence `year_sentence`; `coming` the weekdays that the document somewhere calls the next.
    """

    def __init__(self, words: TimeWords, today: date | None) -> None:
        self.words = words
        self.today = today
        self.focus: Moment | None = None
        self.period: Moment | None = None
        self.coming = frozenset(self._coming())
        self.year: int | None = None
        self.year_sentence = -1
        self.warnings: dict[int, Warning] = {}

    def _coming(self) -> Iterator[str]:
        words = self.words
        for hit in words.weekdays.values():
            relation = words.relation(hit.stop)
            if relation and relation.entry.id == "next":
                yield hit.entry.id

    def told_year(self, i: int) -> int | None:
        """The year that the sentence of token `i` has told before it."""
        return self.year if self.words.tokens.sentence[i] == self.year_sentence else None

    def remember(self, expression: Expression) -> None:
        moment = expression.moment
        if moment is None:
            return
        self.focus = moment
        length = (moment.last - moment.first).days
        if length >= _LONG_PERIOD and expression.kind == "date" and "/" in moment.edtf:
            self.period = moment
        if expression.stated and length < 32:
            self.year, self.year_sentence = moment.first.year, self.words.tokens.sentence[expression.first]
