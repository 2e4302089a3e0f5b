"""When: the day or days that a time gives to an event, and what a report leaves unsaid of them."""

from bisect import bisect_right

from tawatur.edtf import bounds
from tawatur.model import Time
from tawatur.packs.grammar import words
from tawatur.reading.circumstances import Anchor
from tawatur.reading.phrases import is_relative
from tawatur.reading.scan import Scan
from tawatur.reading.triggers import Trigger

_SINCE_REACH, _SINCE_AFTER, _CARRIER_REACH, _COMPARED_REACH = 8, 14, 12, 6
_BEGUN_REACH, _OWNED_REACH, _OWNER_REACH = 3, 6, 3
_NEWS_DAYS = 7


class Dating:
    """Dates the triggers of one document from the times found with them."""

    def __init__(self, scan: Scan, clauses: list[int], triggers: list[int]) -> None:
        self.scan, self.clauses, self.triggers = scan, clauses, triggers

    def usable(self, anchors: list[Anchor], trigger: Trigger) -> list[Anchor]:
        """The times that can date a trigger: not those it is only compared with («مقارنة مع عام 2017», «الأعنف منذ حرب 2003»)."""
        return [anchor for anchor in anchors if self._is_free(anchor, trigger)]

    def _is_free(self, anchor: Anchor, trigger: Trigger) -> bool:
        since = self._compared(anchor)
        if since is not None and not since < trigger.first < anchor.first:
            return False
        joined = trigger.pro == "و" and trigger.first == anchor.stop
        return trigger.first < anchor.first or joined or not self._is_owned(anchor)

    def _is_owned(self, anchor: Anchor) -> bool:
        """«الانتخابات التي شهدها العراق في 12 مايو»: the day of what the relative clause is about, and of nothing told after it."""
        before = range(max(anchor.first - _OWNED_REACH, 1), anchor.first)
        return any(is_relative(self.scan, j) and self._is_told(j) and self.clauses[j] == self.clauses[anchor.first] for j in before)

    def _is_told(self, i: int) -> bool:
        """Whether a trigger stands within two words before token `i`."""
        before = bisect_right(self.triggers, i - 1) - 1
        return before >= 0 and i - self.triggers[before] <= _OWNER_REACH

    def _compared(self, anchor: Anchor) -> int | None:
        """The token before a time that makes it one to compare with."""
        forms, sentence = self.scan.tokens.forms, self.scan.tokens.sentence
        for j in range(max(anchor.first - _COMPARED_REACH, 1), anchor.first):
            first_since = forms[j] in words("since") and forms[j - 1] in words("first_since")
            if (first_since or forms[j] in words("comparing")) and sentence[j] == sentence[anchor.first]:
                return j
        return None

    def date(self, trigger: Trigger, anchor: Anchor | None) -> str | None:
        """The day or interval of a time, without the hour; what is counted «منذ» a day runs from it to the day of publication."""
        if anchor is None or not isinstance(anchor.value, Time) or anchor.value.edtf is None:
            return None
        date = "/".join(part.split("T")[0] for part in anchor.value.edtf.split("/"))
        published = self.scan.document.published
        lasting = self._is_begun(trigger, anchor) or (self._is_since(anchor) and self._goes_on(trigger, anchor))
        return f"{date}/{published}" if lasting and published and date < published and "/" not in date + published else date

    def _is_since(self, anchor: Anchor) -> bool:
        """«منذ 2014»، «منذ بدء العملية في يناير»: whether the time is one since which something is."""
        forms, sentence = self.scan.tokens.forms, self.scan.tokens.sentence
        before = range(anchor.first - 1, max(anchor.first - _SINCE_REACH, -1), -1)
        return any(forms[j] in words("since") for j in before if sentence[j] == sentence[anchor.first])

    def since(self, trigger: Trigger) -> int | None:
        """The token of «منذ» in «قتل 132 فلسطينيا … منذ بدء الاحتجاجات»: a toll up to now, whenever it began."""
        forms, clauses = self.scan.tokens.forms, self.clauses
        near = range(trigger.stop, min(trigger.stop + _SINCE_AFTER, len(forms)))
        return next((j for j in near if forms[j] in words("since") and clauses[j] == clauses[trigger.first]), None)

    def since_when(self, trigger: Trigger) -> int | None:
        """The token of the event since which a toll is counted («منذ بدء الاحتجاجات»)."""
        since = self.since(trigger)
        after = bisect_right(self.triggers, since) if since is not None else len(self.triggers)
        return self.triggers[after] if after < len(self.triggers) and self.triggers[after] <= (since or 0) + _BEGUN_REACH else None

    def _goes_on(self, trigger: Trigger, anchor: Anchor) -> bool:
        """Whether the words tell of what is counted up to now or still lasts, and not of what began."""
        tag, after = trigger.tag, self.scan.tokens.forms[trigger.stop : trigger.stop + 1]
        if trigger.plural or trigger.strength == "result" or tag == "sg.acc" or tag.startswith("impf"):
            return True
        if trigger.column != "verb" and anchor.first < trigger.first:
            return True
        return any(form in words("lasting") for form in after) or self._is_carried_on(trigger)

    def _is_carried_on(self, trigger: Trigger) -> bool:
        """«تشن تركيا منذ يناير عملية»: the verb that carries the noun is in the present."""
        near = range(
            max(trigger.first - _CARRIER_REACH, self.scan.tokens.sentences[self.scan.tokens.sentence[trigger.first]][0]), trigger.first
        )
        return any(hit.entry.get("role") == "carrier" and hit.tag.startswith("impf") for j in near for hit in self.scan.hits[j])

    def _is_begun(self, trigger: Trigger, anchor: Anchor) -> bool:
        """«العملية التي بدأتها تركيا في يناير»: the time is when the thing named began."""
        if trigger.column == "verb" or anchor.first < trigger.stop:
            return False
        forms = self.scan.tokens.forms
        return any(forms[j] in words("begin") and is_relative(self.scan, j - 1) for j in range(trigger.stop + 1, anchor.first))

    def is_recalled(self, trigger: Trigger) -> bool:
        """«رفعت الوزارة، الخميس، حصيلة الهجوم»: an attack spoken of, whose day is not that of the verb before it."""
        if trigger.column == "verb":
            return False
        before = self.scan.tokens.forms[max(trigger.first - 3, 0) : trigger.first]
        return trigger.definite or any(form in words("tally") or form in words("about") for form in before)


def only_day(anchors: list[Anchor], published: str | None) -> str | None:
    """The one day that all times of a report fall on, if it is one of the last before publication."""
    values = {anchor.value.edtf.split("T")[0] for anchor in anchors if isinstance(anchor.value, Time) and anchor.value.edtf}
    value = values.pop() if len(values) == 1 else None
    days, printed = bounds(value), bounds(published)
    recent = days is not None and printed is not None and days[0] == days[1] and 0 <= (printed[0] - days[0]).days <= _NEWS_DAYS
    return value if recent else None
