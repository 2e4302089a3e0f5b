"""Events: triggers with their circumstances, grouped so that each happening is listed once, with its clearest mention."""

from bisect import bisect_left
from collections import defaultdict

import msgspec

from tawatur.model import EventMention, EventType, Figure, Mode, Name, Place, Span, Statement, Time
from tawatur.packs.grammar import words
from tawatur.reading.circumstances import timed_tokens
from tawatur.reading.events_drafting import Drafter
from tawatur.reading.events_drafts import APART, VIOLENT, Draft, dates_agree, merge
from tawatur.reading.events_evidence import is_news
from tawatur.reading.events_identity import kinship, same
from tawatur.reading.figures import inner_tokens
from tawatur.reading.items import Items
from tawatur.reading.modality import AHEAD
from tawatur.reading.scan import Scan
from tawatur.reading.triggers import Trigger, find_triggers
from tawatur.reading.whereabouts import Whereabouts, clearer, place_record, setting

_FOLLOW_UP = ("PROTEST", "ASSAULT", "ACCIDENT", "AID", "INVESTIGATE", "COERCE", "MOBILIZE")
_SET = (*_FOLLOW_UP, "RETREAT")
"""What happens, unless told otherwise, in the country that the report is about."""
_DATED = ("PROTEST", "ASSAULT", "ACCIDENT", "AID", "COERCE", "MOBILIZE")
_NEAR = 2
"""Sentences, and events told, over which what is left unsaid is carried on."""
_THERE, _PERIOD, _LED_REACH = 5, 8, 10
_MEANT = 100
"""Events of a kind, the last or the first told, that a mention or figure may belong to."""


def find_events(
    scan: Scan, times: list[Time], names: list[Name], figures: list[Figure], statements: list[Statement]
) -> tuple[list[EventMention], list[Figure]]:
    """The events of one document, and the figures with the event each belongs to."""
    triggers = find_triggers(scan, inner_tokens(scan, names) | _place_heads(scan, names) | timed_tokens(scan, times))
    if not triggers:
        return [], figures
    drafter = Drafter(scan, triggers, times, names, figures, statements)
    drafts = _Gatherer(scan, statements, drafter).gather(triggers)
    ids = [f"{scan.document.id}:e{scan.tokens.starts[draft.trigger.first]}" for draft in drafts]
    weapons: dict[int, list[Name]] = defaultdict(list)
    for name in names:
        if name.kind == "weapon":
            weapons[scan.tokens.sentence[scan.tokens.at(name.start)]].append(name)
    events = [_mention(scan, draft, event_id, weapons) for draft, event_id in zip(drafts, ids, strict=True)]
    told: dict[int, list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        for sentence in draft.sentences:
            told[sentence].append(number)
    return events, [_with_event(scan, figure, drafts, told, ids, drafter.items) for figure in figures]


def _place_heads(scan: Scan, names: list[Name]) -> set[int]:
    """The first words of places' names of several words: «عين دقنة» appoints nobody, «مقاطعة عفرين» boycotts nobody."""
    return {scan.tokens.at(name.start) for name in names if name.kind in ("place", "facility") and " " in scan.text[name.start : name.end]}


class _Gatherer:
    """Groups the drafts of one document's triggers into events."""

    def __init__(self, scan: Scan, statements: list[Statement], drafter: Drafter) -> None:
        self.scan, self.drafter = scan, drafter
        self.said = {
            scan.tokens.starts[i]
            for statement in statements
            for i in range(scan.tokens.at(statement.content.start), scan.tokens.at(statement.content.end))
        }
        self.drafts: list[Draft] = []
        self.types: set[EventType] = set()
        self.kin: dict[object, list[Draft]] = defaultdict(list)
        self.results: dict[int, list[Draft]] = defaultdict(list)
        self.told: list[Draft] = []
        self.seen: dict[int, Draft] = {}
        self.periods: dict[str, Draft] = {}
        self.setting = setting(scan, drafter.places.between(0, len(scan.tokens)))

    def gather(self, triggers: list[Trigger]) -> list[Draft]:
        """The events of the triggers, in the order in which they are first told."""
        strong = {self.scan.tokens.sentence[t.first] for t in triggers if t.strength == "strong" and t.type in VIOLENT}
        accidents = _Accidents(self.scan, triggers)
        for trigger in triggers:
            draft = self.drafter.draft(trigger)
            self._carry_period(draft)
            self.seen[trigger.first] = draft
            if trigger.strength == "result" and accidents.bring(draft.sentence):
                draft.type = "ACCIDENT"
            if trigger.strength == "result" and draft.sentence in strong and draft.modality != "aggregate":
                self._absorb(draft)
                continue
            kind = kinship(draft)
            known = next((other for other in self._recent(kind) if self._meet(other, draft) and same(self.scan, other, draft)), None)
            if known is not None:
                merge(known, draft)
                self._claim_results(known, draft.sentence)
                self._tell(known)
                self.seen[trigger.first] = known
            elif self._is_news(draft) and not _is_generic(draft) and not self._is_assertion(draft):
                self.drafts.append(self._inherit(draft))
                self.types.add(draft.type)
                self.kin[kind].append(draft)
                self._claim_results(draft, draft.sentence)
                self._tell(draft)
        self._date_tolls()
        return self.drafts

    def _carry_period(self, draft: Draft) -> None:
        """Gives many attacks told of with no dates the period of those told of before («في النصف الأول من العام … الغارات الجوية»)."""
        before = self.periods.get(draft.type)
        at_large = draft.modality == "actual" or (draft.modality == "recurring" and draft.trigger.definite)
        undated = draft.date is None and draft.trigger.plural and at_large
        if undated and before and draft.sentence - before.last <= _PERIOD:
            draft.date, draft.modality = before.date, before.modality

    def _date_tolls(self) -> None:
        """«منذ بدء الاحتجاجات»: a toll counts from the day on which what is named there began."""
        published = self.scan.document.published
        tolls = [(draft, draft.since) for draft in self.drafts if draft.since is not None]
        if not tolls or not published:
            return
        dated = [draft for draft in reversed(self.drafts) if draft.date]
        first = {draft.type: draft for draft in dated}
        lasting = {draft.type: draft for draft in dated if draft.date and draft.date.endswith(f"/{published}")}
        for toll, since in tolls:
            named = self.seen.get(since)
            begun = named if named is None or named.date else lasting.get(named.type) or first.get(named.type)
            if begun and begun is not toll and begun.date and (toll.date is None or "/" not in toll.date):
                toll.date = f"{begun.date.split('/')[0]}/{published}"

    def _recent(self, kind: object) -> list[Draft]:
        """The events of that kinship, the last one first; a mention means one of the last, however long the text."""
        return self.kin[kind][: -_MEANT - 1 : -1]

    def _meet(self, one: Draft, other: Draft) -> bool:
        return self.drafter.items.meet(one.trigger.first, other.trigger.first)

    def _tell(self, draft: Draft) -> None:
        """Notes the draft as the one told of last."""
        self.told = [*(other for other in self.told[-_NEAR:] if other is not draft), draft]
        if draft.modality == "aggregate" and draft.date:
            self.periods[draft.type] = draft

    def _is_news(self, draft: Draft) -> bool:
        return is_news(draft.trigger, draft.type, draft.modality, draft.evidence, draft.type in self.types)

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
        return present and draft.modality in ("actual", "alleged") and (said or not self._is_news(draft))

    def _absorb(self, draft: Draft) -> None:
        """A death or ruin told beside an attack is that attack's result; what it adds goes to the attack, now or once it is met."""
        attack = next((other for other in self._recent(VIOLENT) if draft.sentence in other.sentences), None)
        if attack is None:
            self.results[draft.sentence].append(draft)
        elif draft.modality in ("actual", attack.modality):
            merge(attack, draft)

    def _claim_results(self, draft: Draft, sentence: int) -> None:
        """Results told before their attack in its sentence («قُتل … في ضربة»)."""
        if draft.type in VIOLENT:
            for result in self.results.pop(sentence, ()):
                if result.modality in ("actual", draft.modality):
                    merge(draft, result)

    def _inherit(self, draft: Draft) -> Draft:
        """What the sentence leaves unsaid is as its heading says, or as in the events told just before, unless it looks back."""
        if draft.modality not in APART and not draft.background:
            draft.place = clearer(draft.place, self.drafter.heading_place(draft.trigger))
            draft.date = draft.date or self.drafter.items.date(draft.trigger.first)
        if draft.type not in _FOLLOW_UP or draft.background or draft.modality in APART:
            draft.place = draft.place or self._setting(draft)
            return draft
        near = [other for other in reversed(self.told) if draft.sentence - other.last <= _NEAR and self._meet(other, draft)]
        if not draft.actors and near and self._goes_on(draft):
            draft.actors = near[0].actors
        if draft.date is None and not _is_at_large(draft):
            dated = (other for other in near[:1] if other.type in _FOLLOW_UP and other.modality not in APART)
            draft.date = next((other.date for other in dated if other.date), None) or (self.drafter.day if draft.type in _DATED else None)
        if draft.place is None or not draft.place.stated or self._is_same_place(draft.trigger):
            one_time = (other for other in near if not (draft.date and other.date) or dates_agree(draft.date, other.date))
            draft.place = (
                next((other.place for other in one_time if other.place and other.modality not in APART), None)
                or draft.place
                or self._setting(draft)
            )
        return draft

    def _goes_on(self, draft: Draft) -> bool:
        """«كما استهدفت قرية …», «وقصفت …»: a verb that opens its sentence and names no subject has that of the sentence before."""
        trigger, first = draft.trigger, self.scan.tokens.sentences[draft.sentence][0]
        if trigger.column != "verb" or not trigger.tag.startswith("perf") or trigger.entry.id in ("kill", "injure"):
            return False
        led = trigger.first == first + 1 and self.scan.tokens.forms[first] in words("then")
        return led or (trigger.first == first and trigger.pro in ("و", "ف"))

    def _setting(self, draft: Draft) -> Whereabouts | None:
        """The country that the report is about, for what it tells itself and does not only recall («الاعتداء الذي …»)."""
        return self.setting if draft.type in _SET and not draft.trigger.points_back else None

    def _is_same_place(self, trigger: Trigger) -> bool:
        """«هرعت إلى المكان»: where the event told before was."""
        after = range(trigger.stop, min(trigger.stop + _THERE, len(self.scan.tokens)))
        sentence = self.scan.tokens.sentence
        return any(self.scan.tokens.forms[i] in words("same_place") for i in after if sentence[i] == sentence[trigger.first])


class _Accidents:
    """Which deaths and ruin an accident brought: those told nearer to one than to any attack."""

    def __init__(self, scan: Scan, triggers: list[Trigger]) -> None:
        told = [(scan.tokens.sentence[t.first], t.type) for t in triggers if t.strength == "strong" and t.type in VIOLENT]
        self.accidents = [sentence for sentence, kind in told if kind == "ACCIDENT"]
        self.attacks = [sentence for sentence, kind in told if kind == "ASSAULT"]

    def bring(self, sentence: int) -> bool:
        """Whether what is told in the sentence came of an accident."""
        near = _distance(self.accidents, sentence)
        return near <= _NEAR and near < _distance(self.attacks, sentence)


def _distance(sentences: list[int], sentence: int) -> int:
    """How far the nearest of some sentences, in order, is; further than any that counts when there is none."""
    i = bisect_left(sentences, sentence)
    return min((abs(sentence - other) for other in sentences[max(i - 1, 0) : i + 1]), default=_NEAR + 1)


def _is_at_large(draft: Draft) -> bool:
    """«الغارات», «بالهجمات»: many, known already, and no part of what was told just before."""
    return draft.trigger.column != "verb" and draft.trigger.definite and draft.trigger.plural


def _is_generic(draft: Draft) -> bool:
    """Talk of events at large: a weak word with nothing around it, or what may be, with no day given."""
    if draft.modality in AHEAD and draft.date is None:
        return True
    if draft.modality == "recurring" and draft.place is None and not draft.actors:
        return True
    if draft.trigger.strength != "weak":
        return False
    return not draft.date if draft.trigger.plural and draft.trigger.definite else draft.weight == 0


def _mention(scan: Scan, draft: Draft, event_id: str, weapons: dict[int, list[Name]]) -> EventMention:
    tokens, trigger = scan.tokens, draft.trigger
    used = [weapon for sentence in sorted(draft.sentences) for weapon in weapons.get(sentence, ())]
    mode = draft.mode or _mode_of(scan, weapons.get(draft.sentence, []))
    span = Span(tokens.starts[trigger.first], tokens.ends[trigger.stop - 1])
    place: Place | None = place_record(scan, draft.place.name) if draft.place else None
    return EventMention(
        event_id, draft.type, span, mode if draft.type == "ASSAULT" else draft.mode, draft.date, place,
        tuple(draft.actors), tuple(draft.targets), tuple(dict.fromkeys(weapon.name for weapon in used)), draft.modality,
    )  # fmt: skip


def _mode_of(scan: Scan, weapons: list[Name]) -> Mode | None:
    """The mode that the weapon of an attack implies, where they imply one only."""
    entries = [scan.lexicon.entry("weapons", weapon.id or "") for weapon in weapons]
    modes = {entry.get("mode") for entry in entries if entry}
    return modes.pop() or None if len(modes) == 1 else None  # type: ignore[return-value]


def _with_event(
    scan: Scan, figure: Figure, drafts: list[Draft], told: dict[int, list[int]], ids: list[str], items: Items
) -> Figure:  # fmt: skip
    """The event of a figure: one told in its sentence, what led to it or the nearest; for the title and follow-ups the main event.

    `told` are the numbers of the drafts that each sentence tells of.
    """
    i = scan.tokens.at(figure.start)
    sentence = scan.tokens.sentence[i]

    def fits(n: int) -> bool:
        return _takes(drafts[n], figure) and items.meet(drafts[n].trigger.first, i)

    near = [n for n in told.get(sentence, ()) if fits(n)]
    best: int | None = None
    if near:
        causes = _causes(scan, i, near, drafts)
        best = min(causes or near, key=lambda n: (drafts[n].sentence != sentence, abs(drafts[n].trigger.first - i)))
    elif scan.zone[i] == "title" or _is_casualty(figure):
        before = bisect_left(drafts, sentence, key=lambda draft: draft.first)
        best = next((n for n in reversed(range(max(before - _MEANT, 0), before)) if fits(n)), None)
        best = next((n for n in range(min(_MEANT, len(drafts))) if fits(n)), None) if best is None else best
    return figure if best is None else msgspec.structs.replace(figure, event=ids[best])


def _causes(scan: Scan, i: int, near: list[int], drafts: list[Draft]) -> list[int]:
    """Of the events told near token `i` those told before the «ما أدى إلى» that leads up to it."""
    tokens = scan.tokens
    for j in range(i - 1, max(i - 1 - _LED_REACH, -1), -1):
        if tokens.sentence[j] != tokens.sentence[i]:
            break
        if tokens.forms[j] in words("leading_to"):
            return [n for n in near if tokens.sentence[drafts[n].trigger.first] == tokens.sentence[j] and drafts[n].trigger.first < j]
    return []


def _is_casualty(figure: Figure) -> bool:
    return figure.role in ("killed", "injured", "missing")


def _takes(draft: Draft, figure: Figure) -> bool:
    if _is_casualty(figure) or figure.role in ("munitions", "strikes", "targets", "destroyed", "attacks"):
        return draft.type in (*VIOLENT, "COERCE", "PROTEST")
    if figure.role == "protesters":
        return draft.type == "PROTEST"
    return figure.role != "troops" or draft.type in ("MOBILIZE", "RETREAT")
