"""Whether the clause around a time expression tells what has been or what is to come."""

from datetime import date
from typing import Literal

from tawatur.packs.lexicon import Hit
from tawatur.reading.times_words import Context, TimeWords

Tense = Literal["past", "future"] | None
_REACH_BACK = 14
_REACH_ON = 6
_FUTURE_STARTS = ("سي", "ست", "وسي", "وست", "فسي", "فست", "سن", "وسن")
_SHORTEST_FUTURE = 5


def tense(words: TimeWords, first: int, stop: int) -> Tense:
    """The tense of the nearest verb before the expression in its sentence, else of the nearest after; None when there is none."""
    sentence_first, sentence_stop = words.tokens.sentences[words.tokens.sentence[first]]
    for i in range(first - 1, max(sentence_first, first - _REACH_BACK) - 1, -1):
        found = word_tense(words, i)
        if found:
            return found
    for i in range(stop, min(sentence_stop, stop + _REACH_ON)):
        found = word_tense(words, i)
        if found:
            return found
    return "future" if words.has(first - 1, "deadline") and not words.gaps[first] else None


def told_day(context: Context, first: int, stop: int) -> date | None:
    """The day that «التالي» or «نفسه» is told against: the last one told; without one, of what is to come, today."""
    if context.focus:
        return context.focus.first
    return context.today if tense(context.words, first, stop) == "future" else None


def word_tense(words: TimeWords, i: int) -> Tense:
    """What token `i` says of the tense, by the packs or, for an unknown word, by its shape."""
    hits = words.scan.hits[i]
    result: Tense = None
    for hit in hits:
        found = _hit_tense(hit)
        if found == "future":
            return found
        result = result or found
    if result is None and not any(hit.stop == i + 1 for hit in hits) and (_looks_future(words.forms[i]) or _is_mine(words, i)):
        return "future"
    return result


def _is_mine(words: TimeWords, i: int) -> bool:
    """«سأعود»: the first person's future, which only its hamza tells from other words."""
    form, start = words.forms[i], words.tokens.starts[i]
    return len(form) >= _SHORTEST_FUTURE and form.startswith("سا") and words.tokens.text.startswith("سأ", start)


def _hit_tense(hit: Hit) -> Tense:
    told = hit.entry.get("tense") if hit.entry.layer == "time_tense" else ""
    if hit.column == "verb":
        if "impf" in hit.tag:
            return "future" if told in ("scheduled", "future") or "س" in hit.pro else None
        return "past"
    if told in ("future", "past"):
        return "future" if told == "future" else "past"
    return None


def _looks_future(form: str) -> bool:
    return len(form) >= _SHORTEST_FUTURE and form.startswith(_FUTURE_STARTS)
