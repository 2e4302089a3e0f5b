"""Runs of three words of a text, hashed: the fingerprints by which texts that descend from one text are found and compared."""

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import compress
from typing import NamedTuple
from zlib import crc32

import msgspec

from tawatur.model import Document, Span, Statement
from tawatur.reconciling.words import placed_words

RUN = 3
"""Words of a run."""
_WINDOW = 3
"""Runs in what is sampled: five words in a row, which texts that have nothing to do with each other seldom share."""
_WANTED, _SPARSEST = 32, 4
"""A sample holds at least about so many windows of a text that has them, and at least one window in so many of any text."""
_HASH = 4
"""Bytes of a hash."""

_SET_ASIDE = frozenset(("title", "caption", "related", "boilerplate", "repeated"))
_OWN, _COUNTED = 1, 2
_NEAR = 4
_DIGIT = re.compile(r"\d")


class Run(NamedTuple):
    """A run of words: the hash of its words, where it stands, whether most of it is in the document's own voice, whether it has digits."""

    hash: int
    start: int
    end: int
    own: bool
    counted: bool


class _Word(NamedTuple):
    """A folded word of the body: where it stands, whether it is in the document's own voice, whether it has digits."""

    form: str
    start: int
    end: int
    own: bool
    counted: bool


class Runs(msgspec.Struct, frozen=True):
    """The hashes of a document's runs in the order of its text, and as sets: all of them, those in its own voice, those with digits."""

    ordered: "array[int]"
    whole: frozenset[int]
    own: frozenset[int]
    counted: frozenset[int]


def runs(document: Document, quotes: Iterable[Span] = ()) -> Iterator[Run]:
    """The runs of the body, without titles, captions, menus and repeated text. What stands in `quotes` is not the document's own voice."""
    words = list(_words(document, quotes))
    for one, two, three in zip(words, words[1:], words[2:], strict=False):
        forms = f"{one.form} {two.form} {three.form}"
        counted = one.counted or two.counted or three.counted
        yield Run(crc32(forms.encode()), one.start, three.end, one.own + two.own + three.own > 1, counted)


def quotations(text: str, statements: Sequence[Statement]) -> list[Span]:
    """What a document gives as the words of others. After a colon, and without quotation marks, that is all to the end of the paragraph
    or to the next attribution.
    """
    cues = sorted(statement.cue.start for statement in statements)
    found = []
    for statement in statements:
        start, end = statement.content.start, statement.content.end
        if not statement.direct and text[max(0, start - _NEAR) : start].rstrip().endswith(":"):
            paragraph = text.find("\n", end)
            following = cues[at] if (at := bisect_left(cues, end)) < len(cues) else len(text)
            end = min(following, paragraph if paragraph >= 0 else len(text))
        found.append(Span(start, end))
    return found


def body_shingles(document: Document, quotes: Iterable[Span] = ()) -> bytes:
    """The runs of the body, packed: the hashes in the order of the text, then a byte of marks for each."""
    found = list(runs(document, quotes))
    marks = bytes(_OWN * run.own | _COUNTED * run.counted for run in found)
    return array("I", [run.hash for run in found]).tobytes() + marks


@lru_cache(maxsize=1024)
def unpacked(shingles: bytes) -> Runs:
    """What `body_shingles` packed."""
    ordered, marks = _parts(shingles)
    own, counted = ([mark & kind for mark in marks] for kind in (_OWN, _COUNTED))
    return Runs(ordered, frozenset(ordered), frozenset(compress(ordered, own)), frozenset(compress(ordered, counted)))


def sample(shingles: bytes) -> list[int]:
    """The hashes by which candidates are looked up: all windows of a short text, one in two or four of a longer one.

    A window is picked by its own hash and the length of its own text alone, and what a sparse sample picks a dense one picks too. So
    copies share nearly the whole of their samples, and an extract about a quarter of its own with the long text that it was cut from.
    """
    ordered, _ = _parts(shingles)
    packed = ordered.tobytes()
    last = len(packed) - _HASH * _WINDOW
    windows = {crc32(packed[at : at + _HASH * _WINDOW]) for at in range(0, last + 1, _HASH)}
    step = 1
    while step < _SPARSEST and len(windows) >= 2 * step * _WANTED:
        step *= 2
    return sorted(window for window in windows if window % step == 0)


def longest_stretch(one: Sequence[int], other: Sequence[int]) -> tuple[int, int, int]:
    """The longest row of runs that both have, the first of equals: where it begins in each, and how many runs it has."""
    places: dict[int, list[int]] = defaultdict(list)
    for place, run in enumerate(other):
        places[run].append(place)
    best, lengths = (0, 0, 0), dict[int, int]()
    for place, run in enumerate(one):
        lengths = {there: lengths.get(there - 1, 0) + 1 for there in places.get(run, ())}
        for there, length in lengths.items():
            best = max(best, (length, -(place - length + 1), -(there - length + 1)))
    return -best[1], -best[2], best[0]


def _parts(shingles: bytes) -> tuple["array[int]", bytes]:
    count = len(shingles) // (_HASH + 1)
    ordered = array("I")
    ordered.frombytes(shingles[: _HASH * count])
    return ordered, shingles[_HASH * count :]


def _words(document: Document, quotes: Iterable[Span]) -> Iterator[_Word]:
    said = sorted((quote.start, quote.end) for quote in quotes)
    reach, upcoming = 0, 0
    for first, last in _stretches(document):
        for form, start, end in placed_words(document.text, first, last):
            while upcoming < len(said) and said[upcoming][0] <= start:
                reach = max(reach, said[upcoming][1])
                upcoming += 1
            yield _Word(form, start, end, start >= reach, _DIGIT.search(form) is not None)


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    """What is left of the text when zones outside the body are cut out of it."""
    at = 0
    for start, end in sorted((zone.start, zone.end) for zone in document.zones if zone.kind in _SET_ASIDE):
        if start > at:
            yield at, start
        at = max(at, end)
    if at < len(document.text):
        yield at, len(document.text)
