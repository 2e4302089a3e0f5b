"""Judges cases of the specs of dates, times, periods, durations, sets and holidays: see recognizer_specs.py.

The library's conventions differ from ours, so a value is right when it says the same: a future and a past resolution are both accepted; a
range may end on the day before or on the day that the specs end it on, or in the year that it is named by; the coming days may begin today
or tomorrow; where the specs give the day one month or year away, the month or year is accepted («قبل عامين» is a year to us), and what has
lasted since a day is accepted for that day; a week of a month or year may be counted in sevens from its first day, where the specs take
weeks from Monday; so long from now is to us the day or year that it ends on, where they take all the time until then; so many decades may
be counted from today, where they take those of the calendar; the same TIMEX3 value is the same value, whatever days they put it on; a day
that no calendar has may have no value; a span may leave out a preposition, «يوم» or «هذا» at its edges.
"""

import re
from datetime import date, timedelta
from typing import Any

from tawatur.edtf import bounds
from tawatur.model import Document, Time
from tawatur.packs.lexicon import Lexicon
from tawatur.reading.reader import read

FAMILIES = frozenset(
    f"{name}{kind}"
    for name in ("Date", "DatePeriod", "DateTime", "DateTimePeriod", "Duration", "Holiday", "Set", "Time", "TimePeriod")
    for kind in ("Extractor", "Parser")
)
"""The files of specs that are judged here, without their endings."""

_DAY = timedelta(days=1)
_SECONDS = {"Y": 365 * 86400, "M": 30 * 86400, "W": 7 * 86400, "D": 86400, "TH": 3600, "TM": 60, "TS": 1}
_AMOUNT = re.compile(r"([\d.]+)([YMWDHS])")
_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?(?::(\d\d))?")
_EDGES = re.compile(r"^(?:(?:في|من|إلى|الى|عند|ما|بين|يوم|هذا|خلال|لمدة|طوال|و|ل|ب)\s+)+|\s+$")
_WEEK_OF = re.compile(r"^[\dX]{4}-(\d\d)-W(\d\d)$")
_MOST_COARSE = 366


def judge(case: dict[str, Any], lexicon: Lexicon) -> list[str]:
    """What is wrong with what is read in a case; nothing where all is right."""
    text, reference = case["Input"], case.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10]
    found = list(read(Document("case", "case", text, "0" * 64, published=reference), lexicon).times)
    wrong = []
    taken: set[Time] = set()
    for expected in case["Results"]:
        start = max(text.find(expected["Text"]), 0)
        end = min(start + len(expected["Text"]), len(text))
        near = [time for time in found if time.start < end and start < time.end]
        taken.update(near)
        if case["File"].endswith("Extractor"):
            right = any(_core(text, time.start, time.end) == _core(text, start, end) for time in near)
        else:
            right = any(same_value(time, expected) for time in near)
        if not right:
            got = "; ".join(f"«{text[time.start : time.end]}» {time.edtf} {time.timex}" for time in near) or "nothing"
            wrong.append(f"«{expected['Text']}» {_said(expected)} – {got}")
    if not case["Results"]:
        wrong.extend(f"«{text[time.start : time.end]}» is too much" for time in found if time not in taken)
    return wrong


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a preposition or «يوم» before it, and without what is no letter after it."""
    head = _EDGES.match(text[start:end])
    stop = end
    while stop > start and not text[stop - 1].isalnum():
        stop -= 1
    return (start + head.end() if head else start), stop


def _said(expected: dict[str, Any]) -> str:
    value = expected.get("Value") or {}
    sides = (value.get("FutureResolution"), value.get("PastResolution"))
    return " ".join([str(value.get("Timex")), *("/".join(side.values()) for side in sides if side)])


def same_value(time: Time, expected: dict[str, Any]) -> bool:
    """Whether the time says what the case expects, in one of its resolutions."""
    value = expected["Value"]
    sides = [side for side in (value["FutureResolution"], value["PastResolution"]) if side]
    match expected["Type"]:
        case "duration":
            return time.timex is not None and _seconds(time.timex) == _seconds(value["Timex"])
        case "date":
            return any(_is_day(time.edtf, side["date"], (time.timex or "").startswith("P")) for side in sides) or _is_no_day(time, sides)
        case "daterange":
            same = _is_same_timex(time.timex, value) or any(_is_range(time.edtf, *side.values()) for side in sides)
            return same or any(_is_by_our_count(time, value["Timex"], *side.values()) for side in sides)
        case "time":
            return _clocks(time.timex) == _clocks(value["Timex"])
        case "timerange":
            return _is_clock_range(time.timex, value["Timex"])
        case "set":
            return time.kind == "set" and time.timex == value["Timex"]
        case "datetime":
            return any(_is_day(time.edtf, side["dateTime"][:10]) for side in sides) and _clocks(time.timex) == _clocks(value["Timex"])
    return False


def _seconds(timex: str) -> float | None:
    """How long a duration is, a year of 365 days and a month of 30; None when its number is not told."""
    if not re.fullmatch(r"P[\d.YMWDTHS]+", timex):
        return None
    before, _, after = timex[1:].partition("T")
    parts = [(float(n), unit) for n, unit in _AMOUNT.findall(before)] + [(float(n), f"T{unit}") for n, unit in _AMOUNT.findall(after)]
    return sum(amount * _SECONDS[unit] for amount, unit in parts)


def _is_day(edtf: str | None, day: str, away: bool = False) -> bool:
    span = bounds(edtf)
    if span is None or day.startswith("0001"):
        return False
    meant = date.fromisoformat(day)
    coarser = away and edtf is not None and len(edtf.rstrip("~")) < len(day) and (span[1] - span[0]).days < _MOST_COARSE
    since = edtf is not None and edtf.startswith(f"{day}/")
    return span == (meant, meant) or since or (coarser and span[0] <= meant <= span[1])


def _is_no_day(time: Time, sides: list[dict[str, str]]) -> bool:
    return time.edtf is None and all(side["date"].startswith("0001") for side in sides)


def _is_range(edtf: str | None, first: str, last: str) -> bool:
    span = bounds(edtf)
    if span is None or first.startswith("0001"):
        return False
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    shifted = span[0] == start - _DAY and span[1] == end - _DAY
    named = bounds((edtf or "").split("/")[-1])
    within = "/" in (edtf or "") and named is not None and named[0] == end
    return shifted or (span[0] == start and (span[1] in (end, end - _DAY) or within))


def _is_by_our_count(time: Time, timex: str, first: str, last: str) -> bool:
    """Whether it is the same week of the month counted in sevens, the end of a distance, or as many decades."""
    span = bounds(time.edtf)
    if span is None or first.startswith("0001"):
        return False
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    if week := _WEEK_OF.search(timex):
        counted = date(start.year, int(week[1]), 1) + 7 * (int(week[2]) - 1) * _DAY
        return span == (counted, counted + 6 * _DAY)
    told = time.timex or ""
    if told.endswith("0Y"):
        return timex.endswith(f",{told})")
    return time.kind == "date" and told.startswith("P") and span[0] <= end - _DAY <= span[1]


def _is_same_timex(timex: str | None, value: dict[str, Any]) -> bool:
    """Whether it is the TIMEX3 value of the specs; where they add a part («نهاية شهر مارس»), of whatever year."""
    if timex is None or timex == value["Timex"]:
        return timex is not None
    partial = str(value["Timex"]).removeprefix("XXXX")
    return bool(value.get("Mod")) and partial.startswith("-") and timex[4:] == partial


def _clocks(timex: str | None) -> list[tuple[int, int, int]]:
    return [(int(hour) % 24, int(minute or 0), int(second or 0)) for hour, minute, second in _CLOCK.findall(timex or "")]


def _is_clock_range(timex: str | None, expected: str) -> bool:
    clocks = _clocks(expected)
    return _clocks(timex)[:2] == clocks[:2] if clocks else bool(timex) and (timex or "").endswith(expected)
