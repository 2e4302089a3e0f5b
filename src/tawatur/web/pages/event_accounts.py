"""Accounts as cards: their very words with what they rest on marked, under the number that the page gives them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawatur.ledger.briefs import Brief
from tawatur.ledger.excerpts import excerpt
from tawatur.ledger.tellers import Tellers
from tawatur.model import Span

FIRST = 8
"""Accounts that are shown until all are asked for."""
WHOLE = 400
"""Accounts that are shown at most."""
_LAYERS = {"mention": "events", "statement": "statements"}


@dataclass(frozen=True)
class Piece:
    """A stretch of an account's words; `layer` is what it is marked as, or nothing."""

    text: str
    layer: str = ""


@dataclass(frozen=True)
class Card:
    number: int
    brief: Brief
    span: Span
    pieces: tuple[Piece, ...]


def cards(tellers: Tellers, briefs: Iterable[tuple[int, Brief]]) -> list[Card]:
    """Cards of numbered accounts: their trigger or cue is marked, and the counts that they give."""
    found = []
    for number, brief in briefs:
        told = excerpt(tellers, brief)
        marks = {**dict.fromkeys(told.counts, "figures"), told.mark: _LAYERS[brief.kind]}
        found.append(Card(number, brief, told.span, tuple(pieces(told.words, told.span, marks))))
    return found


def pieces(words: str, span: Span, marks: Mapping[Span, str]) -> Sequence[Piece]:
    """The words cut at the marks that lie within them; of two marks that overlap the first stands."""
    found: list[Piece] = []
    at = span.start
    for mark, layer in sorted(marks.items(), key=lambda item: (item[0].start, item[0].end)):
        if at <= mark.start < mark.end <= span.end:
            found += [
                Piece(words[at - span.start : mark.start - span.start]),
                Piece(words[mark.start - span.start : mark.end - span.start], layer),
            ]
            at = mark.end
    found.append(Piece(words[at - span.start :]))
    return [piece for piece in found if piece.text]
