"""Judges cases of the specs of numbers, ordinals, percentages and ranges of numbers: see recognizer_specs.py."""

from typing import Any

from tawatur.packs.lexicon import Lexicon

FAMILIES: frozenset[str] = frozenset()
"""The files of specs that are judged here, without their endings."""


def judge(case: dict[str, Any], lexicon: Lexicon) -> list[str]:
    """What is wrong with what is read in a case; nothing where all is right."""
    raise NotImplementedError
