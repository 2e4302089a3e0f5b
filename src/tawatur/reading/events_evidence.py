"""Evidence: how much says that a trigger's words tell of an event as news, and do not merely allude to it or speak of such things.

Every sign weighs what `evidence.tsv` says, and the weights add up: «قتل 3 أشخاص في هجوم أمس» tells of an attack; «قضية الهجوم»,
«خطر الهجمات» and «بعد سنوات من الهجوم» do not.
"""

import re
from collections.abc import Iterable, Iterator

from tawatur.model import EventType, Figure, Modality, Name, Statement, Time
from tawatur.packs.lexicon import Hit
from tawatur.reading.events_weights import Words, is_carrier, is_undergoing, need, weight
from tawatur.reading.modality import AHEAD, AT_LARGE, is_carried
from tawatur.reading.scan import Scan
from tawatur.reading.triggers import Trigger
from tawatur.text.tokens import COLON, DASH, NEWLINE, OPEN, STOP

_HARMED = ("killed", "injured")
_MEANS = ("munitions", "strikes", "targets", "destroyed")
_PHYSICAL = ("aerial", "drone", "heavy-weapons", "explosives", "suicide-attack", "firearms")
_DOUBTS = ("definite", "possessed", "plural", "purpose", "weak")
_LEAST = -1
_UNREAL = ("denied", "hypothetical")
_NEAR = 14
_OPENING, _BEFORE, _AFTER, _RELATIVE = 3, 6, 6, 3
_DAY = len("2020-03-14")
_LONG = re.compile(r"P.*[MY]|[\dX]{4}(-\d\d)?|\d{2,3}")
_BREAKS = COLON | DASH | NEWLINE | OPEN | STOP


def is_news(trigger: Trigger, kind: EventType, modality: Modality, evidence: int, known: bool) -> bool:
    """Whether the evidence is enough for an event of that type; `known`: the document has told of one already."""
    needed = need(kind)
    if needed is None:
        return trigger.column == "verb" or modality != "actual" or evidence > 0
    if modality in AT_LARGE:
        return evidence >= _LEAST
    return modality in (*AHEAD, "denied") or evidence + known * weight("title") >= needed


class Evidence:
    """What in one document speaks for and against its triggers."""

    def __init__(self, scan: Scan, times: list[Time], names: list[Name], figures: list[Figure], statements: list[Statement]) -> None:
        self.scan, self.words = scan, Words(scan)
        harmed = [figure for figure in figures if figure.role in _HARMED and figure.high != 0]
        self.harmed = _sentences(scan, harmed)
        self.harmed_near = {i for figure in harmed for i in _around(scan, figure)}
        self.means = _sentences(scan, (figure for figure in figures if figure.role in _MEANS))
        self.crowds = _sentences(scan, (figure for figure in figures if figure.role == "protesters"))
        self.weapons = _sentences(scan, (name for name in names if name.kind == "weapon"))
        self.days = _sentences(scan, (time for time in times if _is_day(scan, time)))
        self.dates = _sentences(scan, (time for time in times if time.kind == "date"))
        openings = [scan.tokens.at(statement.content.start) for statement in statements]
        self.announced = {i for opening in openings for i in range(opening, opening + _OPENING)}
        titles = (i for i, kind in enumerate(scan.zone) if kind == "title")
        self.titled = {hit.entry.get("type") for i in titles for hit in scan.hits[i] if hit.layer == "triggers"}

    def weigh(self, trigger: Trigger, placed: bool, parties: bool) -> int:
        """The weights of all signs and words. `placed`, `parties`: whether the clause says where, and who did it or suffered it.

        For a type that needs no certain weight, the number of signs that are no doubts.
        """
        signs = [*self._circumstances(trigger, placed, parties), *self._wording(trigger)]
        if need(trigger.type) is None:
            return sum(sign not in _DOUBTS for sign in signs)
        return sum(weight(sign) for sign in signs) + self.words.weigh(trigger)

    def _circumstances(self, trigger: Trigger, placed: bool, parties: bool) -> Iterator[str]:
        sentence = self.scan.tokens.sentence[trigger.first]
        if sentence in self.harmed:
            yield "victims" if trigger.first in self.harmed_near else "victims_apart"
        if sentence in self.means:
            yield "means"
        if sentence in self.weapons or trigger.entry.get("mode") in _PHYSICAL:
            yield "weapon"
        if sentence in self.crowds and trigger.type == "PROTEST":
            yield "crowd"
        if sentence in self.days:
            yield "day"
        elif sentence in self.dates:
            yield "long_ago"
        if placed:
            yield "place"
        if parties and trigger.column == "verb":
            yield "party"
        if trigger.type in self.titled:
            yield "title"

    def _wording(self, trigger: Trigger) -> Iterator[str]:
        if trigger.strength == "weak":
            yield "weak"
        if trigger.column != "verb":
            yield from self._noun_signs(trigger)
        elif not trigger.tag.startswith(("perf", "pass.perf")):
            yield "imperfect"
        else:
            yield "relative" if self._is_relative(trigger.first) else "perfect"

    def _noun_signs(self, trigger: Trigger) -> Iterator[str]:
        first = trigger.first
        if self._is_told(trigger):
            yield "carried"
        if first in self.announced:
            yield "announced"
        elif not trigger.definite and not trigger.enc and self._opens(first):
            yield "headline"
        if trigger.pro.endswith("ل") and not trigger.definite and not self._befalls(first):
            yield "purpose"
        if trigger.definite:
            yield "definite"
        elif trigger.enc:
            yield "possessed"
        if trigger.plural and (trigger.type != "PROTEST" or trigger.strength == "weak"):
            yield "plural"

    def _is_told(self, trigger: Trigger) -> bool:
        """Whether a carrier stands near; where little evidence is needed, one in the trigger itself («باشرت التحقيق») or any verb."""
        if need(trigger.type) is None:
            return is_carried(self.scan, trigger) or self._has_carrier(trigger, range(trigger.first, trigger.stop))
        within = range(trigger.first, trigger.stop if trigger.stop - trigger.first > 1 else trigger.first)
        return self._has_carrier(trigger, (*self._clause_before(trigger), *within, *self._clause_after(trigger)))

    def _clause_before(self, trigger: Trigger) -> Iterator[int]:
        """The tokens that lead up to the trigger, back to a word of time that sets it apart («أصيب بعد يوم من الهجوم»).

        Right before the trigger it lets through what the trigger led to («قتل بعد إطلاق نار عليه»).
        """
        set_apart = False
        for j in range(trigger.first - 1, max(trigger.first - 1 - _BEFORE, -1), -1):
            signs = {hit.entry.id for hit in self.scan.hits[j] if hit.layer == "evidence"}
            if "since" in signs:
                if j + 1 < trigger.first:
                    return
                set_apart = True
            elif not set_apart or "resulted" in signs:
                yield j

    def _clause_after(self, trigger: Trigger) -> Iterator[int]:
        """The tokens that go on from the trigger, up to another noun of an event, whose verb they may hold («اغتيال … هجوم أسفر»)."""
        for j in range(trigger.stop, min(trigger.stop + _AFTER, len(self.scan.tokens))):
            if any(hit.layer == "triggers" and hit.column == "noun" and hit.entry.get("strength") == "strong" for hit in self.scan.hits[j]):
                return
            yield j

    def _has_carrier(self, trigger: Trigger, near: Iterable[int]) -> bool:
        """«شنت غارات», «قتلوا في هجوم», «غارة استهدفت», «نتيجة القصف»; words of cause stand before it."""
        sentence = self.scan.tokens.sentence
        return any(
            is_carrier(hit) and not (hit.column == "ar" and j > trigger.first) and not self._is_unreal(j) and not self._is_masdar(hit)
            for j in near
            if sentence[j] == sentence[trigger.first]
            for hit in self.scan.hits[j]
        )

    def _is_masdar(self, hit: Hit) -> bool:
        """«من قتل», «لضرب»: after a preposition the word that looks like the verb is its masdar."""
        if hit.column != "verb" or hit.pro not in ("", "ل"):
            return False
        before = self.scan.hits[hit.first - 1] if hit.first else []
        return hit.pro == "ل" or any(
            other.layer == "stops" and other.entry.get("kind") == "preposition" and other.stop == hit.first for other in before
        )

    def _is_unreal(self, i: int) -> bool:
        """«إذا اندلع», «لم يقع»: what a condition or a negation right before it holds."""
        return i > 0 and any(
            hit.layer == "modality" and hit.stop == i and hit.entry.get("kind") in _UNREAL for hit in self.scan.hits[i - 1]
        )

    def _befalls(self, i: int) -> bool:
        """«تعرضت القاعدة لهجوم», «أحبطت مخططا لتفجير»: the ل leads to what befell it or was foiled, and not to a purpose."""
        befell = any(is_undergoing(hit) for hit in self.scan.in_layer("evidence", i - _BEFORE, i))
        return befell or any(hit.entry.id == "foil" for hit in self.scan.in_layer("modality", i - _BEFORE, i))

    def _is_relative(self, i: int) -> bool:
        """«الذي قتل», «التي كان قد خطفها»: who or what is meant, rather than what happened."""
        before = range(max(i - _RELATIVE, 0), i)
        return any(hit.entry.get("kind") == "relative" and hit.stop <= i for j in before for hit in self.scan.hits[j])

    def _opens(self, i: int) -> bool:
        """Whether the word opens a sentence, a line, a quotation, or what follows a colon or dash."""
        return i == 0 or bool(self.scan.tokens.gaps[i] & _BREAKS)


def _around(scan: Scan, figure: Figure) -> range:
    """The tokens near a figure."""
    first = scan.tokens.at(figure.start)
    return range(first - _NEAR, first + _NEAR + 1)


def _sentences(scan: Scan, spans: Iterable[Figure | Name | Time]) -> set[int]:
    return {scan.tokens.sentence[scan.tokens.at(span.start)] for span in spans}


def _is_day(scan: Scan, time: Time) -> bool:
    """An hour, a day or some days, known or not («أمس», «الثلاثاء» in a report without a date), but not a month or a year."""
    if time.kind != "date":
        return time.kind == "time"
    if time.edtf:
        return len(time.edtf.split("/")[0]) >= _DAY
    if _LONG.fullmatch(time.timex or ""):
        return False
    tokens = range(scan.tokens.at(time.start), scan.tokens.at(time.end - 1) + 1)
    return not any(hit.layer == "time_units" and hit.entry.get("unit") in ("M", "Y") for i in tokens for hit in scan.hits[i])
