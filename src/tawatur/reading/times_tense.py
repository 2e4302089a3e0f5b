"""Whether the clause around a time expression tells what has been or what is to come."""

from typing import Literal

from tawatur.packs.lexicon import Hit
from tawatur.reading.times_words import TimeWords

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
    return None


def word_tense(words: TimeWords, i: int) -> Tense:
    """What token `i` says of the tense, by the packs or, for an unknown word, by its shape."""
    hits = words.scan.hits[i]
    result: Tense = None
    for hit in hits:
        found = _hit_tense(hit)
        if found == "future":
            return found
        result = result or found
    if result is None and not any(hit.stop == i + 1 for hit in hits) and _looks_future(words.forms[i]):
        return "future"
    return result


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
