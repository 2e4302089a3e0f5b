"""Which columns of a table hold the text, the title, the day, …: those the user named, and those known by their names."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from tawatur.intake.data import table

Columns = tuple[tuple[str, str], ...]
"""Pairs of a column's name and what it holds: `(("body", "text"), ("date", "published"))`."""

_LONGEST_NAME = 64
_SAME = str.maketrans("ٱىة", "ايه")
_BETWEEN = re.compile(r"[\W_]+")


@cache
def _known() -> tuple[tuple[str, str], ...]:
    """Name, folded, and field of every known column, the surest first."""
    rows = table("columns.tsv")
    return tuple((_folded(name), field) for field, names in rows for name in names.split("|"))


def fields() -> tuple[str, ...]:
    """What columns may hold: text, html, title, …"""
    return tuple(dict.fromkeys(field for _, field in _known()))


def columns_of(names: Sequence[str], given: Columns = ()) -> Columns:
    """What the columns of these names hold, one column for each field; what the user gave comes before what is known."""
    by_name = {_folded(name): name for name in reversed(names)}
    found: dict[str, str] = {}
    for name, field in (*((_folded(name), field) for name, field in given), *_known()):
        if name in by_name and by_name[name] not in found.values():
            found.setdefault(field, by_name[name])
    return tuple((name, field) for field, name in found.items())


def holds_text(columns: Columns) -> bool:
    return any(field in ("text", "html") for _, field in columns)


def may_be_header(names: Sequence[str]) -> bool:
    """Whether a line looks like the first of a table, and not like a sentence with commas."""
    return len(names) > 1 and all(0 < len(name.strip()) <= _LONGEST_NAME for name in names)


def _folded(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter) and letter not in "\u0640\u200e\u200f\ufeff")
    return _BETWEEN.sub(" ", bare.translate(_SAME)).strip()
