"""Judges cases of the specs of numbers, ordinals and percentages: see recognizer_specs.py.

A number is right when its words and its value are. «الأخير», «التالي» and the like, which the specs call ordinals of an extended
type, are no numbers to us: they are judged as in the file that suppresses them. Ranges of numbers are read as counts, not here.
"""

from typing import Any

from tawatur.packs.lexicon import Lexicon
from tawatur.packs.number_words import recognize_numbers
from tawatur.text.numerals import Numeral

FAMILIES = frozenset(("NumberModel", "OrdinalModel", "OrdinalModelSuppressExtendedTypes", "PercentModel"))
"""The files of specs that are judged here, without their endings."""

_KINDS = {"NumberModel": ("integer", "decimal", "fraction", "power"), "OrdinalModel": ("ordinal",), "PercentModel": ("percent",)}
_EXACT = 1e-9


def judge(case: dict[str, Any], lexicon: Lexicon) -> list[str]:
    """What is wrong with what is read in a case; nothing where all is right."""
    text = case["Input"]
    kinds = _KINDS[case["File"].removesuffix("SuppressExtendedTypes")]
    found = [numeral for numeral in recognize_numbers(text) if numeral.kind in kinds]
    expected = [result for result in case["Results"] if _is_number(result["Resolution"]["value"])]
    wrong = [f"«{text[numeral.start : numeral.end]}» is too much" for numeral in found[len(expected) :]]
    for n, result in enumerate(expected):
        have = found[n] if n < len(found) else None
        if have is None or not _is_same(text, have, result):
            got = f"«{text[have.start : have.end]}» {have.value}" if have else "nothing"
            wrong.append(f"«{result['Text']}» {result['Resolution']['value']} – {got}")
    return wrong


def _is_number(value: str) -> bool:
    return not value.startswith(("end", "current"))


def _is_same(text: str, have: Numeral, expected: dict[str, Any]) -> bool:
    value = float(expected["Resolution"]["value"].rstrip("%"))
    return text[have.start : have.end] == expected["Text"] and abs(have.value - value) <= _EXACT * max(abs(value), _EXACT)
