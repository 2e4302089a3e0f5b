"""Quotation marks of a text as spans of tokens, whatever marks the outlet uses and however badly it pairs them."""

import re
from bisect import bisect_right

from tawatur.text.tokens import Tokens

_MARK = re.compile('["«»“”„‹›\n]')
_OPENERS = {"«": "»", "‹": "›", "„": "“"}
_CLOSERS = {"»": "«", "›": "‹"}


class Quotes:
    """`opening[i]` is the token after the quotation that begins with token `i`; a quotation never runs over a line end."""

    __slots__ = ("_firsts", "_outer", "opening")

    def __init__(self, tokens: Tokens) -> None:
        self.opening: dict[int, int] = {}
        spans = sorted(_spans(tokens))
        self._outer: list[tuple[int, int]] = []
        for first, stop in spans:
            self.opening[first] = max(stop, self.opening.get(first, 0))
            if not self._outer or first >= self._outer[-1][1]:
                self._outer.append((first, stop))
        self._firsts = [first for first, _ in self._outer]

    def around(self, i: int) -> tuple[int, int] | None:
        """The outermost quotation that token `i` is in."""
        at = bisect_right(self._firsts, i) - 1
        return self._outer[at] if at >= 0 and i < self._outer[at][1] else None


def _spans(tokens: Tokens) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    open_marks: list[tuple[str, int]] = []
    for match in _MARK.finditer(tokens.text):
        mark, place = match.group(), match.start()
        if mark == "\n":
            open_marks.clear()
        elif _opens(tokens.text, mark, place, open_marks):
            open_marks.append((mark, place))
        else:
            while open_marks:
                opener, start = open_marks.pop()
                if _pairs(opener, mark):
                    first, stop = tokens.at(start), tokens.at(place)
                    if first < stop:
                        spans.append((first, stop))
                    break
    return spans


def _opens(text: str, mark: str, place: int, open_marks: list[tuple[str, int]]) -> bool:
    """«» say it themselves; straight and curly marks open after a blank before a letter, or when none is open."""
    if mark in _OPENERS:
        return True
    if mark in _CLOSERS:
        return False
    if not any(_pairs(opener, mark) for opener, _ in open_marks):
        return True
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return (before.isspace() or before in "(وبلـ:") and bool(after.strip()) and after not in "،,.؛:)"


def _pairs(opener: str, closer: str) -> bool:
    return _OPENERS.get(opener) == closer if opener in _OPENERS else closer not in _CLOSERS
