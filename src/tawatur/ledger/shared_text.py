"""The longest stretch that the texts of two documents have in common, word for word."""

from collections.abc import Sequence

from tawatur.model import Document, Record, Span
from tawatur.reconciling.shingles import RUN, Run, longest_stretch, runs


class Stretch(Record, frozen=True):
    """The longest stretch that two texts have: how many words, and where it stands in each."""

    words: int
    one: Span
    other: Span


def shared_stretch(one: Document, other: Document) -> Stretch | None:
    """None when no run of three words is in both."""
    ours, theirs = list(runs(one)), list(runs(other))
    start, start_there, count = longest_stretch([run.hash for run in ours], [run.hash for run in theirs])
    return Stretch(count + RUN - 1, _span(ours, start, count), _span(theirs, start_there, count)) if count else None


def _span(found: Sequence[Run], first: int, count: int) -> Span:
    return Span(found[first].start, found[first + count - 1].end)
