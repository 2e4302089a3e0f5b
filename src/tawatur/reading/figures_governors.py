"""Words that give a figure its role: what happened to those counted (مقتل، إصابة، تدمير …)."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from tawatur.model import Role
from tawatur.packs.grammar import words
from tawatur.packs.lexicon import Hit
from tawatur.reading.counts_marks import Count, Marks
from tawatur.reading.counts_nouns import HARMED, PEOPLE
from tawatur.reading.figures_syntax import is_verb
from tawatur.reading.phrases import is_joined
from tawatur.reading.scan import Scan
from tawatur.text.tokens import COLON, COMMA

_PEOPLE = (*PEOPLE, "unknown", "")
_AGREEING_PERSONS = ("mp", "md", "fd", "fp")
_AFTER_REACH, _FAR_REACH, _BACK_REACH, _NEED_REACH = 5, 14, 24, 14
_HARMS = frozenset(("killed", "injured"))


class Governor(NamedTuple):
    """A word that gives a role to what is counted near it, if its noun is of one of the classes."""

    first: int
    stop: int
    role: Role
    classes: tuple[str, ...]
    hit: Hit

    @property
    def verb(self) -> bool:
        return self.hit.column == "verb"

    @property
    def passive(self) -> bool:
        return self.hit.tag.startswith("pass")

    @property
    def trailing(self) -> bool:
        """Whether it only follows those counted."""
        return self.hit.entry.get("where") == "after"

    def governs(self, count: Count) -> bool:
        if count.noun.cls == "unknown" and (self.role == "protesters" or (self.role in HARMED and "ب" in count.pro)):
            return False
        if count.noun.cls == "combatant" and self.role == "protesters":
            return False
        return count.noun.cls in self.classes or count.noun.kind in self.classes


class Governors:
    """All governors of a document, in order."""

    def __init__(self, scan: Scan, marks: Marks) -> None:
        self.scan = scan
        self.all = _governors(marks)
        self._firsts = [governor.first for governor in self.all]

    def at(self, i: int) -> Governor | None:
        """The governor at token `i`, one of harm to people before others."""
        here = self.all[bisect_left(self._firsts, i) : bisect_right(self._firsts, i)]
        return max(here, key=lambda governor: (governor.stop, governor.role in HARMED), default=None)

    def before(self, count: Count) -> Governor | None:
        """The nearest governor before the count, in its sentence, that may govern its noun."""
        sentence = self.scan.tokens.sentence
        for n in range(bisect_left(self._firsts, count.lead) - 1, -1, -1):
            governor = self.all[n]
            if count.lead - governor.first > _BACK_REACH or sentence[governor.first] != sentence[count.first]:
                return None
            if governor.stop <= count.lead and not governor.trailing and governor.governs(count) and self._has_need(governor):
                return governor
        return None

    def after(self, count: Count, stop: int) -> Governor | None:
        """«خمسة فلسطينيين قتلوا», «5 لقوا مصرعهم», «34 شخصا شخصت إصابتهم»: what follows those counted and agrees with them.

        `stop` is where the count ends, with those among them who are counted apart («سبعة مدنيين بينهم طفلان قتلوا»).
        """
        tokens = self.scan.tokens
        for n in range(bisect_left(self._firsts, stop), len(self.all)):
            governor = self.all[n]
            far = governor.first - stop > _AFTER_REACH
            if (
                governor.first - stop > _FAR_REACH
                or (far and self._is_broken(stop, governor.first))
                or tokens.sentence[governor.first] != tokens.sentence[count.first]
            ):
                return None
            if any(gap & COLON for gap in tokens.gaps[stop : governor.first + 1]):
                return None
            if any(form in words("besides") for form in tokens.forms[stop : governor.first]):
                return None
            if governor.verb and governor.hit.pro.startswith("و"):
                return None
            if far and (governor.role not in HARMED or _person(governor) not in _AGREEING_PERSONS):
                continue
            if governor.governs(count) and self._agrees(governor, count, stop) and self._has_need(governor):
                return governor
        return None

    def _agrees(self, governor: Governor, count: Count, stop: int) -> bool:
        """A verb behind its subject is plural, unless one is counted, or families; it does not begin a new clause with و."""
        hit = governor.hit
        if hit.pro not in ("", "ف"):
            return False
        if governor.trailing:
            return True
        if not governor.verb:
            return (bool(hit.enc) or (hit.column == "ar" and hit.stop - hit.first > 1)) and governor.role in HARMED
        person = _person(governor)
        if person in _AGREEING_PERSONS:
            return True
        singular = count.noun.cls not in PEOPLE or self.scan.tokens.forms[count.noun.first] in words("families")
        one = count.low == 1 and count.modifier != "vague"
        return (singular or one) and person in ("ms", "fs") and governor.first in (stop, self._behind_modifier(stop))

    def _behind_modifier(self, stop: int) -> int:
        """Past «على الأقل» behind those counted."""
        hits = self.scan.hits[stop] if stop < len(self.scan.tokens) else []
        return next((hit.stop for hit in hits if hit.entry.layer == "modifiers" and hit.entry.get("where") == "after"), stop)

    def _is_broken(self, first: int, stop: int) -> bool:
        """Whether another clause or sentence part begins among the tokens, so that the verb behind may have another subject.

        «كانوا على متنها وجميعهم لقوا حتفهم» takes the subject up.
        """
        tokens = self.scan.tokens
        if tokens.forms[stop - 1] in words("all_of_them"):
            return False
        return any(tokens.gaps[i] & COMMA or is_verb(self.scan, i) for i in range(first, stop))

    def _has_need(self, governor: Governor) -> bool:
        """«خرج», «شارك» tell of protesters only where a protest is named."""
        need = governor.hit.entry.get("needs")
        if not need:
            return True
        low, high = governor.first - _NEED_REACH, governor.first + _NEED_REACH
        near = range(bisect_left(self._firsts, low), bisect_left(self._firsts, high))
        return any(self.all[n].hit.entry.id == need for n in near)

    def _persons(self, governor: Governor) -> set[str]:
        """The persons of all readings of the governor's word («جرح» is a verb and a masdar)."""
        n = bisect_left(self._firsts, governor.first)
        stop = bisect_right(self._firsts, governor.first)
        return {_person(other) for other in self.all[n:stop] if other.role == governor.role}

    def paired(self, governor: Governor) -> Governor | None:
        """The governor of the other harm that stands right before, joined by و or أو («مقتل وإصابة», «قتل أو جرح»)."""
        forms = self.scan.tokens.forms
        for n in range(bisect_left(self._firsts, governor.first) - 1, -1, -1):
            other = self.all[n]
            if governor.first - other.first > 3:
                return None
            if other.stop > governor.first or {other.role, governor.role} != _HARMS or _person(other) not in self._persons(governor):
                continue
            if _person(other) in ("ms", "fs") and self._has_subject(other):
                return None
            between = forms[other.stop : governor.first]
            if (governor.hit.pro == "و" and not between) or (len(between) == 1 and between[0] in words("joined_by")):
                return other
        return None

    def _has_subject(self, governor: Governor) -> bool:
        """«أن طفلا قتل»: whether the verb's subject stands before it."""
        i = governor.first - 1
        if i < 0 or self.scan.tokens.gaps[governor.first]:
            return False
        return any(hit.layer == "counted" and hit.entry.get("class") in PEOPLE for hit in self.scan.hits[i])

    def pairs_on(self, governor: Governor) -> Governor | None:
        """The governor of the other harm that goes on right behind («قتلوا أو أصيبوا»)."""
        for n in range(bisect_left(self._firsts, governor.stop), len(self.all)):
            other = self.all[n]
            if other.first - governor.stop > 1:
                return None
            pair = self.paired(other)
            if pair and pair.first == governor.first:
                return other
        return None


def _governors(marks: Marks) -> list[Governor]:
    found: list[Governor] = []
    plain = {(hit.first, hit.entry) for hit in marks.frames if not hit.enc}
    nouns = {hit.first for hit in marks.nouns if hit.enc}
    for hit in marks.frames:
        doubled = bool(hit.enc) and ((hit.first, hit.entry) in plain or (hit.column == "verb" and hit.first in nouns))
        doubled = doubled or (bool(hit.enc) and marks.scan.text[marks.scan.tokens.ends[hit.first] - 1] == "ة")
        definite = hit.tag.endswith(".def")
        idle = hit.tag.startswith("du") or _is_particle(marks.scan, hit)
        if not doubled and not idle and not _is_named(marks, hit) and not _is_of_vehicle(marks.scan, hit):
            role: Role = hit.entry.get("role")  # type: ignore[assignment]
            found.append(Governor(hit.first, hit.stop, role, () if definite else tuple(hit.entry.row.list("class")) or _PEOPLE, hit))
    found.sort(key=lambda governor: (governor.first, governor.role in HARMED, governor.verb, not governor.passive, governor.stop))
    return found


def _is_named(marks: Marks, hit: Hit) -> bool:
    """A word within a name; not one that goes on beyond what was taken for it («ألقت [الشرطة القبض] على»)."""
    return marks.barred[hit.first] and (hit.stop - hit.first == 1 or marks.barred[hit.stop - 1])


def _is_of_vehicle(scan: Scan, hit: Hit) -> bool:
    """«غرق قارب يقل 85 مهاجرا»: what happened to a vehicle, not to those in it."""
    if hit.entry.get("role") not in HARMED or not is_joined(scan, hit.stop):
        return False
    return any(other.entry.layer == "counted" and other.entry.get("class") == "vehicle" for other in scan.hits[hit.stop])


def _is_particle(scan: Scan, hit: Hit) -> bool:
    """«فقد بلغ»: a word that before a verb is no verb itself."""
    return scan.tokens.forms[hit.first] in words("before_verbs") and hit.stop < len(scan.tokens) and is_verb(scan, hit.stop)


def _person(governor: Governor) -> str:
    """The person of a verb, nothing for a masdar."""
    return governor.hit.tag.rpartition(".")[2] if governor.verb else ""
