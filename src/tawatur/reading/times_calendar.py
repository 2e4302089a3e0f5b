"""Dates by the calendar: month names of every calendar and in pairs, days of the month, years, Hijri dates."""

from datetime import date, timedelta
from typing import NamedTuple

from hijridate import Gregorian

from tawatur.model import Warning
from tawatur.packs.lexicon import Hit
from tawatur.reading.times_hijri import HIJRI_YEARS, hijri_moment
from tawatur.reading.times_tense import tense, word_tense
from tawatur.reading.times_values import Moment, day_of, month_of
from tawatur.reading.times_words import Context, Expression, TimeWords, expression
from tawatur.reading.times_years import year_after, year_number
from tawatur.text.numbers import Number
from tawatur.text.tokens import COMMA, DASH, PAREN, SLASH

_PAIR_MARKS = SLASH | DASH | PAREN
_HOURS = 12
_AHEAD = timedelta(days=31)


class Month(NamedTuple):
    """A month name, or a pair of names of one month, at tokens up to `stop`."""

    month: int
    hijri: bool
    stop: int
    hit: Hit
    pair: bool


class When(NamedTuple):
    """What follows a month: its year, or its place against the day of publication, and where that ends."""

    year: int | None
    step: int | None
    stop: int


def month_name(context: Context, i: int) -> Month | None:
    """The month named at token `i`. Two names that disagree give a warning and the month of the Gregorian name."""
    words = context.words
    first = words.months.get(i)
    if first is None:
        return None
    hijri = first.entry.get("calendar") == "hijri"
    second = words.months.get(first.stop) if words.follows(first.stop, _PAIR_MARKS) else None
    if hijri or second is None or second.pro or not _is_pair(words, first, second):
        return Month(int(first.entry.get("month")), hijri, first.stop, first, False)
    gregorian = first if first.entry.get("calendar") == "gregorian" else second
    if first.entry.get("month") != second.entry.get("month"):
        _warn(context, first, second)
    return Month(int(gregorian.entry.get("month")), False, second.stop, first, True)


def _is_pair(words: TimeWords, first: Hit, second: Hit) -> bool:
    calendars = {first.entry.get("calendar"), second.entry.get("calendar")}
    same = first.entry.get("month") == second.entry.get("month")
    return same or (calendars == {"gregorian", "levantine"} and not words.gaps[second.first] & DASH)


def _warn(context: Context, first: Hit, second: Hit) -> None:
    tokens = context.words.tokens
    start, end = tokens.starts[first.first] + len(first.pro), tokens.ends[second.stop - 1]
    names = tokens.text[start:end]
    context.warnings[start] = Warning("calendar_mismatch", start, end, f"«{names}» names two different months")


def date_from_number(context: Context, i: int) -> Expression | None:
    """«21 مارس 2021»، «السابع من تشرين الأول الماضي»، «15 من الشهر الجاري»، «16 الجاري»."""
    words = context.words
    number = words.number(i)
    if number is None or not isinstance(number.value, int) or not 1 <= number.value <= 31 or number.percent:
        return None
    j = number.stop
    returned = _day_of_return(context, number)
    if returned:
        return returned
    if number.digits and not words.follows(j, SLASH | DASH):
        return _lone_day(context, number)
    relation = words.relation(j)
    if relation and relation.entry.get("step") == "0" and relation.entry.get("kind") == "near":
        return _day_of_this_month(context, number.first, relation.stop, number.value) if _is_governed(words, i) else None
    if not words.follows(j, SLASH | DASH):
        return None
    if words.kinds(j) & {"from", "in"} and words.follows(j) and words.follows(j + 1):
        j += 1
    if words.has(j, "month") and words.follows(j + 1) and j + 1 in words.months:
        j += 1
    elif j in words.units or (words.has(j, "this") and j + 1 in words.units):
        return _day_of_relative_month(context, number.first, j, number.value)
    month = month_name(context, j)
    if month is None or (words.gaps[j] & ~(SLASH | DASH)) or month.hit.pro or (words.has(j - 1, "in") and j - 1 >= number.stop):
        return None
    if words.has(number.first - 1, "names") and not words.gaps[number.first] and _when(context, month).stop == month.stop:
        return None
    return _dated(context, number.first, month, number.value)


def _is_governed(words: TimeWords, i: int) -> bool:
    return i > 0 and not words.gaps[i] and bool(words.kinds(i - 1) & {"prepositions", "day"})


def _lone_day(context: Context, number: Number) -> Expression | None:
    """«يوم 27»، «سأعود في 15»: a day of this month that ends its clause."""
    words, before = context.words, number.first - 1
    if before < 0 or words.gaps[number.first] or number.stop - number.first > 1:
        return None
    named = words.has(before, "day") and words.forms[before].endswith("يوم")
    told = words.has(before, "in") and number.value > _HOURS and word_tense(words, before - 1) is not None
    return _day_of_this_month(context, number.first, number.stop, int(number.value)) if named or told else None


def _day_of_return(context: Context, number: Number) -> Expression | None:
    """«عدت في الثاني والعشرين»: a day of this month that ends what a speaker says of coming or going."""
    words, before = context.words, number.first - 1
    if before < 1 or words.gaps[number.first] or words.follows(number.stop) or not (number.digits or number.definite):
        return None
    verb = before if number.pro.endswith("ل") else before - 1 if words.kinds(before) & {"in", "to"} and not words.gaps[before] else -1
    if verb < 0 or not words.has(verb, "came"):
        return None
    return _day_of_this_month(context, number.first, number.stop, int(number.value))


def _day_of_this_month(context: Context, first: int, stop: int, day: int) -> Expression | None:
    today = context.today
    moment = day_of(today.year, today.month, day) if today else None
    return expression(first, stop, moment, f"XXXX-XX-{day:02}")


def _day_of_relative_month(context: Context, first: int, j: int, day: int) -> Expression | None:
    """«السابع من الشهر الجاري»، «20 من هذا الشهر»."""
    words = context.words
    this = j not in words.units
    unit = words.units[j + 1 if this else j]
    relation = words.relation(unit.stop)
    if unit.entry.id != "month" or unit.tag != "sg.def" or not (relation or this):
        return None
    if this or relation is None:
        return _day_of_this_month(context, first, unit.stop, day)
    base = context.focus.first if relation.entry.get("kind") == "told" and context.focus else context.today
    moment = _months_away(base, int(relation.entry.get("step")), day) if base else None
    return expression(first, relation.stop, moment, f"XXXX-XX-{day:02}")


def _months_away(base: date, step: int, day: int) -> Moment | None:
    year, month = divmod(base.year * 12 + base.month - 1 + step, 12)
    return day_of(year, month + 1, day)


def date_from_month(context: Context, i: int) -> Expression | None:
    """«مارس 2021»، «آذار الماضي»، «شهر رمضان»، and a month's name alone where it can be nothing else."""
    month = month_name(context, i)
    words = context.words
    if month is None or _is_named_after(words, i):
        return None
    day_after = _month_day_year(context, i, month)
    if day_after:
        return day_after
    when = _when(context, month)
    named = i > 0 and not words.gaps[i] and words.has(i - 1, "month")
    if i > 0 and words.has(i - 1, "this") and not words.gaps[i] and context.today and not month.hijri and when.stop == month.stop:
        moment = month_of(context.today.year, month.month)
        return expression(i - 1, month.stop, moment, "")
    if when.stop == month.stop and not month.pair and not named and not _stands_alone(words, i, month):
        return None
    return _dated(context, i - 1 if named else i, month, None)


def _is_named_after(words: TimeWords, i: int) -> bool:
    """«شارع 14 تموز»، «مدينة السادس من أكتوبر»."""
    j = i - 2 if words.has(i - 1, "from") and words.follows(i) else i - 1
    return j in words.numbers and words.has(j - 1, "names") and not words.gaps[j] | words.gaps[j + 1]


def whole_month(context: Context, i: int) -> Expression | None:
    """The month at token `i`, where the words before it leave no doubt that it is one."""
    month = month_name(context, i)
    return _dated(context, i, month, None) if month else None


def _month_day_year(context: Context, i: int, month: Month) -> Expression | None:
    """«November 6, 2021»، «أكتوبر 7، 2023»، «مايو الحادي والعشرين»: the order of translated texts."""
    words = context.words
    day = words.numbers.get(month.stop) if words.follows(month.stop) and not month.hijri else None
    if day is None or not isinstance(day.value, int) or not 1 <= day.value <= 31 or not (day.digits or (day.ordinal and day.definite)):
        return None
    told = _year_of_day(context, day)
    if told is None:
        return _dated(context, i, month._replace(stop=day.stop), day.value) if day.ordinal and not month.pair else None
    moment = day_of(told[0], month.month, day.value)
    return expression(i, told[1], moment, "", True) if moment else None


def _year_of_day(context: Context, day: Number) -> tuple[int, int] | None:
    words, j = context.words, day.stop
    if not words.follows(j, COMMA) or not (words.gaps[j] or day.ordinal):
        return None
    if words.has(j, "from") and words.follows(j + 1):
        j += 1
    return year_after(context, j) or year_number(words, j)


def _stands_alone(words: TimeWords, i: int, month: Month) -> bool:
    row = month.hit.entry
    governed = bool(month.hit.pro.strip("وف")) or _is_governed(words, i)
    if words.has(i - 1, "names") and not words.gaps[i]:
        return False
    if row.get("bare") == "yes":
        return True
    part = _part_before(words, i)
    if part and (row.get("bare") != "no" or part == "first" or row.get("calendar") == "hijri"):
        return True
    if row.get("bare") == "prep":
        return governed
    if row.get("bare") == "in":
        return i > 0 and bool(words.kinds(i - 1) & {"in", "since", "during"}) and not month.hit.pro
    spelled = row.get("spelled")
    return bool(spelled) and governed and words.tokens.text[words.tokens.starts[i] : words.tokens.ends[i]].endswith(spelled)


def _part_before(words: TimeWords, i: int) -> str:
    """«منتصف رمضان»، «العشر الأواخر من رمضان»: which part of it the words before the month say."""
    if i == 0 or words.gaps[i]:
        return ""
    part = words.parts.get(i - 1)
    if part:
        return part.entry.get("part")
    tens = (words.spans.get(k) for k in (i - 2, i - 3))
    return next((hit.entry.get("kind") for hit in tens if hit and hit.stop == i - 1 and words.has(i - 1, "from")), "")


def _dated(context: Context, first: int, month: Month, day: int | None) -> Expression | None:
    when = _when(context, month)
    moment = _hijri(context, first, month, day, when) if month.hijri else _gregorian(context, first, month, day, when)
    timex = f"XXXX-{month.month:02}" + (f"-{day:02}" if day else "")
    if month.hijri and moment is None:
        return None
    if when.year and moment is None:
        return None
    return expression(first, when.stop, moment, timex, when.year is not None)


def _when(context: Context, month: Month) -> When:
    words = context.words
    bracket = PAREN if month.pair else 0
    told = year_after(context, month.stop, month.hijri, bracket) or (month.hijri and year_after(context, month.stop))
    if told:
        return When(told[0], None, told[1])
    relation = words.relation(month.stop, bracket)
    if relation and relation.entry.get("kind") in ("near", "recent", "told") and relation.entry.id != "same":
        return When(None, int(relation.entry.get("step")), relation.stop)
    return When(None, None, month.stop)


def _gregorian(context: Context, first: int, month: Month, day: int | None, when: When) -> Moment | None:
    if when.year is not None:
        return _make(when.year, month.month, day)
    today = context.today
    if when.step is not None:
        return _stepped(today, month.month, day, when.step) if today else None
    told = context.told_year(first)
    if told is not None:
        return _make(told, month.month, day)
    return unmarked(context, first, when.stop, month.month, day)


def _make(year: int, month: int, day: int | None) -> Moment | None:
    return day_of(year, month, day) if day else month_of(year, month)


def _stepped(today: date, month: int, day: int | None, step: int) -> Moment | None:
    """«الماضي»: the latest such month before this one; «المقبل»: the next after it; «الجاري»: this one, or the latest."""
    year = today.year
    if step < 0 and month >= today.month:
        year -= 1
    elif (step > 0 and month <= today.month) or (step == 0 and month == 1 and today.month == 12):
        year += 1
    elif step == 0 and month > today.month:
        year -= 1
    return _make(year, month, day)


def unmarked(context: Context, first: int, stop: int, month: int, day: int | None) -> Moment | None:
    """The latest such date up to today; the next when the tense says so, or when nothing does and it is near.

    After «حتى» and the like, where the nearest verb is often that of setting the term, the nearer of the two.
    """
    today = context.today
    if today is None:
        return None
    told = tense(context.words, first, stop)
    candidates = [made for year in range(today.year - 4, today.year + 5) if (made := _make(year, month, day))]
    past = [moment for moment in candidates if moment.first <= today]
    coming = [moment for moment in candidates if moment.last >= today]
    ahead = told == "future" or (bool(coming) and day is not None and told is None and coming[0].first - today <= _AHEAD)
    if past and coming and context.words.has(first - 1, "until") and not context.words.gaps[first]:
        ahead = coming[0].first - today < today - past[-1].last
    if coming and ahead:
        return coming[0]
    return past[-1] if past else None


def _in_gregorian(year: int, month: int, day: int | None) -> Moment | None:
    """«رمضان 2018»: the Hijri day or month that began in the Gregorian year."""
    if not date(1925, 1, 1) <= date(year, 1, 1) <= date(2076, 1, 1):
        return None
    first = Gregorian(year, 1, 1).to_hijri().year
    made = (hijri_moment(first + n, month, day) for n in (0, 1))
    return next((moment for moment in made if moment and moment.first.year == year), None)


def _hijri(context: Context, first: int, month: Month, day: int | None, when: When) -> Moment | None:
    if when.year is not None:
        return _in_gregorian(when.year, month.month, day) if when.year > HIJRI_YEARS[-1] else hijri_moment(when.year, month.month, day)
    today = context.today
    if today is None or not date(1925, 1, 1) <= today <= date(2076, 1, 1):
        return None
    year = Gregorian(today.year, today.month, today.day).to_hijri().year
    candidates = [made for n in (-2, -1, 0, 1) if (made := hijri_moment(year + n, month.month, day))]
    step = when.step
    if step is None:
        step = 1 if tense(context.words, first, when.stop) == "future" else 0
    past = [made for made in candidates if (made.last < today if step < 0 else made.first <= today)]
    coming = [made for made in candidates if made.first > today]
    chosen = coming[:1] if step > 0 else past[-1:]
    return chosen[0] if chosen else None
