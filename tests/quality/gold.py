"""Hand-made gold: what a person reads in a sample report, pointed at by quotation instead of offsets.

A quotation is a string, or `[string, n]` for its n-th occurrence. Occurrences that are whole words count before all others: only
when the string never stands as whole words are its occurrences inside words counted.
"""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tawatur.model import Span

GOLD = Path(__file__).parent / "gold"
SPANS = {
    "zones": ("text",),
    "warnings": ("text",),
    "times": ("text",),
    "figures": ("text",),
    "events": ("trigger",),
    "statements": ("speaker", "cue", "content"),
}
"""Layer of a gold file → the keys of its records that hold quotations."""

Gold = dict[str, Any]
"""One record or one file of the gold, as its JSON says it."""


class QuoteNotFoundError(ValueError):
    """A quotation of the gold does not occur, or not often enough, in its report."""


def quotation(value: str | list[Any]) -> tuple[str, int]:
    """The quoted text and which occurrence of it is meant, from 1."""
    return (value, 1) if isinstance(value, str) else (value[0], value[1])


def locate(text: str, value: str | list[Any]) -> Span:
    """Where the quotation stands in `text`. Raises QuoteNotFoundError."""
    quoted, nth = quotation(value)
    starts = list(_occurrences(text, quoted))
    whole = [start for start in starts if _is_whole(text, start, start + len(quoted))]
    found = whole or starts
    if not 1 <= nth <= len(found):
        raise QuoteNotFoundError(f"{quoted!r}: occurrence {nth} of {len(found)}")
    return Span(found[nth - 1], found[nth - 1] + len(quoted))


def _occurrences(text: str, quoted: str) -> Iterator[int]:
    start = text.find(quoted)
    while start >= 0:
        yield start
        start = text.find(quoted, start + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (start > 0 and _joins(text[start - 1])) and not (end < len(text) and _joins(text[end]))


def _joins(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char) == "Mn"


def load_gold(folder: Path = GOLD) -> dict[str, Gold]:
    """Report id → its gold. `across.json`, which is about several reports, is not among them."""
    paths = sorted(path for path in folder.glob("*.json") if path.name != "across.json")
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in paths}


def load_across(folder: Path = GOLD) -> Gold:
    """What is true of the reports together: same and different events, families, disagreements, chains."""
    across: Gold = json.loads((folder / "across.json").read_text(encoding="utf-8"))
    return across


def allowed(record: Gold, key: str) -> list[Any]:
    """Every value of `key` that counts as right."""
    return [record.get(key), *record.get("or", {}).get(key, [])]


def is_scored(record: Gold, key: str) -> bool:
    """False where the one who made the gold was unsure of this key."""
    return key not in record.get("unsure", [])
