"""Days named by the week or by their distance from publication, their parts, and nights that join two days."""

from datetime import date, timedelta

from tawatur.packs.lexicon import Hit
from tawatur.reading.times_calendar import date_from_month, date_from_number
from tawatur.reading.times_numeric import numeric_date
from tawatur.reading.times_periods import calendar_period
from tawatur.reading.times_tense import tense
from tawatur.reading.times_values import Moment, days, on, week_of
from tawatur.reading.times_words import Context, Expression
from tawatur.text.tokens import COMMA, DASH, PAREN, SLASH

_WEEK = 7


def weekday(context: Context, i: int) -> Expression | None:
    """«السبت»، «الأربعاء الماضي»، «الاثنين 27 كانون الثاني 2020»، «الجمعة الموافق 29/9/1437هـ»."""
    words = context.words
    hit = words.weekdays.get(i)
    if hit is None:
        return None
    dated = _date_after(context, hit.stop)
    if dated:
        return dated._replace(first=i)
    number = int(hit.entry.get("day"))
    week = _week_after(context, hit.stop)
    if week:
        return _day(i, week.stop, in_week(week, number), f"XXXX-WXX-{number}")
    relation = words.relation(hit.stop, COMMA)
    if relation and relation.entry.id in ("recent", "same"):
        relation = None
    stop = relation.stop if relation else hit.stop
    moment = _resolve(context, i, stop, number, relation)
    return _day(i, stop, moment, f"XXXX-WXX-{number}")


def _day(first: int, stop: int, moment: Moment | None, timex: str, part: str = "") -> Expression:
    if moment is None:
        return Expression(first, stop, "date", None, timex + part, part=part)
    return Expression(first, stop, "date", moment.edtf, moment.timex + part, moment, part=part)


def _date_after(context: Context, i: int) -> Expression | None:
    """The date that a weekday's name introduces."""
    words = context.words
    if words.follows(i) and words.has(i, "corresponding"):
        i += 1
        if words.follows(i) and (words.has(i, "in") or (len(words.forms[i]) == 1 and not words.forms[i].isdigit())):
            i += 1
    if not words.follows(i, COMMA):
        return None
    dated = numeric_date(context, i) or date_from_number(context, i) or date_from_month(context, i)
    if dated and dated.moment is None and dated.timex and len(dated.timex) < len("XXXX-MM-DD"):
        return None
    return dated if dated and (dated.moment is None or dated.moment.is_day) else None


def _week_after(context: Context, i: int) -> Expression | None:
    """«الجمعة من الأسبوع المقبل»."""
    words = context.words
    if not (words.follows(i) and words.has(i, "from") and words.follows(i + 1)):
        return None
    j = i + 2 if words.has(i + 1, "this") else i + 1
    week = words.units.get(j)
    return calendar_period(context, j) if week and week.entry.id == "week" else None


def in_week(week: Expression, number: int) -> Moment | None:
    return on(week.moment.first + timedelta(days=number - 1)) if week.moment else None


def week_and_day(context: Context, i: int) -> Expression | None:
    """«الأسبوع المقبل يوم الجمعة»."""
    words = context.words
    hit = words.units.get(i)
    week = calendar_period(context, i) if hit and hit.entry.id == "week" else None
    if week is None or not words.follows(week.stop):
        return None
    j = week.stop + 1 if words.has(week.stop, "day") and words.follows(week.stop + 1) else week.stop
    named = words.weekdays.get(j)
    if named is None or named.pro or words.relation(named.stop):
        return None
    number = int(named.entry.get("day"))
    return _day(week.first, named.stop, in_week(week, number), f"XXXX-WXX-{number}")


def _resolve(context: Context, first: int, stop: int, number: int, relation: Hit | None) -> Moment | None:
    told = relation.entry.get("kind") if relation else ""
    base = context.focus.first if told == "told" and context.focus else context.today
    if base is None:
        return None
    step = int(relation.entry.get("step")) if relation else 0
    if relation is None and _is_coming(context, first, stop):
        return on(_next(base, number, strictly=False))
    found = _next(base, number, strictly=True) if step > 0 else _latest(base, number, strictly=step < 0)
    if told == "second":
        found += timedelta(days=_WEEK if step > 0 else -_WEEK)
    return on(found)


def _is_coming(context: Context, first: int, stop: int) -> bool:
    """Whether the bare weekday is the next: by the tense, or with no verb near, where the document elsewhere calls it so."""
    told = tense(context.words, first, stop)
    return told == "future" or (told is None and context.words.weekdays[first].entry.id in context.coming)


def _latest(today: date, number: int, strictly: bool) -> date:
    back = (today.isoweekday() - number) % _WEEK
    return today - timedelta(days=_WEEK if strictly and not back else back)


def _next(today: date, number: int, strictly: bool) -> date:
    ahead = (number - today.isoweekday()) % _WEEK
    return today + timedelta(days=_WEEK if strictly and not ahead else ahead)


def deictic(context: Context, i: int, governed: bool = False) -> Expression | None:
    """«اليوم»، «أمس الأول»، «غدا»، «اليوم السبت»، «اليوم التالي». `governed` when a part of the day stands before it."""
    words = context.words
    hit = words.deictics.get(i)
    if hit is None or (hit.entry.get("bare") == "no" and not (governed or _calls_for_day(context, i, hit))):
        return None
    if hit.entry.id == "today" and _is_ordinary_day(context, i, hit):
        return None
    told = hit.entry.get("of") == "told"
    base = (context.focus.first if context.focus else None) if told else context.today
    offset = int(hit.entry.get("offset"))
    day = base + timedelta(days=offset) if base else None
    stop = hit.stop
    named = words.weekdays.get(stop) if words.follows(stop, PAREN | COMMA) and not told else None
    if named and not named.pro and not (words.gaps[stop] & COMMA and not _agrees(day, named)):
        day, stop = _reconcile(day, named, offset), named.stop
    dated = _date_after(context, stop)
    if dated:
        return dated._replace(first=i)
    return _day(i, stop, on(day) if day else None, _unknown_day(offset, told), hit.entry.get("part"))


def _unknown_day(offset: int, told: bool) -> str:
    if told:
        return "XXXX-XX-XX"
    return "PRESENT_REF" if not offset else "PAST_REF" if offset < 0 else "FUTURE_REF"


def _calls_for_day(context: Context, i: int, hit: Hit) -> bool:
    return bool(hit.pro.strip("وف")) or context.words.has(i - 1, "day") or context.words.has(i - 1, "prepositions")


def _is_ordinary_day(context: Context, i: int, hit: Hit) -> bool:
    """«اليوم الثاني من المعركة»، «طوال اليوم»، «في اليوم الواحد»: a day, not today."""
    words = context.words
    following = words.numbers.get(hit.stop)
    if following and words.follows(hit.stop) and not following.digits and following.definite:
        return True
    return words.has(i - 1, "during") or bool(hit.pro.strip("وفل"))


def _agrees(day: date | None, named: Hit) -> bool:
    return day is None or abs((day.isoweekday() - int(named.entry.get("day")) + 3) % _WEEK - 3) <= 1


def _reconcile(day: date | None, named: Hit, offset: int) -> date | None:
    """The named weekday nearest to the day; a report stamped after midnight may still say the evening's «today»."""
    if day is None:
        return None
    number = int(named.entry.get("day"))
    back = (day.isoweekday() - number) % _WEEK
    if back == _WEEK - 1 and offset >= 0:
        return day + timedelta(days=1)
    return day - timedelta(days=back)


def day_part(context: Context, i: int) -> Expression | None:
    """«فجر الجمعة»، «مساء أمس الأول»، «ليل الثلاثاء - الأربعاء»، «صباح يوم 5 أيار»."""
    words = context.words
    hit = words.dayparts.get(i)
    if hit is None or not words.follows(hit.stop, COMMA if hit.entry.get("adverb") else 0):
        return None
    code = hit.entry.get("code")
    j = hit.stop
    if len(words.forms[i]) == 1:
        return None
    if words.has(j, "from") and words.follows(j + 1):
        j += 1
    pair = _night(context, j) if code in ("TNI", "TMO") else None
    if pair:
        return pair._replace(first=i)
    inner = _inner_day(context, j)
    if inner is None:
        return None
    timex = inner.timex if inner.part else f"{inner.timex}{code}"
    return inner._replace(first=i, timex=timex, part=code)


def _inner_day(context: Context, j: int) -> Expression | None:
    words = context.words
    while words.has(j, "day") and words.follows(j + 1) and j not in words.deictics:
        j += 1
    if j >= words.size:
        return None
    found = weekday(context, j) or deictic(context, j, governed=True) or numeric_date(context, j) or date_from_number(context, j)
    if found:
        return found
    return day_part(context, j) if j in words.dayparts and not words.gaps[j] else None


def _night(context: Context, i: int) -> Expression | None:
    """The night from one weekday to the next."""
    words = context.words
    first = words.weekdays.get(i)
    if first is None:
        return None
    j = first.stop
    if words.follows(j) and (words.has(j, "to") or words.has(j, "over")):
        j += 1
    second = words.weekdays.get(j) if words.follows(j, DASH | SLASH) else None
    if second is None or second.pro or int(second.entry.get("day")) != int(first.entry.get("day")) % _WEEK + 1:
        return None
    relation = words.relation(second.stop)
    stop = relation.stop if relation and relation.entry.get("kind") == "near" else second.stop
    end = _resolve(context, i, stop, int(second.entry.get("day")), relation if stop > second.stop else None)
    if end is None:
        return Expression(i, stop, "date", None, f"XXXX-WXX-{first.entry.get('day')}TNI", part="TNI")
    moment = days(end.first - timedelta(days=1), end.first)
    return Expression(i, stop, "date", moment.edtf, f"{moment.first}TNI", moment, part="TNI")


def with_adverb(context: Context, found: Expression) -> Expression:
    """«السبت صباحا»: the part of the day told after it."""
    words = context.words
    hit = words.dayparts.get(found.stop) if words.follows(found.stop) else None
    if hit is None or not hit.entry.get("adverb") or hit.pro or found.part or found.moment is None or not found.moment.is_day:
        return found
    if len(words.forms[hit.first]) == 1 or _inner_day(context, hit.stop):
        return found
    code = hit.entry.get("code")
    return found._replace(stop=hit.stop, timex=f"{found.timex}{code}", part=code)


def weekday_range_end(first: Moment, last: Moment) -> Moment:
    """«من الثلاثاء إلى الخميس»: the second day comes after the first."""
    end = last.first
    while end < first.first:
        end += timedelta(days=_WEEK)
    return on(end) if last.is_day else week_of(end)
