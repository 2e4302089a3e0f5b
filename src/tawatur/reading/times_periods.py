"""Periods counted or placed in units of time: durations, distances from publication, «الأسبوع الماضي»، «الأيام العشرة الأخيرة»."""

from datetime import date
from typing import NamedTuple

from tawatur.packs.lexicon import Hit
from tawatur.reading.times_calendar import date_from_month, year_after, year_expression
from tawatur.reading.times_values import (
    SECONDS_OF,
    Moment,
    at,
    between,
    day_of,
    days,
    month_of,
    on,
    period,
    roughly,
    shift,
    week_of,
    year_of,
    years_of,
)  # fmt: skip
from tawatur.reading.times_words import Context, Expression, TimeWords
from tawatur.text.numbers import Number
from tawatur.text.tokens import COMMA, DASH, PAREN

_GOVERNORS = ("since", "ago", "after", "during")
_SHORT = frozenset(("second", "minute", "hour"))
_LOOK_BACK = 4


class Quantity(NamedTuple):
    """So many units («ثلاثة أيام»، «شهرين»، «سنوات»); `amount` None when the number is not told."""

    amount: float | None
    hit: Hit
    first: int
    stop: int
    counted: bool
    definite: bool

    @property
    def unit(self) -> str:
        return self.hit.entry.get("unit")

    @property
    def size(self) -> float | None:
        return None if self.amount is None else self.amount * int(self.hit.entry.get("size"))

    @property
    def timex(self) -> str:
        return period(self.size, self.unit)


class Governor(NamedTuple):
    """The word that places a quantity («منذ»، «قبل»), where it stands, and whether «نحو» or «أكثر من» comes between."""

    kind: str
    first: int
    rough: bool


def quantity(context: Context, i: int) -> Quantity | None:
    """The quantity of time that begins at the number or unit at token `i`."""
    words = context.words
    number = words.number(i)
    if number:
        return _counted(words, number)
    hit = words.units.get(i)
    if hit is None:
        return None
    following = words.number(hit.stop) if words.follows(hit.stop, PAREN) else None
    if hit.tag == "pl.def" and following and not following.ordinal and (following.definite or following.digits):
        return Quantity(float(following.value), hit, i, following.stop, True, True)
    if hit.tag in ("du", "du.def"):
        stop = following.stop if following and following.value == 2 and not following.digits else hit.stop
        amount, stop = _and_half(words, 2.0, stop)
        return Quantity(amount, hit, i, stop, True, hit.tag == "du.def")
    if hit.tag.startswith("sg"):
        amount, stop = _and_half(words, 1.0, _after_one(words, hit, following))
        return Quantity(amount, hit, i, stop, stop > hit.stop, hit.tag == "sg.def")
    if hit.tag.startswith("pl"):
        stop = hit.stop + 1 if words.follows(hit.stop) and words.has(hit.stop, "few") else hit.stop
        return Quantity(None, hit, i, stop, False, hit.tag == "pl.def")
    return None


def _counted(words: TimeWords, number: Number) -> Quantity | None:
    hit = words.units.get(number.stop) if words.follows(number.stop, PAREN) else None
    if hit is None or number.ordinal or number.percent or hit.pro or hit.tag in ("sg.def", "pl.def", "du.def"):
        return None
    amount, stop = _and_half(words, float(number.value), hit.stop)
    return Quantity(amount, hit, number.first, stop, True, number.definite)


def _after_one(words: TimeWords, hit: Hit, following: Number | None) -> int:
    """«يوم واحد» is one day too."""
    return following.stop if following and following.value == 1 and not (following.ordinal or following.digits) else hit.stop


def _and_half(words: TimeWords, amount: float, stop: int) -> tuple[float, int]:
    """«عامين ونصف»، «ساعة ونصف الساعة»."""
    fraction = words.numbers.get(stop) if words.follows(stop) else None
    if fraction is None or fraction.pro != "و" or not 0 < fraction.value < 1 or fraction.definite or fraction.percent:
        return amount, stop
    stop = fraction.stop
    repeated = words.units.get(stop) if words.follows(stop) else None
    return amount + fraction.value, repeated.stop if repeated and repeated.tag == "sg.def" and not repeated.pro else stop


def governor(words: TimeWords, first: int) -> Governor:
    """What governs the quantity at token `first`: looks back over «نحو»، «أكثر من»، «عدة»."""
    rough, i = False, first - 1
    while i >= max(0, first - _LOOK_BACK) and not words.gaps[i + 1]:
        kinds = words.kinds(i)
        found = next((kind for kind in _GOVERNORS if kind in kinds), None)
        if found:
            return Governor(found, i, rough)
        if kinds & {"approx", "more", "some"} or (("than" in kinds or "prepositions" in kinds) and words.has(i - 1, "more")):
            rough = True
            i -= 1
            continue
        break
    return Governor("", first, rough)


def timed(context: Context, i: int) -> Expression | None:
    """A quantity, placed against publication as far as the words allow."""
    words = context.words
    found = quantity(context, i)
    if found is None or _is_age(words, found):
        return None
    relation = words.relation(found.stop)
    if relation is None and not found.counted and words.has(found.stop, "few") and words.follows(found.stop):
        relation = words.relation(found.stop + 1)
    if relation and relation.entry.get("kind") in ("near", "recent") and (found.definite or found.hit.tag.startswith("pl")):
        return _last_or_next(context, found, relation)
    if found.hit.pro.strip("وفل") or (not found.counted and found.definite):
        return None
    governs = governor(words, found.first)
    if not _is_meant(words, found, governs):
        return None
    return _placed(context, found, governs)


def _last_or_next(context: Context, found: Quantity, relation: Hit) -> Expression | None:
    """«الأيام العشرة الأخيرة»، «الـ24 ساعة المقبلة»: an interval that ends or begins on the day of publication."""
    step = int(relation.entry.get("step"))
    if step == 0:
        return None
    moment = None
    if context.today and found.size is not None:
        moment = _stretch(context.today, found.unit, found.size * step)
    if moment is None:
        return Expression(found.first, relation.stop, "duration", None, found.timex)
    return Expression(found.first, relation.stop, "duration", moment.edtf, found.timex, moment)


def _stretch(today: date, unit: str, amount: float) -> Moment | None:
    other = shift(today, unit, amount)
    if other is None:
        return None
    return days(other, today) if other <= today else days(today, other)


def _is_meant(words: TimeWords, found: Quantity, governs: Governor) -> bool:
    """A bare unit is a duration only where something governs it; a word with other meanings needs more."""
    if found.hit.tag.startswith("sg") and found.first == found.hit.first:
        if not governs.kind or (found.hit.entry.get("loose") == "no" and not (governs.rough or governs.kind == "since")):
            return False
        return governs.kind != "during" or found.counted or not words.has(found.stop, "from")
    if found.counted:
        return True
    if governs.kind in ("since", "ago", "during") or (governs.rough and governs.kind != "after"):
        return True
    described = "ل" in found.hit.pro and words.has(found.stop - 1, "few")
    return described or (governs.kind == "after" and not words.follows(found.stop))


def _placed(context: Context, found: Quantity, governs: Governor) -> Expression:
    """«قبل ثلاثة أيام» is a date; «منذ عامين» begins then; «بعد شهر من الآن» comes; anything else is a length."""
    words = context.words
    first, stop = governs.first, found.stop
    amount = found.size
    kind = governs.kind
    from_now = words.has(stop, "from") and words.follows(stop) and _is_now(words, stop + 1)
    if from_now:
        stop = words.vague[stop + 1].stop
    hangs_on = not from_now and _hangs_on(words, stop)
    today = context.today
    if kind not in ("since", "ago") and not (kind == "after" and from_now):
        return Expression(found.first, found.stop, "duration", None, found.timex)
    if today is None or amount is None or (hangs_on and kind != "since"):
        return Expression(first, stop, "date" if kind == "ago" else "duration", None, found.timex)
    day = shift(today, found.unit, amount if kind == "after" else -amount)
    if day is None:
        return Expression(first, stop, "duration", None, found.timex)
    moment = at(day, found.unit)
    short = found.hit.entry.id in _SHORT
    edtf = roughly(moment.edtf) if not short and (governs.rough or found.hit.entry.get("size") != "1") else moment.edtf
    if kind == "since" and not short:
        edtf = f"{edtf}/{today}"
    return Expression(first, stop, "duration" if kind == "since" else "date", edtf, found.timex, moment)


def _hangs_on(words: TimeWords, stop: int) -> bool:
    """«قبل شهر (تماما) من الانتخابات» is told against that event."""
    if not words.follows(stop):
        return False
    if words.has(stop, "from") or words.has(stop, "than"):
        return True
    return words.forms[stop].endswith("ا") and words.follows(stop + 1) and words.has(stop + 1, "from")


def _is_now(words: TimeWords, i: int) -> bool:
    hit = words.vague.get(i)
    return hit is not None and hit.entry.get("timex") == "PRESENT_REF"


def _is_age(words: TimeWords, found: Quantity) -> bool:
    """«يبلغ من العمر 25 عاما»، «(23 عاما)»، «, 40 عاما,»."""
    if found.unit in SECONDS_OF or not found.counted:
        return False
    first, stop = found.first, found.stop
    for back in range(1, 5):
        if first - back < 0 or words.gaps[first - back + 1] & ~COMMA:
            break
        if words.has(first - back, "age"):
            return True
    if words.follows(stop) and words.has(stop, "from") and words.has(stop + 1, "age"):
        return True
    before, after = words.gaps[first], words.gaps[stop]
    return bool(before & PAREN and after & PAREN) or (found.unit == "Y" and bool(before & (COMMA | DASH)) and bool(after & (COMMA | DASH)))


def calendar_period(context: Context, i: int, default: int | None = None) -> Expression | None:
    """«الأسبوع الماضي»، «هذا العام»، «القرن الماضي»; with a `default` step also «العام» alone («نهاية العام»)."""
    words = context.words
    hit = words.units.get(i)
    if hit is None or hit.tag != "sg.def":
        return None
    this = i > 0 and words.follows(i) and words.has(i - 1, "this")
    relation = words.relation(hit.stop)
    if this:
        step, first, stop, kind = 0, i - 1, hit.stop, "near"
    elif relation and relation.entry.id != "recent":
        step, first, stop, kind = int(relation.entry.get("step")), i, relation.stop, relation.entry.get("kind")
        step = step * 2 if kind == "second" else step
    elif default is not None:
        step, first, stop, kind = default, i, hit.stop, "near"
    else:
        return None
    if hit.entry.id in _SHORT:
        return Expression(first, stop, "duration", None, period(1, hit.entry.get("unit"))) if step else None
    told = kind == "told"
    base = (context.focus.first if context.focus else None) if told else context.today
    moment = period_moment(base, hit.entry.id, step) if base else None
    if moment is None:
        return Expression(first, stop, "date", None, _vague(step)) if not told else None
    return Expression(first, stop, "date", moment.edtf, moment.timex, moment)


def _vague(step: int) -> str:
    return "PAST_REF" if step < 0 else "FUTURE_REF" if step else "PRESENT_REF"


def period_moment(base: date, unit: str, step: int) -> Moment | None:
    """The calendar day, week, month, year, decade or century so many steps from the one that `base` is in."""
    if unit in ("decade", "century"):
        length = 10 if unit == "decade" else 100
        first = (base.year // length + step) * length
        return years_of(first, first + length - 1, str(first)[:3] + "X" if length == 10 else str(first)[:2] + "XX")
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
    j, amount = hit.stop, 1
    count = words.numbers.get(j)
    if count and not count.ordinal and hit.tag == "pl.def" and isinstance(count.value, int) and words.follows(count.stop):
        j, amount = count.stop, count.value
    ordinal = words.numbers.get(j)
    if ordinal is None or not ordinal.ordinal or not isinstance(ordinal.value, int) or not words.has(ordinal.stop, "from"):
        return None
    if hit.tag == "pl.def" and (amount == 1 or ordinal.value != 1):
        return None
    whole = _whole(context, ordinal.stop)
    if whole is None or whole.moment is None:
        return None
    first = (ordinal.value - 1) * amount
    moment = _within(whole.moment, hit.entry.id, first, first + amount)
    return Expression(i, whole.stop, "date", moment.edtf, moment.timex, moment, whole.stated) if moment else None


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
    return date_from_month(context, j) or year_expression(context, j) or calendar_period(context, j)


def _within(whole: Moment, unit: str, first: int, stop: int) -> Moment | None:
    """Units `first` up to `stop` of a month or year."""
    start = whole.first
    if unit == "month":
        end = first + 1 if stop == first + 1 else stop
        if not 0 <= first < end <= 12 or (whole.last - start).days < 300:
            return None
        one = month_of(start.year, first + 1)
        return one if end == first + 1 else between(one, month_of(start.year, end))
    length = {"day": 1, "week": 7}.get(unit)
    if length is None:
        return None
    day, last = shift(start, "D", first * length), shift(start, "D", stop * length - 1)
    if day is None or last is None or day > whole.last:
        return None
    return on(day) if day == last else days(day, min(last, whole.last))


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
