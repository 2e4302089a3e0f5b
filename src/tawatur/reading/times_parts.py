"""Parts and neighbours of dates: «أواخر فبراير»، «النصف الأول من 2018»، «صيف 2014»، «ثمانينيات القرن الماضي»."""

from datetime import date, timedelta

from tawatur.packs.lexicon import Hit
from tawatur.reading.times_anchors import anchor
from tawatur.reading.times_calendar import date_from_month, date_from_number
from tawatur.reading.times_days import day_part, deictic, plain_part, weekday
from tawatur.reading.times_holidays import holiday
from tawatur.reading.times_periods import calendar_period, half_of, ordinal_period, period_moment
from tawatur.reading.times_quantities import quantity
from tawatur.reading.times_sets import recurring
from tawatur.reading.times_tense import tense, word_tense
from tawatur.reading.times_values import Moment, add_months, between, days, month_of, on, shift, year_of, years_of
from tawatur.reading.times_words import Context, Expression, TimeWords
from tawatur.reading.times_years import bare_year, year_after, year_expression, year_number

_LONG = 300
_NEAR_WORDS = 4
_BESIDE = {"eve": -1, "morrow": 1}
_SHORTEST_MONTH = 26
_FRIDAY = 5


def part_of(context: Context, i: int) -> Expression | None:
    """«مطلع أيار»، «نهاية العام الجاري»، «وقت متأخر من ليل أمس»، «آخر 3 سنوات»."""
    words = context.words
    hit = words.parts.get(i)
    longer = words.dayparts.get(i)
    if hit is None or not words.follows(hit.stop) or (longer and longer.stop > hit.stop):
        return None
    j = hit.stop
    part = hit.entry.get("part")
    if part == "hour":
        return _hour_of(context, i, j)
    if part in _BESIDE:
        return _beside(context, i, j, _BESIDE[part])
    if part == "every":
        return recurring(context, i, j)
    if (words.has(j, "month") and words.follows(j + 1) and j + 1 in words.months) or (words.has(j, "this") and words.follows(j + 1)):
        j += 1
    if part == "first":
        return _first_day(context, i, j)
    if part == "end":
        weekend = _weekend(context, i, j)
        if weekend:
            return weekend
    whole = _whole(context, j)
    if whole is None:
        plain = plain_part(context, j)
        return plain._replace(first=i) if plain else _last_units(context, i, j) if part == "end" else None
    return _rest(context, whole, i) if part == "rest" else whole._replace(first=i)


def _beside(context: Context, i: int, j: int, step: int) -> Expression | None:
    """«غداة هجوم 5 مايو»، «عشية عيد الفطر»، «غداة ذلك»: the day after or before the day that the next words tell."""
    words = context.words
    if words.has(j, "that") and context.focus and context.focus.is_day:
        return _next_to(context.focus, i, j + 1, step)
    event = anchor(context, j)
    if event and event.day:
        return _next_to(on(event.day), i, event.stop, step)
    for k in range(j, min(j + _NEAR_WORDS, words.size)):
        if words.gaps[k] or k in words.weekdays or k in words.deictics:
            return None
        dated = holiday(context, k) or (date_from_number(context, k) if k in words.numbers else None)
        if dated and dated.moment:
            return _next_to(dated.moment, i, dated.stop, step)
    return Expression(i, event.stop, "date", None, "XXXX-XX-XX") if event else None


def _next_to(moment: Moment, first: int, stop: int, step: int) -> Expression:
    day = on(moment.first - timedelta(days=1) if step < 0 else moment.last + timedelta(days=1))
    return Expression(first, stop, "date", day.edtf, day.timex, day)


def _first_day(context: Context, i: int, j: int) -> Expression | None:
    """«غرة محرم»، «فاتح ماي»."""
    month = date_from_month(context, j)
    if month is None or month.moment is None:
        return None
    day = on(month.moment.first)
    return month._replace(first=i, edtf=day.edtf, timex=day.timex, moment=day)


def _rest(context: Context, whole: Expression, first: int) -> Expression | None:
    """«بقية الشهر»: from publication to its end."""
    if whole.moment is None or context.today is None or not whole.moment.first <= context.today <= whole.moment.last:
        return whole._replace(first=first)
    moment = days(context.today, whole.moment.last)
    return whole._replace(first=first, edtf=moment.edtf, timex=moment.timex, moment=moment)


def _weekend(context: Context, i: int, j: int) -> Expression | None:
    """«عطلة نهاية الأسبوع»: from Friday to Sunday, since countries differ; «نهاية الأسبوع» alone by the tense."""
    words = context.words
    hit = words.units.get(j)
    if hit is None or hit.entry.id != "week" or hit.tag != "sg.def":
        return None
    first = i - 1 if i > 0 and words.follows(i) and words.has(i - 1, "holiday") else i
    week = calendar_period(context, j)
    if week and first == i and not words.has(j - 1, "this"):
        return None
    if week is None:
        told = tense(words, i, hit.stop)
        step = 0 if told == "future" or not context.today or context.today.isoweekday() >= _FRIDAY else -1
        if told is None and first == i:
            return Expression(first, hit.stop, "date", None, "XXXX-WXX-WE")
        moment = period_moment(context.today, "week", step if told else 0) if context.today else None
        week = Expression(j, hit.stop, "date", None, "XXXX-WXX", moment)
    if week.moment is None:
        return Expression(first, week.stop, "date", None, "XXXX-WXX-WE")
    moment = days(week.moment.last - timedelta(days=2), week.moment.last)
    return Expression(first, week.stop, "date", moment.edtf, f"{week.moment.timex}-WE", moment)


def _whole(context: Context, j: int) -> Expression | None:
    found = date_from_month(context, j) or season(context, j) or year_expression(context, j) or ordinal_period(context, j)
    found = found or calendar_period(context, j, default=0)
    if found or j >= context.words.size:
        return found
    return bare_year(context, j) or span(context, j)


def _hour_of(context: Context, i: int, j: int) -> Expression | None:
    words = context.words
    while words.has(j, "day") and words.follows(j + 1) and j not in words.deictics:
        j += 1
    found = day_part(context, j) or weekday(context, j) or deictic(context, j, governed=True)
    found = found or date_from_number(context, j) or plain_part(context, j) or calendar_period(context, j)
    if found is None and words.has(j, "this") and words.follows(j + 1):
        found = calendar_period(context, j + 1)
    return found._replace(first=i) if found else None


def _last_units(context: Context, i: int, j: int) -> Expression | None:
    """«آخر 48 ساعة»."""
    counted = quantity(context, j)
    if counted is None or counted.size is None or not counted.counted or counted.definite:
        return None
    start = shift(context.today, counted.unit, -counted.size) if context.today else None
    moment = days(start, context.today) if start and context.today else None
    return Expression(i, counted.stop, "duration", moment.edtf if moment else None, counted.timex, moment)


def season(context: Context, i: int) -> Expression | None:
    """«صيف 2018»، «خريف العام الماضي»، «الشتاء المقبل»."""
    words = context.words
    hit = words.spans.get(i)
    if hit is None or hit.entry.get("kind") != "season":
        return None
    told = year_after(context, hit.stop)
    if told:
        return _season(hit, told[0], i, told[1])
    relation = words.relation(hit.stop)
    this = words.follows(i) and words.has(i - 1, "this")
    if not words.forms[hit.stop - 1].startswith("ال"):
        return None
    if not (relation or this) and i - 1 not in words.parts and not _coming(words, i):
        return None
    if not (relation or this) or context.today is None:
        return Expression(i, hit.stop, "date", None, hit.entry.get("timex"))
    step = int(relation.entry.get("step")) if relation else 0
    first_month, today = int(hit.entry.get("from")), context.today
    year = today.year
    if step < 0 and first_month + 2 >= today.month:
        year -= 1
    elif step > 0 and first_month <= today.month:
        year += 1
    return _season(hit, year, i, relation.stop) if relation else _season(hit, year, i - 1, hit.stop)


def _coming(words: TimeWords, i: int) -> bool:
    """«سأعود الخريف»، «ستجرى في الربيع»."""
    if not words.follows(i):
        return False
    return word_tense(words, i - 2 if words.has(i - 1, "in") and words.follows(i - 1) else i - 1) == "future"


def _season(hit: Hit, year: int, first: int, stop: int) -> Expression:
    start, end = int(hit.entry.get("from")), int(hit.entry.get("to"))
    last = month_of(year if end > start else year + 1, end).last
    moment = Moment(date(year, start, 1), last, f"{year}-{hit.entry.get('edtf')}", f"{year}-{hit.entry.get('timex')}")
    return Expression(first, stop, "date", moment.edtf, moment.timex, moment, True)


def span(context: Context, i: int) -> Expression | None:
    """Halves, quarters, decades and «الفترة نفسها»."""
    words = context.words
    hit = words.spans.get(i)
    kind = hit.entry.get("kind") if hit else ""
    if hit is None or kind == "season":
        return None
    if kind == "decade":
        return _decade(context, hit)
    if kind == "period":
        return _same_period(context, hit)
    return _tens_of_days(context, hit) if kind == "tens" else _part(context, hit)


def _tens_of_days(context: Context, hit: Hit) -> Expression | None:
    """«العشر الأواخر من رمضان»."""
    words, j = context.words, hit.stop
    j = j + 1 if words.has(j, "from") and words.follows(j) else j
    month = date_from_month(context, j) if words.follows(j) else None
    if month is None or month.moment is None:
        return None
    moment = _days_within(month.moment, int(hit.entry.get("from")), int(hit.entry.get("to")))
    return month._replace(first=hit.first, edtf=moment.edtf, timex=moment.timex, moment=moment)


def _days_within(month: Moment, first: int, last: int) -> Moment:
    start = month.first + timedelta(days=first - 1)
    return days(start, min(month.first + timedelta(days=last - 1), month.last))


def _part(context: Context, hit: Hit) -> Expression | None:
    """«النصف الأول من 2018»، «الربع الثاني من العام الجاري»، «النصف الأول من يوليو»."""
    words = context.words
    j = hit.stop
    if not words.follows(j):
        return None
    if words.has(j, "from"):
        j += 1
    elif not year_after(context, j):
        return None
    if (words.has(j, "month") and j + 1 in words.months) or words.has(j, "this"):
        j += 1
    whole = _year_of_part(context, j) or date_from_month(context, j) or calendar_period(context, j, default=0)
    if whole is None or whole.moment is None:
        return None
    first, last = int(hit.entry.get("from")), int(hit.entry.get("to"))
    if (whole.moment.last - whole.moment.first).days > _LONG:
        year = whole.moment.first.year
        moment: Moment | None = between(on(date(year, first, 1)), on(month_of(year, last).last))
    elif last - first == 3 and (whole.moment.last - whole.moment.first).days > _SHORTEST_MONTH:
        moment = _days_within(whole.moment, first // 4 * 10 + 1, 31 if last == 12 else first // 4 * 10 + 10)
    else:
        moment = half_of(whole.moment, first == 1) if last - first == 5 else None
    if moment is None:
        return None
    timex = f"{whole.timex}-{hit.entry.get('timex')}" if hit.entry.get("timex") else moment.timex
    return Expression(hit.first, whole.stop, "date", moment.edtf, timex, moment, whole.stated)


def _year_of_part(context: Context, j: int) -> Expression | None:
    told = year_number(context.words, j) if context.words.follows(j) else None
    if told is None:
        return year_expression(context, j)
    moment = year_of(told[0])
    return Expression(j, told[1], "date", moment.edtf, moment.timex, moment, True)


def _decade(context: Context, hit: Hit) -> Expression | None:
    """«تسعينيات القرن الماضي»; a bare «التسعينيات» is of the twentieth century; «في الستينيات من عمره» is an age."""
    words = context.words
    tens, j = int(hit.entry.get("from")), hit.stop
    if words.follows(j) and words.has(j, "from"):
        if words.has(j + 1, "age"):
            return None
        j += 1
    unit = words.units.get(j) if words.follows(j) else None
    century = 19
    stop = hit.stop
    if unit and unit.entry.id == "century":
        ordinal = words.numbers.get(unit.stop)
        relation = words.relation(unit.stop)
        if ordinal and isinstance(ordinal.value, int) and 5 < ordinal.value < 22:
            century, stop = ordinal.value - 1, ordinal.stop
        elif relation:
            stop = relation.stop
            if context.today:
                century = context.today.year // 100 + int(relation.entry.get("step"))
    elif tens < 40 or not words.forms[hit.first].endswith(("ات",)):
        return None
    first = century * 100 + tens
    moment = years_of(first, first + 9, f"{first // 10}X")
    return Expression(hit.first, stop, "date", moment.edtf, moment.timex, moment, True)


def _same_period(context: Context, hit: Hit) -> Expression | None:
    """«الفترة نفسها من العام الماضي»: the period told before, in another year."""
    words, period = context.words, context.period
    if period is None:
        return None
    told = year_after(context, hit.stop)
    if told is None or hit.entry.id != "same-period":
        governed = words.has(hit.first - 1, "prepositions") or words.has(hit.first - 1, "during")
        return Expression(hit.first, hit.stop, "date", period.edtf, period.timex, period) if governed else None
    years = told[0] - period.last.year
    moment = days(add_months(period.first, years * 12), add_months(period.last, years * 12))
    return Expression(hit.first, told[1], "date", moment.edtf, moment.timex, moment, True)
