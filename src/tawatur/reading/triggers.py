"""Triggers: the words that tell of an event, as verb, masdar or noun, where the words around them allow it."""

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from tawatur.packs.lexicon import Entry, Hit
from tawatur.reading.scan import Scan
from tawatur.text.fold import fold
from tawatur.text.tokens import NEWLINE, STOP

_TOLD = ("body",)
_NEED_REACH = 5


class Trigger(msgspec.Struct, frozen=True):
    """A trigger at tokens `first` up to `stop`, and how firmly it tells of an event (`strong`, `result`, `weak`)."""

    first: int
    stop: int
    entry: Entry
    column: str
    tag: str
    pro: str
    strength: str

    @property
    def type(self) -> str:
        return self.entry.get("type")

    @property
    def plural(self) -> bool:
        return self.tag.startswith("pl")

    @property
    def definite(self) -> bool:
        return self.tag.endswith("def")


def find_triggers(scan: Scan) -> list[Trigger]:
    """Triggers of the body; of the title too when there is no other text."""
    zones = _TOLD if "body" in scan.zone else ("body", "title", "dateline")
    found: list[Trigger] = []
    covered = 0
    for i, hits in enumerate(scan.hits):
        if i < covered or scan.zone[i] not in zones:
            continue
        trigger = next(_triggers(scan, hits), None)
        if trigger:
            found.append(trigger)
            covered = trigger.stop
    return found


def _triggers(scan: Scan, hits: list[Hit]) -> Iterator[Trigger]:
    for hit in hits:
        if hit.entry.layer == "triggers" and hit.tag != "du.con" and _fits(scan, hit):
            yield Trigger(hit.first, hit.stop, hit.entry, hit.column, hit.tag, hit.pro, hit.entry.get("strength"))


def _fits(scan: Scan, hit: Hit) -> bool:
    forms = scan.tokens.forms
    if (
        hit.stop < len(forms)
        and forms[hit.stop] in _words(hit.entry.get("not_before"))
        and not scan.tokens.gaps[hit.stop] & (STOP | NEWLINE)
    ):
        return False
    if hit.first and forms[hit.first - 1] in _words(hit.entry.get("not_after")) and not scan.tokens.gaps[hit.first] & (STOP | NEWLINE):
        return False
    needed = hit.entry.get("needs")
    return not needed or _has(scan, hit.stop, needed)


@lru_cache(maxsize=1024)
def _words(cell: str) -> frozenset[str]:
    return frozenset(fold(word.strip()) for word in cell.split("|")) if cell else frozenset()


_NEEDS = {
    "munition": ("munition", "explosive"),
    "explosive": ("explosive", "building", "target", "vehicle"),
    "person": ("person", "combatant"),
    "building": ("building",),
    "troops": ("combatant", "troops"),
    "rescue": ("vehicle",),
}


def _has(scan: Scan, i: int, needed: str) -> bool:
    """Whether a counted noun of the needed class follows within a few words."""
    classes = _NEEDS[needed]
    for j in range(i, min(i + _NEED_REACH, len(scan.tokens))):
        if scan.tokens.gaps[j] & (STOP | NEWLINE):
            return False
        for hit in scan.hits[j]:
            if hit.entry.layer == "counted" and hit.entry.get("class") in classes and not (needed == "rescue" and hit.stop - j < 2):
                return True
            if needed in ("troops", "rescue") and hit.entry.layer == "bodies" and hit.entry.id in ("forces", "troops", "organization"):
                return True
    return False
