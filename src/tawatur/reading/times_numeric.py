"""Dates in figures: 28/10/2025, 2025-08-24, 21.11.2023, 25/ مايو/2025, 1437/9/29هـ."""

import re

from tawatur.reading.times_calendar import month_name, unmarked
from tawatur.reading.times_hijri import HIJRI_YEARS, hijri_moment
from tawatur.reading.times_tense import word_tense
from tawatur.reading.times_values import Moment, day_of, month_of
from tawatur.reading.times_words import Context, Expression, TimeWords, expression
from tawatur.text.tokens import COMMA, DASH, SLASH, STOP

_DOTTED = re.compile(r"(\d{1,4})[.,](\d{1,2})[.,](\d{1,4})")
_PAIR = re.compile(r"(\d{1,4})[.](\d{1,2})")
_JOINERS = (SLASH, DASH, STOP)
_CENTURY = 100
_MONTHS, _LONGEST_MONTH = 12, 31
_FRACTION = 4
_ALWAYS = ("24", "7")
_LIKELY_YEARS = range(1900, 2060)
_YEAR_FORMS = frozenset(map(str, _LIKELY_YEARS))


def numeric_date(context: Context, i: int) -> Expression | None:
    """A date of three figures at token `i`. Day before month, unless only the other order is a date."""
    words = context.words
    form = words.forms[i]
    if not form[0].isdigit():
        return None
    short = _short_date(context, i)
    if short:
        return short
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
    if mark != SLASH and len(form) < 4 and len(last) < 4 and not (mark == DASH and _MONTHS < int(form) <= _LONGEST_MONTH):
        return None
    return _finish(words, i, i + 3, _read(form, following, last, words.has(i + 3, "hijri") and not words.gaps[i + 3]))


def _short_date(context: Context, i: int) -> Expression | None:
    """A date of two figures: «يوم 25/5»، «في 2015/8»، where the words call for a date and nothing is counted with it."""
    words = context.words
    dotted = _PAIR.fullmatch(words.forms[i])
    if dotted:
        first, second, mark, stop = dotted[1], dotted[2], STOP, i + 1
    elif i + 1 < words.size and words.gaps[i + 1] in (SLASH, DASH) and words.forms[i + 1].isdigit() and words.forms[i].isdigit():
        first, second, mark, stop = words.forms[i], words.forms[i + 1], words.gaps[i + 1], i + 2
    else:
        return None
    if (stop < words.size and words.gaps[stop] in _JOINERS and words.forms[stop][0].isdigit()) or (first, second) == _ALWAYS:
        return None
    yeared = _comma_year(words, i, first, second, mark, stop)
    if yeared:
        return yeared
    if not (_is_joined(words, i, words.gaps[i]) and _called_for(words, i, int(first), int(second), mark)) or _counts_something(
        words, i, stop
    ):
        return None
    if len(first) == 4 or len(second) == 4:
        year, month = (int(first), int(second)) if len(first) == 4 else (int(second), int(first))
        whole = month_of(year, month) if year in _LIKELY_YEARS and 1 <= month <= _MONTHS else None
        return Expression(i, stop, "date", whole.edtf, whole.timex, whole, stated=True) if whole else None
    day, month = (int(first), int(second)) if int(second) <= _MONTHS else (int(second), int(first))
    if not (1 <= day <= _LONGEST_MONTH and 1 <= month <= _MONTHS):
        return None
    return expression(i, stop, unmarked(context, i, stop, month, day), f"XXXX-{month:02}-{day:02}")


def _comma_year(words: TimeWords, i: int, first: str, second: str, mark: int, stop: int) -> Expression | None:
    """«11/12, 2016», as in texts from English."""
    if mark != SLASH or stop >= words.size or words.gaps[stop] != COMMA or words.forms[stop] not in _YEAR_FORMS:
        return None
    return _finish(words, i, stop + 1, _read(first, second, words.forms[stop]))


def _is_joined(words: TimeWords, i: int, before: int) -> bool:
    """Whether the figures follow a word, not other figures."""
    return i > 0 and not before and not words.forms[i - 1][0].isdigit()


def _called_for(words: TimeWords, i: int, first: int, second: int, mark: int) -> bool:
    """After «يوم» and the like always; after a preposition, or a verb of what is to come, where it cannot be a score or a fraction."""
    kinds = words.kinds(i - 1)
    if kinds & {"day", "corresponding"} or words.has(i - 1, "dates") or i - 1 in words.weekdays:
        return True
    plain = max(first, second) > _MONTHS
    if not plain:
        return mark == SLASH and bool(kinds & {"in", "since", "until"}) and min(first, second) > _FRACTION
    return bool(kinds & {"in", "at", "since", "ago", "after", "from", "to", "until"}) or "future" in (
        word_tense(words, i - 1), word_tense(words, i - 2),
    )  # fmt: skip


def _counts_something(words: TimeWords, i: int, stop: int) -> bool:
    number = words.numbers.get(stop - 1) or words.numbers.get(i)
    if number and (number.percent or number.stop > stop):
        return True
    return stop < words.size and not words.gaps[stop] and not (words.kinds(stop) or stop in words.dayparts)


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
