"""The role of a count: from its noun, from the word that governs it, from the toll it belongs to, or from the count before it."""

import msgspec

from tawatur.model import Role
from tawatur.packs.grammar import words
from tawatur.reading.counts_bounds import bounds
from tawatur.reading.counts_marks import Count, Marks
from tawatur.reading.counts_nouns import HARMED, PEOPLE
from tawatur.reading.figures_denials import denied_role, is_denied
from tawatur.reading.figures_governors import Governor, Governors
from tawatur.reading.figures_syntax import (
    in_one_sentence,
    is_agent,
    is_cue,
    is_joined_on,
    is_preposition,
    is_subject_run,
    is_verb,
)  # fmt: skip
from tawatur.reading.figures_tolls import Toll, Tolls
from tawatur.reading.phrases import is_definite, is_joined
from tawatur.reading.scan import Scan
from tawatur.text.tokens import CLOSE, COLON, COMMA, OPEN, PAREN, QUOTE

_PLAIN_GAP = OPEN | CLOSE | QUOTE | PAREN | COLON
_PEOPLE = (*PEOPLE, "unknown", "")
_HARMS = {"killed", "injured"}
_DENIABLE = ("bare", "none")
_MANY = 20
_OF_MANY = ("troops", "protesters", "displaced")
_NEAR, _SUBJECT, _CHAIN, _SHARE = 3, 6, 16, 8


class Told(msgspec.Struct, frozen=True):
    """A count with its role, and what gave it. `zero`: none is counted."""

    count: Count
    role: Role
    zero: bool = False
    toll: Toll | None = None
    governor: Governor | None = None


def _exceeding(count: Count, toll: Toll, last: Told | None) -> Count:
    """The count with the modifier of its toll («تجاوز عدد القتلى 200»), if it is the toll's first."""
    if toll.kind is None or count.modifier != "exact" or count.low is None or (last and last.toll == toll):
        return count
    low, high, modifier = bounds(toll.kind, count.low, count.low)
    return msgspec.structs.replace(count, low=low, high=high, modifier=modifier)


class Roles:
    """Gives counts their roles, in the order of the text; keeps what was told last, for later counts to go on from."""

    def __init__(self, scan: Scan, marks: Marks) -> None:
        self.scan, self.marks = scan, marks
        self.governors = Governors(scan, marks)
        self.tolls = Tolls(scan, marks, self.governors)
        self.last: Told | None = None
        self._taken = -1

    def of(self, count: Count, following: Count | None) -> list[Told]:
        """The roles of a count, usually one; empty when it is no figure. `following` is the next count of the text."""
        if count.first < self._taken or (count.kind == "bare" and count.first in self.tolls.inner):
            return []
        told = self._deny(count)
        if told is None:
            told = self._total(count) or self._tell(count, following)
        if told:
            self.last = told[-1]
        return told

    def _tell(self, count: Count, following: Count | None) -> list[Told]:
        noun = count.noun
        if count.kind == "none" or noun.cls == "loss":
            return []
        if noun.role in ("killed", "injured"):
            bodies = following is not None and self._bodies(following) == noun.role and count.kind == "bare"
            return self._harmed(count) if not bodies and self._stands(count) else []
        if self._bodies(count):
            return [Told(count, self._bodies(count))]  # type: ignore[arg-type]
        return self._person(count, following) if noun.cls in _PEOPLE else self._thing(count, following)

    def _harmed(self, count: Count) -> list[Told]:
        """«تجاوزت حصيلة القتلى 300 قتيل»: a noun that decides its role, with the modifier of its toll."""
        toll = self.tolls.of(count, self.last.toll if self.last else None)
        exceeding = _exceeding(count, toll, self.last) if toll else count
        return [Told(exceeding, count.noun.role, toll=toll)]  # type: ignore[arg-type]

    def _deny(self, count: Count) -> list[Told] | None:
        """Zero where nobody was hurt, nothing where that is left open; None where nothing is denied."""
        if count.kind not in _DENIABLE and count.noun.cls != "loss":
            return None
        last = self.last
        if last and last.zero and last.count.stop == count.first and is_joined_on(self.scan, count) and count.noun.role:
            return [Told(count, count.noun.role, zero=True)]  # type: ignore[arg-type]
        denied = is_denied(self.scan, count)
        if denied is False:
            return None
        role = denied_role(count, self.governors) if denied else None
        return [Told(count, role, zero=True)] if role else []

    def _total(self, count: Count) -> list[Told]:
        """«30 شخصا بين قتيل وجريح», «12 قتيلا وجريحا»: the dead and wounded in one."""
        i, forms = count.stop, self.scan.tokens.forms
        if count.kind == "bare":
            return []
        last = self.tolls.nouns.get(count.lead - 1) if is_joined(self.scan, count.lead) else None
        if last and last.pro == "و" and count.lead - 2 in self.tolls.nouns and forms[count.lead - 3] in words("between_parts"):
            return [Told(count, "other")]
        if i >= len(forms):
            return []
        while i < len(forms) - 1 and forms[i] in words("between_parts"):
            i += 1
        hit = self.tolls.nouns.get(i)
        role = hit.entry.get("role") if hit else ""
        if hit is None or role not in HARMED:
            return []
        one = hit.tag in ("sg", "sg.acc") or count.modifier == "vague"
        masdar = count.modifier != "vague" and any(
            other.entry.layer == "frames" and other.column == "masdar" for other in self.scan.hits[i]
        )
        joined = i == count.stop and hit.pro == "و" and one and not masdar and {count.noun.role, role} == _HARMS
        if i == count.stop and not joined:
            return []
        self._taken = hit.stop
        while self._taken in self.tolls.nouns and self.tolls.nouns[self._taken].pro == "و":
            self._taken = self.tolls.nouns[self._taken].stop
        if joined and count.modifier == "vague" and count.low == 1:
            return [Told(count, count.noun.role), Told(count, role)]  # type: ignore[arg-type]
        return [Told(count, "other")]

    def _stands(self, count: Count) -> bool:
        """Whether a bare «قتيل» or «قتلى» counts: not as part of another noun («أسر ضحايا»)."""
        if count.kind != "bare":
            return True
        i, tokens = count.first, self.scan.tokens
        if i == 0 or tokens.sentence[i] != tokens.sentence[i - 1]:
            return True
        before = tokens.forms[i - 1]
        if before in words("occurring") or (self._is_verb(i - 1) and before not in words("between_parts")):
            return True
        if count.high == 1:
            if any(form in words("finding") for form in tokens.forms[max(i - 2, 0) : i]):
                return True
            told = self.last
            return told is not None and in_one_sentence(self.scan, told.count, count) and is_joined_on(self.scan, count)
        nominal = not (is_definite(self.scan, i - 1) or is_preposition(self.scan, i - 1) or self.marks.in_name(i - 1))
        return before not in words("of") and (bool(tokens.gaps[i]) or is_joined_on(self.scan, count) or not nominal)

    def _bodies(self, count: Count) -> str:
        """«جثث 15 مهاجرا»: the role of a plural right before a number."""
        hit = self.tolls.nouns.get(count.lead - 1)
        plural = hit is not None and hit.tag == "pl" and hit.stop == count.lead and count.kind == "number"
        return hit.entry.get("role") if hit and plural and is_joined(self.scan, count.lead) else ""

    # those to whom something happened

    def _person(self, count: Count, following: Count | None) -> list[Told]:
        before = self.governors.before(count)
        if before and self._is_direct(before, count):
            if self._is_subject(before, count, following):
                return [] if count.governed else [Told(count, "other")]
            return self._under(before, count)
        after = None if count.kind == "bare" and not self._is_subject_of_nominal(count) else self._after(count, following)
        if after:
            return self._followed(after, count)
        share = self._share(count, following)
        if share:
            return share
        subset = self._subset(count)
        if subset:
            return subset
        toll = self.tolls.of(count, self.last.toll if self.last else None) if count.kind != "bare" else None
        if toll:
            return [Told(_exceeding(count, toll, self.last), toll.role, toll=toll)]
        going_on = self._going_on(count, before)
        if going_on:
            return going_on
        if before and (self._reaches(before, count) or self._numbers(before, count)):
            return self._under(before, count)
        return self._ungoverned(count)

    def _numbers(self, governor: Governor, count: Count) -> bool:
        """«قتل جميع من فيها، وعددهم 104»."""
        return governor.role in HARMED and count.noun.cls == "" and self.scan.tokens.forms[count.lead - 1] in words("numbering")

    def _is_subject_of_nominal(self, count: Count) -> bool:
        """«أن طفلا قتل»."""
        before = self.scan.hits[count.first - 1] if count.first else []
        return count.high == 1 and any(hit.entry.layer == "stops" and hit.entry.id == "complementisers" for hit in before)

    def _after(self, count: Count, following: Count | None) -> Governor | None:
        """What follows a count, or it and the next one if that counts some of the same («سبعة مدنيين بينهم طفلان قتلوا»)."""
        after = self.governors.after(count, count.stop)
        if after or following is None or not 0 < following.lead - count.stop <= _NEAR:
            return after
        among = self.scan.tokens.forms[following.lead - 1] in words("among")
        return self.governors.after(count, following.stop) if among else None

    def _is_direct(self, governor: Governor, count: Count) -> bool:
        between = self.scan.tokens.forms[governor.stop : count.lead]
        return all(form in words("passing") for form in between) and not self.scan.tokens.gaps[count.lead] & ~_PLAIN_GAP

    def _is_subject(self, governor: Governor, count: Count, following: Count | None) -> bool:
        """«خطف مسلحون 5 عمال», «قتل مسلحان شرطيا»: those who did it, for another count follows as the object."""
        if following is None or not governor.verb or not following.noun.cls or following.noun.cls not in PEOPLE or count.kind == "none":
            return False
        if count.noun.kind == "others" or governor.passive or following.lead - count.stop > 1:
            return False
        accusative = following.kind != "bare" or self.scan.tokens.forms[following.first].endswith("ا")
        return accusative and count.kind in ("bare", "dual") and not is_joined_on(self.scan, following) and following.lead == count.stop

    def _under(self, governor: Governor, count: Count) -> list[Told]:
        """The role that a governor gives; both roles for some of two harms, `other` for a total of them."""
        role = governor.role
        if role in ("troops", "protesters", "other") and count.noun.role and governor.hit.entry.id != "free":
            return [Told(count, count.noun.role)]  # type: ignore[arg-type]
        if role == "other" and (count.governed or self._is_loose(count)):
            return []
        if count.kind == "bare" and (role == "troops" or (role in _OF_MANY and count.high == 1)):
            return []
        pair = self.governors.paired(governor)
        if pair is None:
            return [Told(count, role, governor=governor)]
        if count.modifier == "vague" and count.low == 1:
            return [Told(count, pair.role, governor=pair), Told(count, role, governor=governor)]
        return [Told(count, "other", governor=governor)]

    def _followed(self, governor: Governor, count: Count) -> list[Told]:
        pair = self.governors.pairs_on(governor)
        return [Told(count, "other" if pair else governor.role, governor=pair or governor)]

    def _share(self, count: Count, following: Count | None) -> list[Told]:
        """«14 جنديا بين 57 قتيلا», «26 عنصرا كانوا من بين القتلى»: some of those counted, or only named, next."""
        tokens = self.scan.tokens
        for j in range(count.stop, min(count.stop + _SHARE, len(tokens) - 1)):
            if tokens.gaps[j] & ~_PLAIN_GAP:
                break
            whole = self.tolls.nouns.get(j + 1) if tokens.forms[j] in words("share_of") else None
            if whole and whole.tag == "pl.def" and tokens.sentence[j] == tokens.sentence[count.first] and count.kind == "number":
                return [Told(count, whole.entry.get("role"))]  # type: ignore[arg-type]
        between = self.scan.tokens.forms[count.stop : following.lead] if following else []
        if following is None or not between or any(form not in words("between_parts") for form in between):
            return []
        return [Told(count, following.noun.role)] if following.noun.role in HARMED else []  # type: ignore[arg-type]

    def _subset(self, count: Count) -> list[Told]:
        """«بينهم 3 أطفال», «5 منهم»: some of those counted before."""
        told = self.last
        if told is None or told.zero or (told.role not in HARMED and count.kind == "bare"):
            return []
        form = self.scan.tokens.forms[count.lead - 1] if count.lead else ""
        among = form in words("among") or (form in words("namely") and count.kind != "bare")
        among = (among or self._opens_parts(count, told.count)) and in_one_sentence(self.scan, told.count, count)
        if among and count.kind == "bare" and count.high is None:
            return []
        return [Told(count, told.role)] if among or self._is_of_those(count, told.count) else []

    def _opens_parts(self, count: Count, counted: Count) -> bool:
        """«مقتل 10 أشخاص (3 مدنيين وجنديان)»: in brackets right behind those counted."""
        return count.lead == counted.stop and bool(self.scan.tokens.gaps[count.lead] & PAREN) and count.noun.cls in PEOPLE

    def _is_of_those(self, count: Count, counted: Count) -> bool:
        """Whether «5 منهم» are of those counted before; «منها» never is of people."""
        if not count.noun.pronoun:
            return False
        of_things = self.scan.tokens.forms[count.noun.first] in words("of_things")
        return not of_things or counted.noun.cls not in ("", *_PEOPLE)

    def _going_on(self, count: Count, before: Governor | None) -> list[Told]:
        """«مقتل جندي ومدني», «5 قتلى و3 آخرون», «900 في سوريا»: joined to the count before, with no other clause between."""
        told = self.last
        if told is None or told.zero or not in_one_sentence(self.scan, told.count, count) or count.lead - told.count.stop > _CHAIN:
            return []
        if told.governor and before and before is not told.governor and before.first > told.governor.first:
            return []
        if told.governor is None and count.noun.role not in ("", told.role):
            return []
        between = range(told.count.stop, count.lead)
        if count.kind == "bare" and between and (count.high is None or self.scan.tokens.forms[between[0]] in words("namely")):
            return []
        people, alone = told.count.noun.cls in _PEOPLE, count.noun.cls == ""
        if not is_joined_on(self.scan, count) or (not people and not alone):
            return []
        if alone and count.stop < len(self.scan.tokens) and not is_preposition(self.scan, count.stop):
            return []
        same = told.governor is not None and before is told.governor
        if any(is_cue(self.scan, j) if same and count.kind != "bare" else self._is_verb(j) for j in between):
            return []
        if told.role not in HARMED and not alone and (count.governed or told.role not in ("displaced", "troops", "protesters")):
            return []
        return [Told(count, told.role, toll=told.toll, governor=told.governor)]

    def _is_verb(self, j: int) -> bool:
        return not self.marks.in_name(j) and is_verb(self.scan, j)

    def _reaches(self, governor: Governor, count: Count) -> bool:
        """Whether a governor some words before still looks for those to whom it happened, with no other clause between."""
        told, first, stop = self.last, governor.stop, count.lead
        if governor.hit.entry.get("where") == "direct":
            return False
        if told and told.count.first >= first and (told.governor is governor or (count.governed and told.role != "other")):
            return False
        if count.kind == "bare":
            accusative = self.scan.tokens.forms[count.first].endswith("ا")
            if not accusative and (stop - first > 1 or not (is_definite(self.scan, first) or self.marks.in_name(first))):
                return False
            return governor.verb and stop - first <= _SUBJECT and is_subject_run(self.scan, first, stop)
        between = range(first, stop)
        if count.noun.cls == "" and self.scan.tokens.gaps[stop] & COMMA:
            return False
        if count.noun.cls == "":
            return stop - first <= _NEAR and not any(self._is_verb(j) or is_preposition(self.scan, j) for j in between)
        if is_preposition(self.scan, first):
            return not any(is_agent(self.scan, j) for j in between)
        if governor.role in HARMED and is_joined_on(self.scan, count) and not count.governed:
            return not any(self._is_verb(j) for j in between)
        if any(self._is_verb(j) or is_agent(self.scan, j) for j in between):
            return False
        return governor.verb or not any(is_preposition(self.scan, j) for j in between)

    def _is_object(self, governor: Governor, count: Count) -> bool:
        """«دمرت الغارة كهفين»: a verb, its subject, and what it was done to."""
        return governor.verb and count.lead - governor.stop <= _SUBJECT and is_subject_run(self.scan, governor.stop, count.lead)

    def _ungoverned(self, count: Count) -> list[Told]:
        if count.governed or count.kind == "bare":
            return []
        if count.noun.role:
            return [Told(count, count.noun.role)]  # type: ignore[arg-type]
        if self._is_loose(count):
            return []
        return [Told(count, "troops" if count.noun.kind == "soldier" and (count.low or 0) >= _MANY else "other")]

    def _is_loose(self, count: Count) -> bool:
        """«بعض الشوارع», «عدة أسباب»: a vague number of what is no person is no figure unless a word makes it one."""
        if count.modifier != "vague":
            return False
        return count.noun.cls not in PEOPLE or any(hit.entry.id == "few" for hit in self.scan.hits[count.first])

    # things

    def _thing(self, count: Count, following: Count | None) -> list[Told]:
        """Weapons and attacks by their nouns; places, buildings and vehicles by what was done to them."""
        noun = count.noun
        toll = self.tolls.of(count, self.last.toll if self.last else None) if noun.cls == "thing" else None
        if toll and toll.role in HARMED:
            return [Told(_exceeding(count, toll, self.last), toll.role, toll=toll)]
        if noun.role and noun.cls != "target":
            few = count.modifier == "vague" and any(hit.entry.id == "few" for hit in self.scan.hits[count.first])
            launcher = self.governors.before(count) if count.kind == "bare" else None
            launched = launcher is not None and self._is_direct(launcher, count)
            return [] if few or (count.governed and not launched) else [Told(count, noun.role)]  # type: ignore[arg-type]
        before = self.governors.before(count)
        direct = before if before and self._is_direct(before, count) else None
        after = None if direct else self._after(count, following)
        reached = before if before and (not count.governed or self._is_object(before, count)) and self._reaches(before, count) else None
        governor = direct or after or reached
        if governor and (not governor.role or (count.kind == "bare" and governor.role != "destroyed")):
            return []
        if governor:
            return [] if governor.role == "other" and self._is_loose(count) else [Told(count, governor.role, governor=governor)]
        told = self.last
        if told and told.count.noun.cls not in _PEOPLE and told.governor and before is told.governor and is_joined_on(self.scan, count):
            return [Told(count, told.role, governor=told.governor)]
        if count.governed or self._is_loose(count):
            return []
        return [Told(count, noun.role or "other")]  # type: ignore[arg-type]
