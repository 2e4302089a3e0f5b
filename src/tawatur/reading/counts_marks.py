"""What counting works on: the count it finds, and what it asks of a scan, gathered once."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from tawatur.model import Modifier, Name, Time
from tawatur.packs.lexicon import Hit
from tawatur.reading.counts_nouns import Noun
from tawatur.reading.scan import Scan

CountKind = Literal["number", "vague", "dual", "bare", "none"]
_UNCOUNTED_ZONES = ("caption", "related", "boilerplate", "repeated")
_BODIES = ("armed_group", "government", "military", "organization")


class Count(msgspec.Struct, frozen=True):
    """A count over tokens `first` up to `stop` with its noun, not yet given a role.

    `lead` is where its modifier or clitic begins, `pro` what is written on a number word. `governed` says that it counts only under
    a word that governs it. `tally` is the token of «عدد» behind it («109 عدد المصابين»).
    """

    first: int
    stop: int
    low: int | None
    high: int | None
    modifier: Modifier
    noun: Noun
    kind: CountKind
    lead: int
    governed: bool = False
    pro: str = ""
    tally: int | None = None


class Marks:
    """What counting asks of a scan, gathered once: hits by layer, and the tokens where nothing may be counted.

    `timed` are times and text outside the report, `barred` also names from their second token on. `named` is where the name ends that
    begins at a token, `framed` where words that give a role end, `trailing` where those begin that follow whom they tell of,
    `governing` their sentences, `phrased` the tokens within counted nouns of several words («طائرات دون طيار»).
    """

    def __init__(self, scan: Scan, times: Sequence[Time], names: Sequence[Name]) -> None:
        self.scan = scan
        self.nationals = [hit for hit in scan.in_layer("countries") if hit.column == "nisba"]
        self.modifiers, self.nouns, self.frames = (scan.in_layer(layer) for layer in ("modifiers", "counted", "frames"))
        self.before: dict[int, Hit] = {}
        for hit in self.modifiers:
            if hit.entry.get("where") == "before":
                self.before.setdefault(hit.stop, hit)
        self.timed = [zone in _UNCOUNTED_ZONES for zone in scan.zone]
        self.timed.append(True)
        for time in times:
            self._bar(self.timed, scan.tokens.at(time.start), time.end)
        self.barred = self.timed.copy()
        sentence = scan.tokens.sentence
        telling = (hit for hit in self.nouns if hit.entry.get("role") or hit.entry.id == "loss")
        self.governing = {sentence[hit.first] for hit in (*self.frames, *telling)}
        self.framed = {hit.stop for hit in self.frames}
        self.trailing = {hit.first for hit in self.frames if hit.entry.get("where") == "after"}
        self.phrased = {i for hit in self.nouns for i in range(hit.first + 1, hit.stop)}
        self.named: dict[int, int] = {}
        for name in names:
            first = scan.tokens.at(name.start)
            if name.kind != "weapon":
                self.named[first] = self._bar(self.barred, first + 1, name.end)
                if name.kind in _BODIES:
                    self._free(first + 1, name.end)

    def _bar(self, tokens: list[bool], i: int, end: int) -> int:
        starts = self.scan.tokens.starts
        while i < len(starts) and starts[i] < end:
            tokens[i] = True
            i += 1
        return i

    def _free(self, i: int, end: int) -> None:
        """An indefinite accusative or a magnitude is no part of the name before it («القوات الإسرائيلية فلسطينيا», «السلطات العشرات»)."""
        starts, ends = self.scan.tokens.starts, self.scan.tokens.ends
        while i < len(starts) and starts[i] < end:
            accusative = self.scan.text[ends[i] - 1] in "اً" and any(hit.tag == "adj.ms" for hit in self.scan.hits[i])
            if accusative or any(hit.entry.layer == "modifiers" and hit.entry.get("where") == "quantifier" for hit in self.scan.hits[i]):
                self.barred[i] = False
            i += 1

    def is_name(self, first: int, stop: int) -> bool:
        """Whether all of the tokens are one name («طالبان»)."""
        return self.named.get(first, -1) >= stop

    def in_name(self, i: int) -> bool:
        return self.barred[i] or i in self.named
