"""Triggers: the words that tell of an event, as verb, masdar or noun, where the words around them allow it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

import msgspec

from tawatur.packs.lexicon import Entry, Hit
from tawatur.reading.phrases import is_definite, is_joined
from tawatur.reading.scan import Scan
from tawatur.text.fold import fold
from tawatur.text.tokens import COMMA, NEWLINE, STOP

_TOLD = ("body",)
_HEADED = ("body", "title", "dateline")
_VIOLENT = ("ASSAULT", "ACCIDENT")
_NEED_REACH, _SUBJECT_REACH, _PRONOUN_REACH, _WAGE_REACH = 9, 4, 25, 12
_LIST_REACH = 6
_VERBAL = ("relative", "verb", "complementiser")
_BEFORE_VERBS = ("relative", "verb", "conjunction", "complementiser")


class Trigger(msgspec.Struct, frozen=True):
    """A trigger at tokens `first` up to `stop`, and how firmly it tells of an event (`strong`, `result`, `weak`)."""

    first: int
    stop: int
    entry: Entry
    column: str
    tag: str
    pro: str
    enc: str
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

    @property
    def points_back(self) -> bool:
        """«الهجوم»: one that is known already."""
        return self.definite and not self.plural and self.column != "verb"


def find_triggers(scan: Scan, named: set[int]) -> list[Trigger]:
    """Triggers of the body; where it tells of no violence, that of the title too, and all of a title that stands alone.

    None lies inside a name (`named` tokens).
    """
    found = list(_read(scan, named, _TOLD))
    if any(trigger.type in _VIOLENT for trigger in found):
        return found
    headed = list(_read(scan, named, _HEADED))
    return headed if "body" not in scan.zone else [trigger for trigger in headed if trigger in found or trigger.type in _VIOLENT]


def _read(scan: Scan, named: set[int], zones: tuple[str, ...]) -> Iterator[Trigger]:
    covered = 0
    for i, hits in groupby(scan.in_layer("triggers"), key=lambda hit: hit.first):
        if i < covered or i in named or scan.zone[i] not in zones:
            continue
        trigger = max(_triggers(scan, hits), key=lambda trigger: _fitness(scan, trigger), default=None)
        if trigger:
            yield trigger
            covered = trigger.stop


def _fitness(scan: Scan, trigger: Trigger) -> tuple[int, bool, bool]:
    """The longest reading first, then one whose needed noun is there, then the verb where a verb may stand and the noun elsewhere."""
    return trigger.stop, bool(trigger.entry.get("needs")), (trigger.column == "verb") == _opens(scan, trigger)


def _opens(scan: Scan, trigger: Trigger) -> bool:
    """Whether a verb rather than a noun is likely: at the head of a sentence or clause, after «قد», «الذين», «حين», or joined by و."""
    i = trigger.first
    if (trigger.pro == "و" and _is_listed(scan, i)) or _is_taken(scan, i):
        return False
    if i == 0 or trigger.pro in ("و", "ف", "س") or scan.tokens.gaps[i] & (COMMA | STOP | NEWLINE):
        return True
    before = {hit.entry.get("kind") for j in (i - 1, i - 2) if j >= 0 for hit in scan.hits[j] if hit.stop == i}
    if before == {"complementiser"} and trigger.tag.startswith(("perf", "pass.perf")):
        return i > 1 and any(hit.entry.get("kind") == "preposition" for hit in scan.hits[i - 2])
    return not before.isdisjoint(_BEFORE_VERBS)


def _is_listed(scan: Scan, i: int) -> bool:
    """«عمليات الخطف وقتل المدنيين»: what و joins to a masdar or noun of the same kind, with no verb in between, goes on with the list."""
    for j in range(i - 1, max(i - 1 - _LIST_REACH, -1), -1):
        if scan.tokens.sentence[j] != scan.tokens.sentence[i] or scan.tokens.gaps[j + 1] & COMMA:
            return False
        columns = {hit.column for hit in scan.hits[j] if hit.layer == "triggers"}
        if columns & {"masdar", "noun"}:
            return "verb" not in columns
        if "verb" in columns or any(hit.entry.get("kind") in _VERBAL for hit in scan.hits[j]):
            return False
    return False


def _is_taken(scan: Scan, i: int) -> bool:
    """«تم قصف», «أن يتم قصفها», «بدأ قصف»: verbs of taking place have a masdar after them."""
    return i > 0 and any(hit.layer == "evidence" and hit.entry.id == "happened" for hit in scan.hits[i - 1])


def _triggers(scan: Scan, hits: Iterable[Hit]) -> Iterator[Trigger]:
    for hit in hits:
        if hit.tag != "du.con" and _fits(scan, hit):
            yield Trigger(hit.first, hit.stop, hit.entry, hit.column, hit.tag, hit.pro, hit.enc, hit.entry.get("strength"))


def _fits(scan: Scan, hit: Hit) -> bool:
    if _stands(scan, hit.stop, hit.stop, hit.entry.get("not_before")) or _stands(
        scan, hit.first - 1, hit.first, hit.entry.get("not_after")
    ):
        return False
    if hit.entry.get("alone") and hit.tag == "sg" and is_joined(scan, hit.stop) and is_definite(scan, hit.stop):
        return False
    if hit.enc and hit.tag.startswith("pass"):
        return False
    if hit.column == "verb" and ("ا" in hit.pro or (hit.pro.endswith("ل") and hit.tag.startswith(("perf", "pass.perf")))):
        return False
    needed = hit.entry.get("needs")
    return not needed or _has(scan, hit, needed)


def _stands(scan: Scan, i: int, gap: int, cell: str) -> bool:
    """Whether one of the cell's words is token `i`, with no sentence end in between."""
    if not cell or not 0 <= i < len(scan.tokens):
        return False
    return scan.tokens.forms[i] in _words(cell) and not scan.tokens.gaps[gap] & (STOP | NEWLINE)


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
    "crowd": ("protester",),
}


def _has(scan: Scan, trigger: Hit, needed: str) -> bool:
    """Whether what the trigger needs stands near: after it, before a verb («عدة صواريخ سقطت») or whatever a pronoun points to."""
    sentence = scan.tokens.sentence
    if needed == "waged":
        before = range(max(trigger.first - _WAGE_REACH, 0), trigger.first)
        return any(hit.entry.id == "wage" for j in before if sentence[j] == sentence[trigger.first] for hit in scan.hits[j])
    back = _PRONOUN_REACH if trigger.enc else _SUBJECT_REACH if trigger.column == "verb" else 0
    reach = 0 if trigger.enc else _NEED_REACH
    near = [*range(trigger.stop, min(trigger.stop + reach, len(sentence))), *range(max(trigger.first - back, 0), trigger.first)]
    return any(_meets(hit, needed) for j in near if sentence[j] == sentence[trigger.first] for hit in scan.hits[j])


def _meets(hit: Hit, needed: str) -> bool:
    if hit.entry.layer == "counted":
        if needed == "crowd":
            return hit.entry.id in _NEEDS[needed]
        return hit.entry.get("class") in _NEEDS[needed] and not (needed == "rescue" and hit.stop - hit.first < 2)
    return needed in ("troops", "rescue") and hit.entry.layer == "bodies" and hit.entry.id in ("forces", "troops", "organization")
