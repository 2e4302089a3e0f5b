"""Hashed word triples of a text: the fingerprints by which texts that descend from one text are found."""

from array import array
from collections.abc import Iterable, Iterator
from zlib import crc32

from tawatur.model import Document, Span
from tawatur.reconciling.words import folded_words

SAMPLE = 8
"""One triple in this many is looked up in the index."""

_SET_ASIDE = frozenset(("title", "caption", "related", "boilerplate", "repeated"))


def body_shingles(document: Document, quotes: Iterable[Span] = ()) -> bytes:
    """Packed sorted hashes of the word triples of the body, without what stands in direct quotes: a shared quote is no shared text."""
    found: set[int] = set()
    for start, end in _stretches(document, quotes):
        found.update(_hashes(folded_words(document.text[start:end])))
    return array("I", sorted(found)).tobytes()


def unpacked(shingles: bytes) -> "array[int]":
    """The hashes that `body_shingles` packed."""
    found: array[int] = array("I")
    found.frombytes(shingles)
    return found


def _hashes(words: list[str]) -> Iterator[int]:
    for triple in zip(words, words[1:], words[2:], strict=False):
        yield crc32(" ".join(triple).encode())


def sample(shingles: bytes) -> list[int]:
    return [shingle for shingle in unpacked(shingles) if shingle % SAMPLE == 0]


def _stretches(document: Document, quotes: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """What is left of the text when zones outside the body, and quotes, are cut out of it."""
    cuts = [(zone.start, zone.end) for zone in document.zones if zone.kind in _SET_ASIDE]
    cuts += [(quote.start, quote.end) for quote in quotes]
    at = 0
    for start, end in sorted(cuts):
        if start > at:
            yield at, start
        at = max(at, end)
    if at < len(document.text):
        yield at, len(document.text)
