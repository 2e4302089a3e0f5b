"""Families of hostile texts: each a function from a size, in code points, to a text of about that size.

They are what a careless extractor, a damaged page or an attacker gives: long runs of one thing, sentences without an end, words that are
all triggers, and characters that change the direction of the screen or take no room on it.
"""

from collections.abc import Callable
from itertools import cycle, islice

Family = Callable[[int], str]

_REPORT = "قتل خمسة جنود وأصيب 12 آخرون في هجوم بالصواريخ على معسكر قرب بغداد أمس السبت، وقال المتحدث باسم الجيش إن الهجوم فشل"
_TITLE = "تقرير عن هجوم في المدينة\n\n"


def _run(unit: str, lead: str = _TITLE) -> Family:
    """The unit over and over."""
    return lambda size: lead + unit * max(1, (size - len(lead)) // len(unit))


def _turns(*units: str) -> Family:
    """The units in turn, over and over."""

    def text(size: int) -> str:
        each = sum(map(len, units)) / len(units)
        return _TITLE + "".join(islice(cycle(units), int(size / each)))

    return text


def _numbered(pattern: str, step: int = 1) -> Family:
    """The pattern with another number each time, so that no two are alike."""

    def text(size: int) -> str:
        count = size // len(pattern.format(size)) + 1
        return _TITLE + "".join(pattern.format(number * step) for number in range(1, count + 1))

    return text


def _lettered(pattern: str) -> Family:
    """The pattern with another made-up word each time."""
    letters = "بتثجحخدرزسشصضطعغفقكلمنهي"

    def word(number: int) -> str:
        spelled = ""
        while number or len(spelled) < 4:
            number, digit = divmod(number, len(letters))
            spelled += letters[digit]
        return spelled

    def text(size: int) -> str:
        count = size // (len(pattern) + 3) + 1
        return _TITLE + "".join(pattern.replace("@", word(number * 7919)) for number in range(count))

    return text


def _every_character(size: int) -> str:
    """Every code point of Unicode that can stand in UTF-8, from one on, among Arabic words; again from the start when there are more."""
    whole = [chr(code) for code in range(1, 0x110000, 17) if not 0xD800 <= code < 0xE000]
    return _TITLE + "".join(islice(cycle(f"{a}{b} قال " for a, b in zip(whole[::2], whole[1::2], strict=False)), size // 7 + 1))


RUNS: dict[str, Family] = {
    "letters": _run("ق"),
    "latin letters": _run("a"),
    "digits": _run("7"),
    "arabic digits": _run("٧"),
    "blanks": lambda size: _TITLE + _REPORT + " " * size + _REPORT,
    "line ends": lambda size: _TITLE + _REPORT + "\n" * size + _REPORT,
    "blank lines": lambda size: _TITLE + _REPORT + "\n \t" * (size // 3) + _REPORT,
    "tabs": lambda size: _TITLE + _REPORT + "\t" * size + _REPORT,
    "tatweel": _run("ـ"),
    "tatweel in a word": lambda size: _TITLE + "قا" + "ـ" * size + "ل المتحدث إن الهجوم فشل",
    "tatweel and dots": _run("ـ."),
    "letters and tatweel dots": _run("قـ."),
    "marks": lambda size: _TITLE + "قال" + "\u064b" * size + " المتحدث إن الهجوم فشل",
    "combining marks": lambda size: _TITLE + "قال" + "\u0301\u0489" * (size // 2) + " المتحدث إن الهجوم فشل",
    "dots": _run("."),
    "spaced dots": _run(". "),
    "dots and letters": _run("ق."),
    "dots and latin": _run("a."),
    "commas": _run("،"),
    "digit commas": _run("1,"),
    "digit groups": _run("123,"),
    "slashes": _run("/"),
    "dates with slashes": _run("1/"),
    "dashes": _run("-"),
    "spaced dashes": _run(" - "),
    "long dashes": _run("—"),
    "colons": _run(":"),
    "clock": _run("1:"),
    "open quotes": _run("«"),
    "close quotes": _run("»"),
    "straight quotes": _run('"'),
    "quotes in words": _run('"قال '),
    "unclosed quotes": _run("قال «إن "),
    "nested quotes": lambda size: _TITLE + "قال «" * (size // 10) + "»" * (size // 10),
    "brackets": _run("("),
    "brackets in words": _run("قال ( "),
    "square brackets": _run("["),
    "hashtags": _run("#هجوم_"),
    "underscores": _run("_"),
    "at signs": _run("@"),
    "web addresses": _run("http://"),
    "dotted address": _run("www."),
    "percent": _run("%"),
    "zero width": _run("\u200b"),
    "zero width in words": _run("ق\u200bا\u200cل\u200d "),
    "overrides": _run("\u202eقال\u202c "),
    "open overrides": _run("\u202e"),
    "isolates": _run("\u2067قال\u2069 "),
    "private use": _run("\ue000"),
    "nulls": _run("قال\x00"),
    "escapes": _run("قال\x1b[31m "),
    "surrogates": _run("قال \ud800 "),
    "ligatures": _run("\ufdfa"),
    "ligature words": _run("\ufdfb "),
    "every character": _every_character,
}
"""Runs of one thing."""

WORDS: dict[str, Family] = {
    "said": _run("قال "),
    "said lines": _run("قال\n"),
    "said stops": _run("قال. "),
    "said that": _run("قال إن "),
    "and said": _run("وقال المتحدث "),
    "according": _run("وفق "),
    "saying": _run("مضيفا أن "),
    "chain": _run("نقلت وكالة رويترز عن مصدر أن "),
    "sources": _run("عن مصدر "),
    "killed": _run("قتل "),
    "killed five": _run("قتل خمسة جنود "),
    "killed five lines": _run("قتل خمسة جنود.\n"),
    "triggers": _turns("قتل ", "هجوم ", "غارة ", "قصف ", "انفجار ", "اعتقال ", "مظاهرة ", "إطلاق ", "تدمير ", "إصابة "),
    "denied": _run("نفى "),
    "not": _run("لم "),
    "that": _run("أن "),
    "and": _run("و "),
    "in": _run("في "),
    "numbers": _run("خمسة "),
    "numbers joined": _turns("خمسة ", "وعشرون ", "ومئة ", "ألف "),
    "thousands": _run("ألف "),
    "ands of numbers": _run("وخمسة "),
    "digits apart": _run("5 "),
    "grown digits": _numbered("{} "),
    "figures": _numbered("{} جندي "),
    "dead": _numbered("مقتل {} جنديا، "),
    "dead lines": _numbered("مقتل {} جنديا.\n"),
    "tables": _numbered("{0}\t{0}\t{0}\n"),
    "dates": _turns("14 مارس 2020 ", "2020-03-14 ", "السبت "),
    "months": _run("مارس "),
    "days": _run("السبت "),
    "days and": _run("والسبت "),
    "clock times": _numbered("الساعة {} "),
    "years": _numbered("عام {} "),
    "year 99999": _run("14 مارس 99999 "),
    "ranges": _run("من 5 إلى "),
    "days ago": _numbered("قبل {} أيام "),
    "hijri": _run("14 رمضان 1441 هـ "),
    "dated lines": _numbered("14/3/2020 {}\n"),
    "titles": _run("الرئيس "),
    "title and name": _lettered("الرئيس @ "),
    "spokesmen": _lettered("المتحدث باسم @ "),
    "spokesman of": _run("المتحدث باسم "),
    "names": _lettered("محمد @ "),
    "unknown words": _lettered("@ "),
    "unknown lines": _lettered("@ @ @ @ @\n"),
    "son of": _run("بن "),
    "places": _turns("بغداد ", "دمشق ", "حلب ", "الموصل "),
    "places and": _turns("بغداد و", "دمشق و", "حلب و", "الموصل و"),
    "place lines": _turns("بغداد:\n", "دمشق:\n", "حلب:\n"),
    "in places": _run("في مدينة "),
    "province": _run("محافظة "),
    "near": _run("قرب "),
    "agencies": _run("رويترز "),
    "agencies in brackets": _run("(رويترز) "),
    "agency lines": _run("بغداد - رويترز\n"),
    "groups": _run("تنظيم الدولة "),
    "army": _run("الجيش "),
    "armies and": _run("والجيش الأميركي "),
    "ministers": _run("وزير الدفاع "),
    "weapons": _run("صواريخ "),
    "pronouns": _run("وأضاف أنه "),
    "relative": _run("الذي "),
    "the attack": _run("الهجوم الذي "),
    "titles of lines": _lettered("اقرأ أيضا: @\n"),
    "links": _lettered("- @ @ @\n"),
    "short lines": _run("هجوم\n"),
    "reports": _numbered(_REPORT + " رقم {}. "),
    "reports without stops": _numbered(_REPORT + " رقم {} و"),
    "report lines": _numbered(_REPORT + " رقم {}.\n"),
    "repeated report": _run(_REPORT + ". "),
    "repeated report lines": _run(_REPORT + ".\n\n"),
    "statements": _lettered("وقال المتحدث @ إن «الهجوم @» فشل في @. "),
    "statements without stops": _lettered("وقال المتحدث @ إن الهجوم @ فشل في @ "),
    "victims": _lettered("قتل القيادي محمد @ في غارة على بلدة @ أمس.\n"),
    "mismatched months": _numbered("وقع هجوم في {} يناير/كانون الأول 2020.\n"),
    "accusations": _lettered("واتهم الرئيس @ حركة @ بقصف المدينة. "),
    "long quotation": lambda size: _TITLE + "وقال المتحدث: «" + WORDS["reports"](size) + "».",
    "long speech": lambda size: _TITLE + "وقال المتحدث: " + WORDS["reports without stops"](size),
    "long title": lambda size: WORDS["reports without stops"](size // 2).replace("\n", " ") + "\n\n" + WORDS["reports"](size // 2),
    "long first line": lambda size: WORDS["names"](size).replace("\n", " "),
    "captions": _lettered("صورة: @ @ (رويترز)\n"),
    "quoted statements": _lettered("«الهجوم @ فشل»، قال المتحدث @، "),
}
"""Words that mean something to the reader, over and over."""

FAMILIES = RUNS | WORDS
