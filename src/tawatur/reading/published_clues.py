"""Clues: days that the text itself calls today or yesterday, and what of their date other clues make up for."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from tawatur.reading.published_lines import UNREAD_ZONES, Line, full_date, told_days
from tawatur.reading.scan import Scan
from tawatur.reading.times_calendar import date_from_month, date_from_number
from tawatur.reading.times_periods import calendar_period
from tawatur.reading.times_values import day_of
from tawatur.reading.times_words import Context, Expression, TimeWords
from tawatur.text.tokens import COMMA, PAREN

_NEAR, _WEEK = 3, 7
_LONGEST_TITLE = 16
_DAY_OF_MONTH = 31
_DEICTICS = ((0, "today"), (1, "yesterday"))


class Told(NamedTuple):
    """What the text says of the day of publication: the parts of «اليوم السبت 6 تشرين الثاني», of «أمس …» those of the day before.

    `ago` is how many days before publication the month and day are; `weekday` is that of publication.
    """

    ago: int
    weekday: int | None
    month: int | None
    day: int | None


def day_of_lead(words: TimeWords, lines: list[Line]) -> date | None:
    """«اليوم الجمعة (5 كانون الثاني 2024)»: the weekday must agree, and no other «اليوم» disagree; else «أمس» with weekday and date."""
    context = Context(words, None)
    todays = told_days(words, "today")
    told = {number for _, number in todays if number}
    starts = [line.first for line in lines]
    for ago, days in ((0, todays), (1, told_days(words, "yesterday"))):
        for stop, number in days:
            line = lines[bisect_right(starts, stop - 1) - 1]
            if stop < words.size and words.has(stop, "corresponding") and not words.gaps[stop]:
                stop += 1
            marks = PAREN | COMMA if number else PAREN
            if stop >= words.size or words.gaps[stop] & ~marks or not (line.is_paragraph or line.number < _NEAR):
                continue
            found = full_date(context, stop)
            day = found.moment.first if found and found.moment else None
            if ago and day and number == day.isoweekday() and told <= {number % _WEEK + 1}:
                return day + timedelta(days=ago)
            if not ago and found and day and told <= {day.isoweekday()} and (number or found.first == stop):
                return day
    return None


class Era:
    """When a text can have been written, by the names that it uses: from the last that came up to the first that went."""

    def __init__(self, scan: Scan) -> None:
        entries = [hit.entry for hit in scan.in_layer("eras") if scan.zone[hit.first] not in UNREAD_ZONES]
        self.since = max((date.fromisoformat(entry.get("since")) for entry in entries), default=None)
        self.until = min((date.fromisoformat(entry.get("until")) for entry in entries if entry.get("until")), default=None)

    @property
    def years(self) -> range:
        """The years of the era; none of one without an end."""
        return range(self.since.year, self.until.year + 1) if self.since and self.until else range(0)

    def holds(self, day: date) -> bool:
        """Whether a day is within the era."""
        return self.since is not None and self.until is not None and self.since <= day <= self.until


class Clues:
    """What one document without a stamp lets infer of its day of publication. Clues that do not agree tell nothing."""

    def __init__(self, words: TimeWords, lines: list[Line]) -> None:
        self.words, self.lines, self.context = words, lines, Context(words, None)
        self.told = list(self._told())
        weekdays = {told.weekday for told in self.told if told.weekday}
        self.weekday = weekdays.pop() if len(weekdays) == 1 else None
        self.agree = not weekdays

    def day(self, year: int | None = None, month: int | None = None) -> date | None:
        """The day, in the `year` and `month` where they are known: that of the headline, of «اليوم» or «أمس», or of a caption or post."""
        if not self.agree:
            return None
        named = self._of_title() or self._of_told(year, month) or self._of_posts()
        return named if named and (year is None or self._is_near(named, year, month)) else None

    def _is_near(self, day: date, year: int, month: int | None) -> bool:
        """Whether a day is in the month, or at most a day or two outside, as where clocks differ."""
        near = [day + timedelta(days=days) for days in (-_NEAR, 0, _NEAR)]
        return any(one.year == year and month in (None, one.month) for one in near)

    def _told(self) -> Iterator[Told]:
        for ago, deictic in _DEICTICS:
            for stop, number in told_days(self.words, deictic):
                weekday = (number - 1 + ago) % _WEEK + 1 if number else None
                month, day = self._date_at(stop) if number else (None, None)
                yield Told(ago, weekday, month, day)

    def _date_at(self, i: int) -> tuple[int | None, int | None]:
        """The month and day, or the day alone, that stand at token `i`."""
        words = self.words
        if i < words.size and words.has(i, "corresponding") and not words.gaps[i]:
            i += 1
        if i >= words.size or words.gaps[i] & ~(PAREN | COMMA):
            return None, None
        found = date_from_number(self.context, i)
        if found and found.timex and len(found.timex) == len("XXXX-11-06"):
            month = found.timex[5:7]
            return int(month) if month.isdigit() else None, int(found.timex[8:10])
        number = words.numbers.get(i)
        alone = number and number.digits and isinstance(number.value, int) and 1 <= number.value <= _DAY_OF_MONTH and not words.gaps[i]
        closed = number and (number.stop >= words.size or words.gaps[number.stop])
        return (None, int(number.value)) if number and alone and closed else (None, None)

    def _of_title(self) -> date | None:
        """The full date of a headline that gives its weekday too («حصاد الاثنين 21-02-2022»); a line of a date alone may be a clock."""
        words = self.words
        title = self.lines[0] if self.lines else Line(0, 0, 0, 0)
        for i in range(title.first, min(title.stop, _LONGEST_TITLE)):
            hit = words.weekdays.get(i)
            found = full_date(self.context, i) if hit else None
            day = found.moment.first if found and found.moment else None
            headed = found is not None and title.stop - title.first > found.stop - found.first
            if hit and day and headed and day.isoweekday() == int(hit.entry.get("day")) and self.weekday in (None, day.isoweekday()):
                return day
        return None

    def _of_told(self, year: int | None, month: int | None) -> date | None:
        """«اليوم السبت 6 تشرين الثاني»: in the known year or «العام الجاري 2021»; in the year of the text's latest date or the next; or in
        the one year of its era; where the weekday agrees. «أمس الأحد 7» in the known month.
        """
        known = year or self._current_year()
        if known:
            return next(self._in_years(range(known, known + 1), month), None)
        latest = self._latest()
        if latest:
            soon = self._in_years(range(latest.year, latest.year + 2), month)
            found = next((day for day in soon if day >= latest), None)
            if found:
                return found
        era = Era(self.words.scan)
        possible = [day for day in self._in_years(era.years, month) if era.holds(day) and (latest is None or day >= latest)]
        return possible[0] if len(possible) == 1 else None

    def _in_years(self, years: range, month: int | None) -> Iterator[date]:
        """The day of publication in each of the years in which all days and weekdays that are told agree on one."""
        dates = {(told.ago, told.month or month, told.day) for told in self.told if told.weekday}
        for year in years:
            days = {self._published(year, number, day, ago) for ago, number, day in dates if number and day}
            found = days.pop() if len(days) == 1 else None
            if found:
                yield found

    def _published(self, year: int, month: int, day: int, ago: int) -> date | None:
        """The day of publication, where the weekday that the text tells of it agrees."""
        moment = day_of(year, month, day)
        published = moment.first + timedelta(days=ago) if moment else None
        return published if published and published.isoweekday() == self.weekday else None

    def _of_posts(self) -> date | None:
        """The latest date among captions and embedded posts beside the text, where «اليوم» or «أمس» with its weekday fits it."""
        days = [found.moment.first for found in self._beside_text() if found.moment]
        latest = max(days, default=None)
        if latest is None or self.weekday is None:
            return None
        fitting = {latest + timedelta(days=told.ago) for told in self.told if told.weekday}
        fitting = {day for day in fitting if day.isoweekday() == self.weekday}
        return fitting.pop() if len(fitting) == 1 else None

    def _beside_text(self) -> Iterator[Expression]:
        zone = self.words.scan.zone
        for line in self.lines:
            if line.is_paragraph or zone[line.first] in ("related", "boilerplate"):
                continue
            for i in range(line.first, line.stop):
                found = full_date(self.context, i) if i in self.words.numbers or i in self.words.months else None
                if found:
                    yield found

    def _current_year(self) -> int | None:
        """The year told as the current one («العام الجاري 2021»)."""
        words = self.words
        for first, hit in words.units.items():
            relation = words.relation(hit.stop) if hit.entry.id == "year" else None
            if relation and relation.entry.id == "current":
                found = calendar_period(self.context, first)
                if found and found.stated and found.moment:
                    return found.moment.first.year
        return None

    def _latest(self) -> date | None:
        """The latest day or month that the text dates in full; of a month, its first day."""
        words, context = self.words, self.context
        dated = [full_date(context, i) for i in words.numbers] + [date_from_month(context, i) for i in words.months]
        return max((found.moment.first for found in dated if found and found.stated and found.moment), default=None)
