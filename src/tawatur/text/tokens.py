"""Words of a text with their offsets, and what stands in the gaps between them.

Only words and numbers are tokens. Punctuation is kept as a set of flags on the gap before each token, so that a phrase can be
matched across a quote mark or a hashtag's underscore, and rules can ask what stands between two words.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, pairwise

from tawatur.text.fold import INVISIBLE, MARKS, fold

COMMA, STOP, NEWLINE, OPEN, CLOSE, PAREN, COLON, DASH, SLASH, QUOTE, BLANK_LINE, OTHER = (1 << n for n in range(12))
"""Gap flags. OPEN and CLOSE are paired quote marks, QUOTE the undirected one; STOP ends a sentence; PAREN is any bracket.

A tatweel that stands alone is a dash, as in «بغداد ـ وكالات».
"""

_LETTER = "\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc"
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_TOKEN = re.compile(
    rf"([{_LETTER}{MARKS}]+(?:(?:(?<=\u0640)\.(?=\u0640?[{_LETTER}])|\.(?=\u0640))[{_LETTER}{MARKS}]+)*"
    r"|[A-Za-zÀ-ÖØ-öø-ÿ]+(?:['’][A-Za-z]+)?"
    rf"|[{_DIGIT}]+(?:[.,٬٫][{_DIGIT}]+|[{INVISIBLE}]+[{_DIGIT}]+)*)"
)
_PLAIN = re.compile("[ابتثجحخدذرزسشصضطظعغفقكلمنهوي]+(?: [ابتثجحخدذرزسشصضطظعغفقكلمنهوي]+)*")
"""Words that are folded already, one blank between two."""
_FLAG = {
    **dict.fromkeys("،,;؛", COMMA), **dict.fromkeys(".؟!?…", STOP), "\n": NEWLINE, "\r": NEWLINE, "\u2028": NEWLINE,
    **dict.fromkeys("«“‹", OPEN), **dict.fromkeys("»”›", CLOSE), **dict.fromkeys("()[]{}", PAREN), ":": COLON,
    **dict.fromkeys("-–—−\u0640", DASH), **dict.fromkeys("/\\", SLASH), **dict.fromkeys("\"'’‘„", QUOTE),
    **dict.fromkeys(" \t\u00a0#_\u200e\u200f", 0),
}  # fmt: skip

_WIDTHS, _LEAST_WRAPS, _MOSTLY = (40, 130), 5, 0.6
"""Of a text broken into lines: how wide its lines are, and how many line ends at least, and how much of all, must be for want of room."""
_ENDS = ".؟?!:؛…"
_QUOTED = OPEN | QUOTE
_LONGEST_SENTENCE = 400
"""Words: nearly twice what the longest sentences of news have. A text without full stops is cut there, so that what is looked for in
a sentence is found in bounded time."""


def may_be_wrapped(text: str) -> bool:
    """Whether the lines of a text are as many and as wide as where lines end for want of room; whether they do so, their words tell."""
    lines = text.split("\n")
    return len(lines) >= _LEAST_WRAPS and _WIDTHS[0] <= max(map(len, lines)) <= _WIDTHS[1]


@lru_cache(maxsize=20_000)
def gap_flags(gap: str) -> int:
    """The punctuation in a stretch between two words, as a set of flags."""
    flags = 0
    for character in gap:
        flags |= _FLAG.get(character, OTHER)
    if gap.count("\n") > 1:
        flags |= BLANK_LINE
    return flags


def words_of(text: str) -> list[str]:
    """The folded words and numbers alone, where neither their places nor the gaps between them are asked for."""
    if _PLAIN.fullmatch(text):
        return text.split(" ")
    return [form for word in _TOKEN.findall(text) if (form := fold(word))]


def _without_empty(parts: list[str]) -> list[str]:
    """The gaps and words of a text in turn, a gap at either end, where what folds to nothing, as a lone tatweel, is part of its gap."""
    kept: list[str] = []
    gap = parts[:1]
    for word, following in zip(parts[1::2], parts[2::2], strict=True):
        if fold(word):
            kept += "".join(gap), word
            gap = [following]
        else:
            gap += word, following
    return [*kept, "".join(gap)]


class Tokens:
    """The words and numbers of a text.

    `forms[i]` is the folded word, `starts[i]:ends[i]` its place in the text, `gaps[i]` the flags of what stands before it;
    `gaps[len(self)]` is what follows the last one. `sentence[i]` numbers the sentence it is in, and `sentences[s]` is the
    half-open range of its tokens.
    """

    __slots__ = ("ends", "forms", "gaps", "sentence", "sentences", "starts", "text")

    def __init__(self, text: str) -> None:
        parts = _TOKEN.split(text)
        forms = list(map(fold, parts[1::2]))
        if "" in forms:
            parts, forms = _without_empty(parts), [form for form in forms if form]
        offsets = list(accumulate(map(len, parts)))
        self.text, self.forms = text, forms
        self.starts, self.ends = offsets[:-1:2], offsets[1::2]
        self.gaps: list[int] = list(map(gap_flags, parts[::2]))
        for i in self._wraps():
            self.gaps[i] &= ~NEWLINE
        self.sentences = self._split()
        self.sentence = [number for number, (first, stop) in enumerate(self.sentences) for _ in range(first, stop)]

    def __len__(self) -> int:
        return len(self.forms)

    def _wraps(self) -> list[int]:
        """The tokens that stand on a new line only because the line before was full, in a text broken into lines of one width."""
        if not may_be_wrapped(self.text):
            return []
        lines = self.text.split("\n")
        width = max(map(len, lines))
        found, broken, offset = [], 0, 0
        for line, following in pairwise(lines):
            offset += len(line) + 1
            if line.strip() and following.strip():
                broken += 1
                if len(line) + 1 + len(following.split(maxsplit=1)[0]) > width and line.rstrip()[-1] not in _ENDS:
                    found.append(bisect_right(self.ends, offset))
        return found if len(found) >= max(_LEAST_WRAPS, _MOSTLY * broken) else []

    def _split(self) -> list[tuple[int, int]]:
        """A sentence ends at a full stop, question mark or line end.

        Not after an initial such as «د.», nor within a web address, nor between a colon and the quotation that it opens. A sentence
        without end is cut.
        """
        sentences, first = [], 0
        for i in range(1, len(self.forms)):
            flags = self.gaps[i]
            if i - first >= _LONGEST_SENTENCE or (flags and self._ends_before(i, flags)):
                sentences.append((first, i))
                first = i
        if self.forms:
            sentences.append((first, len(self.forms)))
        return sentences

    def _ends_before(self, i: int, flags: int) -> bool:
        if flags & COLON and flags & _QUOTED:
            return False
        return bool(flags & NEWLINE) or bool(flags & STOP and not self._is_initial(i) and not self._is_address(i))

    def _is_initial(self, i: int) -> bool:
        gap = self.text[self.ends[i - 1] : self.starts[i]]
        return len(self.forms[i - 1]) == 1 and gap.strip() == "." and not self.forms[i - 1].isdigit()

    def _is_address(self, i: int) -> bool:
        """«pic.twitter.com»: a full stop between Latin letters with no space."""
        before, after = self.forms[i - 1], self.forms[i]
        glued = self.starts[i] - self.ends[i - 1] == 1 and self.text[self.ends[i - 1]] == "."
        return glued and before.isascii() and after.isascii()

    def at(self, offset: int) -> int:
        """The index of the first token that ends after `offset`."""
        return bisect_right(self.ends, offset)

    def slice(self, first: int, stop: int) -> str:
        """The text from token `first` up to, not including, token `stop`."""
        return self.text[self.starts[first] : self.ends[stop - 1]] if first < stop else ""
