"""The words of the table `propositions` in a text: predicates, what goes on or stops, negations, what is not asserted."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

import msgspec

from tawatur.packs.lexicon import Hit, Lexicon
from tawatur.packs.tables import table_rows
from tawatur.text.tokens import COLON, COMMA, NEWLINE, STOP, Tokens

_BREAK = COMMA | STOP | COLON | NEWLINE
_IMPERFECT = ("ي", "ت", "ن")
_MY = "ا"
_BY = "ب"
PREDICATES = frozenset(("content", "aspect"))


class Mark(msgspec.Struct, frozen=True):
    """A word of the table in the text, at tokens `first` up to `stop`. `future` also marks a purpose («للإفراج عن»).

    `lasting`: what it says of goes on or stops, rather than begins again; `subject_after`: who did it comes after the word («أطلقته»);
    `pronoun`: a pronoun is written on it («اتهمه»).
    """

    first: int
    stop: int
    kind: str
    predicate: str
    sign: int
    reach: int
    verbal: bool
    future: bool
    lasting: bool
    subject_after: bool
    pronoun: bool


class Clause(msgspec.Struct, frozen=True):
    """A stretch of tokens with its marks."""

    first: int
    stop: int
    marks: tuple[Mark, ...]

    def of(self, *kinds: str) -> list[Mark]:
        return [mark for mark in self.marks if mark.kind in kinds]

    def has_predicate(self) -> bool:
        return any(mark.kind in PREDICATES for mark in self.marks)


@cache
def _lexicon() -> Lexicon:
    return Lexicon(iter(table_rows("propositions")))


def marks(tokens: Tokens) -> list[Mark]:
    """All marks in their order, none within another; what only looks like one («ليس فقط», «روح المسؤولية») is left out."""
    found, i = [], 0
    hits = _lexicon().scan(tokens)
    while i < len(tokens):
        if not hits[i]:
            i += 1
            continue
        mark = _mark(hits[i][0])
        i = mark.stop
        if mark.kind == "may":
            if _imperfect_at(tokens, i) or (i < len(tokens) and hits[i] and _imperfect_at(tokens, i + 1)):
                found.append(msgspec.structs.replace(mark, kind="unreal"))
        elif mark.kind != "only":
            found.append(_spent(tokens, mark, hits))
    return found


def _imperfect_at(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens.forms[at].startswith(_IMPERFECT)


def _spent(tokens: Tokens, mark: Mark, hits: list[list[Hit]]) -> Mark:
    """«لم يبلغوا القضاة بتمويل»: a particle before a verb of its own negates that verb, and no more than its object."""
    if mark.kind != "particle":
        return mark
    own_verb = _imperfect_at(tokens, mark.stop) or (mark.stop < len(tokens) and tokens.forms[mark.stop].startswith(_MY))
    if not own_verb or hits[mark.stop]:
        return msgspec.structs.replace(mark, kind="not")
    after = mark.stop + 1
    has_object = after < len(tokens) and not tokens.forms[after].startswith(_BY)
    return msgspec.structs.replace(mark, kind="not", reach=_OBJECT if has_object else 1)


_OBJECT = 2
"""Words after a negated verb that still belong to its object: «لم يقدم أي دعم»; not «لم يبلغوا بالتمويل»."""


def _mark(hit: Hit) -> Mark:
    get = hit.entry.get
    sign = -1 if get("sign") == "-" else 1
    verbal = hit.column == "verb"
    future = "س" in hit.pro if verbal else hit.pro.endswith("ل") and get("kind") in PREDICATES
    return Mark(
        hit.first, hit.stop, get("kind"), get("class"), sign, int(get("reach") or 0), verbal, future,
        get("lasting") == "yes", get("subject") == "after", bool(hit.enc),
    )  # fmt: skip


def clauses(tokens: Tokens, found: Iterable[Mark]) -> list[Clause]:
    """Stretches between commas and stops; one without a predicate belongs to the one before it."""
    edges = [0, *(i for i in range(1, len(tokens)) if tokens.gaps[i] & _BREAK), len(tokens)]
    spans: list[Clause] = []
    for own in _stretches(edges, list(found)):
        if spans and (not own.has_predicate() or not spans[-1].has_predicate()):
            last = spans.pop()
            own = Clause(last.first, own.stop, last.marks + own.marks)
        spans.append(own)
    return spans


def _stretches(edges: list[int], found: list[Mark]) -> Iterator[Clause]:
    for first, stop in pairwise(edges):
        yield Clause(first, stop, tuple(mark for mark in found if first <= mark.first < stop))
