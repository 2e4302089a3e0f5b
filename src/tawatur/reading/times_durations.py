"""Durations, and how far they can be placed against publication: «قبل ثلاثة أيام»، «منذ عامين»، «الأيام العشرة الأخيرة»."""

from datetime import date

from tawatur.model import TimeKind
from tawatur.packs.lexicon import Hit
from tawatur.reading.times_anchors import away_from_event
from tawatur.reading.times_quantities import SHORT_UNITS, Governor, Quantity, governor, is_age, quantity
from tawatur.reading.times_tense import tense
from tawatur.reading.times_values import SECONDS_OF, Moment, at, days, roughly, shift
from tawatur.reading.times_words import Context, Expression, TimeWords

_ORDER = ("century", "decade", "year", "month", "week", "day", "hour", "minute", "second")


def timed(context: Context, i: int) -> Expression | None:
    """A quantity, placed against publication as far as the words allow."""
    words = context.words
    found = quantity(context, i)
    if found is None or is_age(words, found) or (found.hit.entry.id == "month" and found.stop in words.months):
        return None
    relation = words.relation(found.stop)
    if relation and relation.entry.get("kind") == "second" and found.definite and found.size is not None:
        return _before_last(context, found, relation)
    if relation is None and not found.counted and words.has(found.stop, "few") and words.follows(found.stop):
        relation = words.relation(found.stop + 1)
    placed = found.definite or found.counted or found.hit.tag.startswith("pl")
    if relation and relation.entry.get("kind") in ("near", "recent") and placed:
        return _last_or_next(context, found, relation)
    if found.first == found.hit.first and found.hit.tag == "sg.def":
        return _throughout(words, found)
    if found.hit.pro.strip("وفل") or (found.definite and (found.hit.tag == "du.def" or not found.counted)):
        return None
    governs = governor(words, found.first)
    if not _is_meant(words, found, governs):
        return None
    return _placed(context, found, governs)


def _last_or_next(context: Context, found: Quantity, relation: Hit) -> Expression | None:
    """«الأيام العشرة الأخيرة»، «الـ24 ساعة المقبلة»: an interval that ends or begins on the day of publication."""
    step = int(relation.entry.get("step"))
    if step == 0 or (relation.entry.id == "recent" and context.words.has(relation.stop, "from")):
        return None
    moment = None
    if context.today and found.size is not None:
        moment = _stretch(context.today, found.unit, found.size * step)
    if moment is None:
        return Expression(found.first, relation.stop, "duration", None, found.timex)
    return Expression(found.first, relation.stop, "duration", moment.edtf, found.timex, moment)


def _throughout(words: TimeWords, found: Quantity) -> Expression | None:
    """«طوال اليوم»، «طيلة الأسبوع»."""
    before = found.first - 1
    if found.counted or before < 0 or words.gaps[found.first] or not words.has(before, "throughout"):
        return None
    return Expression(before, found.stop, "duration", None, found.timex)


def _before_last(context: Context, found: Quantity, relation: Hit) -> Expression | None:
    """«الساعات الـ24 قبل الماضية»: the stretch before the last one of that length."""
    size, step = found.size or 0, int(relation.entry.get("step"))
    near = shift(context.today, found.unit, size * step) if context.today else None
    far = shift(context.today, found.unit, size * step * 2) if context.today else None
    if near is None or far is None:
        return Expression(found.first, relation.stop, "duration", None, found.timex)
    moment = days(min(near, far), max(near, far))
    return Expression(found.first, relation.stop, "duration", moment.edtf, found.timex, moment)


def _stretch(today: date, unit: str, amount: float) -> Moment | None:
    other = shift(today, unit, amount)
    if other is None:
        return None
    return days(other, today) if other <= today else days(today, other)


def _is_meant(words: TimeWords, found: Quantity, governs: Governor) -> bool:
    """A bare unit is a duration only where something governs it; a word with other meanings needs more."""
    if found.hit.tag.startswith("sg") and found.first == found.hit.first and found.amount == 1:
        if words.has(found.stop, "whole") and words.follows(found.stop):
            return True
        if not governs.kind or (found.hit.entry.get("loose") == "no" and not (governs.rough or governs.kind == "since")):
            return False
        return governs.kind != "during" or found.counted or not words.has(found.stop, "from")
    if found.counted:
        return True
    if governs.kind in ("since", "ago", "during") or (governs.rough and governs.kind != "after"):
        return True
    if "ل" in found.hit.pro:
        return words.has(found.stop - 1, "few") or not words.follows(found.stop)
    return governs.kind == "after" and (not words.follows(found.stop) or bool(words.kinds(found.stop) & {"from", "over"}))


def _placed(context: Context, found: Quantity, governs: Governor) -> Expression:
    """«قبل ثلاثة أيام» is a date; «منذ عامين» begins then; «بعد شهر من الآن» comes; anything else is a length."""
    words = context.words
    parts, stop = _parts(context, found)
    if found.counted and words.follows(stop) and words.has(stop, "roughly"):
        governs, stop = governs._replace(rough=True), stop + 1
    elif not found.counted and words.has(stop, "whole") and words.follows(stop):
        stop += 1
    timex = _joined([part.timex for part in parts])
    kind, length_stop = governs.kind, stop
    if kind in ("after", "ago") and found.size is not None and len(parts) == 1 and words.follows(stop):
        anchored = _from_event(context, found, stop, 1 if kind == "after" else -1)
        if anchored:
            return anchored._replace(first=governs.first, timex=timex)
    from_now = words.has(stop, "from") and words.follows(stop) and _is_now(words, stop + 1)
    if from_now:
        stop = words.vague[stop + 1].stop
    coming = kind == "after" and (from_now or _is_coming(words, found, governs, stop))
    if from_now and not kind:
        kind = "after" if tense(words, found.first, stop) == "future" else "ago"
        coming = kind == "after"
    if kind not in ("since", "ago") and not coming:
        some = found.amount is None and words.has(found.first - 1, "some") and not words.gaps[found.first]
        return Expression(found.first - 1 if some else found.first, length_stop, "duration", None, timex)
    resolved: TimeKind = "date" if kind != "since" else "duration"
    hangs_on = kind == "ago" and not from_now and _hangs_on(words, stop)
    day = None if hangs_on else _away(context.today, parts, 1 if kind == "after" else -1)
    if day is None:
        return Expression(governs.first, stop, resolved, None, timex)
    moment = at(day, parts[-1].unit)
    short = found.hit.entry.id in SHORT_UNITS
    edtf = roughly(moment.edtf) if not short and (governs.rough or found.hit.entry.get("size") != "1") else moment.edtf
    if kind == "since" and not short:
        edtf = f"{edtf}/{context.today}"
    return Expression(governs.first, stop, resolved, edtf, timex, moment)


def _from_event(context: Context, found: Quantity, stop: int, sign: int) -> Expression | None:
    """«بعد 10 أيام على اندلاع الحرب»، «قبل أسبوعين من سقوط بغداد»: a day, or of longer units about it."""
    words = context.words
    if not words.kinds(stop) & {"from", "over"} or found.unit in SECONDS_OF:
        return None
    told = away_from_event(context, stop + 1, found.unit, (found.size or 0) * sign)
    if told is None:
        return None
    day, end = told
    moment = at(day.first, found.unit) if found.unit in "MY" else day
    return Expression(found.first, end, "date", moment.edtf if found.unit in "DN" else roughly(moment.edtf), None, moment)


def _is_coming(words: TimeWords, found: Quantity, governs: Governor, stop: int) -> bool:
    """«سيعود بعد يومين»: told of the future, and of nothing but now."""
    if not found.counted and found.hit.tag.startswith("pl"):
        return False
    hangs = words.follows(stop) and bool(words.kinds(stop) & {"from", "over"})
    return not hangs and tense(words, governs.first, stop) == "future"


def _away(today: date | None, parts: list[Quantity], sign: int) -> date | None:
    """The day so many units from today."""
    day = today
    for part in parts:
        day = shift(day, part.unit, part.size * sign) if day and part.size is not None else None
    return day


def _parts(context: Context, found: Quantity) -> tuple[list[Quantity], int]:
    """The quantity with the smaller ones joined to it («عامين وثلاثة أشهر»), and where they end."""
    words, parts, stop = context.words, [found], found.stop
    while (found.counted or found.amount == 1) and words.follows(stop):
        lone = words.forms[stop] == "و" and words.follows(stop + 1)
        following = quantity(context, stop + 1 if lone else stop)
        joined = lone or (following is not None and (_begins_with_and(words, following) or _is_in_figures(words, following)))
        if not joined or following is None or following.definite or not _joins(following, parts[-1]):
            break
        parts.append(following)
        stop = following.stop
    return parts, stop


def _begins_with_and(words: TimeWords, following: Quantity) -> bool:
    number = words.numbers.get(following.first)
    return (number.pro if number else following.hit.pro) == "و"


def _is_in_figures(words: TimeWords, following: Quantity) -> bool:
    """«2 سنة 1 شهر»."""
    number = words.numbers.get(following.first)
    return number is not None and number.digits and not number.pro


def _joins(following: Quantity, before: Quantity) -> bool:
    """Whether the second quantity is of another unit: a smaller one, or counted with «واحد» or a number."""
    ids = (before.hit.entry.id, following.hit.entry.id)
    if following.amount is None or not all(one in _ORDER for one in ids) or ids[0] == ids[1]:
        return False
    return following.counted or _ORDER.index(ids[0]) < _ORDER.index(ids[1])


def _joined(values: list[str]) -> str:
    """P2Y and P3M make P2Y3M, in whatever order they are told."""
    values = sorted(values, key=_rank)
    whole = values[0]
    for value in values[1:]:
        part = value[1:]
        whole += part[1:] if "T" in whole and part.startswith("T") else part
    return whole


def _rank(value: str) -> int:
    return "YMWDHmS".index("m" if value.startswith("PT") and value[-1] == "M" else value[-1])


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
