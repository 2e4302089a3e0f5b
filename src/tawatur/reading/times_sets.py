"""What recurs: «كل ثلاثة أيام»، «أيام الجمعة»; and what has gone on for so long: «لليوم العاشر على التوالي»، «في يومها العاشر»."""

from functools import cache

from tawatur.packs.tables import table_rows
from tawatur.reading.times_periods import period_moment
from tawatur.reading.times_quantities import SHORT_UNITS, quantity
from tawatur.reading.times_values import between, on, period
from tawatur.reading.times_words import Context, Expression, TimeWords
from tawatur.text.fold import fold

_REACH_BACK = 6


@cache
def bare_weekdays() -> dict[str, tuple[str, bool]]:
    """The weekdays without the article, and whether only «يوم» before them tells them from other words («كل أحد» is everyone)."""
    return {
        fold(word): (row.get("day"), row.get("indefinite_needs") == "day")
        for row in table_rows("weekdays")
        for word in row.list("indefinite")
    }


def recurring(context: Context, i: int, j: int) -> Expression | None:
    """What «كل» at token `i` says of the words from `j` on."""
    words = context.words
    after_day = words.follows(j + 1) and j in words.units and words.units[j].entry.id in ("day", "night") and words.units[j].tag == "sg"
    for k in (j + 1, j) if after_day else (j,):
        day, needs_day = bare_weekdays().get(words.forms[k], ("", False))
        if day and (k > j or not needs_day):
            return Expression(i, k + 1, "set", None, f"XXXX-WXX-{day}")
    found = quantity(context, j)
    if found and found.size is not None and not found.definite and (found.counted or found.hit.tag in ("sg", "du")):
        return Expression(i, found.stop, "set", None, found.timex)
    part = words.dayparts.get(j)
    if part and not words.forms[j].startswith("ال") and len(words.forms[j]) > 1 and part.stop == j + 1 and not part.pro:
        return Expression(i, part.stop, "set", None, f"XXXX-XX-XX{part.entry.get('code')}")
    return None


def weekly(context: Context, i: int) -> Expression | None:
    """«أيام الجمعة» that nothing says are certain days."""
    words = context.words
    hit = words.units.get(i)
    if hit is None or hit.entry.id != "day" or hit.tag != "pl" or hit.pro.strip("وف") or not words.follows(hit.stop):
        return None
    named = words.weekdays.get(hit.stop)
    if named is None or named.pro or words.relation(named.stop):
        return None
    if named.stop in words.weekdays or (named.stop < words.size and (words.forms[named.stop] == "و" or words.has(named.stop, "from"))):
        return None
    return Expression(i, named.stop, "set", None, f"XXXX-WXX-{named.entry.get('day')}")


def running(context: Context, i: int) -> Expression | None:
    """«لليوم الـ441»، «للشهر الثاني على التوالي»، «دخلت يومها العاشر»: how long something has gone on, up to publication."""
    words = context.words
    own = words.own_units.get(i)
    hit = own or words.units.get(i)
    if hit is None or hit.entry.id in SHORT_UNITS or not (own or hit.tag == "sg.def"):
        return None
    told = words.ordinal(hit.stop)
    if told is None:
        return None
    count, after = told
    stop = _in_a_row(words, after)
    if own:
        if count == 1 or not (hit.pro.endswith("ل") or _enters(words, i)):
            return None
    elif not (hit.pro.endswith("ل") or (stop > after and words.follows(i) and words.has(i - 1, "in"))):
        return None
    size = count * int(hit.entry.get("size"))
    timex = period(size, hit.entry.get("unit"))
    begin = period_moment(context.today, hit.entry.id, 1 - count) if context.today else None
    if begin is None or context.today is None or hit.entry.id == "night":
        return Expression(i, stop, "duration", None, timex)
    moment = between(on(begin.first), on(context.today)) if begin.is_day else begin
    edtf = moment.edtf if begin.is_day else f"{begin.edtf.split('/')[0]}/{context.today}"
    return Expression(i, stop, "duration", edtf, timex, moment)


def _enters(words: TimeWords, i: int) -> bool:
    """Whether «في» or a verb of entering stands before token `i`, or the name of what enters between («دخلت الحرب يومها الثالث»)."""
    first = words.tokens.sentences[words.tokens.sentence[i]][0]
    if i > first and words.follows(i) and words.has(i - 1, "in"):
        return True
    return any(words.has(k, "enters") for k in range(max(first, i - _REACH_BACK), i))


def _in_a_row(words: TimeWords, stop: int) -> int:
    """Where «على التوالي» after the count ends."""
    for k in (stop, stop + 1):
        if words.follows(k) and words.has(k, "in_a_row") and (k == stop or words.has(stop, "over")):
            return k + 1
    return stop
