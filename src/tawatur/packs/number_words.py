"""The packs' number words, compiled for `tawatur.text.numbers`."""

from functools import cache

from tawatur.packs.tables import table_rows
from tawatur.text.numbers import NumberWords


@cache
def number_words() -> NumberWords:
    """All rows of the tables named `numbers`."""
    return NumberWords((row.list("word"), float(row.get("value")), row.get("kind"), row.list("except")) for row in table_rows("numbers"))
