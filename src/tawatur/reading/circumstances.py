"""When and where: which time and which place go with a trigger, from its clause, then from its sentence."""

import re
from bisect import bisect_left
from typing import NamedTuple

from tawatur.model import Name, Statement, Time
from tawatur.reading.located import Located
from tawatur.reading.scan import Scan

LOCATED, BARE, TOWARDS, ASIDE, ACTING = range(5)
"""How surely a place says where: after a word of place («في», «قرب»); bare; as where something goes («إلى القدس»); as where it comes
from («من داخل اليمن») or where the source is; as a state that acts."""


_OWN = 2
"""Tokens behind a trigger that its own time or place may stand at."""


_UNKNOWN_DAY = re.compile(r"PRESENT_REF|PAST_REF|XXXX-WXX-\d|XXXX-\d\d-\d\d")


class Anchor(NamedTuple):
    """A time or place at tokens `first` up to `stop`, with what it means. `rank` orders places by how surely they say where."""

    first: int
    stop: int
    value: Time | Name
    rank: int


def time_anchors(scan: Scan, times: list[Time]) -> list[Anchor]:
    """Times that can date an event: those with a value, and days that nothing tells, so that no other takes their place."""
    return [
        Anchor(scan.tokens.at(time.start), scan.tokens.at(time.end - 1) + 1, time, LOCATED)
        for time in times
        if (time.edtf or _UNKNOWN_DAY.match(time.timex or "")) and time.kind in ("date", "time", "duration")
    ]


def timed_tokens(scan: Scan, times: list[Time]) -> set[int]:
    """Tokens inside an expression of time: «فجر الجمعة» blows nothing up."""
    return {i for time in times for i in range(scan.tokens.at(time.start), scan.tokens.at(time.end - 1) + 1)}


def nearest(anchors: list[Anchor], first: int, stop: int, clauses: list[int], sentences: list[int], triggers: list[int]) -> Anchor | None:
    """The anchor of the trigger's clause, else of its sentence: what follows before what precedes, the closest first.

    `triggers` are the tokens of all triggers: an anchor beyond another one, or right behind one before, belongs to that one rather.
    """

    def rank(anchor: Anchor) -> tuple[bool, bool, int, int]:
        before = anchor.first < first
        distance = (first - anchor.stop + 6 if before else anchor.first - stop) + 8 * between(anchor)
        return anchor.rank >= TOWARDS, clauses[anchor.first] != clauses[first], anchor.rank, distance

    def between(anchor: Anchor) -> int:
        return max(0, bisect_left(triggers, anchor.first) - bisect_left(triggers, first + 1)) + owned(anchor)

    def owned(anchor: Anchor) -> bool:
        before = bisect_left(triggers, anchor.first) - 1
        return anchor.first < first and before >= 0 and anchor.first - triggers[before] <= _OWN

    same = [anchor for anchor in anchors if sentences[anchor.first] == sentences[first]]
    return min(same, key=rank, default=None)


def outside_cue(times: Located[Anchor], scan: Scan, statements: list[Statement], at: int, definite: bool) -> list[Anchor]:
    """The times of the trigger's sentence, less those that tell when a statement was made, for a trigger inside what it says.

    «أعلنت الوزارة، الثلاثاء، تحطم طائرة» dates the crash all the same; «رفعت الوزارة، الثلاثاء، حصيلة الهجوم» dates no known attack.
    """
    anchors = times.between(*scan.tokens.sentences[scan.tokens.sentence[at]])
    inner = telling(scan, statements, at)
    if inner is None:
        return anchors
    said = times.first_from(scan.tokens.at(inner.content.start))
    if said is not None and inner.content.start <= said.value.start < inner.content.end:
        return [a for a in anchors if inner.content.start <= a.value.start < inner.content.end]
    if inner.cue.start < inner.content.end and not definite:
        return anchors
    if definite and inner.cue.start < inner.content.start:
        return [a for a in anchors if a.value.start >= inner.content.start]
    return [a for a in anchors if a.value.start < inner.content.start]


def telling(scan: Scan, statements: list[Statement], at: int) -> Statement | None:
    """The innermost statement whose content token `at` is in."""
    start = scan.tokens.starts[at]
    told = [statement for statement in statements if statement.content.start <= start < statement.content.end]
    return max(told, key=lambda statement: statement.content.start, default=None)
