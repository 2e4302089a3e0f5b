"""Counts with a number in digits or words. What a number names or measures is no count: channels, calibres, ages, prices."""

from collections.abc import Iterator

from tawatur.packs.grammar import words
from tawatur.reading.counts_bounds import Amount, amount, bounds, lead, modifier_after
from tawatur.reading.counts_marks import Count, Marks
from tawatur.reading.counts_nouns import PEOPLE, Noun, counted_noun
from tawatur.reading.phrases import is_definite, is_joined, is_stop
from tawatur.reading.scan import Scan
from tawatur.text.numbers import Number
from tawatur.text.tokens import COLON, COMMA, DASH, NEWLINE, OTHER, PAREN, SLASH, STOP

_CURRENCIES = "$€£"
_ATTACHED = DASH | SLASH | COLON | OTHER
_PLURALS = ("pl", "pl.def")
_NOUN_REACH = 3


def numbered(scan: Scan, marks: Marks) -> Iterator[Count]:
    """Counts with a number in digits or words."""
    numbers = [number for number in scan.numbers if not number.ordinal and not number.percent and not marks.barred[number.first]]
    yield from (_another(scan, number) for number in scan.numbers if number.ordinal and _is_another(scan, marks, number))
    n = 0
    while n < len(numbers):
        told = amount(scan, numbers, n)
        number, n = numbers[n], n + told.used
        if told.low != int(told.low) or told.high != int(told.high) or _is_attached(scan, told):
            continue
        count = _read(scan, marks, number, told)
        if count:
            yield count


def _is_another(scan: Scan, marks: Marks, number: Number) -> bool:
    """«إصابة رابع», «مقتل ثالث جندي»: one more than those told of; not «ثاني جنودها»."""
    i = number.first
    if i not in marks.framed or number.definite or number.digits or number.pro or not is_joined(scan, i) or marks.barred[i]:
        return False
    return not (is_joined(scan, number.stop) and any(hit.enc for hit in scan.hits[number.stop] if hit.entry.layer == "counted"))


def _another(scan: Scan, number: Number) -> Count:
    noun = Noun(number.first, number.stop, "person", "others")
    return Count(number.first, number.stop, 1, 1, "exact", noun, "bare", number.first, governed=True)


def _is_attached(scan: Scan, told: Amount) -> bool:
    """A number that is part of something else: «سو-24», «5-3», «10:30», «$5», «F 16»."""
    tokens, i = scan.tokens, told.first
    start, end = tokens.starts[i], tokens.ends[told.stop - 1]
    if scan.text[start - 1 : start] in (*_CURRENCIES, "+") or scan.text[end : end + 1] in (*_CURRENCIES, "%", "٪", "+"):
        return True
    if i > 0 and tokens.ends[i - 1] == start - 1 and tokens.gaps[i] & _ATTACHED:
        return True
    if told.stop < len(tokens) and tokens.starts[told.stop] == end + 1 and tokens.gaps[told.stop] & _ATTACHED:
        return tokens.forms[told.stop].isdigit()
    return i > 0 and is_joined(scan, i) and tokens.forms[i - 1].isascii() and tokens.forms[i - 1].isalpha()


def _read(scan: Scan, marks: Marks, number: Number, told: Amount) -> Count | None:
    stop = told.stop
    forms = scan.tokens.forms
    if stop + 1 < len(forms) and forms[stop] in words("of") and forms[stop + 1] in words("share_of"):
        whole = next((other for other in scan.numbers if stop + 2 <= other.first <= stop + 3), None)
        if whole:
            noun = counted_noun(scan, whole.stop, marks.timed)
            return _count(scan, marks, number, told, noun if noun.cls else Noun(stop, stop), max(noun.stop, whole.stop))
    if _is_measure(scan, stop):
        return None
    if stop < len(forms) and forms[stop] in words("tally") and is_joined(scan, stop):
        return _count(scan, marks, number, told, Noun(stop, stop), stop, tally=stop)
    noun = counted_noun(scan, stop, marks.timed)
    if noun.cls == "unknown" and noun.first in marks.named:
        noun = Noun(stop, stop)
    if noun.cls and noun.first == stop and _is_doubled(scan, told):
        told = told._replace(low=2 * told.low, high=2 * told.high)
    named = _identifier(scan, number)
    if named == "model" or (named and (noun.cls in ("", "unknown") or noun.first > stop)) or _is_dated(scan, told):
        return None
    if noun.cls == "unknown" and (_is_glued(scan, told) or _is_year(scan, told)):
        return None
    if number.value == 1 and not number.digits and noun.first == stop:
        noun = Noun(stop, stop)
    if not noun.cls and not noun.pronoun and _is_adjective(scan, marks, number):
        return None
    if number.definite and noun.cls in ("", "unknown"):
        return _definite(scan, marks, told, int(told.low))
    return _count(scan, marks, number, told, noun, noun.stop)


def _count(scan: Scan, marks: Marks, number: Number, told: Amount, noun: Noun, stop: int, tally: int | None = None) -> Count | None:
    first, kind = lead(scan, told.first, marks.before, told.low < told.high)
    if scan.tokens.forms[first] in words("above") and noun.cls not in ("", *PEOPLE):
        kind = None
    kind = modifier_after(scan, stop) or modifier_after(scan, told.stop) or kind
    if not noun.cls and kind is None and _in_brackets(scan, told):
        return None
    limits = bounds(kind, int(told.low), int(told.high))
    return Count(told.first, stop, *limits, noun, "number", first, not noun.cls or noun.loose, number.pro, tally)


def _in_brackets(scan: Scan, told: Amount) -> bool:
    """«(2216)», «محمد (35)»: a number alone in brackets or between dashes counts nothing."""
    return bool(scan.tokens.gaps[told.first] & PAREN and scan.tokens.gaps[told.stop] & PAREN)


def _is_adjective(scan: Scan, marks: Marks, number: Number) -> bool:
    """«عائلة واحدة», «يوم واحد»: "one" on a noun that counts nothing."""
    i = number.first
    if number.value != 1 or number.digits or number.pro or i == 0 or not is_joined(scan, i):
        return False
    return i not in marks.framed and not is_stop(scan, i - 1)


def _is_glued(scan: Scan, told: Amount) -> bool:
    """«فرانس24»: digits written onto a word; with a noun that no pack has, they are part of a name."""
    i = told.first
    if i == 0 or scan.tokens.ends[i - 1] != scan.tokens.starts[i]:
        return False
    return len(scan.tokens.forms[i - 1]) > 1 and scan.tokens.forms[i - 1] not in words("lone_clitics")


def _is_doubled(scan: Scan, told: Amount) -> bool:
    """«ألفا قتيل»: the dual right before its noun; «ألفاً» and what a number multiplies («15 ألفا») are one thousand."""
    if told.stop - told.first > 1 or scan.tokens.forms[told.first] not in words("dual_scales"):
        return False
    return scan.tokens.slice(told.first, told.stop).endswith("ا")


def _is_measure(scan: Scan, i: int) -> bool:
    if i >= len(scan.tokens) or scan.tokens.gaps[i] & (COMMA | STOP | NEWLINE):
        return False
    hit = next((hit for hit in scan.hits[i] if hit.entry.layer in ("units", "counted")), None)
    return hit is not None and hit.entry.layer == "units" and not hit.pro


def _is_year(scan: Scan, told: Amount) -> bool:
    """«العالم 2018 لكرة القدم», «1 إم دي بي»: with a noun that no pack has, a year or a one is no count of it."""
    form = scan.tokens.forms[told.first]
    return form == "1" or (told.stop - told.first == 1 and len(form) == 4 and form.isdigit() and 1900 <= told.low <= 2100)


def _is_dated(scan: Scan, told: Amount) -> bool:
    """«شكلت في 2017 قوة عسكرية»: a year, whatever follows."""
    i, form = told.first, scan.tokens.forms[told.first]
    if told.stop - i > 1 or len(form) != 4 or not form.isdigit() or not 1950 <= told.low <= 2050:
        return False
    return i > 0 and scan.tokens.forms[i - 1] in words("dating") and is_joined(scan, i)


def _identifier(scan: Scan, number: Number) -> str:
    """What shows that a number names («القناة 12») or measures something else («البالغ من العمر 22»), if anything."""
    i = number.first
    if i and scan.tokens.forms[i - 1] in words("lone_clitics"):
        i -= 1
    found = (hit.entry.id for j in range(max(i - 3, 0), i) for hit in scan.hits[j] if hit.entry.layer == "identifiers" and hit.stop == i)
    return next(found, "")


def _harm_behind(scan: Scan, i: int) -> str:
    """«الجنود الثلاثة القتلى»."""
    hits = scan.hits[i] if is_joined(scan, i) else []
    return next((hit.entry.get("role") for hit in hits if hit.entry.layer == "counted" and hit.tag == "pl.def"), "")


def _definite(scan: Scan, marks: Marks, told: Amount, value: int) -> Count | None:
    """«القتلى الخمسة», «أفراد طاقمها الـ25»: a number behind the plural that it counts; or alone, for those known («الخمسة»)."""
    last = told.first - 1 if scan.tokens.forms[told.first - 1] in words("lone_clitics") else told.first
    toll = False
    for i in range(last - 1, max(last - 1 - _NOUN_REACH, -1), -1):
        toll = i > 0 and scan.tokens.forms[i - 1] in words("tally")
        if not is_joined(scan, i + 1) or marks.timed[i] or toll:
            break
        for hit in scan.hits[i]:
            people = hit.entry.layer == "counted" and hit.tag in _PLURALS and hit.entry.get("class") in PEOPLE
            if people and not (hit.entry.get("nation") and i and is_joined(scan, i)):
                role = _harm_behind(scan, told.stop) or hit.entry.get("role")
                noun = Noun(i, last, hit.entry.get("class"), hit.entry.id, role, hit.tag)
                return Count(i, told.stop, value, value, "exact", noun, "number", i, pro=hit.pro)
    behind = told.first > 0 and is_joined(scan, told.first) and is_definite(scan, last - 1)
    if behind and not toll:
        return None
    return Count(told.first, told.stop, value, value, "exact", Noun(told.stop, told.stop), "number", last, True)
