"""Grammatical number with a count, as Arabic has it."""

from typing import Literal

Number = Literal["zero", "one", "two", "few", "many", "hundred"]


def number(count: int) -> Number:
    """The number that a counted noun is in: «كتاب واحد», «كتابان», «3 كتب», «11 كتابا», «100 كتاب»."""
    if count == 0:
        return "zero"
    if count < 3:
        return "one" if count == 1 else "two"
    if count % 100 in (0, 1, 2):
        return "hundred"
    return "few" if count % 100 <= 10 else "many"
