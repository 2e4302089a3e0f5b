"""Periods of the calendar: «الأسبوع الماضي»، «هذا العام»، «الأسبوع الأول من أكتوبر»، «القرن الماضي»."""

from datetime import MAXYEAR, MINYEAR, date

from tawatur.packs.lexicon import Hit
from tawatur.reading.times_calendar import date_from_month
from tawatur.reading.times_quantities import SHORT_UNITS
from tawatur.reading.times_tense import told_day
from tawatur.reading.times_values import Moment, at, between, day_of, days, month_of, on, period, shift, week_of, year_of, years_of
from tawatur.reading.times_words import Context, Expression
from tawatur.reading.times_years import year_after, year_expression, year_number
from tawatur.text.tokens import PAREN

_UNKNOWN = {
    "day": "XXXX-XX-XX", "night": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip


_FIRST_CENTURY, _LAST_CENTURY = 11, 22


def calendar_period(context: Context, i: int, default: int | None = None) -> Expression | None:
    """«الأسبوع الماضي»، «هذا العام»، «القرن الماضي»; with a `default` step also «العام» alone («نهاية العام»)."""
    words = context.words
    hit = words.units.get(i)
    if hit is None or hit.tag != "sg.def":
        return None
    this = i > 0 and words.follows(i) and words.has(i - 1, "this")
    that = i > 0 and words.follows(i) and words.has(i - 1, "that")
    relation = words.relation(hit.stop)
    if that:
        step, first, stop, kind = 0, i - 1, hit.stop, "told"
    elif this:
        step, first, stop, kind = 0, i - 1, hit.stop, "near"
    elif relation and relation.entry.id != "recent":
        step, first, stop, kind = int(relation.entry.get("step")), i, relation.stop, relation.entry.get("kind")
        step = step * 2 if kind == "second" else step
    elif default is not None:
        step, first, stop, kind = default, i, hit.stop, "near"
    else:
        return None
    told_year = year_number(words, stop) if hit.entry.id == "year" and words.follows(stop, PAREN) else None
    if told_year and kind == "near":
        year = year_of(told_year[0])
        return Expression(first, told_year[1], "date", year.edtf, year.timex, year, True)
    if hit.entry.id in SHORT_UNITS:
        return Expression(first, stop, "duration", None, period(1, hit.entry.get("unit"))) if step else None
    told = kind == "told"
    base = told_day(context, first, stop) if told else context.today
    moment = period_moment(base, hit.entry.id, step) if base else None
    if moment is None:
        return Expression(first, stop, "date", None, _vague(step) if not told else _UNKNOWN[hit.entry.id])
    return Expression(first, stop, "date", moment.edtf, moment.timex, moment)


def _vague(step: int) -> str:
    return "PAST_REF" if step < 0 else "FUTURE_REF" if step else "PRESENT_REF"


def period_moment(base: date, unit: str, step: int) -> Moment | None:
    """The calendar day, week, month, year, decade or century so many steps from the one that `base` is in; None outside the calendar."""
    if unit in ("decade", "century"):
        length = 10 if unit == "decade" else 100
        first = (base.year // length + step) * length
        if not MINYEAR <= first <= MAXYEAR - length:
            return None
        return years_of(first, first + length - 1, f"{first // 10:03}X" if length == 10 else f"{first // 100:02}XX")
    letter = {"day": "D", "night": "D", "week": "W", "month": "M", "year": "Y"}[unit]
    if letter == "M":
        base = base.replace(day=1)
    day = shift(base, letter, step)
    if day is None:
        return None
    if letter == "W":
        return week_of(day)
    return at(day, letter)


def ordinal_period(context: Context, i: int) -> Expression | None:
    """«الأسبوع الأول من أكتوبر»، «الأشهر الخمسة الأولى من العام الجاري»، «اليوم الأول من رمضان»."""
    words = context.words
    hit = words.units.get(i)
    if hit is None or not hit.tag.endswith(".def") or not words.follows(hit.stop):
        return None
    if hit.entry.id in ("century", "decade"):
        return _century(context, i, hit) if hit.entry.id == "century" else _decade_of_century(context, i, hit)
    j, amount = hit.stop, 1
    count = words.numbers.get(j)
    if count and not count.ordinal and hit.tag == "pl.def" and isinstance(count.value, int) and words.follows(count.stop):
        j, amount = count.stop, count.value
    ordinal = words.numbers.get(j)
    relation = words.relation(j)
    if relation and relation.entry.id == "recent":
        order, j = -1, relation.stop
    elif ordinal and ordinal.ordinal and isinstance(ordinal.value, int):
        order, j = ordinal.value, ordinal.stop
    else:
        return None
    if not (words.has(j, "from") or (order > 0 and hit.entry.id == "week")) or (hit.tag == "pl.def" and (amount == 1 or order > 1)):
        return None
    whole = _whole(context, j) if words.has(j, "from") else _relative(context, j)
    if whole is None or whole.moment is None:
        return None
    moment = _within(whole.moment, hit.entry.id, order, amount)
    return Expression(i, whole.stop, "date", moment.edtf, moment.timex, moment, whole.stated) if moment else None


def _century(context: Context, i: int, hit: Hit) -> Expression | None:
    """«القرن الحادي والعشرين»; of those before Christ nothing is said."""
    words = context.words
    number = words.numbers.get(hit.stop)
    if number is None or not isinstance(number.value, int) or not number.definite or not _FIRST_CENTURY <= number.value <= _LAST_CENTURY:
        return None
    first = (number.value - 1) * 100
    stop = number.stop + 1 if words.follows(number.stop) and words.has(number.stop, "gregorian") else number.stop
    if words.follows(stop) and (words.has(stop, "hijri") or words.has(stop, "ago")):
        return None
    moment = years_of(first, first + 99, f"{number.value - 1}XX")
    return Expression(i, stop, "date", moment.edtf, moment.timex, moment, True)


def _decade_of_century(context: Context, i: int, hit: Hit) -> Expression | None:
    """«العقد الأول من القرن الحالي»."""
    words = context.words
    number = words.numbers.get(hit.stop)
    relation = words.relation(hit.stop)
    order = 10 if relation and relation.entry.id == "recent" else number.value if number and number.ordinal else 0
    j = relation.stop if relation else number.stop if number else hit.stop
    unit = words.units.get(j + 1) if words.has(j, "from") and words.follows(j) and words.follows(j + 1) else None
    if not 1 <= order <= 10 or unit is None or unit.entry.id != "century":
        return None
    century = ordinal_period(context, j + 1) or calendar_period(context, j + 1)
    if century is None or century.moment is None:
        return None
    first = century.moment.first.year + (int(order) - 1) * 10
    moment = years_of(first, first + 9, f"{first // 10}X")
    return Expression(i, century.stop, "date", moment.edtf, moment.timex, moment, True)


def _relative(context: Context, i: int) -> Expression | None:
    """The month or year at token `i` that words place against today («الأسبوع الثالث العام المقبل»)."""
    unit = context.words.units.get(i)
    placed = unit and unit.entry.id in ("month", "year") and context.words.relation(unit.stop)
    return calendar_period(context, i) if placed else None


def _whole(context: Context, i: int) -> Expression | None:
    """The month or year after «من» at token `i`."""
    words = context.words
    told = year_after(context, i)
    if told:
        moment = year_of(told[0])
        return Expression(i + 1, told[1], "date", moment.edtf, moment.timex, moment, True)
    j = i + 1
    if words.has(j, "this") or words.has(j, "month"):
        j += 1
    return date_from_month(context, j) or year_expression(context, j) or calendar_period(context, j, default=0)


def _within(whole: Moment, unit: str, order: int, amount: int) -> Moment | None:
    """The `order`-th `amount` of units within a month or year; the last of them when `order` is -1."""
    if unit == "month":
        first = 13 - amount if order < 0 else (order - 1) * amount + 1
        last = first + amount - 1
        if not 1 <= first <= last <= 12 or (whole.last - whole.first).days < 300:
            return None
        one = month_of(whole.first.year, first)
        return one if first == last else between(one, month_of(whole.first.year, last))
    length = {"day": 1, "week": 7}.get(unit, 0) * amount
    base = whole.last if order < 0 else whole.first
    start = shift(base, "D", 1 - length if order < 0 else (order - 1) * length)
    end = shift(start, "D", length - 1) if start and length else None
    if start is None or end is None or start > whole.last:
        return None
    return on(start) if start == end else days(start, min(end, whole.last))


def half_of(whole: Moment, first_half: bool) -> Moment | None:
    """Half of a year or of a month."""
    length = (whole.last - whole.first).days + 1
    year, month = whole.first.year, whole.first.month
    if length > 300:
        start, end = (1, 6) if first_half else (7, 12)
        return between(on(date(year, start, 1)), on(month_of(year, end).last))
    middle = day_of(year, month, 15)
    if length < 28 or middle is None:
        return None
    return days(whole.first, middle.first) if first_half else days(date(year, month, 16), whole.last)
