"""Text from outside made harmless: as one line for people, and as a cell of a table."""

import re

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]+")
"""Escapes, line ends, and what turns, hides or annotates the text behind it."""
_MARKS = "\u0300-\u036f\u0483-\u0489\u0610-\u061a\u064b-\u065f\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_FLOOD = re.compile(f"([{_MARKS}]{{8}})[{_MARKS}]+")
"""More marks on one letter than any script writes; a terminal draws them over the lines above and below."""
_FORMULA = re.compile("[=+\\-@\uff1d\uff0b\uff0d\uff20]")


def clean(text: object) -> str:
    """One line, without control characters and bidirectional overrides that a page may carry."""
    return without_controls(str(text)).strip()


def without_controls(text: str) -> str:
    """The same, with the spaces at its ends."""
    return _FLOOD.sub(r"\1", _CONTROLS.sub(" ", text))


def cell(value: object) -> object:
    """A value for CSV. What a spreadsheet would run as a formula gets an apostrophe before it, as OWASP's "CSV Injection" has it;
    numbers, which are not text, stay.
    """
    if not isinstance(value, str):
        return value
    shown = clean(value)
    return f"'{shown}" if _FORMULA.match(shown) else shown
