"""Modality: whether an event is told as having happened, from negation, attempts, plans, doubt and habit around its trigger."""

from typing import NamedTuple

from tawatur.edtf import bounds
from tawatur.model import Modality, Statement
from tawatur.packs.lexicon import Hit
from tawatur.reading.scan import Scan
from tawatur.reading.triggers import Trigger
from tawatur.text.clitics import analyses

_ORDER: tuple[Modality, ...] = ("failed", "denied", "hypothetical", "planned", "alleged", "recurring")
_HABIT_REACH, _AFTER, _OPENING = 8, 4, 4


class Circumstances(NamedTuple):
    """What is told with a trigger: its date, whether a place and a figure go with it."""

    date: str | None
    placed: bool
    counted: bool


def modality_of(scan: Scan, trigger: Trigger, told: Circumstances, statements: list[Statement]) -> Modality:
    """The modality of one trigger, given what is told with it and the statements it stands in."""
    kinds = _kinds_before(scan, trigger)
    if _is_future(scan, trigger) or _is_ahead(scan, told.date):
        kinds.add("planned")
    if _is_habit(scan, trigger):
        kinds.add("recurring")
    for kind in _ORDER:
        if kind in kinds:
            return kind
    said = _told(scan, trigger, statements)
    if said:
        return said
    if _is_at_large(scan, trigger, told):
        return "recurring"
    if not _is_long(told.date):
        return "actual"
    if trigger.type == "PROTEST":
        return "recurring"
    many = trigger.plural or trigger.strength == "result" or (trigger.tag == "sg.acc" and told.counted)
    return "aggregate" if many else "actual"


def _is_at_large(scan: Scan, trigger: Trigger, told: Circumstances) -> bool:
    """A bare plural («الهجمات») with no day, place or number, that no perfect verb carries."""
    bare = trigger.plural and trigger.column == "noun" and trigger.type != "ACCIDENT"
    return bare and told.date is None and not told.placed and not told.counted and not is_carried(scan, trigger)


def _is_ahead(scan: Scan, date: str | None) -> bool:
    """A day after the day of publication."""
    span, published = bounds(date), bounds(scan.document.published)
    return span is not None and published is not None and span[0] > published[1]


def _kinds_before(scan: Scan, trigger: Trigger) -> set[Modality]:
    """What the words before the trigger, and announcing adjectives after it («المقررة»), make of it."""
    kinds: set[Modality] = set()
    sentence = scan.tokens.sentence
    longest = -1
    for hit in scan.in_layer("modality", trigger.first - _HABIT_REACH, trigger.stop + _AFTER):
        if hit.first == longest or sentence[hit.first] != sentence[trigger.first]:
            continue
        longest = hit.first
        if hit.entry.get("kind") in ("recurring", "mentioned"):
            continue
        announced = hit.first >= trigger.stop and hit.entry.id == "future" and scan.tokens.forms[hit.first].startswith("ال")
        if announced or _reaches(hit, trigger):
            kinds.add(hit.entry.get("kind"))  # type: ignore[arg-type]
    return kinds


def _reaches(hit: Hit, trigger: Trigger) -> bool:
    between = trigger.first - hit.stop
    if hit.first == trigger.first:
        return hit.stop > trigger.first and hit.entry.id == "attempt"
    return 0 <= between < int(hit.entry.get("reach"))


def _is_future(scan: Scan, trigger: Trigger) -> bool:
    """«سيقصف»: the future's س is written on the verb."""
    return trigger.column == "verb" and trigger.pro.endswith("س") and bool(analyses(scan.tokens.forms[trigger.first]))


def _is_habit(scan: Scan, trigger: Trigger) -> bool:
    """«هجمات متكررة», «تقصف يوميا»; before a masdar the word of habit must stand right at it («استمرار القصف»)."""
    if trigger.column == "masdar" and not trigger.plural:
        near = scan.in_layer("modality", trigger.first - 1, trigger.first)
    elif trigger.plural or trigger.tag.startswith(("impf", "pass.impf")):
        near = scan.in_layer("modality", trigger.first - _HABIT_REACH, trigger.stop + _HABIT_REACH)
    else:
        return False
    sentence = scan.tokens.sentence
    return any(hit.entry.id == "habit" and sentence[hit.first] == sentence[trigger.first] for hit in near)


def is_carried(scan: Scan, trigger: Trigger) -> bool:
    """«شنت غارات», «وقعت اشتباكات», «غارة استهدفت»: a perfect verb says that these happened."""
    sentence = scan.tokens.sentence
    near = [*range(max(trigger.first - 6, 0), trigger.first), *range(trigger.stop, min(trigger.stop + 3, len(sentence)))]
    return any(
        (hit.tag.startswith(("perf", "pass.perf")) and hit.entry.layer != "cues")
        or (hit.entry.id == "verbs" and hit.entry.layer == "stops")
        for j in near
        if sentence[j] == sentence[trigger.first]
        for hit in scan.hits[j]
    )


def _told(scan: Scan, trigger: Trigger, statements: list[Statement]) -> Modality | None:
    start = scan.tokens.starts[trigger.first]
    for statement in statements:
        if statement.content.start <= start < statement.content.end:
            opens = scan.tokens.at(statement.content.start) + _OPENING >= trigger.first
            if statement.act == "rumour" or (statement.act == "accuse" and opens and not trigger.definite):
                return "alleged"
            if statement.act == "deny" and opens and not trigger.definite and statement.cue.end <= statement.content.start:
                return "denied"
    return None


def _is_long(date: str | None) -> bool:
    span = bounds(date)
    return span is not None and (span[1] - span[0]).days > 2 and "/" in (date or "")
