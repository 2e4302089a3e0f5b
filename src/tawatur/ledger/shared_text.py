"""The longest stretch that the texts of two documents have in common, word for word."""

from collections import defaultdict

from tawatur.model import Document, Record, Span
from tawatur.text.tokens import Tokens

_RUN = 3
_SET_ASIDE = frozenset(("title", "caption", "related", "boilerplate", "repeated"))


class Stretch(Record, frozen=True):
    """The longest stretch that two texts have: how many words, and where it stands in each."""

    words: int
    one: Span
    other: Span


def shared_stretch(one: Document, other: Document) -> Stretch | None:
    """None when no run of three words is in both."""
    ours, theirs = _Body(one), _Body(other)
    if ours.runs.keys().isdisjoint(theirs.runs):
        return None
    start, start_there, runs = _longest(ours, theirs)
    words = runs + _RUN - 1
    return Stretch(words, ours.span(start, words), theirs.span(start_there, words))


class _Body:
    """The words of a document's body in order, and where each run of three stands."""

    def __init__(self, document: Document) -> None:
        tokens = Tokens(document.text)
        aside = [(zone.start, zone.end) for zone in document.zones if zone.kind in _SET_ASIDE]
        kept = [n for n, at in enumerate(tokens.starts) if not any(start <= at < end for start, end in aside)]
        self.places = [(tokens.starts[n], tokens.ends[n]) for n in kept]
        forms = [tokens.forms[n] for n in kept]
        self.order = list(zip(forms, forms[1:], forms[2:], strict=False))
        self.runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place, run in enumerate(self.order):
            self.runs[run].append(place)

    def span(self, start: int, words: int) -> Span:
        return Span(self.places[start][0], self.places[start + words - 1][1])


def _longest(ours: _Body, theirs: _Body) -> tuple[int, int, int]:
    """The longest row of runs in both: where it begins in each, and how many runs it has."""
    best, lengths = (0, 0, 0), dict[int, int]()
    for place, run in enumerate(ours.order):
        lengths = {there: lengths.get(there - 1, 0) + 1 for there in theirs.runs.get(run, ())}
        for there, length in lengths.items():
            best = max(best, (length, -(place - length + 1), -(there - length + 1)))
    return -best[1], -best[2], best[0]
