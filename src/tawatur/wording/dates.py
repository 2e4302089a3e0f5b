"""Dates in words: EDTF and TIMEX3 values as a reader of news would say them. What cannot be said in words stays as it is written."""

import re
from datetime import date

from tawatur.text.plurals import number
from tawatur.wording.messages import Messages

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_DECADE = re.compile(r"(\d{3})X$")
_CENTURY = re.compile(r"(\d{2})XX$")
_CLOCK = re.compile(r"T(\d\d:\d\d)")
_PART = re.compile(r"T(MO|MI|AF|EV|NI|DT)$")
_DURATION = re.compile(r"P(T?)(\d+|X)([YMWDHS])$")
_REFERENCES = frozenset(("PAST_REF", "PRESENT_REF", "FUTURE_REF"))
_FIRST_SEASON = 21
_OPEN = frozenset(("", ".."))


class DateWords:
    """Says dates in one language."""

    def __init__(self, say: Messages) -> None:
        self._say = say

    def edtf(self, value: str | None) -> str:
        """The day, month, year, span or choice that an EDTF string means."""
        if not value:
            return self._say("no_date")
        return self._say.number(self._choice(value))

    def _choice(self, value: str) -> str:
        if value[0] in "[{" and value[-1] in "]}":
            return self._say("page.date.or").join(self._span(part) for part in value[1:-1].split(","))
        return self._span(value)

    def time(self, edtf: str | None, timex: str | None) -> str | None:
        """A time as a whole: its date with the part of the day or the hour, or else how long it lasts. None when neither is known."""
        within = self._within(timex or "")
        if edtf:
            return " · ".join(filter(None, (self.edtf(edtf), within)))
        return self._length(timex or "") or within or (timex or None)

    def _span(self, value: str) -> str:
        first, slash, last = value.partition("/")
        if not slash:
            return self._one(value)
        if first in _OPEN:
            return self._say("page.date.until", date=self._one(last))
        if last in _OPEN:
            return self._say("page.date.since", date=self._one(first))
        return self._say("page.date.span", first=self._one(first), last=self._one(last))

    def _one(self, value: str) -> str:
        plain = value.rstrip("~?%")
        words = self._plain(plain)
        if value == plain:
            return words
        return self._say("page.date.perhaps" if value.endswith("?") else "page.date.about", date=words)

    def _plain(self, value: str) -> str:
        say = self._say
        if found := _DAY.match(value):
            year, month, day = map(int, found.groups())
            try:
                weekday = date(year, month, day).weekday()
            except ValueError:
                return value
            return say("page.date.day", weekday=say(f"page.weekday.{weekday}"), day=day, month=say.month(month), year=year)
        if found := _MONTH.match(value):
            year, month = map(int, found.groups())
            if 1 <= month <= 12:
                return say("page.date.month", month=say.month(month), year=year)
            if _FIRST_SEASON <= month < _FIRST_SEASON + 4:
                return say("page.date.month", month=say(f"page.season.{month}"), year=year)
        if found := _DECADE.match(value):
            return say("page.date.decade", year=found[1] + "0")
        if found := _CENTURY.match(value):
            return say("page.date.century", number=int(found[1]) + 1, first=found[1] + "00", last=found[1] + "99")
        return value

    def _within(self, timex: str) -> str | None:
        """The hour or the part of the day."""
        if found := _CLOCK.search(timex):
            return found[1]
        found = _PART.search(timex)
        return self._say(f"page.part.{found[1]}") if found else None

    def _length(self, timex: str) -> str | None:
        if timex in _REFERENCES:
            return self._say(f"page.time.{timex}")
        found = _DURATION.match(timex)
        if not found:
            return None
        unit = {"TM": "MIN"}.get(found[1] + found[3], found[3])
        one, two, few, many, some = self._say(f"page.unit.{unit}", count=found[2]).split("|")
        if found[2] == "X":
            return some
        return {"one": one, "two": two, "few": few}.get(number(int(found[2])), many)
