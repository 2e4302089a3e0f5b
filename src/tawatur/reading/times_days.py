"""Days named by the week or by their distance from publication, their parts, and nights that join two days."""

from datetime import date, timedelta

from tawatur.packs.lexicon import Hit
from tawatur.reading.times_calendar import date_from_month, date_from_number, whole_month
from tawatur.reading.times_numeric import numeric_date
from tawatur.reading.times_periods import calendar_period
from tawatur.reading.times_sets import bare_weekdays
from tawatur.reading.times_tense import tense, told_day, word_tense
from tawatur.reading.times_values import Moment, add_months, day_of, days, on, week_of
from tawatur.reading.times_words import Context, Expression, TimeWords
from tawatur.reading.times_years import same_day_of_year
from tawatur.text.tokens import COMMA, DASH, PAREN, SLASH

_WEEK = 7
_DEEPEST = 3
_A_MONTH = range(27, 31)
_MOST_OF_A_WEEKDAY = 5
_MOST_HOURS = 12
_OF_SEVERAL = ("ين", "ان", "ة")


def weekday(context: Context, i: int) -> Expression | None:
    """«السبت»، «الأربعاء الماضي»، «الاثنين 27 كانون الثاني 2020»، «الجمعة الموافق 29/9/1437هـ»."""
    words = context.words
    hit = words.weekdays.get(i)
    if hit is None:
        return None
    dated = _date_after(context, hit.stop)
    if dated:
        return _agreeing(context, dated, int(hit.entry.get("day")))._replace(first=i)
    number = int(hit.entry.get("day"))
    ordinal = _day_number(context, hit.stop, number)
    if ordinal:
        return ordinal._replace(first=i)
    week = _week_after(context, hit.stop)
    if week:
        return _day(i, week.stop, in_week(week, number), f"XXXX-WXX-{number}")
    relation = words.relation(hit.stop, COMMA)
    if relation and relation.entry.id in ("recent", "same"):
        relation = None
    stop = relation.stop if relation else hit.stop
    moment = _resolve(context, i, stop, number, relation or _shared_relation(words, hit.stop))
    return _day(i, stop, moment, f"XXXX-WXX-{number}")


def _shared_relation(words: TimeWords, i: int) -> Hit | None:
    """«السبت والأحد المقبلين»: what is said of both days after the second."""
    for _ in range(_WEEK):
        named = words.weekdays.get(i) if words.follows(i) else None
        if named is None or named.pro != "و":
            return None
        i = named.stop
        relation = words.relation(i)
        if relation:
            return relation if words.forms[relation.stop - 1].endswith(_OF_SEVERAL) else None
    return None


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


def _agreeing(context: Context, dated: Expression, number: int) -> Expression:
    """The date in the year, of the last and the next that it can be, in which its weekday is the one told."""
    moment, today = dated.moment, context.today
    if dated.stated or moment is None or today is None or dated.stop - 1 in context.words.relations or moment.first.isoweekday() == number:
        return dated
    step = 1 if moment.first <= today else -1
    other = day_of(moment.first.year + step, moment.first.month, moment.first.day)
    if other is None or other.first.isoweekday() != number:
        return dated
    return dated._replace(edtf=other.edtf, timex=other.timex, moment=other)


def _day_number(context: Context, i: int, number: int) -> Expression | None:
    """«الجمعة 15»، «الخميس في الحادي والعشرين»: the day of this month, or of one beside it, on which the weekday falls."""
    words, today = context.words, context.today
    j = i + 1 if words.has(i, "in") and words.follows(i) else i
    day = words.numbers.get(j) if words.follows(j) else None
    if day is None or today is None or not isinstance(day.value, int) or not 1 <= day.value <= 31 or day.pro or day.percent:
        return None
    spelled = j > i and day.value > _MOST_HOURS and not words.follows(day.stop)
    if not (day.digits or (day.ordinal and day.definite) or spelled):
        return None
    if day.stop < words.size and not (words.gaps[day.stop] or words.has(day.stop, "to")):
        return None
    for step in (0,) if day.ordinal and day.value <= _MOST_OF_A_WEEKDAY else (0, -1, 1):
        base = add_months(today.replace(day=1), step)
        made = day_of(base.year, base.month, day.value)
        if made and made.first.isoweekday() == number:
            return _day(i, day.stop, made, "")
    nth = _nth(today, number, day.value) if day.ordinal else None
    return _day(i, day.stop, nth, "") if nth else None


def nth_weekday(context: Context, i: int) -> Expression | None:
    """«أول جمعة من رمضان»، «الجمعة الأولى من يوليو»، «أول يوم جمعة في هذا الشهر»."""
    words = context.words
    order = words.numbers.get(i)
    named = words.weekdays.get(i)
    if order and order.ordinal and not order.definite and words.follows(order.stop):
        j = order.stop + 1 if words.has(order.stop, "day") and words.follows(order.stop + 1) else order.stop
        number, stop = int(bare_weekdays().get(words.forms[j], ("0", False))[0]), j + 1
    elif named:
        order = words.numbers.get(named.stop) if words.follows(named.stop) else None
        number, stop = int(named.entry.get("day")), order.stop if order else named.stop
    else:
        return None
    if order is None or not order.ordinal or not number or not 1 <= order.value <= _MOST_OF_A_WEEKDAY:
        return None
    if not (words.follows(stop) and words.kinds(stop) & {"from", "in"} and words.follows(stop + 1)):
        return None
    j = stop + 2 if words.has(stop + 1, "this") or (words.has(stop + 1, "month") and stop + 2 in words.months) else stop + 1
    month = whole_month(context, j) or calendar_period(context, j)
    if month is None or month.moment is None or not _A_MONTH.start <= (month.moment.last - month.moment.first).days < _A_MONTH.stop:
        return None
    first = month.moment.first
    day = first + timedelta(days=(number - first.isoweekday()) % _WEEK + _WEEK * (int(order.value) - 1))
    return _day(i, month.stop, on(day), "") if day <= month.moment.last else None


def _nth(today: date, number: int, count: int) -> Moment | None:
    """«الأحد الثاني»: of this month."""
    first = today.replace(day=1)
    found = first + timedelta(days=(number - first.isoweekday()) % _WEEK + _WEEK * (count - 1))
    return on(found) if found.month == first.month else None


def _week_after(context: Context, i: int) -> Expression | None:
    """«الجمعة من الأسبوع المقبل»، «الجمعة الأسبوع المقبل»، «الجمعة هذا الأسبوع»."""
    words = context.words
    if words.has(i, "from") and words.follows(i):
        i += 1
    if not words.follows(i):
        return None
    j = i + 1 if words.has(i, "this") and words.follows(i + 1) else i
    week = words.units.get(j)
    return calendar_period(context, j) if week and week.entry.id == "week" else None


def in_week(week: Expression, number: int) -> Moment | None:
    return on(week.moment.first + timedelta(days=number - 1)) if week.moment else None


def week_and_day(context: Context, i: int) -> Expression | None:
    """«الأسبوع المقبل يوم الجمعة»، «هذا الأسبوع بين الأربعاء والجمعة»."""
    words = context.words
    hit = words.units.get(i)
    week = calendar_period(context, i) if hit and hit.entry.id == "week" else None
    if hit and week is None and hit.entry.id == "week" and hit.tag == "sg" and words.follows(hit.stop):
        dated = date_from_number(context, hit.stop)
        whole = week_of(dated.moment.first) if dated and dated.moment and dated.moment.is_day else None
        return Expression(i, dated.stop, "date", whole.edtf, whole.timex, whole) if dated and whole else None
    if week is None or not words.follows(week.stop):
        return None
    opens = words.kinds(week.stop) & {"day", "from", "between"}
    j = week.stop + 1 if opens and words.follows(week.stop + 1) else week.stop
    named = words.weekdays.get(j)
    if named is None or named.pro or words.relation(named.stop):
        return None
    number = int(named.entry.get("day"))
    last = _last_of_days(words, named.stop) if opens & {"from", "between"} else None
    first_day, last_day = in_week(week, number), in_week(week, int(last.entry.get("day"))) if last else None
    if last and first_day and last_day and first_day.first < last_day.first:
        moment = days(first_day.first, last_day.first)
        return Expression(week.first, last.stop, "date", moment.edtf, moment.timex, moment)
    return None if opens & {"from", "between"} else _day(week.first, named.stop, first_day, f"XXXX-WXX-{number}")


def _last_of_days(words: TimeWords, i: int) -> Hit | None:
    """The weekday after «إلى» or «و»."""
    named = words.weekdays.get(i) if words.follows(i) else None
    if named:
        return named if named.pro == "و" else None
    return words.weekdays.get(i + 1) if words.follows(i) and words.has(i, "to") and words.follows(i + 1) else None


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
    if words.has(i - 2 if words.has(i - 1, "this") else i - 1, "like") and not words.gaps[i]:
        return same_day_of_year(context, i, hit.stop)
    told = hit.entry.get("of") == "told"
    base = told_day(context, i, hit.stop) if told else context.today
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
    following = words.number(hit.stop) if words.follows(hit.stop) else None
    if following and following.definite:
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


def day_part(context: Context, i: int, within: int = 0) -> Expression | None:
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
    inner = _inner_day(context, j, within)
    if inner is None:
        return None
    timex = inner.timex if inner.part else f"{inner.timex}{code}"
    return inner._replace(first=i, timex=timex, part=code)


def plain_part(context: Context, i: int, governed: bool = True) -> Expression | None:
    """«الليل»، «منتصف الليل»، «فجرا»: a part of a day that is not told; of the day told last, where the sentence tells one."""
    words = context.words
    hit = words.dayparts.get(i)
    if hit is None or len(words.forms[i]) == 1 or not (hit.entry.get("adverb") or (governed and _is_definite(words, hit))):
        return None
    early = hit.stop + 1 if words.has(hit.stop, "early") and words.follows(hit.stop) else hit.stop
    clock = hit.entry.get("clock")
    return Expression(i, early, "time", None, f"T{clock}" if clock else hit.entry.get("code"), part=hit.entry.get("code"))


def _is_definite(words: TimeWords, hit: Hit) -> bool:
    return words.forms[hit.stop - 1].startswith("ال")


def standing_part(context: Context, i: int) -> Expression | None:
    """«وقع فجرا»، «في الصباح الباكر»، «عند منتصف الليل»: a part of the day by itself, where the words call for a time."""
    words = context.words
    hit = words.dayparts.get(i)
    if hit is None or (hit.pro.strip("وف") and not hit.entry.get("adverb")):
        return None
    whole = hit.stop - hit.first > 1
    governed = i > 0 and not words.gaps[i] and bool(words.kinds(i - 1) & {"in", "at", "throughout", "since", "to", "during"})
    governed = governed or (i > 0 and not words.gaps[i] and bool(hit.entry.get("clock")) and word_tense(words, i - 1) == "future")
    if hit.entry.get("adverb") and not whole:
        return plain_part(context, i, False)
    return plain_part(context, i) if governed or (whole and words.forms[i] != "ساعات") else None


def _inner_day(context: Context, j: int, within: int = 0) -> Expression | None:
    words = context.words
    while words.has(j, "day") and words.follows(j + 1) and j not in words.deictics:
        j += 1
    if j >= words.size:
        return None
    found = weekday(context, j) or deictic(context, j, governed=True) or numeric_date(context, j) or date_from_number(context, j)
    if found:
        return found
    return day_part(context, j, within + 1) if within < _DEEPEST and j in words.dayparts and not words.gaps[j] else None


def _night(context: Context, i: int) -> Expression | None:
    """The night from one day to the next: «الثلاثاء - الأربعاء»، «5 على 6 مايو»."""
    words = context.words
    first = words.weekdays.get(i)
    if first is None:
        return _night_of_dates(context, i)
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


def _night_of_dates(context: Context, i: int) -> Expression | None:
    words = context.words
    number = words.numbers.get(i)
    if number is None or not words.follows(number.stop, DASH | SLASH):
        return None
    j = number.stop
    if not words.gaps[j]:
        j = j + 1 if (words.has(j, "to") or words.has(j, "over")) and words.follows(j + 1) else 0
    second = date_from_number(context, j) if j and j in words.numbers else None
    if second is None or second.moment is None or not second.moment.is_day:
        return None
    moment = days(second.moment.first - timedelta(days=1), second.moment.first)
    if moment.first.day != number.value:
        return None
    return Expression(i, second.stop, "date", moment.edtf, f"{moment.first}TNI", moment, second.stated, "TNI")


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
