"""Tolls: «عدد القتلى … إلى 12», «حصيلة الجرحى», «ارتفاع قتلى الجيش إلى 33», «109 عدد المصابين»."""

from bisect import bisect_right
from typing import NamedTuple

from tawatur.model import Role
from tawatur.packs.grammar import words
from tawatur.packs.lexicon import Hit
from tawatur.reading.counts_marks import Count, Marks
from tawatur.reading.counts_nouns import HARMED, PEOPLE
from tawatur.reading.figures_governors import Governors
from tawatur.reading.phrases import is_definite, is_joined
from tawatur.reading.scan import Scan

_REACH, _ADJACENT, _RISE_REACH, _ADJECTIVES = 9, 2, 2, 2
_EXCEEDING = ("more_than", "at_least", "at_most", "less_than")
_TOLLED = (*HARMED, "displaced")


class Toll(NamedTuple):
    """The word «عدد» (or a rise) at token `first` and of whom: `role`, told up to token `stop`.

    `kind` is the modifier before it («تجاوز عدد القتلى 200»).
    """

    first: int
    stop: int
    role: Role
    kind: str | None = None


class Tolls:
    """All tolls of a document, in order."""

    def __init__(self, scan: Scan, marks: Marks, governors: Governors) -> None:
        self.scan, self.governors, self.before = scan, governors, marks.before
        self.nouns: dict[int, Hit] = {}
        for hit in marks.nouns:
            if hit.entry.get("role") and hit.entry.get("class") in PEOPLE and not hit.enc and hit.tag.startswith(("pl", "sg.acc", "sg")):
                self.nouns.setdefault(hit.first, hit)
        self.all: list[Toll] = []
        self.inner: set[int] = set()
        self._find()
        self._firsts = [toll.first for toll in self.all]

    def _find(self) -> None:
        openers, rises = words("tally"), words("rise")
        for i, form in enumerate(self.scan.tokens.forms):
            toll = None
            if form in openers:
                toll = self.opened(i)
            elif form in rises:
                toll = self._rise(i)
            elif i in self.nouns and self.all and self.nouns[i].tag == "pl.def" and self.nouns[i].pro == "و":
                toll = self._continued(i)
            if toll:
                self.all.append(toll)
                self.inner.update(range(toll.first, toll.stop))

    def opened(self, i: int) -> Toll | None:
        """The toll that «عدد» at token `i` opens, if it says of whom before any number («عدد الجنود الذين قتلوا»)."""
        tokens, last = self.scan.tokens, i
        roles: list[Role] = []
        if i + 1 < len(tokens) and tokens.forms[i + 1] in words("of"):
            return None
        for j in range(i + 1, min(i + 1 + _REACH, len(tokens))):
            if tokens.sentence[j] != tokens.sentence[i] or tokens.forms[j].isdigit() or (roles and j > last + 1):
                break
            role = self._harm(j)
            if role:
                roles.append(role)
                last = j
        exceeding = self.before.get(i)
        kind = exceeding.entry.get("modifier") if exceeding else None
        if not roles:
            return self._of_things(i, kind)
        return Toll(i, last + 1, "other" if {"killed", "injured"} <= set(roles) else roles[0], kind)

    def _of_things(self, i: int, kind: str | None) -> Toll | None:
        """«عدد الركاب», «عدد الغارات الجوية», «عدد المنازل المدمرة»: of those whom nothing in the phrase tells harmed."""
        scan = self.scan
        hits = scan.hits[i + 1] if is_joined(scan, i + 1) else []
        hit = next((hit for hit in hits if hit.entry.layer == "counted" and hit.tag.startswith("pl") and not hit.enc), None)
        if hit is None or hit.entry.get("nation"):
            return None
        stop, role = hit.stop, hit.entry.get("role") or ("troops" if hit.entry.id == "soldier" else "other")
        while is_joined(scan, stop) and is_definite(scan, stop) and stop - hit.stop < _ADJECTIVES:
            role = "destroyed" if scan.tokens.forms[stop] in words("ruined") else role
            stop += 1
        return Toll(i, stop, role, kind)  # type: ignore[arg-type]

    def _rise(self, i: int) -> Toll | None:
        """«ارتفاع ضحايا الفيضانات»."""
        for j in range(i + 1, min(i + 1 + _RISE_REACH, len(self.scan.tokens))):
            if j in self.nouns and self.nouns[j].tag.startswith("pl"):
                return self.opened(i)
        return None

    def _continued(self, i: int) -> Toll | None:
        """«عدد القتلى إلى 12 والجرحى إلى 30»."""
        if self.scan.tokens.sentence[self.all[-1].first] != self.scan.tokens.sentence[i] or i < self.all[-1].stop:
            return None
        role: Role = self.nouns[i].entry.get("role")  # type: ignore[assignment]
        return Toll(i, i + 1, role)

    def _harm(self, j: int) -> Role | None:
        if j in self.nouns:
            role: Role = self.nouns[j].entry.get("role")  # type: ignore[assignment]
            return role
        governor = self.governors.at(j)
        return governor.role if governor and governor.verb and governor.role in _TOLLED else None

    def of(self, count: Count, filled: Toll | None) -> Toll | None:
        """The toll whose number the count is. `filled` is the toll of the count before: it goes on only with «إلى»."""
        if count.tally is not None:
            return self.opened(count.tally)
        n = bisect_right(self._firsts, count.lead) - 1
        if n < 0:
            return None
        toll, tokens = self.all[n], self.scan.tokens
        if toll.stop > count.lead or tokens.sentence[toll.first] != tokens.sentence[count.first]:
            return None
        linked = self._is_linked(count)
        if toll == filled:
            return toll if linked else None
        return toll if linked or count.lead - toll.stop <= _ADJACENT else None

    def _is_linked(self, count: Count) -> bool:
        """«بلغ 12», «إلى 12», «بعشرة», «تجاوز 12»."""
        forms = self.scan.tokens.forms
        reaching = words("reaching")
        if count.modifier in _EXCEEDING or count.pro.startswith("ب") or forms[count.lead] in reaching:
            return True
        return count.lead > 0 and forms[count.lead - 1] in reaching
