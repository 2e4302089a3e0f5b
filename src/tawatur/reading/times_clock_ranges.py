"""Hours from one clock time to another: «بين الثامنة والعاشرة مساء»، «من الساعة 12 ليلا إلى السادسة صباحا»."""

from datetime import timedelta

from tawatur.reading.times_clock import Clock, loose_clock
from tawatur.reading.times_values import Moment, days
from tawatur.reading.times_words import Context, Expression, TimeWords
from tawatur.text.tokens import DASH

_HALF_DAY = 12
_DAY = timedelta(days=1)


def clock_range(context: Context, i: int) -> Expression | None:
    """The two times that begin at token `i`, of which something says that they are times; the day told with the second is theirs."""
    words = context.words
    first = loose_clock(context, i)
    if first is None or first.day is not None:
        return None
    before = i - 1
    opened = words.kinds(before) & {"from", "between"} if before >= 0 and not words.gaps[i] else frozenset()
    j = _joined(words, first.stop, "between" in opened)
    second = loose_clock(context, j) if j else None
    if second is None or not (first.marked or second.marked) or not (opened or first.marked or words.has(j - 1, "to") or second.marked):
        return None
    start, end = _halves(first, second)
    day = second.day.moment if second.day else None
    moment = _over_midnight(day, start, end) if day and day.is_day else None
    timex = f"{start}/{end}"
    if moment:
        timex = f"{moment.first}{start}/{moment.last}{end}"
    stop = second.day.stop if second.day else second.stop
    return Expression(before if opened else i, stop, "time", moment.edtf if moment else None, timex, moment, part="T")


def _joined(words: TimeWords, j: int, between: bool) -> int:
    """The token at which the second time begins; 0 where nothing joins it to the first, or where a dash parts two zones."""
    if not words.follows(j, DASH) or (words.gaps[j] and (words.has(j - 2, "zone") or words.has(j - 1, "zone_name"))):
        return 0
    if words.gaps[j]:
        return j
    if words.has(j, "to") or (between and words.forms[j] == "و"):
        return j + 1 if words.follows(j + 1) else 0
    number = words.numbers.get(j)
    return j if between and number and number.pro == "و" else 0


def _halves(first: Clock, second: Clock) -> tuple[str, str]:
    """Both times in TIMEX3: one without its half of the day takes that of the other, so that the first comes before the second."""
    start, end = first, second
    if second.halved and not first.halved and first.hour <= _HALF_DAY:
        hours = [
            hour for hour in (first.hour % _HALF_DAY, first.hour % _HALF_DAY + _HALF_DAY) if hour * 60 + first.minute < _minutes(second)
        ]
        start = first._replace(hour=hours[-1]) if hours else first
    elif first.halved and not second.halved and second.hour <= _HALF_DAY:
        hours = [
            hour for hour in (second.hour % _HALF_DAY, second.hour % _HALF_DAY + _HALF_DAY) if hour * 60 + second.minute > _minutes(first)
        ]
        end = second._replace(hour=hours[0]) if hours else second
    return start.timex, end.timex


def _minutes(clock: Clock) -> int:
    return (clock.hour or 24) * 60 + clock.minute


def _over_midnight(day: Moment, start: str, end: str) -> Moment:
    return days(day.first - _DAY, day.first) if end < start else day
