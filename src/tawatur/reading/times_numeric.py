"""Dates in figures: 28/10/2025, 2025-08-24, 21.11.2023, 25/ مايو/2025, 1437/9/29هـ."""

import re

from tawatur.reading.times_calendar import month_name
from tawatur.reading.times_hijri import HIJRI_YEARS, hijri_moment
from tawatur.reading.times_values import Moment, day_of
from tawatur.reading.times_words import Context, Expression, TimeWords
from tawatur.text.tokens import DASH, SLASH, STOP

_DOTTED = re.compile(r"(\d{1,4})[.,](\d{1,2})[.,](\d{1,4})")
_JOINERS = (SLASH, DASH, STOP)
_CENTURY = 100


def numeric_date(context: Context, i: int) -> Expression | None:
    """A date of three figures at token `i`. Day before month, unless only the other order is a date."""
    words = context.words
    form = words.forms[i]
    if not form[0].isdigit():
        return None
    dotted = _DOTTED.fullmatch(form)
    if dotted:
        return _finish(words, i, i + 1, _read(dotted[1], dotted[2], dotted[3]))
    if not (form.isdigit() and len(form) <= 4) or i + 1 >= words.size:
        return None
    mark = words.gaps[i + 1]
    if mark not in _JOINERS:
        return None
    if i + 1 in words.months:
        return _named_month(context, i, mark)
    if i + 2 >= words.size or words.gaps[i + 2] != mark or (mark == STOP and not _tight(words, i)):
        return None
    following, last = words.forms[i + 1], words.forms[i + 2]
    if not (following.isdigit() and last.isdigit()):
        return None
    if mark != SLASH and len(form) < 4 and len(last) < 4:
        return None
    return _finish(words, i, i + 3, _read(form, following, last, words.has(i + 3, "hijri") and not words.gaps[i + 3]))


def _tight(words: TimeWords, i: int) -> bool:
    tokens = words.tokens
    return tokens.starts[i + 1] - tokens.ends[i] <= 2 and tokens.starts[i + 2] - tokens.ends[i + 1] <= 2


def _named_month(context: Context, i: int, mark: int) -> Expression | None:
    """«25/ مايو/2025»."""
    words = context.words
    month = month_name(context, i + 1)
    if month is None or month.hijri or month.stop >= words.size or words.gaps[month.stop] != mark:
        return None
    day, year = words.forms[i], words.forms[month.stop]
    if not (len(day) <= 2 and len(year) == 4 and year.isdigit()):
        return None
    return _finish(words, i, month.stop + 1, day_of(int(year), month.month, int(day)))


def _read(first: str, second: str, third: str, hijri: bool = False) -> Moment | None:
    if len(first) == 4:
        year, month, day = int(first), int(second), int(third)
    elif len(third) in (2, 4) and len(first) <= 2:
        year, month, day = int(third), int(second), int(first)
    else:
        return None
    if year in HIJRI_YEARS:
        return hijri_moment(year, month, day) if 1 <= month <= 12 else None
    if hijri:
        return None
    if year < _CENTURY:
        year += 2000
    return day_of(year, month, day) or (day_of(year, day, month) if len(first) <= 2 else None)


def _finish(words: TimeWords, first: int, stop: int, moment: Moment | None) -> Expression | None:
    if moment is None:
        return None
    if stop < words.size and not words.gaps[stop] and words.kinds(stop) & {"anno", "hijri", "gregorian"}:
        stop += 1
    return Expression(first, stop, "date", moment.edtf, moment.timex, moment, stated=True)
