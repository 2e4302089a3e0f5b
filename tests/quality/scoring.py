"""Scores readings against the hand-made gold: one number between 0 and 1 a measure, and higher is always better.

Spans match when they share at least half of the shorter one; matches are one to one, best first. Gold that is marked optional is
neither a hit, nor a miss, nor a false alarm. Shares are taken over what was matched.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

from tawatur.model import EventMention, Figure, Reading, Span, Statement, Time
from tawatur.text.fold import fold

from .gold import Gold, allowed, is_scored, locate

SET_ASIDE = frozenset({"caption", "related", "boilerplate", "repeated"})
HALF = 0.5
FIFTH = 0.2


class Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Found = TypeVar("Found")
Pairs = list[tuple[Gold, Found]]


class Tally:
    """Counts from which F1 measures (`hits`, `found`, `wanted`) and share measures (`right`, `asked`) are taken."""

    def __init__(self) -> None:
        self._hits: Counter[str] = Counter()
        self._found: Counter[str] = Counter()
        self._wanted: Counter[str] = Counter()
        self._right: Counter[str] = Counter()
        self._asked: Counter[str] = Counter()

    def count(self, measure: str, hits: int, found: int, wanted: int) -> None:
        self._hits[measure] += hits
        self._found[measure] += found
        self._wanted[measure] += wanted

    def share(self, measure: str, right: int, asked: int) -> None:
        self._right[measure] += right
        self._asked[measure] += asked

    def measures(self) -> dict[str, float]:
        """Measure → F1 or share, 0 where nothing could be counted."""
        f1 = {name: 2 * self._hits[name] / max(1, self._found[name] + self._wanted[name]) for name in self._wanted}
        shares = {name: self._right[name] / max(1, self._asked[name]) for name in self._asked}
        return dict(sorted((f1 | shares).items()))


def score(pairs: Iterable[tuple[Gold, Reading]]) -> dict[str, float]:
    """Every measure over all pairs of a report's gold and its reading. A layer that a gold file leaves out is not scored there."""
    tally = Tally()
    for gold, reading in pairs:
        tally.share("published", gold["published"] == _day(reading.document.published), 1)
        for layer, scorer in SCORERS.items():
            if layer in gold:
                scorer(tally, gold[layer], reading)
    return tally.measures()


def _day(published: str | None) -> str | None:
    return published[:10] if published else None


def overlap(left: Spanned, right: Spanned) -> int:
    """Characters that both cover."""
    return max(0, min(left.end, right.end) - max(left.start, right.start))


def covered(left: Spanned, right: Spanned) -> float:
    """What is shared, as a part of the shorter; 0 when less than half."""
    part = overlap(left, right) / max(1, min(left.end - left.start, right.end - right.start))
    return part if part >= HALF else 0.0


def union_share(left: Spanned, right: Spanned) -> float:
    """What is shared, as a part of what the two cover together."""
    shared = overlap(left, right)
    return shared / max(1, left.end - left.start + right.end - right.start - shared)


def pair(wanted: Sequence[Gold], found: Sequence[Found], likeness: Callable[[Gold, Found], float]) -> Pairs[Found]:
    """One-to-one pairs, the most alike first; likeness 0 is no pair."""
    scored = ((likeness(want, have), i, j) for i, want in enumerate(wanted) for j, have in enumerate(found))
    ranked = sorted((entry for entry in scored if entry[0] > 0), key=lambda entry: (-entry[0], entry[1], entry[2]))
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for _, i, j in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((wanted[i], found[j]))
    return pairs


def _required(pairs: Pairs[Found], wanted: Sequence[Gold], found: Sequence[Found]) -> tuple[Pairs[Found], int, int]:
    """The pairs that count, how many found count, how many wanted count: without the optional ones and what they took."""
    kept = [(want, have) for want, have in pairs if not want.get("optional")]
    return kept, len(found) - (len(pairs) - len(kept)), sum(not want.get("optional") for want in wanted)


def _agrees(want: Gold, key: str, value: object) -> bool:
    return value in allowed(want, key)


def _times(tally: Tally, gold: list[Gold], reading: Reading) -> None:
    text = reading.document.text
    pairs = pair(gold, reading.times, lambda want, have: covered(locate(text, want["text"]), have))
    kept, found, wanted = _required(pairs, gold, reading.times)
    tally.count("times.span", len(kept), found, wanted)
    tally.count("times.value", sum(_same_time(want, have) for want, have in kept), found, wanted)


def _same_time(want: Gold, have: Time) -> bool:
    return _agrees(want, "edtf", have.edtf)


def _figures(tally: Tally, gold: list[Gold], reading: Reading) -> None:
    text = reading.document.text

    def likeness(want: Gold, have: Figure) -> float:
        part = covered(locate(text, want["text"]), have)
        return part + HALF * _agrees(want, "role", have.role) if part else 0.0

    pairs = pair(gold, reading.figures, likeness)
    kept, found, wanted = _required(pairs, gold, reading.figures)
    tally.count("figures.span", len(kept), found, wanted)
    tally.count("figures.value", sum(_same_figure(want, have) for want, have in kept), found, wanted)


def _same_figure(want: Gold, have: Figure) -> bool:
    return all(_agrees(want, key, getattr(have, key)) for key in ("role", "low", "high"))


def event_pairs(gold: list[Gold], reading: Reading) -> Pairs[EventMention]:
    """Events of the gold with the mentions that were read for them."""
    text = reading.document.text

    def likeness(want: Gold, have: EventMention) -> float:
        if not _agrees(want, "type", have.type):
            return 0.0
        triggers = [locate(text, value) for value in allowed(want, "trigger")]
        if any(overlap(trigger, have.trigger) for trigger in triggers):
            return 2.0
        return float(sentence(text, have.trigger) in {sentence(text, trigger) for trigger in triggers})

    return pair(gold, reading.events, likeness)


def _events(tally: Tally, gold: list[Gold], reading: Reading) -> None:
    pairs = event_pairs(gold, reading)
    kept, found, wanted = _required(pairs, gold, reading.events)
    tally.count("events", len(kept), found, wanted)
    for want, have in kept:
        _event_shares(tally, want, have)


def _event_shares(tally: Tally, want: Gold, have: EventMention) -> None:
    if is_scored(want, "date"):
        tally.share("events.date", _agrees(want, "date", have.date), 1)
    if want["place"]:
        named = words(have.place.name) if have.place else set()
        tally.share("events.place", any(named & words(place) for place in allowed(want, "place") if place), 1)
    tally.share("events.modality", _agrees(want, "modality", have.modality), 1)


def statement_pairs(gold: list[Gold], reading: Reading) -> Pairs[Statement]:
    """Statements of the gold with those that were read for them."""
    text = reading.document.text

    def likeness(want: Gold, have: Statement) -> float:
        same_cue = overlap(locate(text, want["cue"]), have.cue) > 0
        same_content = union_share(locate(text, want["content"]), have.content)
        return same_content + same_cue if same_content >= (FIFTH if same_cue else HALF) else 0.0

    return pair(gold, reading.statements, likeness)


def _statements(tally: Tally, gold: list[Gold], reading: Reading) -> None:
    text = reading.document.text
    pairs = statement_pairs(gold, reading)
    kept, found, wanted = _required(pairs, gold, reading.statements)
    tally.count("statements", len(kept), found, wanted)
    for want, have in kept:
        tally.share("statements.act", _agrees(want, "act", have.act), 1)
        if want["speaker"]:
            tally.share("statements.speaker", _same_speaker(text, want, have), 1)


def _same_speaker(text: str, want: Gold, have: Statement) -> bool:
    """True when a word of the speaker is among the words of the speaker found, their organisation or the chain below the outlet."""
    quoted = [text[span.start : span.end] for span in (locate(text, value) for value in allowed(want, "speaker"))]
    named = [have.speaker, have.organisation, *(link.name for link in have.chain[1:])]
    spans = [text[link.start : link.end] for link in have.chain[1:] if link.start is not None]
    return bool(words(" ".join(quoted)) & words(" ".join(name for name in (*named, *spans) if name)))


def _zones(tally: Tally, gold: list[Gold], reading: Reading) -> None:
    text = reading.document.text
    wanted = _characters(locate(text, zone["text"]) for zone in gold if zone["kind"] in SET_ASIDE)
    found = _characters(zone for zone in reading.document.zones if zone.kind in SET_ASIDE)
    tally.share("zones.set_aside", len(wanted & found), len(wanted))
    tally.share("zones.body_kept", len(text) - len(wanted | found), len(text) - len(wanted))


def _characters(spans: Iterable[Spanned]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def _warnings(tally: Tally, gold: list[Gold], reading: Reading) -> None:
    text = reading.document.text

    def likeness(want: Gold, have: Any) -> float:
        return covered(locate(text, want["text"]), have) if want["kind"] == have.kind else 0.0

    tally.count("warnings", len(pair(gold, reading.warnings, likeness)), len(reading.warnings), len(gold))


SCORERS: dict[str, Callable[[Tally, list[Gold], Reading], None]] = {
    "zones": _zones,
    "times": _times,
    "figures": _figures,
    "events": _events,
    "statements": _statements,
    "warnings": _warnings,
}


def sentence(text: str, span: Span) -> Span:
    """The sentence (between full stops, question and exclamation marks, line ends) in which the span begins."""
    start = max((match.end() for match in re.finditer(r"[.؟!\n]", text[: span.start])), default=0)
    stop = re.search(r"[.؟!\n]", text[span.start :])
    return Span(start, span.start + stop.start() if stop else len(text))


def words(text: str) -> set[str]:
    """Folded words, without the article and the letters written onto it."""
    return {stripped for word in re.findall(r"\w+", fold(text)) for stripped in _bare(word)}


def _bare(word: str) -> Iterator[str]:
    for prefix in ("وال", "بال", "لل", "ال", "و", "ب", "ل"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            yield word.removeprefix(prefix)
            return
    yield word
