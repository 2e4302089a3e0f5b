"""Modality: whether an event is told as having happened, from negation, attempts, plans, doubt and habit around its trigger."""

from collections.abc import Iterator
from typing import NamedTuple

from tawatur.edtf import bounds
from tawatur.model import Modality, Statement
from tawatur.packs.grammar import words
from tawatur.packs.lexicon import Hit
from tawatur.reading.events_weights import is_undergoing
from tawatur.reading.scan import Scan
from tawatur.reading.triggers import Trigger
from tawatur.text.clitics import analyses

AT_LARGE: tuple[Modality, ...] = ("recurring", "aggregate")
"""Modalities of many events told together."""
AHEAD: tuple[Modality, ...] = ("planned", "hypothetical")
"""Modalities of what is yet to come, if it comes."""
_ORDER: tuple[Modality, ...] = ("failed", "denied", "hypothetical", "planned", "alleged", "recurring")
_HABIT_REACH, _AFTER, _OPENING, _CARRIED = 8, 4, 4, 3


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
    if _is_possible(scan, trigger):
        kinds.add("hypothetical")
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
    many = trigger.plural or (told.counted and (trigger.strength == "result" or trigger.tag == "sg.acc"))
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
        if hit.entry.get("kind") in ("recurring", "mentioned") or _is_later(scan, hit):
            continue
        if _announces(scan, hit, trigger) or (_reaches(hit, trigger) and not _denies_a_part(scan, hit, trigger)):
            kinds.add("planned" if _is_purpose(scan, hit) else hit.entry.get("kind"))  # type: ignore[arg-type]
    return kinds


def _denies_a_part(scan: Scan, denial: Hit, trigger: Trigger) -> bool:
    """«نفى مسؤوليته عن الهجوم», «لا علاقة له بالهجوم»: a part in what happened is denied, and not that it happened."""
    return denial.entry.get("kind") == "denied" and _is_part(scan, range(denial.stop, trigger.first))


def _is_part(scan: Scan, tokens: range) -> bool:
    return any(hit.layer == "modality" and hit.entry.id == "part" for j in tokens for hit in scan.hits[j])


def _is_later(scan: Scan, hit: Hit) -> bool:
    """«قبل أن يتم»: words of the future that only say what came after."""
    before = scan.hits[hit.first - 1] if hit.first else []
    return hit.entry.id == "future" and any(other.layer == "evidence" and other.entry.id == "since" for other in before)


def _announces(scan: Scan, hit: Hit, trigger: Trigger) -> bool:
    """«الهجوم المرتقب», «هجمات محتملة»: an adjective after the trigger."""
    if hit.first < trigger.stop:
        return False
    return hit.entry.id == "possible" or (hit.entry.id == "future" and scan.tokens.forms[hit.first].startswith("ال"))


def _is_purpose(scan: Scan, hit: Hit) -> bool:
    """«لمحاولة الاستيلاء» is what for, but «تعرض لمحاولة اغتيال» what befell."""
    near = range(max(hit.first - _AFTER, 0), hit.first)
    return hit.entry.id == "attempt" and hit.pro.endswith("ل") and not any(is_undergoing(other) for j in near for other in scan.hits[j])


def _reaches(hit: Hit, trigger: Trigger) -> bool:
    between = trigger.first - hit.stop
    if hit.first == trigger.first:
        return hit.stop > trigger.first and hit.entry.id == "attempt"
    return 0 <= between < int(hit.entry.get("reach"))


def _is_future(scan: Scan, trigger: Trigger) -> bool:
    """«سيقصف», «ستتعرض لهجوم»: the future's س is written on the verb, or on the one that carries the noun."""
    if trigger.column == "verb":
        return trigger.pro.endswith("س") and bool(analyses(scan.tokens.forms[trigger.first]))
    return any(hit.pro.endswith("س") for hit in _carriers(scan, trigger))


def _is_possible(scan: Scan, trigger: Trigger) -> bool:
    """«قد يقصف», «قد يشن هجوما»: before an imperfect, of the trigger or of what carries it, «قد» says that it may be."""
    verbs = [(trigger.first, trigger.tag)] if trigger.column == "verb" else [(hit.first, hit.tag) for hit in _carriers(scan, trigger)]
    forms, sentence = scan.tokens.forms, scan.tokens.sentence
    return any(
        tag.startswith(("impf", "pass.impf")) and i > 0 and forms[i - 1] in words("may") and sentence[i - 1] == sentence[i]
        for i, tag in verbs
    )


def _carriers(scan: Scan, trigger: Trigger) -> Iterator[Hit]:
    """The verbs shortly before that say what becomes of the trigger («تعرض», «شن», «وقع»)."""
    sentence = scan.tokens.sentence
    for j in range(max(trigger.first - _CARRIED, 0), trigger.first):
        if sentence[j] == sentence[trigger.first]:
            yield from (hit for hit in scan.hits[j] if hit.layer == "evidence" and hit.column == "verb")


def _is_habit(scan: Scan, trigger: Trigger) -> bool:
    """«هجمات متكررة», «تقصف يوميا»; beside a masdar the word of habit must stand right at it («استمرار القصف», «قصف يومي»)."""
    if trigger.column == "masdar" and not trigger.plural:
        near = [
            *scan.in_layer("modality", trigger.first - 1, trigger.first),
            *scan.in_layer("modality", trigger.stop, trigger.stop + 1),
        ]
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
            denies = statement.act == "deny" and opens and not trigger.definite and statement.cue.end <= statement.content.start
            if denies and not _is_part(scan, range(scan.tokens.at(statement.content.start), trigger.first)):
                return "denied"
    return None


def _is_long(date: str | None) -> bool:
    span = bounds(date)
    return span is not None and (span[1] - span[0]).days > 2 and "/" in (date or "")
