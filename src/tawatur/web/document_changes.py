"""What changed between two versions of a report, made ready to be shown."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from tawatur.ledger.differing import Change, ChangeKind, difference
from tawatur.ledger.differing_text import Piece, PieceKind
from tawatur.model import Reading
from tawatur.page.cards import Card, Cards
from tawatur.wording.messages import Messages

_LAYERS = ("events", "figures", "statements")


class Part(NamedTuple):
    """Words that are in both texts (`same`), or in one only."""

    kind: PieceKind
    text: str


class Stretch(NamedTuple):
    """Paragraphs in a row that changed, or that did not."""

    is_changed: bool
    paragraphs: list[list[Part]]


class Changed(NamedTuple):
    """A record of one text, of the other, or of both."""

    kind: ChangeKind
    old: Card | None
    new: Card | None


def changes(old: Reading, new: Reading, say: Messages) -> dict[str, Any]:
    """Values of the template: `facts` that changed, the text in `stretches`, and the records by layer."""
    found = difference(old, new)
    cards = Cards(old, say, "old-"), Cards(new, say, "new-")
    return {
        "facts": found.facts,
        "stretches": list(_stretches(found.text)),
        "records": {layer: [_changed(layer, one, (old, new), cards) for one in getattr(found, layer)] for layer in _LAYERS},
    }


def _changed(layer: str, change: Change[Any], readings: tuple[Reading, Reading], cards: tuple[Cards, Cards]) -> Changed:
    old, new = (
        _card(layer, part, *both) for part, both in zip((change.old, change.new), zip(readings, cards, strict=True), strict=True)
    )  # fmt: skip
    return Changed(change.kind, old, new)


def _card(layer: str, part: object, reading: Reading, cards: Cards) -> Card | None:
    """The card of a record, which stands at the same place in its layer."""
    records: Sequence[object] = getattr(reading, layer)
    return cards.layers[layer][records.index(part)] if part is not None else None


def _stretches(text: Iterable[Piece]) -> Iterator[Stretch]:
    for is_changed, group in groupby(_paragraphs(text), key=lambda parts: any(part.kind != "same" for part in parts)):
        yield Stretch(is_changed, list(group))


def _paragraphs(text: Iterable[Piece]) -> Iterator[list[Part]]:
    """The parts of each paragraph that has words; space alone that came or went is not shown."""
    parts: list[Part] = []
    for piece in text:
        for number, line in enumerate(piece.text.split("\n")):
            if number and parts:
                yield parts
                parts = []
            if line.strip():
                parts.append(Part(piece.kind, line))
    if parts:
        yield parts
