"""The time layer: every expression of time in a document, with what it means against the day of publication."""

from collections.abc import Callable, Container, Iterator
from datetime import date

from tawatur.edtf import bounds
from tawatur.model import Time, Warning
from tawatur.packs.lexicon import Hit
from tawatur.reading.scan import Scan
from tawatur.reading.times_anchors import nth_of_event, since_event
from tawatur.reading.times_calendar import date_from_month, date_from_number
from tawatur.reading.times_clock import clock_time, part_then_clock, with_clock
from tawatur.reading.times_clock_days import on_their_day
from tawatur.reading.times_clock_ranges import clock_range
from tawatur.reading.times_days import day_part, deictic, nth_weekday, standing_part, week_and_day, weekday, with_adverb
from tawatur.reading.times_durations import timed
from tawatur.reading.times_holidays import holiday
from tawatur.reading.times_numeric import numeric_date
from tawatur.reading.times_parts import part_of, season, span
from tawatur.reading.times_periods import calendar_period, ordinal_period
from tawatur.reading.times_ranges import day_list, days_of_month, ranged, with_year_after
from tawatur.reading.times_sets import running, weekly
from tawatur.reading.times_words import Context, Expression, TimeWords
from tawatur.reading.times_years import bare_year, year_expression

_MOST_DAYS = 366 * 3
_EARLIEST, _LATEST = 1800, 2200
_WEEK = 7

Reading = Callable[[Context, int], Expression | None]
Readings = tuple[tuple[Container[int], tuple[Reading, ...]], ...]


def find_times(
    scan: Scan, published: str | None, discourse: bool = False, words: TimeWords | None = None
) -> tuple[list[Time], list[Warning]]:
    """The times of a document, in order and never overlapping, and the dates in it that cannot be.

    `published` is an EDTF date: of a day, everything is resolved against it; of a longer stretch, what it decides; None leaves
    relative times without a value. `discourse` adds words such as «الآن» and «لاحقا» that order the telling rather than date what is
    told. `words`, where they are known already, are the scan's time words.
    """
    words = words or TimeWords(scan)
    stretch = bounds(published)
    if stretch is None or (stretch[1] - stretch[0]).days > _MOST_DAYS or not _EARLIEST <= stretch[0].year < _LATEST:
        found, warnings = _read(words, None, discourse)
    else:
        found, warnings = _read(words, _writers_today(words, *stretch), discourse)
        if stretch[0] != stretch[1]:
            other, _ = _read(words, stretch[1], discourse)
            found = _agreed(found, other, (published or "").startswith("["))
    return [_time(words, expression) for expression in found], warnings


def _time(words: TimeWords, found: Expression) -> Time:
    start, end = words.tokens.starts[found.first], words.tokens.ends[found.stop - 1]
    return Time(start + _proclitics(words, found.first), end, found.kind, found.edtf, found.timex or None)


def _proclitics(words: TimeWords, first: int) -> int:
    """How many letters before the expression's first word are conjunctions or prepositions written on it."""
    hit = next((layer[first] for layer in words.starters() if first in layer), None)
    number = words.numbers.get(first)
    pro = hit.pro if hit else number.pro if number and not number.digits else ""
    if not hit and not number and words.kinds(first) and words.forms[first][1:] in words.grammar:
        pro = words.forms[first][0]
    written = words.tokens.text[words.tokens.starts[first] : words.tokens.ends[first]]
    return len(pro) if written.startswith(pro) and not (pro.endswith("ل") and written.startswith("ل", len(pro))) else 0


def _agreed(found: list[Expression], other: list[Expression], alternatives: bool) -> list[Expression]:
    """What both ends of the stretch of publication days give; where they differ, both days if those are all there are."""
    values = {(expression.first, expression.stop): expression.edtf for expression in other}
    agreed = []
    for expression in found:
        edtf, late = expression.edtf, values.get((expression.first, expression.stop))
        if edtf != late:
            both = alternatives and edtf and late and "/" not in edtf + late and "[" not in edtf + late
            edtf = f"[{edtf},{late}]" if both else None
        agreed.append(expression._replace(edtf=edtf))
    return agreed


def _read(words: TimeWords, today: date | None, discourse: bool) -> tuple[list[Expression], list[Warning]]:
    context = Context(words, today)
    readings = _readings(words)
    found: list[Expression] = []
    starts = words.dotted.union(words.numbers, words.reckoned)
    for layer in words.starters():
        starts.update(layer)
    reached = 0
    for i in sorted(starts):
        if i < reached:
            continue
        zone = words.scan.zone[i]
        if zone == "related":
            continue
        for expression in _at(context, readings, i, discourse):
            if zone == "boilerplate" and not expression.stated:
                continue
            if expression.first < reached:
                expression = expression._replace(first=max(expression.first, reached))
            found.append(expression)
            context.remember(expression)
            reached = expression.stop
    return on_their_day(words, found, today), [context.warnings[start] for start in sorted(context.warnings)]


def _writers_today(words: TimeWords, today: date, latest: date) -> date:
    """The day that the text calls today: stamped after midnight, a report may still say «اليوم» of the day before."""
    if today != latest:
        return today
    for hit in words.deictics.values():
        named = words.weekdays.get(hit.stop)
        if hit.entry.id == "today" and named and not named.pro and not words.gaps[hit.stop]:
            back = (today.isoweekday() - int(named.entry.get("day"))) % _WEEK
            if back == 1:
                return date.fromordinal(today.toordinal() - 1)
    return today


def _at(context: Context, readings: Readings, i: int, discourse: bool) -> Iterator[Expression]:
    """The expressions that begin at token `i`: usually one."""
    words = context.words
    if i in words.numbers:
        listed = day_list(context, i)
        if listed:
            yield from listed
            return
    found = _one(context, readings, i)
    if found is None:
        hit = words.vague.get(i)
        if hit and (discourse or not hit.entry.get("discourse")) and not hit.pro.strip("وف"):
            yield _vague(context, hit)
        return
    found = with_clock(context, with_adverb(context, found))
    found = ranged(context, days_of_month(context, with_year_after(context, found)))
    yield _with_day_word(words, found)


def _vague(context: Context, hit: Hit) -> Expression:
    """A time word without a date; «منذ ذلك الحين» is since the date told before."""
    edtf = None
    if hit.entry.id == "since-then" and context.focus and context.today and context.focus.last <= context.today:
        edtf = f"{context.focus.edtf.split('/')[0]}/{context.today}"
    return Expression(hit.first, hit.stop, "set" if hit.entry.get("kind") == "set" else "date", edtf, hit.entry.get("timex"))


def _one(context: Context, readings: Readings, i: int) -> Expression | None:
    """The first reading that fits the word at token `i`."""
    for known, fitting in readings:
        if i in known:
            for reading in fitting:
                found = reading(context, i)
                if found:
                    return found
    return None


def _readings(words: TimeWords) -> Readings:
    """What the words of each kind may begin, the more particular first."""
    return (
        (words.reckoned, (since_event,)),
        (words.holidays, (holiday,)),
        (words.dotted, (numeric_date,)),
        (words.numbers, (numeric_date, nth_weekday, date_from_number, clock_range, clock_time, timed, bare_year)),
        (words.months, (date_from_month,)),
        (words.weekdays, (nth_weekday, weekday)),
        (words.deictics, (deictic,)),
        (words.parts, (part_of,)),
        (words.dayparts, (day_part, part_then_clock, standing_part)),
        (words.spans, (season, span)),
        (words.own_units, (running,)),
        (
            words.units,
            (clock_range, clock_time, week_and_day, weekly, nth_of_event, running, year_expression, ordinal_period, calendar_period, timed),
        ),
    )


def _with_day_word(words: TimeWords, found: Expression) -> Expression:
    """Takes in «يوم» before a day."""
    before = found.first - 1
    if before >= 0 and words.has(before, "day") and not words.gaps[found.first] and found.moment and found.moment.is_day:
        return found._replace(first=before)
    return found
