"""Clock times: «الساعة 10:16 مساء»، «السابعة والنصف صباحا بتوقيت بغداد»، «08:25م»."""

import re
from typing import NamedTuple

from tawatur.reading.times_days import day_part, deictic, weekday
from tawatur.reading.times_tense import word_tense
from tawatur.reading.times_words import Context, Expression, TimeWords
from tawatur.text.numbers import Number
from tawatur.text.tokens import COLON, COMMA, DASH, PAREN

_DOTTED = re.compile(r"(\d{1,2})[.,](\d\d)")
_HALF_DAY = 12
_BEFORE_HOURS = frozenset(("in", "at", "from", "to", "between", "since", "approx"))


class Clock(NamedTuple):
    """A time of day at tokens up to `stop`, and the day it is told with, if any."""

    hour: int
    minute: int
    stop: int
    day: Expression | None = None
    second: int | None = None
    marked: bool = False
    halved: bool = False

    @property
    def timex(self) -> str:
        return f"T{self.hour:02}:{self.minute:02}" + ("" if self.second is None else f":{self.second:02}")


def clock_time(context: Context, i: int) -> Expression | None:
    """A clock time that begins at «الساعة», at figures with a colon, or at an hour with its part of the day; the day after it too."""
    clock = _from_word(context, i) or _from_figures(context, i) or _from_hour(context, i) or _from_context(context, i)
    clock = clock or _minutes_before(context, i)
    if clock is None:
        return None
    day = clock.day
    if day is None:
        return Expression(i, clock.stop, "time", None, clock.timex)
    return Expression(i, day.stop, "time", day.edtf, _timex(day, clock), day.moment, day.stated, "T")


def _timex(day: Expression, clock: Clock) -> str:
    base = day.timex or ""
    return base.removesuffix(day.part) + clock.timex if day.part and day.part != "T" else base + clock.timex


def with_clock(context: Context, found: Expression) -> Expression:
    """The day with the clock time told after it."""
    if found.part == "T" or found.moment is None or not found.moment.is_day:
        return found
    words = context.words
    j = found.stop
    while words.follows(j, COMMA | DASH) and words.has(j, "at") and j < found.stop + 3:
        j += 1
    clock = None
    if words.follows(j, COMMA | DASH):
        clock = _from_word(context, j) or _from_figures(context, j, dated=True)
    if clock is None or clock.day is not None:
        return found
    return found._replace(stop=clock.stop, kind="time", timex=_timex(found, clock), part="T")


def _from_word(context: Context, i: int) -> Clock | None:
    words = context.words
    unit = words.units.get(i)
    if unit is None or unit.entry.id != "hour" or unit.tag != "sg.def" or not words.follows(unit.stop, PAREN | COLON):
        return None
    return ended_clock(context, _figures(words, unit.stop) or _hour_word(words, unit.stop))


def _from_figures(context: Context, i: int, dated: bool = False) -> Clock | None:
    """«19:40» by itself is a time only with something that says so."""
    words = context.words
    if i >= words.size or not words.forms[i].isdigit() or i + 1 >= words.size or words.gaps[i + 1] != COLON:
        return None
    clock = ended_clock(context, _figures(words, i))
    return clock if clock and (dated or clock.marked or clock.day) else None


def _from_hour(context: Context, i: int) -> Clock | None:
    """«في الثامنة والنصف صباحا»، «عند 7 مساء»: an hour that a part of the day follows."""
    words = context.words
    number = words.numbers.get(i)
    if number is None or not (number.digits or _is_hour(words, number)) or not 1 <= number.value <= _HALF_DAY:
        return None
    governed = i > 0 and not words.gaps[i] and bool(words.kinds(i - 1) & _BEFORE_HOURS)
    clock = _figures(words, i) if number.digits else _hour_word(words, i)
    if clock and clock.minute and number.ordinal:
        return ended_clock(context, clock)
    if clock is None or not words.follows(clock.stop):
        return None
    hit = words.dayparts.get(clock.stop)
    if hit and hit.entry.get("adverb") and not hit.pro:
        return ended_clock(context, clock) if governed or number.ordinal or len(words.forms[hit.first]) > 1 else None
    zoned = words.has(clock.stop, "zone") or words.has(clock.stop, "local")
    return ended_clock(context, clock) if zoned else None


def _from_context(context: Context, i: int) -> Clock | None:
    """«سأعود في السابعة»، «إنها 8 في الليل»: an hour alone, where the speaker says when and nothing is counted."""
    words = context.words
    number = words.numbers.get(i)
    if number is None or number.percent or not _says_when(words, i):
        return None
    if not (number.digits or _is_hour(words, number)):
        return None
    colon = words.follows(i + 1, COLON) and bool(words.gaps[i + 1])
    hundreds = isinstance(number.value, int) and 100 <= number.value < 2400
    if not (colon or 1 <= number.value <= _HALF_DAY or hundreds):
        return None
    clock = _figures(words, i) if number.digits else _hour_word(words, i)
    clock = _valid(int(number.value) // 100, int(number.value) % 100, number.stop) if hundreds and not colon else clock
    ended = ended_clock(context, clock, loosely=True)
    if ended is None or (hundreds and not colon and not ended.halved):
        return None
    return ended if ended.marked or not words.follows(ended.stop) else None


def _minutes_before(context: Context, i: int) -> Clock | None:
    """«ثلاث دقائق قبل الثامنة»."""
    words = context.words
    minutes = words.numbers.get(i)
    unit = words.units.get(minutes.stop) if minutes else None
    if minutes is None or unit is None or unit.entry.id != "minute" or not isinstance(minutes.value, int):
        return None
    j = unit.stop + 1
    if not (words.follows(j) and words.has(unit.stop, "ago") and words.follows(unit.stop)):
        return None
    hour = words.numbers.get(j)
    clock = _from_word(context, j) or (_hour_word(words, j) if hour and _is_hour(words, hour) else None)
    if clock is None or clock.day or (hour and words.follows(clock.stop) and not clock.minute):
        return None
    total = clock.hour * 60 + clock.minute - minutes.value
    return clock._replace(hour=total // 60 % 24, minute=total % 60)


def _says_when(words: TimeWords, i: int) -> bool:
    """Whether «إنها» or a verb of what is to come stands before, with «في» or «عند» between or not; or «عند» alone."""
    j = i - 1
    if j < 0 or words.gaps[i]:
        return False
    if words.kinds(j) & {"in", "at"} and j > 0 and not words.gaps[j]:
        j -= 1
    return words.has(j, "it_is") or word_tense(words, j) == "future"


def part_then_clock(context: Context, i: int) -> Expression | None:
    """«بعد الظهر الساعة 7»."""
    words = context.words
    hit = words.dayparts.get(i)
    if hit is None or hit.pro.strip("وف") or not words.follows(hit.stop) or not words.forms[hit.stop - 1].startswith("ال"):
        return None
    clock = _from_word(context, hit.stop) or _from_figures(context, hit.stop, dated=True)
    if clock is None or clock.day:
        return None
    hour = clock.hour if clock.halved else _in_part(clock.hour, int(hit.entry.get("hour")), int(hit.entry.get("until")))
    return Expression(i, clock.stop, "time", None, clock._replace(hour=hour).timex)


def loose_clock(context: Context, i: int) -> Clock | None:
    """A time that may be one end of a range: with «الساعة», with a colon, or an hour alone."""
    words = context.words
    named = _from_word(context, i)
    if named:
        return named._replace(marked=True)
    j = i + 1 if i < words.size and words.forms[i] == "و" and words.follows(i + 1) else i
    unit = words.units.get(j)
    if unit and unit.pro == "و" and unit.entry.id == "hour":
        return None
    number = words.numbers.get(j)
    if number is None or number.percent or (number.pro and number.pro != "و") or not 0 <= number.value <= 24:
        return None
    if not (number.digits or _is_hour(words, number)):
        return None
    colon = words.follows(j + 1, COLON) and bool(words.gaps[j + 1])
    clock = _figures(words, j) if number.digits else _hour_word(words, j)
    ended = ended_clock(context, clock, loosely=True)
    if clock and ended and ended.stop == clock.stop + 1 and len(words.forms[clock.stop]) == 1 and not colon:
        return None
    return ended._replace(marked=ended.marked or colon) if ended else None


def _is_hour(words: TimeWords, number: Number) -> bool:
    """«السابعة»، «الواحدة»."""
    return number.definite and (number.ordinal or words.has(number.first, "one_oclock"))


def _figures(words: TimeWords, i: int) -> Clock | None:
    form = words.forms[i]
    dotted = _DOTTED.fullmatch(form)
    if dotted:
        return _valid(int(dotted[1]), int(dotted[2]), i + 1)
    if not form.isdigit():
        return None
    if i + 1 < words.size and words.gaps[i + 1] == COLON and words.forms[i + 1].isdigit() and len(words.forms[i + 1]) == 2:
        clock, stop = _valid(int(form), int(words.forms[i + 1]), i + 2), i + 2
        if stop < words.size and words.gaps[stop] == COLON and words.forms[stop].isdigit() and len(words.forms[stop]) == 2:
            return clock._replace(second=int(words.forms[stop]), stop=stop + 1) if clock else None
        return clock
    if len(form) == 4:
        return _valid(int(form[:2]), int(form[2:]), i + 1)
    return _with_minutes(words, _valid(int(form), 0, i + 1))


def _hour_word(words: TimeWords, i: int) -> Clock | None:
    """«الثامنة والنصف»، «الثانية عشرة إلا ربعا»، «العاشرة وست عشرة دقيقة»."""
    number = words.number(i)
    if number is None or number.digits or not isinstance(number.value, int) or not 1 <= number.value <= 60:
        return None
    tens, hour = divmod(number.value, 10)
    if number.value > _HALF_DAY:
        return _valid(hour, tens * 10, number.stop + 1) if words.units.get(number.stop) else None
    return _with_minutes(words, _valid(number.value, 0, number.stop))


def _with_minutes(words: TimeWords, clock: Clock | None) -> Clock | None:
    if clock is None or not words.follows(clock.stop):
        return clock
    i = clock.stop
    part = words.numbers.get(i)
    if part and part.pro == "و" and 0 < part.value < 1:
        clock = clock._replace(minute=round(part.value * 60), stop=part.stop)
        i = clock.stop
        if not words.has(i, "except") or not words.follows(i):
            return clock
    less = words.numbers.get(i + 1) if words.has(i, "except") else None
    if less:
        return _less(words, clock, less)
    j = i + 1 if words.forms[i] == "و" else i
    number = words.number(j)
    unit = words.units.get(number.stop) if number else None
    if number and unit and unit.entry.id == "minute" and (j > i or number.pro == "و") and isinstance(number.value, int):
        return _valid(clock.hour, number.value, unit.stop) or clock
    if (
        number
        and number.pro == "و"
        and isinstance(number.value, int)
        and not (number.ordinal or number.digits)
        and number.value > _HALF_DAY
    ):
        part_of_day = words.dayparts.get(number.stop) if words.follows(number.stop) else None
        if part_of_day and part_of_day.entry.get("adverb") and len(words.forms[number.stop]) > 1:
            return _valid(clock.hour, number.value, number.stop) or clock
    return clock


def _less(words: TimeWords, clock: Clock, less: Number) -> Clock:
    """«إلا ربعا»، «إلا خمس دقائق»."""
    unit = words.units.get(less.stop)
    if 0 < less.value < 1:
        minutes, stop = round(less.value * 60), less.stop
    elif unit and unit.entry.id == "minute" and isinstance(less.value, int):
        minutes, stop = less.value, unit.stop
    else:
        return clock
    total = clock.hour * 60 + clock.minute - minutes
    return _valid(total // 60 % 24, total % 60, stop) or clock


def _valid(hour: int, minute: int, stop: int) -> Clock | None:
    return Clock(hour, minute, stop) if 0 <= hour <= 24 and 0 <= minute < 60 else None


def ended_clock(context: Context, clock: Clock | None, loosely: bool = False) -> Clock | None:
    """Takes in the part of the day, the zone and the day that follow; `loosely`, «في المساء» too."""
    if clock is None:
        return None
    clock = _zoned(context.words, _halved(context, clock, loosely))
    if clock.day is None:
        clock = _dated(context, clock)
        if clock.day is None and not clock.marked:
            clock = _zoned(context.words, _halved(context, clock))
    return clock


def _halved(context: Context, clock: Clock, loosely: bool = False) -> Clock:
    """«مساء»، «م»، «من مساء اليوم»."""
    words = context.words
    i = clock.stop
    if not words.follows(i, COMMA | PAREN):
        return clock
    j = i + 1 if (words.has(i, "from") or (loosely and words.has(i, "in"))) and not words.gaps[i] else i
    hit = words.dayparts.get(j)
    if hit is None or (hit.pro and j == i) or (words.gaps[j] & COMMA and not words.follows(hit.stop)):
        return clock
    day = day_part(context, j)
    hour = _in_part(clock.hour, int(hit.entry.get("hour")), int(hit.entry.get("until")))
    return clock._replace(hour=hour, stop=day.stop if day else hit.stop, day=day, marked=True, halved=True)


def _in_part(hour: int, earliest: int, latest: int) -> int:
    """The hour on the 24-hour clock that falls in the part of the day."""
    for candidate in (hour, hour + _HALF_DAY):
        if earliest <= candidate <= latest and candidate <= 24:
            return candidate % 24
    if hour == _HALF_DAY and latest > 24:
        return 0
    return hour


def _zoned(words: TimeWords, clock: Clock) -> Clock:
    """«بتوقيت بغداد»، «بالتوقيت المحلي»، «ت غ»."""
    i = clock.stop
    if not words.follows(i, PAREN | COMMA):
        return clock
    if words.has(i, "zone") and words.follows(i + 1):
        named = words.follows(i + 2) and words.has(i + 2, "zone_name")
        return clock._replace(stop=i + 3 if named else i + 2, marked=True)
    if words.has(i, "local"):
        return clock._replace(stop=i + 2 if words.follows(i + 1) else i + 1, marked=True)
    if words.has(i, "greenwich") and words.has(i + 1, "greenwich"):
        return clock._replace(stop=i + 2, marked=True)
    return clock


def _dated(context: Context, clock: Clock) -> Clock:
    """The day told after a clock time: «الساعة 7:40 يوم الأربعاء»، «الثالثة من بعد ظهر أمس»."""
    words = context.words
    j = clock.stop
    if words.follows(j) and (words.has(j, "from") or words.has(j, "in")):
        j += 1
    while words.follows(j) and words.has(j, "day") and j not in words.deictics:
        j += 1
    if not words.follows(j, COMMA):
        return clock
    day = day_part(context, j) or weekday(context, j) or deictic(context, j)
    return clock._replace(day=day, stop=day.stop) if day else clock
