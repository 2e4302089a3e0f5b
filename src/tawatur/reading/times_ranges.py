"""Ranges and lists of dates: «بين 1 يناير و30 يونيو»، «من الثلاثاء إلى الخميس»، «16 و20 و22 سبتمبر»، «2014-2018»."""

from tawatur.reading.times_calendar import date_from_month, date_from_number
from tawatur.reading.times_days import day_part, deictic, weekday, weekday_range_end
from tawatur.reading.times_numeric import numeric_date
from tawatur.reading.times_values import between, day_of, year_of
from tawatur.reading.times_words import Context, Expression
from tawatur.reading.times_years import year_expression
from tawatur.text.tokens import COMMA, DASH, SLASH

_MOST_LISTED = 6


def ranged(context: Context, found: Expression) -> Expression:
    """«بين 1 يناير و30 يونيو»، «من الثلاثاء إلى الخميس»، «بين عامي 2014 و2017»، «2014-2018»."""
    words = context.words
    if found.moment is None or found.part == "T":
        return found
    j = found.stop
    if j >= words.size or words.gaps[j] & ~(COMMA | DASH):
        return found
    before = found.first - 1
    while before > 0 and (words.has(before, "day") or words.has(before, "at")) and not words.gaps[before + 1]:
        before -= 1
    opened = words.kinds(before) if before >= 0 and not words.gaps[found.first] else frozenset()
    end = None
    if words.has(j, "to") and opened & {"from", "since"}:
        end = _end(context, j + 1, found)
    elif "between" in opened:
        end = _end(context, j + 1 if words.forms[j] == "و" else j, found)
    elif words.gaps[j] == DASH:
        end = _end(context, j, found) if found.moment.edtf.isdigit() else None
    if end is None or end.moment is None or end.moment.last < found.moment.first:
        return found
    last = weekday_range_end(found.moment, end.moment) if end.moment.is_day else end.moment
    moment = between(found.moment, last)
    first = found.first if "since" in opened or not opened else before
    return Expression(first, end.stop, "date", moment.edtf, moment.timex, moment, found.stated or end.stated)


def _end(context: Context, j: int, found: Expression) -> Expression | None:
    words = context.words
    while words.has(j, "day") and words.follows(j + 1) and j not in words.deictics:
        j += 1
    if j >= words.size or (words.gaps[j] and words.gaps[j] != DASH):
        return None
    end = numeric_date(context, j) or date_from_number(context, j) or weekday(context, j) or day_part(context, j)
    end = end or date_from_month(context, j) or year_expression(context, j) or deictic(context, j)
    if end is None and found.moment and found.moment.edtf.isdigit():
        end = _year_end(context, j)
    return end


def _year_end(context: Context, j: int) -> Expression | None:
    number = context.words.number(j)
    if number is None or not isinstance(number.value, int) or not 1000 <= number.value < 2200 or number.ordinal:
        return None
    moment = year_of(number.value)
    return Expression(j, number.stop, "date", moment.edtf, moment.timex, moment, True)


def day_list(context: Context, i: int) -> list[Expression]:
    """«من 15 إلى 17 حزيران»، «16 و20 و22 سبتمبر»، «17-18 مايو»: days whose month is told with the last of them."""
    words = context.words
    firsts, j, joined = [i], i, ""
    while True:
        number = words.number(j)
        if number is None or not isinstance(number.value, int) or not 1 <= number.value <= 31 or number.percent:
            return []
        k = number.stop
        if not words.follows(k, COMMA | DASH | SLASH):
            return []
        if words.has(k, "to"):
            joined, k = "to", k + 1
        elif words.forms[k] == "و":
            joined, k = joined or "and", k + 1
        elif words.number(k) and words.gaps[k] in (DASH, SLASH):
            joined = "to"
        elif not (words.number(k) and (words.numbers[k].pro == "و" if k in words.numbers else False)):
            return []
        else:
            joined = joined or "and"
        last = date_from_number(context, k)
        if last:
            return _days(context, firsts, last, joined)
        firsts.append(k)
        j = k
        if len(firsts) > _MOST_LISTED:
            return []


def _days(context: Context, firsts: list[int], last: Expression, joined: str) -> list[Expression]:
    words, moment = context.words, last.moment
    numbers = [number for i in firsts if (number := words.number(i))]
    made = [day_of(moment.last.year, moment.last.month, int(number.value)) for number in numbers] if moment else []
    if moment is None or not moment.is_day or any(one is None for one in made):
        return []
    before = firsts[0] - 1
    ranged_words = joined == "to" or (len(firsts) == 1 and before >= 0 and words.has(before, "between"))
    if ranged_words and len(firsts) == 1 and made[0] and made[0].first <= moment.first:
        first = before if before >= 0 and words.kinds(before) & {"from", "between"} and not words.gaps[firsts[0]] else firsts[0]
        whole = between(made[0], moment)
        return [Expression(first, last.stop, "date", whole.edtf, whole.timex, whole, last.stated)]
    singles = [
        Expression(i, number.stop, "date", one.edtf, one.timex, one, last.stated)
        for i, number, one in zip(firsts, numbers, made, strict=True)
        if one
    ]
    return [*singles, last]
