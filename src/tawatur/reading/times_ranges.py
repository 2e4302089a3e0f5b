"""Ranges and lists of dates: «بين 1 يناير و30 يونيو»، «من الثلاثاء إلى الخميس»، «16 و20 و22 سبتمبر»، «2014-2018»."""

from datetime import timedelta

from tawatur.reading.times_calendar import date_from_month, date_from_number
from tawatur.reading.times_days import day_part, deictic, weekday
from tawatur.reading.times_numeric import numeric_date
from tawatur.reading.times_values import Moment, add_months, between, day_of, in_year, on, year_of
from tawatur.reading.times_words import Context, Expression
from tawatur.reading.times_years import year_expression
from tawatur.text.tokens import COMMA, DASH, SLASH

_MOST_LISTED = 6
_WEEK = 7


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
    if words.has(j, "to") and not words.gaps[j]:
        end = _end(context, j + 1, found)
    elif "between" in opened:
        end = _end(context, j + 1 if words.forms[j] == "و" else j, found)
    elif words.gaps[j] == DASH:
        end = _end(context, j, found) if found.moment.edtf.isdigit() or (found.stated and found.moment.is_day) else None
    if end is None or end.moment is None:
        return found
    start, last = _aligned(context, found, found.moment, end, end.moment)
    if last.last < start.first or (words.gaps[j] == DASH and last.first == start.first):
        return found
    moment = between(start, last)
    first = before if opened & {"from", "between"} else found.first
    return Expression(first, end.stop, "date", moment.edtf, moment.timex, moment, found.stated or end.stated)


def _aligned(context: Context, found: Expression, start: Moment, end: Expression, last: Moment) -> tuple[Moment, Moment]:
    """The two ends of a range: one takes the year that the other tells; a weekday is the next after the first."""
    if end.stated and not found.stated:
        return in_year(start, last.first.year - (start.first.replace(year=2000) > last.last.replace(year=2000))) or start, last
    if not _is_placed(context, end):
        if end.stop - 1 in context.words.weekdays:
            ahead = (last.first - start.first).days % _WEEK
            return start, on(start.first + timedelta(days=ahead))
        if not end.stated and not start.first <= last.last <= add_months(start.first, 12):
            turned = last.first.replace(year=2000) < start.first.replace(year=2000)
            return start, in_year(last, start.first.year + turned) or last
    return start, last


def _is_placed(context: Context, end: Expression) -> bool:
    """Whether the words say where it lies against publication: «المقبل»، «غدا»."""
    return end.stop - 1 in context.words.relations or end.first in context.words.deictics


def with_year_after(context: Context, found: Expression) -> Expression:
    """«مايو ويونيو 2016»: the year that is told with the second month is the first one's too."""
    words, j = context.words, found.stop
    if found.stated or found.moment is None or found.part or in_year(found.moment, 2000) is None or not words.follows(j):
        return found
    joined = words.months.get(j)
    if joined is None or joined.pro != "و":
        return found
    second = date_from_month(context, j)
    if second is None or not second.stated or second.moment is None:
        return found
    moment = in_year(found.moment, second.moment.first.year)
    return found._replace(edtf=moment.edtf, timex=moment.timex, moment=moment, stated=True) if moment else found


def _end(context: Context, j: int, found: Expression) -> Expression | None:
    words = context.words
    while words.has(j, "day") and words.follows(j + 1) and j not in words.deictics:
        j += 1
    if j >= words.size or (words.gaps[j] and words.gaps[j] != DASH):
        return None
    end = numeric_date(context, j) or date_from_number(context, j) or weekday(context, j) or day_part(context, j)
    end = end or date_from_month(context, j) or year_expression(context, j) or deictic(context, j, governed=True)
    if end is None and found.moment and found.moment.edtf.isdigit():
        end = _year_end(context, j)
    return end


def _year_end(context: Context, j: int) -> Expression | None:
    number = context.words.number(j)
    if number is None or not isinstance(number.value, int) or not 1000 <= number.value < 2200 or number.ordinal:
        return None
    moment = year_of(number.value)
    return Expression(j, number.stop, "date", moment.edtf, moment.timex, moment, True)


def days_of_month(context: Context, found: Expression) -> Expression:
    """«نوفمبر بين 15 و19»: the days told after their month."""
    words, moment, j = context.words, found.moment, found.stop
    if moment is None or len(moment.edtf) != len("2016-05") or not (words.follows(j) and words.kinds(j) & {"between", "from"}):
        return found
    first = words.number(j + 1) if words.follows(j + 1) else None
    k = first.stop if first else j
    joined = words.follows(k) and (words.forms[k] == "و" or words.has(k, "to"))
    second = words.number(k + 1 if joined else k) if first and words.follows(k) else None
    if first is None or second is None or not (joined or second.pro == "و") or words.units.get(second.stop):
        return found
    if not (isinstance(first.value, int) and isinstance(second.value, int)):
        return found
    made = [day_of(moment.first.year, moment.first.month, value) for value in (first.value, second.value)]
    if made[0] is None or made[1] is None or made[1].first <= made[0].first:
        return found
    whole = between(made[0], made[1])
    return found._replace(stop=second.stop, edtf=whole.edtf, timex=whole.timex, moment=whole)


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
