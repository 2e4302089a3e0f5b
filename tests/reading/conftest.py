"""A scan of a short text, for the tests of single layers."""

from collections.abc import Callable

import pytest

from tawatur.model import Document, Zone
from tawatur.packs.lexicon import load_lexicon
from tawatur.reading.scan import Scan

Scanner = Callable[..., Scan]


@pytest.fixture
def scan() -> Scanner:
    def make(text: str, published: str | None = None, zones: tuple[Zone, ...] = ()) -> Scan:
        return Scan(Document("t", "t.txt", text, "0" * 64, published=published, zones=zones), load_lexicon())

    return make
