"""What a reading marks in its text: the spans of every record, each with the card that tells the record."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

PARTS = ("lit", "content", "place", "source", "speaker", "cue", "flaw", "name", "time", "figure", "trigger")
"""What a span is to its record, the outer first where two parts have one span. `lit` is of no record: what somebody came for."""

_UNLINKED = frozenset(("lit", "content", "place"))
_WITHOUT_STEP = frozenset(("lit", "content", "place", "source", "speaker"))
_RANK = {part: rank for rank, part in enumerate(PARTS)}


class Mark(NamedTuple):
    """A span of the text. `anchor` is its own id on the page, `card` that of its record, if it has one; `label` is the record in brief."""

    anchor: str
    card: str
    layer: str
    part: str
    start: int
    end: int
    label: str = ""

    @property
    def is_link(self) -> bool:
        """Whether its words lead to the card. What was said holds marks of its own, and is too long for a link."""
        return bool(self.card) and self.part not in _UNLINKED

    @property
    def is_step(self) -> bool:
        """Whether the keyboard stops here: once for each record, at the word that tells it."""
        return self.part not in _WITHOUT_STEP


class Marks:
    """Collects the marks of one text, and gives each its anchor: `c10-14` for characters 10 up to 14, and `c10-14-2` for the second of
    that span. `prefix` begins all of them where a page holds several texts.
    """

    def __init__(self, text: str, prefix: str) -> None:
        self.text = text
        self._prefix = prefix
        self._marks: list[Mark] = []
        self._spans: Counter[tuple[int, int]] = Counter()

    def add(self, card: str, layer: str, part: str, start: int | None, end: int | None, label: str = "") -> Mark | None:
        """The mark, or None for a span that is not in the text."""
        if start is None or end is None or not 0 <= start < end <= len(self.text):
            return None
        mark = Mark(self._anchor(start, end), card, layer, part, start, end, label)
        self._marks.append(mark)
        return mark

    def _anchor(self, start: int, end: int) -> str:
        self._spans[start, end] += 1
        count = self._spans[start, end]
        return f"{self._prefix}c{start}-{end}" + (f"-{count}" if count > 1 else "")

    def words(self, mark: Mark) -> str:
        return self.text[mark.start : mark.end]

    def in_order(self) -> list[Mark]:
        """From the start of the text to its end, the outer before the inner."""
        return sorted(self._marks, key=lambda mark: (mark.start, -mark.end, _RANK[mark.part]))


def linked(stack: Iterable[Mark]) -> Mark | None:
    """The mark that words lead to which stand within all of these, the outermost first: the innermost inside what is said."""
    found = None
    for mark in stack:
        if mark.part == "content":
            found = None
        elif mark.is_link:
            found = mark
    return found
