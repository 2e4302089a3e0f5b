"""Times reckoned from known events: «منذ اندلاع الحرب»، «بعد 10 أيام على بدء العدوان»، «غداة الانقلاب»، «اليوم الـ441 من الحرب»."""

from collections.abc import Container
from datetime import date
from functools import cache
from typing import NamedTuple

from tawatur.packs.lexicon import Hit
from tawatur.packs.tables import table_rows
from tawatur.reading.times_calendar import date_from_number
from tawatur.reading.times_countries import countries_at, place_at, spoken_of
from tawatur.reading.times_quantities import SHORT_UNITS
from tawatur.reading.times_values import Moment, on, period, shift
from tawatur.reading.times_words import QUOTES, Context, Expression, TimeWords
from tawatur.reading.times_years import bare_year
from tawatur.text.tokens import PAREN

_MOST_MARKS = 5
_ARTICLES = ("ال", "لل")


class Event(NamedTuple):
    """A row of the table of events; `place` the country that it was in, `countries` all that it may be told with."""

    day: date
    until: date
    place: str
    countries: frozenset[str]


class Anchor(NamedTuple):
    """An event that a time is reckoned from, at tokens up to `stop`; `day` None when the words do not say which."""

    day: date | None
    stop: int


@cache
def _events(kind: str) -> tuple[Event, ...]:
    rows = (row for row in table_rows("time_anchors") if row.get("until") and kind in row.list("kind"))
    return tuple(
        Event(
            date.fromisoformat(row.get("date")),
            date.fromisoformat(row.get("until")),
            row.list("country")[0],
            frozenset(row.list("country")),
        )
        for row in rows
        if row.list("country")
    )


def anchor(context: Context, i: int) -> Anchor | None:
    """The event told at token `i`, with the word for its beginning or without."""
    words, j = context.words, i
    while words.follows(j) and words.has(j, "onset") and words.follows(j + 1, QUOTES):
        j += 1
    if words.has(j, "this") and words.follows(j + 1):
        j += 1
    hit = words.anchors.get(j) if words.follows(j, QUOTES) else None
    if hit is None or hit.pro.strip("ول"):
        return None
    named = words.anchors.get(hit.stop) if words.follows(hit.stop, QUOTES) else None
    if named and named.entry.get("date") and not named.pro:
        hit = named
    day = hit.entry.get("date")
    if day:
        told = date.fromisoformat(day)
        return Anchor(told if context.today and told <= context.today else None, hit.stop)
    return _common(context, hit)


def _common(context: Context, hit: Hit) -> Anchor | None:
    """The event that a common noun means in this text: of its kind, at this time, in the country told with it or spoken of."""
    words = context.words
    told, stop = _described(words, hit)
    if words.follows(stop) and (words.forms[stop].startswith("ال") or words.relation(stop)) and not place_at(words, stop):
        return None
    if not told and not words.forms[hit.first].startswith(_ARTICLES):
        return None
    today = context.today
    if today is None:
        return Anchor(None, stop)
    events = [event for event in _events(hit.entry.get("kind")) if event.day <= today <= event.until and event.countries.issuperset(told)]
    if any(event.place in told for event in events):
        events = [event for event in events if event.place in told]
    days = {event.day for event in events}
    if len(days) > 1 or not told:
        days = {event.day for event in _spoken_of(words, hit.first, events)}
    return Anchor(days.pop() if len(days) == 1 else None, stop)


def _described(words: TimeWords, hit: Hit) -> tuple[set[str], int]:
    """The countries told with the noun («العدوان الإسرائيلي على غزة»), and where its description ends."""
    told: set[str] = set()
    stop = hit.stop
    for _ in range(_MOST_MARKS):
        if not words.follows(stop):
            break
        place = place_at(words, stop)
        governed = words.has(stop, "event_place") and words.follows(stop + 1)
        if words.has(stop, "event_marks") and not place:
            stop += 1
        elif place and (place.column == "nisba" or place.pro or not words.forms[stop - 1].startswith(_ARTICLES)):
            told.update(countries_at(words, stop))
            stop = place.stop
        elif governed and (place := place_at(words, stop + 1)):
            told.update(countries_at(words, stop + 1))
            stop = place.stop
        else:
            break
    return told, stop


def _spoken_of(words: TimeWords, i: int, events: list[Event]) -> list[Event]:
    """The events in the countries that the text speaks of at token `i`."""
    near = spoken_of(words, i, {event.place for event in events}, {country for event in events for country in event.countries})
    return [event for event in events if event.place in near]


def since_event(context: Context, i: int) -> Expression | None:
    """«منذ اندلاع الحرب»: from the event's day to publication. Where the date follows, it tells more."""
    found = anchor(context, i + 1)
    if found is None or _is_dated(context, found.stop):
        return None
    if found.day is None or context.today is None:
        return Expression(i, found.stop, "date", None, "PAST_REF")
    return Expression(i, found.stop, "duration", f"{found.day}/{context.today}", period((context.today - found.day).days, "D"))


def _is_dated(context: Context, i: int) -> bool:
    """Whether the event's date follows at token `i`: «اندلاع الحرب في 15 أبريل»، «قبل عامين»."""
    words = context.words
    if words.follows(i) and words.kinds(i) & {"in", "ago", "since"}:
        i += 1
    if not words.follows(i, PAREN):
        return False
    dating: tuple[Container[int], ...] = (words.months, words.weekdays, words.units, words.parts, words.deictics, words.spans)
    if any(i in known for known in dating):
        return True
    return i in words.numbers and bool(date_from_number(context, i) or bare_year(context, i) or words.numbers[i].stop in words.units)


def away_from_event(context: Context, i: int, unit: str, size: float) -> tuple[Moment, int] | None:
    """The day so many units after the event at token `i` (before it when negative), if the event is known, and where the words end."""
    found = anchor(context, i)
    day = shift(found.day, unit, size) if found and found.day else None
    return (on(day), found.stop) if found and day and context.today and day <= context.today else None


def nth_of_event(context: Context, i: int) -> Expression | None:
    """«اليوم الـ441 من الحرب»، «اليوم الثالث للعدوان»: the day on which it fell."""
    words = context.words
    hit = words.units.get(i)
    if hit is None or hit.tag != "sg.def" or hit.entry.id in SHORT_UNITS:
        return None
    order = words.ordinal(hit.stop)
    if order is None or not words.follows(order[1]):
        return None
    count, after = order
    j = after + 1 if words.has(after, "from") else after
    told = words.anchors.get(j)
    if told is None or (j == after and not told.pro.endswith("ل")):
        return None
    found = anchor(context, j)
    if found is None:
        return None
    day = shift(found.day, hit.entry.get("unit"), (count - 1) * int(hit.entry.get("size"))) if found.day else None
    if day is None or context.today is None or day > context.today or hit.entry.id not in ("day", "night"):
        return Expression(i, found.stop, "date", None, "XXXX-XX-XX")
    moment = on(day)
    return Expression(i, found.stop, "date", moment.edtf, moment.timex, moment)
