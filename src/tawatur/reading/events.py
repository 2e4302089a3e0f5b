"""Events: triggers with their circumstances, grouped so that each happening is listed once, with its clearest mention."""

import msgspec

from tawatur.edtf import bounds
from tawatur.model import Actor, EventMention, EventType, Figure, Modality, Mode, Name, Place, Span, Statement, Target, Time
from tawatur.packs.grammar import words
from tawatur.reading.circumstances import Anchor, nearest, outside_cue, place_anchors, place_record, time_anchors, timed_tokens
from tawatur.reading.clauses import clause_numbers
from tawatur.reading.figures import inner_tokens
from tawatur.reading.modality import Circumstances, is_carried, modality_of
from tawatur.reading.participants import Participants, find_parties
from tawatur.reading.scan import Scan
from tawatur.reading.triggers import Trigger, find_triggers
from tawatur.text.fold import fold

_VIOLENT = ("ASSAULT", "ACCIDENT")
_DOMESTIC = ("OTHER", "CONCEDE", "PROTEST")
_FOLLOW_UP = ("PROTEST", "ASSAULT", "ACCIDENT", "AID", "INVESTIGATE", "COERCE", "MOBILIZE")
_APART: tuple[Modality, ...] = ("recurring", "aggregate", "planned", "hypothetical", "failed")
_ANNOUNCED, _RECALL = 3, 4
_MEANS = ("munitions", "strikes", "targets", "destroyed")
_CASUALTIES = ("killed", "injured", "captured", "missing")
_NEWS, _NEWS_TYPES = 2, ("ASSAULT", "PROTEST", "COERCE", "ACCIDENT")


class Draft(msgspec.Struct):
    """An event while its mentions are gathered. `own_date` and `own_place` say whether the text tells them with a trigger of it."""

    trigger: Trigger
    type: EventType
    sentence: int
    clause: int
    mode: Mode | None
    date: str | None
    place: Name | None
    actors: list[Actor]
    targets: list[Target]
    modality: Modality
    background: bool
    sentences: set[int]
    evidence: int
    placed: bool

    @property
    def weight(self) -> int:
        """How much of when, where and who is told."""
        return bool(self.date) + bool(self.place) + bool(self.actors)


def find_events(
    scan: Scan, times: list[Time], names: list[Name], figures: list[Figure], statements: list[Statement]
) -> tuple[list[EventMention], list[Figure]]:
    """The events of one document, and the figures with the event each belongs to."""
    triggers = find_triggers(scan, inner_tokens(scan, names) | timed_tokens(scan, times))
    if not triggers:
        return [], figures
    drafts = _Gatherer(scan, times, names, figures, statements).gather(triggers)
    ids = [f"{scan.document.id}:e{scan.tokens.starts[draft.trigger.first]}" for draft in drafts]
    weapons = [(scan.tokens.at(name.start), name.name) for name in names if name.kind == "weapon"]
    events = [_mention(scan, draft, event_id, weapons) for draft, event_id in zip(drafts, ids, strict=True)]
    return events, [_with_event(scan, figure, drafts, ids) for figure in figures]


class _Gatherer:
    def __init__(self, scan: Scan, times: list[Time], names: list[Name], figures: list[Figure], statements: list[Statement]) -> None:
        self.scan, self.statements, self.figures = scan, statements, figures
        self.clauses = clause_numbers(scan)
        self.times, self.places = time_anchors(scan, times), place_anchors(scan, names)
        self.participants = Participants(scan, find_parties(scan, names), figures, self.clauses, statements)
        self.background = _background_sentences(scan)
        self.counted = {scan.tokens.at(figure.start) for figure in figures}
        self.casualty_sentences = {scan.tokens.sentence[scan.tokens.at(f.start)] for f in figures if f.role in _CASUALTIES}
        self.counted_sentences = {scan.tokens.sentence[scan.tokens.at(f.start)] for f in figures if f.role in _MEANS}
        self.timed_sentences = {scan.tokens.sentence[scan.tokens.at(time.start)] for time in times if time.kind != "set"}
        self.said = {
            scan.tokens.starts[i]
            for statement in statements
            for i in range(scan.tokens.at(statement.content.start), scan.tokens.at(statement.content.end))
        }
        openings = [scan.tokens.at(statement.content.start) for statement in statements]
        self.announced = {i for opening in openings for i in range(opening, opening + _ANNOUNCED)}
        self.triggers: list[int] = []
        self.results: list[Draft] = []
        self.drafts: list[Draft] = []

    def gather(self, triggers: list[Trigger]) -> list[Draft]:
        self.triggers = [trigger.first for trigger in triggers]
        strong = {self.scan.tokens.sentence[t.first] for t in triggers if t.strength == "strong" and t.type in _VIOLENT}
        for trigger in triggers:
            draft = self._draft(trigger)
            if trigger.strength == "result" and draft.sentence in strong:
                self._absorb(draft)
                continue
            same = next((other for other in reversed(self.drafts) if _same(self.scan, other, draft)), None)
            if same is not None:
                _merge(same, draft)
                self._claim_results(same)
            elif not _is_generic(draft) and not self._is_assertion(draft):
                self.drafts.append(self._inherit(draft))
                self._claim_results(draft)
        return self.drafts

    def _draft(self, trigger: Trigger) -> Draft:
        scan, first, stop = self.scan, trigger.first, trigger.stop
        sentences = scan.tokens.sentence
        times = outside_cue(self.times, scan, self.statements, first, trigger.definite)
        if self._is_recalled(trigger):
            following = next((other for other in self.triggers if other > first), len(scan.tokens))
            times = [time for time in times if first <= time.first < following]
        time = nearest(times, first, stop, self.clauses, sentences, self.triggers)
        place = nearest(self.places, first, stop, self.clauses, sentences, self.triggers)
        date = self._date(trigger, time)
        counted = any(first - 3 <= i <= stop + 3 for i in self.counted)
        placed = place is not None and place.rank < 2 and self.clauses[place.first] == self.clauses[first]
        modality = modality_of(scan, trigger, Circumstances(date, placed, counted), self.statements)
        actors, targets = self.participants.of(trigger)
        if place and ((place.rank == 3 and trigger.type not in _DOMESTIC) or (trigger.type == "OTHER" and not placed and place.rank < 3)):
            place = None
        sentence = sentences[first]
        mode: Mode | None = trigger.entry.get("mode") or None  # type: ignore[assignment]
        name = place.value if place and isinstance(place.value, Name) else None
        return Draft(
            trigger, self._type(trigger), sentence, self.clauses[first], mode, date, name,
            actors, targets, modality, sentence in self.background, {sentence},
            self._evidence(trigger, place, targets), placed and not trigger.definite,
        )  # fmt: skip

    def _date(self, trigger: Trigger, anchor: Anchor | None) -> str | None:
        """The day or interval of a time, without the hour; what is counted «منذ» a day runs from it to the day of publication."""
        if anchor is None or not isinstance(anchor.value, Time) or anchor.value.edtf is None:
            return None
        date = "/".join(part.split("T")[0] for part in anchor.value.edtf.split("/"))
        since = anchor.first > 0 and self.scan.tokens.forms[anchor.first - 1] in words("since")
        counted = trigger.plural or trigger.strength == "result" or trigger.tag == "sg.acc"
        published = self.scan.document.published
        return f"{date}/{published}" if since and counted and published and "/" not in date + published else date

    def _is_recalled(self, trigger: Trigger) -> bool:
        """«رفعت الوزارة، الخميس، حصيلة الهجوم»: an attack spoken of, whose day is not that of the verb before it."""
        if trigger.column == "verb":
            return False
        before = self.scan.tokens.forms[max(trigger.first - 3, 0) : trigger.first]
        return trigger.definite or any(form in words("tally") or form in words("about") for form in before)

    def _type(self, trigger: Trigger) -> EventType:
        """The trigger's type; of an explosion, what the words of its sentence, else of the document, say it was."""
        if trigger.entry.id != "explosion":
            return trigger.entry.get("type")  # type: ignore[return-value]
        first, stop = self.scan.tokens.sentences[self.scan.tokens.sentence[trigger.first]]
        for span in (range(first, stop), range(len(self.scan.tokens))):
            causes = [hit.entry.get("type") for i in span for hit in self.scan.hits[i] if hit.entry.layer == "causes"]
            if causes:
                return "ASSAULT" if causes.count("ASSAULT") >= causes.count("ACCIDENT") else "ACCIDENT"
        return "ACCIDENT"

    def _evidence(self, trigger: Trigger, place: Anchor | None, targets: list[Target]) -> int:
        """How much says that the words tell news and do not merely speak of such things: victims, a perfect verb, a day, a place."""
        sentence = self.scan.tokens.sentence
        here = sentence[trigger.first]
        verb = trigger.column == "verb" and trigger.tag.startswith(("perf", "pass.perf"))
        return (
            2 * (here in self.casualty_sentences)
            + 2 * verb
            + is_carried(self.scan, trigger)
            + (here in self.timed_sentences)
            + (place is not None and place.rank < 2 and sentence[place.first] == here)
            + (trigger.first in self.announced)
            + (here in self.counted_sentences or any(target.id for target in targets))
        )

    def _is_assertion(self, draft: Draft) -> bool:
        """«الفصائل تستهدف المدنيين», «بسبب الهجمات»: doings at large in the present, or named only as a reason for something else."""
        trigger, reference = draft.trigger, False
        for j in range(max(trigger.first - 3, 0), trigger.first):
            hit = self.scan.hit(j, "modality")
            reference |= hit is not None and hit.entry.get("kind") == "mentioned" and trigger.first - hit.stop < int(hit.entry.get("reach"))
        if reference and trigger.plural:
            return True
        present = trigger.tag.startswith(("impf", "pass.impf")) and draft.type == "ASSAULT" and not draft.date
        said = self.scan.tokens.starts[trigger.first] in self.said
        return present and draft.modality in ("actual", "alleged") and (said or draft.evidence < _NEWS)

    def _absorb(self, draft: Draft) -> None:
        """A death or ruin told beside an attack is that attack's result; what it adds goes to the attack, now or once it is met."""
        attack = next((d for d in reversed(self.drafts) if d.type in _VIOLENT and draft.sentence in d.sentences), None)
        if attack is None:
            self.results.append(draft)
        elif draft.modality in ("actual", attack.modality):
            _merge(attack, draft)

    def _claim_results(self, draft: Draft) -> None:
        """Results told before their attack in its sentence («قُتل … في ضربة»)."""
        if draft.type in _VIOLENT:
            for result in [result for result in self.results if result.sentence in draft.sentences]:
                self.results.remove(result)
                if result.modality in ("actual", draft.modality):
                    _merge(draft, result)

    def _inherit(self, draft: Draft) -> Draft:
        """What the sentence leaves unsaid is as in the event told just before, unless the sentence looks back."""
        if not self.drafts or draft.background or draft.modality in _APART:
            return draft
        before = self.drafts[-1]
        near = draft.sentence - max(before.sentences) <= 2
        agreed = draft.date is None or before.date is None or _dates_agree(draft.date, before.date)
        if near and agreed and draft.place is None and draft.type in _FOLLOW_UP:
            draft.place = before.place
        if near and draft.date is None and draft.type in _FOLLOW_UP and before.type in _FOLLOW_UP and before.modality not in _APART:
            draft.date = before.date
        return draft


def _is_generic(draft: Draft) -> bool:
    """Talk of events at large: a weak word with nothing around it, or what may be, with no day given."""
    if draft.modality in ("hypothetical", "planned") and draft.date is None:
        return True
    if draft.modality == "recurring" and draft.place is None and not draft.actors:
        return True
    needed = _NEWS if draft.type in _NEWS_TYPES else 1
    if draft.modality == "actual" and draft.trigger.column != "verb" and draft.evidence < needed:
        return True
    if draft.trigger.strength != "weak":
        return False
    return not draft.date if draft.trigger.plural and draft.trigger.definite else draft.weight == 0


def _background_sentences(scan: Scan) -> set[int]:
    found = set()
    for number, (first, _) in enumerate(scan.tokens.sentences):
        if any(hit.entry.layer == "background" for hit in scan.hits[first]):
            found.add(number)
    return found


def _same(scan: Scan, old: Draft, new: Draft) -> bool:
    """Whether a new trigger tells of an event already met."""
    if not _types_agree(old, new) or _differ(old.modality, new.modality):
        return False
    if _is_another(scan, new.trigger) or (new.background and not old.background and new.date is not None and new.date != old.date):
        return False
    pointing = new.trigger.definite and not new.trigger.plural and new.trigger.column != "verb"
    recalls = pointing and min(abs(new.sentence - sentence) for sentence in old.sentences) <= _RECALL
    if new.sentence not in old.sentences and not recalls and old.date is None and (new.date or (new.placed and old.place is None)):
        return False
    if old.date and new.date and not _dates_agree(old.date, new.date):
        return False
    together = pointing or new.clause == old.clause
    if not _modes_agree(scan, old, new) or not (together or _places_agree(old.place, new.place, strictly=new.placed)):
        return False
    if new.trigger.strength == "result":
        return min(abs(new.sentence - s) for s in old.sentences) <= 2 or new.trigger.entry is old.trigger.entry
    return not _actors_clash(scan, old, new)


def _types_agree(old: Draft, new: Draft) -> bool:
    if old.type in _VIOLENT and new.type in _VIOLENT:
        return old.type == new.type or new.trigger.strength == "result" or "explosion" in (old.trigger.entry.id, new.trigger.entry.id)
    return old.type == new.type and (old.type == "PROTEST" or old.trigger.entry is new.trigger.entry)


def _differ(one: Modality, other: Modality) -> bool:
    return one != other and (one in _APART or other in _APART)


def _is_another(scan: Scan, trigger: Trigger) -> bool:
    forms = scan.tokens.forms
    return any(forms[j] in words("another") for j in range(trigger.stop, min(trigger.stop + 2, len(forms)))) and trigger.column == "noun"


def _dates_agree(one: str, other: str) -> bool:
    a, b = bounds(one), bounds(other)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def _places_agree(one: Name | None, other: Name | None, strictly: bool) -> bool:
    """Whether two places can be one. A facility agrees with any place around it, unless a new mention says its place itself."""
    if one is None or other is None or (one.id is not None and one.id == other.id):
        return True
    return bool(_place_words(one) & _place_words(other)) or (not strictly and "facility" in (one.kind, other.kind))


def _place_words(name: Name) -> set[str]:
    return {word.removeprefix("ال") for word in fold(name.name).split() if len(word) > 2}


def _modes_agree(scan: Scan, old: Draft, new: Draft) -> bool:
    if old.mode is None or new.mode is None or old.mode == new.mode or "destroy" in (old.mode, new.mode):
        return True
    loose = {"targeted", "explosives", "suicide-attack", "heavy-weapons", "aerial"}
    return old.mode in loose and new.mode in loose and not _actors_clash(scan, old, new)


def _actors_clash(scan: Scan, old: Draft, new: Draft) -> bool:
    """Different actors, unless one is the state of the other («مقاتلات أمريكية», «الولايات المتحدة»)."""
    one, other = _actor_keys(scan, old), _actor_keys(scan, new)
    return bool(one and other and not one & other)


def _actor_keys(scan: Scan, draft: Draft) -> set[str]:
    keys = set()
    for actor in draft.actors:
        keys.add(actor.id or actor.name)
        entry = scan.lexicon.entry("actors", actor.id or "")
        country = entry.get("country") if entry else (actor.id or "").rpartition("-")[2]
        if country in scan.lexicon.layer("countries"):
            keys.add(country)
    return keys


def _merge(old: Draft, new: Draft) -> None:
    if old.weight == 0 and new.date and new.place:
        old.trigger, old.sentence, old.clause = new.trigger, new.sentence, new.clause
    old.mode = old.mode or new.mode
    if min(abs(new.sentence - sentence) for sentence in old.sentences) <= 1:
        old.date = old.date or new.date
    old.place = old.place or new.place
    old.sentences.add(new.sentence)
    old.actors = old.actors or new.actors
    old.targets = list(dict.fromkeys([*old.targets, *new.targets]))


def _mention(scan: Scan, draft: Draft, event_id: str, weapons: list[tuple[int, str]]) -> EventMention:
    tokens, trigger = scan.tokens, draft.trigger
    start = tokens.starts[trigger.first]
    used = [weapon for i, weapon in weapons if tokens.sentence[i] in draft.sentences]
    place: Place | None = place_record(scan, draft.place) if draft.place else None
    return EventMention(
        event_id, draft.type, Span(start, tokens.ends[trigger.stop - 1]), draft.mode, draft.date, place,
        tuple(draft.actors), tuple(draft.targets), tuple(dict.fromkeys(used)), draft.modality,
    )  # fmt: skip


def _with_event(scan: Scan, figure: Figure, drafts: list[Draft], ids: list[str]) -> Figure:
    """The event of a figure: one told in its sentence, the nearest trigger first; for the title and follow-ups the main event."""
    i = scan.tokens.at(figure.start)
    sentence = scan.tokens.sentence[i]
    fitting = [n for n, draft in enumerate(drafts) if _takes(draft, figure)]
    near = [n for n in fitting if sentence in drafts[n].sentences]
    if near:
        best = min(near, key=lambda n: (drafts[n].sentence != sentence, abs(drafts[n].trigger.first - i)))
    elif fitting and (scan.zone[i] == "title" or _is_casualty(figure)):
        earlier = [n for n in fitting if min(drafts[n].sentences) < sentence]
        best = earlier[-1] if earlier else fitting[0]
    else:
        return figure
    return msgspec.structs.replace(figure, event=ids[best])


def _is_casualty(figure: Figure) -> bool:
    return figure.role in ("killed", "injured", "missing")


def _takes(draft: Draft, figure: Figure) -> bool:
    if _is_casualty(figure) or figure.role in ("munitions", "strikes", "targets", "destroyed", "attacks"):
        return draft.type in (*_VIOLENT, "COERCE", "PROTEST")
    if figure.role == "protesters":
        return draft.type == "PROTEST"
    return figure.role != "troops" or draft.type in ("MOBILIZE", "RETREAT")
