"""Years: after a month, after the word for year, by themselves, in figures and in words, Gregorian and Hijri."""

from tawatur.packs.lexicon import Hit
from tawatur.reading.times_hijri import HIJRI_YEARS, hijri_year
from tawatur.reading.times_values import between, day_of, year_of
from tawatur.reading.times_words import Context, Expression, TimeWords, expression
from tawatur.text.numbers import Number
from tawatur.text.tokens import COMMA, DASH, PAREN, SLASH

_YEARS = range(1000, 2200)
_LIKELY_YEARS = range(1900, 2060)


def year_after(context: Context, i: int, hijri: bool = False, bracket: int = 0) -> tuple[int, int] | None:
    """The year told at token `i` after a month or season («2018»، «عام 2018»، «من العام الماضي»), and where it ends.

    `bracket` is the gap flag of a bracket that may close before it.
    """
    words = context.words
    if not words.follows(i, COMMA | SLASH | DASH | bracket):
        return None
    j = i + 1 if words.has(i, "from") and words.follows(i + 1) else i
    this = words.has(j, "this") and words.follows(j + 1)
    unit = words.units.get(j + 1 if this else j)
    if this:
        is_year = context.today and unit and unit.entry.id == "year" and unit.tag == "sg.def"
        return (context.today.year, unit.stop) if context.today and unit and is_year else None
    if unit and unit.entry.id == "year" and unit.tag.startswith("sg"):
        relative = _relative_year(context, unit)
        if relative:
            return relative
        j = unit.stop
    elif j > i:
        return None
    return year_number(words, j, hijri) if words.follows(j, 0 if unit else COMMA | SLASH | DASH | bracket) else None


def _relative_year(context: Context, unit: Hit) -> tuple[int, int] | None:
    words = context.words
    relation = words.relation(unit.stop)
    if relation is None or unit.tag != "sg.def":
        return None
    base = context.focus.first if relation.entry.get("kind") == "told" and context.focus else context.today
    return (base.year + int(relation.entry.get("step")), relation.stop) if base else None


def year_number(words: TimeWords, i: int, hijri: bool = False) -> tuple[int, int] | None:
    """A year in four digits or in words at token `i`, with the era after it. A Hijri year is told by its era, or by `hijri`."""
    number = words.numbers.get(i)
    if number is None or not isinstance(number.value, int) or number.percent or number.ordinal:
        return None
    if number.pro and not number.digits:
        return None
    if number.digits and (number.stop - number.first != 1 or len(words.forms[number.first]) != 4):
        return None
    stop = number.stop
    if stop < words.size and not words.gaps[stop] & ~PAREN and words.kinds(stop) & {"anno", "hijri", "gregorian"}:
        hijri = hijri or words.has(stop, "hijri")
        stop += 1
    if hijri:
        return (number.value, stop) if number.value in HIJRI_YEARS else None
    return (number.value, stop) if number.value in _YEARS else None


def year_expression(context: Context, i: int) -> Expression | None:
    """«عام 2014»، «العام 1437 هـ»، «سنة ألفين وثلاثة»، at the word for year."""
    words = context.words
    unit = words.units.get(i)
    if unit is None or unit.entry.id != "year" or not words.follows(unit.stop):
        return None
    told = year_number(words, unit.stop)
    if told is None or words.has(told[1] - 1, "hijri"):
        return _hijri_or_short(words, i, unit)
    return expression(i, told[1], year_of(told[0]), "", True)


def _hijri_or_short(words: TimeWords, i: int, unit: Hit) -> Expression | None:
    """«عام 1446 هـ» and «عام 67»."""
    told = year_number(words, unit.stop, hijri=True)
    if told and words.has(told[1] - 1, "hijri"):
        return expression(i, told[1], hijri_year(told[0]), "", True)
    number = words.number(unit.stop)
    if number and _is_early(words, number, unit):
        return expression(i, number.stop, year_of(int(number.value)), "", True)
    if number and number.digits and number.value in range(40, 100) and unit.tag == "sg" and number.stop - number.first == 1:
        return expression(i, number.stop, year_of(1900 + int(number.value)), "", True)
    return None


def _season_years(words: TimeWords, i: int, told: tuple[int, int]) -> Expression | None:
    """«2016/2017»: a season or school year."""
    other = year_number(words, told[1])
    if other is None or other[0] != told[0] + 1:
        return None
    return expression(i, other[1], between(year_of(told[0]), year_of(other[0])), "", True)


def _is_spelled(words: TimeWords, i: int, told: tuple[int, int]) -> bool:
    """«في ألف وتسعمائة وسبعة وستين»: a year in words that ends its clause."""
    number = words.numbers.get(i)
    if number is None or number.digits or i == 0 or words.gaps[i]:
        return False
    if told[0] % 100 == 0 and not words.has(i - 1, "year_heads"):
        return False
    return bool(words.kinds(i - 1) & {"since", "in", "year_heads"}) and not words.follows(told[1])


def _is_early(words: TimeWords, number: Number, unit: Hit) -> bool:
    """«عام 247»: three figures that count nothing."""
    plain = isinstance(number.value, int) and not (number.ordinal or number.percent or number.pro or number.definite)
    return plain and unit.tag == "sg" and 100 <= number.value < _YEARS.start and not _counts(words, number.stop, int(number.value))


def same_day_of_year(context: Context, first: int, stop: int) -> Expression | None:
    """«مثل هذا اليوم من العام 1958»: today's day in the year told at token `stop`."""
    told = year_after(context, stop)
    day = day_of(told[0], context.today.month, context.today.day) if told and context.today else None
    return expression(first, told[1], day, "", True) if told and day else None


def bare_year(context: Context, i: int) -> Expression | None:
    """«منذ 2014»، «انتخابات 2018»: four digits that nothing is counted with, after a word that calls for a year."""
    words = context.words
    told = year_number(words, i)
    if told and told[0] in _LIKELY_YEARS and words.follows(told[1], SLASH) and words.gaps[told[1]]:
        return _season_years(words, i, told)
    if told and _is_spelled(words, i, told):
        return expression(i, told[1], year_of(told[0]), "", True)
    if told is None or told[0] not in _LIKELY_YEARS or not words.numbers.get(i) or not words.numbers[i].digits:
        return None
    marked = words.has(told[1] - 1, "anno") or words.has(told[1] - 1, "gregorian")
    governed = i > 0 and not words.gaps[i] and bool(words.kinds(i - 1) & {"prepositions", "year_heads", "since"})
    listed = i > 1 and words.forms[i - 1] == "و" and context.focus is not None and context.focus.edtf == words.forms[i - 2]
    if not (marked or _until(words, told[1]) or ((governed or listed) and not _counts(words, told[1], told[0]))):
        return None
    return expression(i, told[1], year_of(told[0]), "", True)


def _until(words: TimeWords, i: int) -> bool:
    """Whether a second year follows a dash («2014-2018»)."""
    if i >= words.size or words.gaps[i] != DASH:
        return False
    other = year_number(words, i)
    return other is not None and other[0] in _LIKELY_YEARS and words.tokens.starts[i] - words.tokens.ends[i - 1] == 1


def _counts(words: TimeWords, i: int, value: int) -> bool:
    """Whether what follows the number can be the thing it counts."""
    if i >= words.size or words.gaps[i]:
        return False
    hits = words.scan.hits[i]
    noun = any(hit.column in ("noun", "masdar") and hit.tag in ("sg", "sg.acc", "pl") and not hit.pro for hit in hits)
    return noun or (value % 100 == 0 and not words.grammar.get(words.forms[i]))
