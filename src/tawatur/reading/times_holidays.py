"""Holidays: «عيد الفطر»، «رأس السنة»، «عيد الاستقلال» of the country that the text speaks of."""

from datetime import date, timedelta

from tawatur.packs.lexicon import Entry, Hit
from tawatur.reading.times_countries import countries_at, place_at, spoken_of
from tawatur.reading.times_hijri import hijri_moment
from tawatur.reading.times_tense import tense
from tawatur.reading.times_values import Moment, day_of, on
from tawatur.reading.times_words import Context, Expression, TimeWords
from tawatur.reading.times_years import year_after

_WEEK = 7


def holiday(context: Context, i: int) -> Expression | None:
    """A holiday, in the year told, else the latest or, by the tense, the next; without a value where its day is not known."""
    words = context.words
    hit = words.holidays.get(i)
    if hit is None or words.ordinal(hit.stop):
        return None
    row, end = _of_country(words, hit)
    told = year_after(context, end)
    relation = words.relation(end) if not told else None
    step = int(relation.entry.get("step")) if relation and relation.entry.get("kind") == "near" else None
    stop = told[1] if told else relation.stop if relation and step is not None else end
    if row is None or row.get("calendar") == "movable":
        return Expression(i, stop, "date", None, "XXXX-XX-XX")
    today = date(told[0], 12, 31) if told else context.today
    if today is None:
        return Expression(i, stop, "date", None, f"XXXX-{int(row.get('month')):02}-{int(row.get('day')):02}" if _is_fixed(row) else None)
    coming = step > 0 if step is not None else not told and tense(words, i, stop) == "future"
    known = [moment for moment in _around(row, today) if moment and (moment.last >= today if coming else moment.first <= today)]
    if not known:
        return None
    moment = known[0] if coming else known[-1]
    return Expression(i, stop, "date", moment.edtf, moment.timex, moment, told is not None)


def _of_country(words: TimeWords, hit: Hit) -> tuple[Entry | None, int]:
    """The row that is meant, None where several countries have the holiday and the text does not say which; and where its name ends."""
    rows = {one.entry.get("country"): one.entry for one in words.scan.hits[hit.first] if _is_same(one, hit)}
    if "" in rows:
        return rows[""], hit.stop
    stop = hit.stop
    told: set[str] = set()
    place = place_at(words, stop) if words.follows(stop) else None
    if place and (place.column == "nisba" or place.pro):
        told, stop = countries_at(words, stop), place.stop
    elif words.has(stop, "in") and words.follows(stop) and words.follows(stop + 1):
        told = countries_at(words, stop + 1)
    near = told or spoken_of(words, hit.first, rows.keys())
    named = [rows[country] for country in near if country in rows]
    return (named[0] if len(named) == 1 else None), stop


def _is_same(one: Hit, hit: Hit) -> bool:
    return one.entry.layer == hit.entry.layer and one.stop == hit.stop and not one.enc


def _is_fixed(row: Entry) -> bool:
    return row.get("calendar") == "gregorian" and not row.get("weekday")


def _around(row: Entry, today: date) -> list[Moment | None]:
    """The holiday in the years about today."""
    month = int(row.get("month"))
    if row.get("calendar") == "hijri":
        base = round((today.year - 622) * 33 / 32)
        return [hijri_moment(base + n, month, int(row.get("day")), int(row.get("days"))) for n in (-2, -1, 0, 1, 2, 3)]
    years = [today.year + n for n in (-1, 0, 1)]
    if row.get("weekday"):
        return [_nth_weekday(year, month, int(row.get("weekday")), int(row.get("nth"))) for year in years]
    return [day_of(year, month, int(row.get("day"))) for year in years]


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> Moment:
    first = date(year, month, 1)
    return on(first + timedelta(days=(weekday - first.isoweekday()) % _WEEK + _WEEK * (nth - 1)))
