"""What the packs say that evidence weighs, and the words of `evidence.tsv` as they stand near a trigger."""

from functools import cache

from tawatur.packs.lexicon import Entry, Hit
from tawatur.packs.tables import Row, table_rows
from tawatur.reading.scan import Scan
from tawatur.reading.triggers import Trigger

_LONGEST_WORDS = 6


def weight(sign: str) -> int:
    """What a sign that reading sees weighs."""
    return int(_rows("sign")[sign].get("weight"))


def need(kind: str) -> int | None:
    """How much in all an event of that type must have; None where the packs ask for nothing."""
    row = _rows("need").get(kind)
    return int(row.get("weight")) if row else None


def is_carrier(hit: Hit) -> bool:
    """Of words of evidence a verb in the perfect that says that something happened («وقع», «شنت», «أسفر»), or a word of cause («نتيجة»)."""
    return hit.entry.get("kind") == "carrier" and (hit.column == "ar" or hit.tag.startswith(("perf", "pass.perf")))


def is_undergoing(hit: Hit) -> bool:
    """«تعرض», after which a ل leads to what befell somebody."""
    return hit.layer == "evidence" and hit.entry.id == "undergoing"


class Words:
    """The words in one document that say that what follows, or the whole sentence, is no news."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self._near: dict[int, list[Hit]] = {}
        self._wide: dict[int, dict[str, Entry]] = {}
        for hit in scan.in_layer("evidence"):
            if hit.entry.get("kind") == "words":
                if hit.entry.get("reach"):
                    self._near.setdefault(hit.first, []).append(hit)
                else:
                    self._wide.setdefault(scan.tokens.sentence[hit.first], {})[hit.entry.id] = hit.entry

    def weigh(self, trigger: Trigger) -> int:
        """The weights of the words in reach before the trigger and of those for all of its sentence, each line of the pack once."""
        first, sentence = trigger.first, self.scan.tokens.sentence
        told = [
            hit.entry
            for j in range(max(first - _longest_reach(), 0), first)
            if j in self._near and sentence[j] == sentence[first]
            for hit in self._near[j]
            if 0 <= first - hit.stop < int(hit.entry.get("reach"))
        ]
        told += self._wide.get(sentence[first], {}).values()
        weights = {entry.id: int(entry.get("weight")) for entry in told if _concerns(entry, trigger)}
        return sum(weights.values())


def _concerns(entry: Entry, trigger: Trigger) -> bool:
    """Whether the words speak of this trigger: `type` and `of` name the only ones that they are about."""
    return entry.get("type") in ("", trigger.type) and (not entry.get("of") or trigger.entry.id in entry.row.list("of"))


@cache
def _rows(kind: str) -> dict[str, Row]:
    return {row.get("id"): row for row in table_rows("evidence") if row.get("kind") == kind}


@cache
def _longest_reach() -> int:
    return max(int(row.get("reach") or 0) for row in _rows("words").values()) + _LONGEST_WORDS
