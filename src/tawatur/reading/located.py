"""Things of a text by where they stand, so that those near a token are found without going through all: a text may be one long line."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from tawatur.model import Statement
from tawatur.reading.scan import Scan

T = TypeVar("T")


class Located(Generic[T]):
    """Things in the order of the tokens that they start at."""

    __slots__ = ("_firsts", "_things")

    def __init__(self, things: Iterable[T], first: Callable[[T], int]) -> None:
        self._things = sorted(things, key=first)
        self._firsts = [first(thing) for thing in self._things]

    def between(self, first: int, stop: int) -> list[T]:
        """Those that start at tokens `first` up to, not including, `stop`."""
        return self._things[bisect_left(self._firsts, first) : bisect_left(self._firsts, stop)]

    def first_from(self, first: int) -> T | None:
        """The first that starts at token `first` or after it."""
        at = bisect_left(self._firsts, first)
        return self._things[at] if at < len(self._things) else None


def statements_by_sentence(scan: Scan, statements: Iterable[Statement]) -> dict[int, list[Statement]]:
    """The statements whose content reaches into each sentence, in their order."""
    found: dict[int, list[Statement]] = defaultdict(list)
    for statement in statements:
        for sentence in sentences_of(scan, statement):
            found[sentence].append(statement)
    return dict(found)


def sentences_of(scan: Scan, statement: Statement) -> range:
    """The sentences that a statement's content reaches into."""
    first, stop = scan.tokens.at(statement.content.start), bisect_left(scan.tokens.starts, statement.content.end)
    return range(scan.tokens.sentence[first], scan.tokens.sentence[stop - 1] + 1) if first < stop else range(0)
