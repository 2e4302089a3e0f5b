"""Drafting: what the text around one trigger tells of its event."""

from bisect import bisect_right
from collections import Counter

from tawatur.model import EventType, Figure, Mode, Name, Statement, Time
from tawatur.reading.circumstances import ACTING, ASIDE, BARE, TOWARDS, Anchor, nearest, outside_cue, time_anchors, timed_tokens
from tawatur.reading.clauses import clause_numbers
from tawatur.reading.events_dating import Dating, only_day
from tawatur.reading.events_drafts import Draft
from tawatur.reading.events_evidence import Evidence
from tawatur.reading.items import find_items
from tawatur.reading.located import Located, statements_by_sentence
from tawatur.reading.modality import AHEAD, Circumstances, modality_of
from tawatur.reading.participants import Participants
from tawatur.reading.participants_parties import find_parties
from tawatur.reading.scan import Scan
from tawatur.reading.triggers import Trigger
from tawatur.reading.whereabouts import Whereabouts, beside_source, place_anchors, whereabouts

_DOMESTIC = ("OTHER", "CONCEDE", "PROTEST")
_COUNTED = ("targets", "strikes")
_MOVING = ("MOBILIZE", "RETREAT", "AID", "CONSULT", "COOPERATE")
"""What is told of by where it goes."""


class Drafter:
    """Drafts the events of one document's triggers."""

    def __init__(
        self,
        scan: Scan,
        triggers: list[Trigger],
        times: list[Time],
        names: list[Name],
        figures: list[Figure],
        statements: list[Statement],
    ) -> None:
        self.scan, self.statements = scan, statements_by_sentence(scan, statements)
        self.clauses = clause_numbers(scan)
        self.triggers = [trigger.first for trigger in triggers]
        self.dating = Dating(scan, self.clauses, self.triggers)
        self.times = Located(time_anchors(scan, times), lambda anchor: anchor.first)
        self.day = only_day(self.times.between(0, len(scan.tokens)), scan.document.published)
        self.places = Located(place_anchors(scan, names), lambda anchor: anchor.first)
        self.participants = Participants(scan, find_parties(scan, names), figures, self.clauses, statements, timed_tokens(scan, times))
        self.items = find_items(scan, times, names)
        self.background, self.turns = _opened_by(scan, turning=False), _opened_by(scan, turning=True)
        self.causes = _causes_by_sentence(scan)
        self.all_causes = sum(self.causes.values(), Counter[str]())
        self.counted = {scan.tokens.at(figure.start) for figure in figures}
        self.several = {scan.tokens.sentence[scan.tokens.at(f.start)] for f in figures if f.role in _COUNTED and (f.low or 0) > 1}
        self.evidence = Evidence(scan, times, names, figures, statements)

    def draft(self, trigger: Trigger) -> Draft:
        """What the trigger's clause, and failing that its sentence, tells of when, where, who and whether."""
        scan, first, stop = self.scan, trigger.first, trigger.stop
        sentences = scan.tokens.sentence
        statements = self.statements.get(sentences[first], [])
        start, end = scan.tokens.sentences[sentences[first]]
        times = outside_cue(self.times, scan, statements, first, trigger.definite)
        times = self.dating.usable(times, trigger)
        if self.dating.is_recalled(trigger):
            after = bisect_right(self.triggers, first)
            following = self.triggers[after] if after < len(self.triggers) else len(scan.tokens)
            times = [time for time in times if first <= time.first < following]
        time = nearest(times, first, stop, self.clauses, sentences, self.triggers)
        places = beside_source(self.places.between(start, end), scan, statements, first)
        place = nearest(places, first, stop, self.clauses, sentences, self.triggers)
        date = self.dating.date(trigger, time)
        counted = not self.counted.isdisjoint(range(first - 3, stop + 4))
        if place and place.rank == TOWARDS and trigger.type in _MOVING:
            place = place._replace(rank=BARE)
        placed = place is not None and place.rank < TOWARDS and self.clauses[place.first] == self.clauses[first]
        modality = modality_of(scan, trigger, Circumstances(date, placed, counted), statements)
        if modality == "actual" and trigger.strength == "result" and self.dating.since(trigger) is not None:
            modality = "aggregate"
        if time and (
            (modality in AHEAD and time.first < first) or (modality == "recurring" and self.clauses[time.first] != self.clauses[first])
        ):
            date = None
        actors, targets = self.participants.of(trigger)
        if place and not self._can_place(trigger, place, placed):
            place = None
        sentence = sentences[first]
        mode: Mode | None = trigger.entry.get("mode") or None  # type: ignore[assignment]
        return Draft(
            trigger, self._type(trigger), sentence, self.clauses[first], mode, date, whereabouts(scan, place),
            actors, dict.fromkeys(targets), modality, sentence in self.background, {sentence},
            self.evidence.weigh(trigger, placed, bool(actors or targets)), placed and not trigger.definite, sentence in self.turns,
            self.dating.since_when(trigger) if modality == "aggregate" else None, sentence in self.several, sentence, sentence,
        )  # fmt: skip

    def heading_place(self, trigger: Trigger) -> Whereabouts | None:
        """The place that the heading of a round-up gives to the trigger's item."""
        name = self.items.place(trigger.first)
        return whereabouts(self.scan, Anchor(self.scan.tokens.at(name.start), trigger.first, name, BARE)) if name else None

    def _can_place(self, trigger: Trigger, place: Anchor, placed: bool) -> bool:
        """Whether the place can be the event's.

        A state that acts says where only what it does at home is. Where something comes from, told after the words, says where a
        withdrawal or a launch is, and nothing else («انتشال الجثث من النيل»). For the rest of what is told only its own clause says it.
        """
        if place.rank == ACTING:
            return trigger.type in _DOMESTIC
        if place.rank == ASIDE and place.first > trigger.first:
            return trigger.type == "RETREAT" or trigger.entry.get("needs") == "munition"
        return placed or trigger.type != "OTHER"

    def _type(self, trigger: Trigger) -> EventType:
        """The trigger's type; of an explosion, what the words of its sentence, else of the document, say it was."""
        if trigger.entry.id != "explosion":
            return trigger.entry.get("type")  # type: ignore[return-value]
        causes = self.causes.get(self.scan.tokens.sentence[trigger.first]) or self.all_causes
        return "ASSAULT" if causes and causes["ASSAULT"] >= causes["ACCIDENT"] else "ACCIDENT"


def _causes_by_sentence(scan: Scan) -> dict[int, Counter[str]]:
    """How often the words of each sentence that has any make an explosion an attack, and how often an accident."""
    causes: dict[int, Counter[str]] = {}
    for hit in scan.in_layer("causes"):
        causes.setdefault(scan.tokens.sentence[hit.first], Counter())[hit.entry.get("type")] += 1
    return causes


def _opened_by(scan: Scan, turning: bool) -> set[int]:
    """The sentences that open with words which turn to another matter, or with those which recall earlier events."""
    opening = {hit.first for hit in scan.in_layer("background") if (hit.entry.id == "turn") == turning}
    return {number for number, (first, _) in enumerate(scan.tokens.sentences) if first in opening}
