"""The day of a time of day that is told by itself: «ليلا»، «الساعة السادسة مساء» are of the day that the sentence tells."""

from collections.abc import Sequence
from datetime import date

from tawatur.reading.times_tense import tense
from tawatur.reading.times_values import Moment, on
from tawatur.reading.times_words import Expression, TimeWords

_BEFORE_EVENING = ("TMO", "TMI", "TAF")
_LEAD = 3


def on_their_day(words: TimeWords, found: list[Expression], today: date | None) -> list[Expression]:
    """The expressions, with the times of day placed on the day told last in their sentence, else next in it, else in the one before.

    Where no day is told so near, «فجرا» in the lead of a report is of today.
    """
    days = [(i, one.moment) for i, one in enumerate(found) if one.moment and _is_day(one)]
    placed, known = list(found), 0
    for i, one in enumerate(found):
        while known < len(days) and days[known][0] < i:
            known += 1
        if one.kind == "time" and one.moment is None and (one.timex or "").startswith("T"):
            moment = _day_of(words, found, one, days[known - 1 : known], days[known : known + 1])
            if moment is None and today and not known and _leads(words, one):
                moment = on(today)
            if moment:
                placed[i] = one._replace(edtf=moment.edtf, timex=_on(moment, one.timex or ""), moment=moment)
    return placed


def _leads(words: TimeWords, one: Expression) -> bool:
    """Whether it is a part of the day before evening, told of the past in the title or the first sentences."""
    early = one.timex in _BEFORE_EVENING and words.tokens.sentence[one.first] < _LEAD
    return early and tense(words, one.first, one.stop) == "past"


def _is_day(found: Expression) -> bool:
    """Whether it tells one day, or a night between two."""
    return found.kind in ("date", "time") and found.moment is not None and (found.moment.is_day or found.part == "TNI")


def _day_of(
    words: TimeWords, found: list[Expression], one: Expression, before: Sequence[tuple[int, Moment]], after: Sequence[tuple[int, Moment]]
) -> Moment | None:
    sentence = words.tokens.sentence
    own = sentence[one.first]
    distances = [(own - sentence[found[i].first], moment) for i, moment in before] + [
        (0, m) for i, m in after if sentence[found[i].first] == own
    ]
    near = [(distance, moment) for distance, moment in distances if distance <= 1]
    moment = min(near, key=lambda pair: pair[0])[1] if near else None
    return moment if moment and (moment.is_day or "NI" in (one.timex or "")) else None


def _on(moment: Moment, timex: str) -> str:
    return "/".join(f"{moment.first}{part}" for part in timex.split("/"))
