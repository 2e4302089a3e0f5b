"""The packs' number words, compiled for `tawatur.text.numbers`."""

from functools import cache

from tawatur.packs.tables import table_rows
from tawatur.text.numbers import NumberWords
from tawatur.text.numerals import Numeral, find_numerals


@cache
def number_words() -> NumberWords:
    """All rows of the tables named `numbers`."""
    return NumberWords((row.list("word"), float(row.get("value")), row.get("kind"), row.list("except")) for row in table_rows("numbers"))


def recognize_numbers(text: str) -> list[Numeral]:
    """The numbers of any text, with the words of the packs: their places, values and kinds."""
    return find_numerals(text, number_words())
