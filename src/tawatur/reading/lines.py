"""The lines of a document, and what each shows of the page it came from: how it ends, how it opens, which page words it is made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tawatur.packs.lexicon import Hit
from tawatur.text.tokens import COLON, NEWLINE, PAREN, SLASH, Tokens

PAGE_LAYER = "boilerplate"
"""The pack table of page words; see its header for `kind` and `where`."""

Ending = Literal["stop", "question", "ellipsis", "colon", "comma", "open"]
Opening = Literal["verb", "list", "noun"]

_NEWLINE = re.compile("[\n\r\u2028]")
_CLOSERS = " \t\u00a0\u200e\u200f\u200b»”›\"'’)]}*"
_ENDINGS: dict[str, Ending] = {".": "stop", "؟": "question", "?": "question", "!": "question", ":": "colon", "،": "comma", ",": "comma"}
_BULLET = re.compile(r"\s*(?:[-–—•*●▪◾■♦►★✅🔴+×>]+|\(?[0-9٠-٩]{1,3}\s?[-–.):])\s*\S")
_LONG = 28
_SHORTEST_PARAGRAPH = 8
_LONGEST_CUE = 60
_LABEL = COLON | SLASH
_LEAST_ENTRIES, _LEAST_SHARE = 3, 0.6
"""A menu on one line: how many entries, and how much of the line they are, names of places and shows between them aside."""


@dataclass(slots=True)
class Line:
    """One line with words in it: `start:end` in the text (without the blanks around it), `first:stop` in the tokens."""

    start: int
    end: int
    first: int
    stop: int
    ending: Ending
    opening: Opening
    cue: str
    whole: bool

    def __len__(self) -> int:
        return self.stop - self.first

    @property
    def paragraph(self) -> bool:
        """Running text: a sentence that comes to its end, or a line longer than headlines are."""
        size = len(self)
        return size >= _LONG or (self.ending == "stop" and size >= _SHORTEST_PARAGRAPH)

    @property
    def unfinished(self) -> bool:
        """A line that is no sentence by its end, as headlines, captions and menu entries are."""
        return self.ending not in ("stop", "colon", "comma")


class Lines:
    """The lines of a text in order, with the tokens and lexicon hits they were read from."""

    __slots__ = ("hits", "lines", "tokens")

    def __init__(self, tokens: Tokens, hits: list[list[Hit]]) -> None:
        self.tokens = tokens
        self.hits = hits
        self.lines = [self._line(first, stop) for first, stop in self._bounds()]

    def __len__(self) -> int:
        return len(self.lines)

    def __getitem__(self, index: int) -> Line:
        return self.lines[index]

    def words(self, line: Line) -> list[str]:
        return self.tokens.forms[line.first : line.stop]

    def line_hits(self, line: Line, *layers: str) -> Iterator[Hit]:
        """The hits of those layers inside the line, in order, longest first at each token."""
        for i in range(line.first, line.stop):
            for hit in self.hits[i]:
                if hit.entry.layer in layers and hit.stop <= line.stop:
                    yield hit

    def _bounds(self) -> Iterator[tuple[int, int]]:
        first, size = 0, len(self.tokens)
        for i, flags in enumerate(self.tokens.gaps):
            if i > first and (flags & NEWLINE or i == size):
                yield first, i
                first = i

    def _line(self, first: int, stop: int) -> Line:
        tokens, text = self.tokens, self.tokens.text
        before = text[tokens.ends[first - 1] if first else 0 : tokens.starts[first]]
        lead = _NEWLINE.split(before)[-1]
        after = text[tokens.ends[stop - 1] : tokens.starts[stop] if stop < len(tokens) else len(text)]
        tail = _NEWLINE.split(after, maxsplit=1)[0]
        start = tokens.starts[first] - len(lead.lstrip())
        end = tokens.ends[stop - 1] + len(tail.rstrip())
        ending = _ending(tail)
        cue, whole = self._cue(first, stop, ending)
        return Line(start, end, first, stop, ending, self._opening(first, lead, text, start), cue, whole)

    def _opening(self, first: int, lead: str, text: str, start: int) -> Opening:
        if _BULLET.match(text, start, start + 8) and not lead.lstrip().startswith("--"):
            return "list"
        return "verb" if self.is_verb(first) else "noun"

    def is_verb(self, i: int) -> bool:
        """Whether token `i` reads as a finite verb: one the packs know, a feminine perfect by its ت, or an imperfect by its ي."""
        for hit in self.hits[i]:
            if hit.column == "verb" or hit.entry.get("kind") == "verb":
                return True
            if hit.column in ("noun", "masdar", "ar") and hit.entry.layer != PAGE_LAYER:
                return False
        form = self.tokens.forms[i]
        if len(form) > 4 and form[0] in "وف":
            form = form[1:]
        if len(form) < 4 or form.startswith("ال"):
            return False
        return (form[-1] == "ت" and form[-2] != "ا") or (form[0] == "ي" and form[-1] not in "هاي")

    def _cue(self, first: int, stop: int, ending: Ending) -> tuple[str, bool]:
        """The kind of page line this is, if any, and whether the whole line is such words."""
        if stop - first > _LONGEST_CUE:
            return "", False
        found, covered, kinds = "", first, ""
        entries = words = reached = 0
        for i in range(first, stop):
            for hit in self.hits[i]:
                if hit.entry.layer != PAGE_LAYER or hit.stop > stop:
                    continue
                where = hit.entry.get("where")
                if where == "line" and i >= reached and hit.entry.get("kind") == "menu":
                    entries, words, reached = entries + 1, words + hit.stop - i, hit.stop
                if where == "line" and i <= covered:
                    covered = max(covered, hit.stop)
                    kinds = kinds or hit.entry.get("kind")
                elif not found and self._in_place(hit, where, first, stop, ending):
                    found = hit.entry.get("kind")
            if i == covered and self.tokens.forms[i][0].isdigit():
                covered = i + 1
        if kinds and covered >= stop:
            return kinds, True
        if entries >= _LEAST_ENTRIES and words >= _LEAST_SHARE * (stop - first) and ending != "stop":
            return "menu", True
        return found, False

    def _in_place(self, hit: Hit, where: str, first: int, stop: int, ending: Ending) -> bool:
        if where == "start":
            return hit.first == first and ending != "stop"
        if where == "label":
            return hit.first == first and bool(self.tokens.gaps[hit.stop] & _LABEL) and ending != "stop"
        if where == "end":
            return hit.stop == stop and ending != "stop"
        return where == "anywhere" and hit.entry.get("kind") not in ("media", "list", "photo", "roundup")

    def has(self, line: Line, kind: str) -> bool:
        """Whether a page word of that kind stands anywhere in the line."""
        return any(hit.entry.get("kind") == kind for hit in self.line_hits(line, PAGE_LAYER))

    def bracketed_end(self, line: Line) -> int | None:
        """The first token of a bracket that closes an unfinished line, as credits do; None when there is none."""
        tail = self.tokens.text[self.tokens.ends[line.stop - 1] : line.end]
        if ")" not in tail and "]" not in tail:
            return None
        return next((i for i in range(line.stop - 1, max(line.first, line.stop - 7), -1) if self.tokens.gaps[i] & PAREN), None)


def _ending(tail: str) -> Ending:
    tail = tail.strip(_CLOSERS)
    if "…" in tail or ".." in tail:
        return "ellipsis"
    return _ENDINGS.get(tail[-1:], "open")
