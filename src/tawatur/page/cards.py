"""Cards: what each record of a reading says, field by field in words, with the way to its marks in the text."""

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.model import Actor, EventMention, Figure, Link, Name, Place, Reading, Statement, Target, Time, Warning
from tawatur.page.marks import Mark, Marks
from tawatur.reconciling.parties import NAMELESS, entities
from tawatur.wording.dates import DateWords
from tawatur.wording.messages import Messages

LAYERS = ("events", "statements", "figures", "names", "times", "warnings")
"""In the order in which pages list them."""

_LETTERS = dict(zip(LAYERS, "esfntw", strict=True))
_LONGEST_QUOTE, _LONGEST_WAY = 240, 32


class Value(NamedTuple):
    """One value in words. `raw` is the value itself where the words are ours; `target` an id on the page. What comes from outside
    is `foreign`: it may run in the other direction."""

    text: str
    raw: str | None = None
    target: str | None = None
    foreign: bool = False
    note: str | None = None


class Fact(NamedTuple):
    label: str
    values: tuple[Value, ...]


class Step(NamedTuple):
    """One link of a chain of transmission."""

    kind: str
    kind_text: str
    name: Value
    via: str | None


class Card(NamedTuple):
    """A record. `chain` goes from the origin to the outlet; `ways` lead to its marks; `reference` tells ids and offsets. `record` is the
    id of a mention or statement, or that of what is named."""

    anchor: str
    layer: str
    title: Value
    badge: Value | None = None
    quote: str | None = None
    facts: tuple[Fact, ...] = ()
    chain: tuple[Step, ...] = ()
    ways: tuple[tuple[str | None, tuple[Value, ...]], ...] = ()
    reference: tuple[str, ...] = ()
    record: str | None = None


Way = tuple[str | None, Mark | None]
"""What a mark is to its record, by the key of its label, and the mark if there is one."""


class Cards:
    """Makes the cards of one reading, and the marks that go with them. `prefix` begins all anchors, where a page holds several readings."""

    def __init__(self, reading: Reading, say: Messages, prefix: str) -> None:
        self.say = say
        self.dates = DateWords(say)
        self.marks = Marks(reading.document.text, prefix)
        self._reading = reading
        self._prefix = prefix
        self._events = {event.id: self._anchor("events", number) for number, event in enumerate(reading.events, 1)}
        self._titles = {event.id: self._event_title(event) for event in reading.events}
        self._figures: dict[str, list[Value]] = {}
        self._names = {name.id: name.name for name in reading.names if name.id}
        self.layers = self._all()

    def _all(self) -> dict[str, list[Card]]:
        reading = self._reading
        figures = [self._figure(figure, number) for number, figure in enumerate(reading.figures, 1)]
        return {
            "events": [self._event(event) for event in reading.events],
            "statements": [self._statement(statement, number) for number, statement in enumerate(reading.statements, 1)],
            "figures": figures,
            "names": self._grouped_names(reading.names),
            "times": self._grouped_times(reading.times),
            "warnings": [self._warning(warning, number) for number, warning in enumerate(reading.warnings, 1)],
        }

    def entity(self, name: str, identifier: str | None) -> Value:
        """A name as the reader of the page knows it: in English beside the Arabic, where the packs know it."""
        known = entities().get(identifier or "") if self.say.language == "en" else None
        raw = identifier if identifier and not identifier.startswith(NAMELESS) else None
        return Value(known.en, raw, note=name) if known else Value(name, raw, foreign=True)

    def source(self, link: Link) -> Value:
        """Who stands at a link of a chain; an outlet by its name in the language of the page."""
        return self.entity(self.say.outlet(link.name) if link.kind == "outlet" else link.name, link.id)

    def label(self, kind: str, value: str) -> Value:
        """A value of a closed list in words; as it stands when the list does not know it."""
        try:
            return Value(self.say(f"{kind}.{value}"), value)
        except KeyError:
            return Value(value, foreign=True)

    def date(self, edtf: str | None) -> Value:
        return Value(self.dates.edtf(edtf), edtf)

    def _event(self, event: EventMention) -> Card:
        anchor, title = self._events[event.id], self._titles[event.id]
        trigger = self._mark(anchor, "events", "trigger", event.trigger.start, event.trigger.end, title)
        place = self._mark(anchor, "events", "place", event.place.start, event.place.end, title) if event.place else None
        chain, sources = self._chain(anchor, "events", event.chain, title)
        facts = [
            ("date", [self.date(event.date)]),
            ("type", [self.label("type", event.type)]),
            ("page.mode", [self.label("mode", event.mode)] if event.mode else []),
            *(self._place(event.place) if event.place else [("place", [Value(self.say("no_place"))])]),
            ("who", [self._actor(actor) for actor in event.actors]),
            ("whom", [self.entity(target.name, target.id) for target in event.targets]),
            ("weapons", [Value(weapon, foreign=True) for weapon in event.weapons]),
            ("figures", self._figures.get(event.id, [])),
            ("page.modality", [self.label("modality", event.modality)]),
        ]
        badge = self.label("modality", event.modality) if event.modality != "actual" else None
        ways = [("page.trigger", trigger), ("place", place), *sources]
        reference = (event.id, self._offsets(event.trigger.start, event.trigger.end))
        return Card(
            anchor, "events", Value(title, event.type), badge, None, self._facts(facts), chain, self._ways(ways), reference, event.id
        )

    def _statement(self, statement: Statement, number: int) -> Card:
        anchor, say = self._anchor("statements", number), self.say
        speaker = self.entity(statement.speaker, statement.speaker_id) if statement.speaker else Value(say("nobody"))
        act = self.label("act", statement.act)
        brief = f"{speaker.text}: {act.text}"
        cue = self._mark(anchor, "statements", "cue", statement.cue.start, statement.cue.end, brief)
        content = self._mark(anchor, "statements", "content", statement.content.start, statement.content.end, brief)
        chain, sources = self._chain(anchor, "statements", statement.chain, brief)
        organisation = statement.organisation
        facts = [
            ("speaker", [speaker]),
            ("page.organisation", [Value(organisation, foreign=True)] if organisation and organisation != statement.speaker else []),
            ("act", [act]),
            ("page.wording", [Value(say("page.direct" if statement.direct else "page.indirect"))]),
            ("page.medium", [self.label("medium", statement.medium)] if statement.medium else []),
            ("date", [self.date(statement.date)] if statement.date else []),
        ]
        quote = self._quote(content) if content else None
        ways = [("page.cue", cue), *sources, ("page.content", content)]
        reference = (statement.id, self._offsets(statement.content.start, statement.content.end))
        return Card(anchor, "statements", speaker, act, quote, self._facts(facts), chain, self._ways(ways), reference, statement.id)

    def _figure(self, figure: Figure, number: int) -> Card:
        anchor, say = self._anchor("figures", number), self.say
        role, value = self.label("role", figure.role), say.value(figure.low, figure.high, figure.modifier)
        title = f"{role.text}: {value}"
        mark = self._mark(anchor, "figures", "figure", figure.start, figure.end, title)
        event = Value(self._titles[figure.event], target=self._events[figure.event]) if figure.event in self._events else None
        if figure.event in self._events:
            self._figures.setdefault(figure.event, []).append(Value(title, target=anchor))
        facts = [
            ("page.role", [role]),
            ("page.value", [Value(value)]),
            ("page.low", [self._bound(figure.low)]),
            ("page.high", [self._bound(figure.high)]),
            ("page.modifier", [self.label("modifier", figure.modifier)]),
            ("page.of", [Value(figure.of, foreign=True)] if figure.of else []),
            ("page.party", [self._party(figure.party)] if figure.party else []),
            ("event", [event] if event else []),
        ]
        reference = (self._offsets(figure.start, figure.end),)
        return Card(
            anchor, "figures", Value(title, figure.role), facts=self._facts(facts), ways=self._ways([(None, mark)]), reference=reference,
            record=figure.event,
        )  # fmt: skip

    def _grouped_names(self, names: tuple[Name, ...]) -> list[Card]:
        """A card for each person, body or place, with all its mentions."""
        groups: dict[tuple[str, str, str | None], list[Name]] = {}
        for mention in names:
            groups.setdefault((mention.kind, mention.name, mention.id), []).append(mention)
        cards = []
        for number, ((kind, name, identifier), mentions) in enumerate(groups.items(), 1):
            anchor, title, badge = self._anchor("names", number), self.entity(name, identifier), self.label("name_kind", kind)
            brief = f"{badge.text}: {title.text}"
            marks = [(None, self._mark(anchor, "names", "name", one.start, one.end, brief)) for one in mentions]
            reference = tuple(filter(None, [identifier, *self._where(mentions)]))
            cards.append(Card(anchor, "names", title, badge, ways=self._ways(marks), reference=reference, record=identifier))
        return cards

    def _grouped_times(self, times: tuple[Time, ...]) -> list[Card]:
        """A card for each day, span or length of time, with all the words for it."""
        groups: dict[tuple[str, str | None, str | None], list[Time]] = {}
        for time in times:
            groups.setdefault((time.kind, time.edtf, time.timex), []).append(time)
        cards = []
        for number, ((kind, edtf, timex), mentions) in enumerate(groups.items(), 1):
            anchor, badge = self._anchor("times", number), self.label("time_kind", kind)
            words = self.dates.time(edtf, timex) or self.say("no_date")
            marks = [(None, self._mark(anchor, "times", "time", one.start, one.end, words)) for one in mentions]
            reference = (*dict.fromkeys(filter(None, (edtf, timex))), *self._where(mentions))
            cards.append(Card(anchor, "times", Value(words, edtf or timex), badge, ways=self._ways(marks), reference=reference))
        return cards

    def _warning(self, warning: Warning, number: int) -> Card:
        anchor, title = self._anchor("warnings", number), self.label("flaw", warning.kind)
        mark = self._mark(anchor, "warnings", "flaw", warning.start, warning.end, title.text)
        reference = (self._offsets(warning.start, warning.end),)
        return Card(anchor, "warnings", title, quote=warning.message, ways=self._ways([(None, mark)]), reference=reference)

    def _chain(self, anchor: str, layer: str, chain: tuple[Link, ...], brief: str) -> tuple[tuple[Step, ...], list[Way]]:
        """The steps from the origin to the outlet, and the marks of those that the text names."""
        steps: list[Step] = []
        ways: list[Way] = []
        for position, link in enumerate(reversed(chain)):
            part = "speaker" if position == 0 and layer == "statements" else "source"
            mark = self._mark(anchor, layer, part, link.start, link.end, brief)
            name = self.source(link)._replace(target=mark.anchor if mark else None)
            via = self.label("medium", link.via).text if link.via else None
            steps.append(Step(link.kind, self.label("link", link.kind).text, name, via))
            ways.append(("page.speaker_here" if part == "speaker" else "source", mark))
        return tuple(steps), ways

    def _event_title(self, event: EventMention) -> str:
        kind = self.label("mode", event.mode) if event.mode else None
        name = self.label("type", event.type).text + (f" · {kind.text}" if kind else "")
        return self.say("page.event_named", type=name, date=self.dates.edtf(event.date)) if event.date else name

    def _place(self, place: Place) -> list[tuple[str, list[Value]]]:
        facts = [("place", [self.entity(place.name, place.id)])]
        if place.country and place.country != place.id:
            facts.append(("page.country", [self._party(place.country)]))
        if place.lat is not None and place.lon is not None:
            facts.append(("page.coordinates", [Value(f"{place.lat:g}, {place.lon:g}", foreign=True)]))
        return facts

    def _actor(self, actor: Actor | Target) -> Value:
        value = self.entity(actor.name, actor.id)
        basis = getattr(actor, "basis", "stated")
        if basis == "stated":
            return value
        said = self.label("actor_basis", basis).text
        return value._replace(note=" · ".join(filter(None, (value.note, said))))

    def _party(self, identifier: str) -> Value:
        """A party by its id alone: as the packs name it, or as the text does."""
        known = entities().get(identifier)
        if known:
            return Value(known.en if self.say.language == "en" else known.ar, identifier)
        return Value(self._names.get(identifier) or identifier.removeprefix(NAMELESS).replace("-", " "), identifier, foreign=True)

    def _bound(self, bound: int | None) -> Value:
        return Value(self.say("page.unbounded") if bound is None else str(bound))

    def _mark(self, anchor: str, layer: str, part: str, start: int | None, end: int | None, label: str) -> Mark | None:
        return self.marks.add(anchor, layer, part, start, end, label)

    def _ways(self, marks: Sequence[Way]) -> tuple[tuple[str | None, tuple[Value, ...]], ...]:
        """Links to the marks, under what they are to the record."""
        found: dict[str | None, list[Value]] = {}
        for key, mark in marks:
            if mark:
                found.setdefault(key and self.say(key), []).append(Value(self._quote(mark, _LONGEST_WAY), target=mark.anchor, foreign=True))
        return tuple((label, tuple(values)) for label, values in found.items())

    def _quote(self, mark: Mark, longest: int = _LONGEST_QUOTE) -> str:
        words = self.marks.text[mark.start : min(mark.end, mark.start + longest)]
        return " ".join(words.split()) + ("…" if mark.end > mark.start + longest else "")

    def _facts(self, facts: list[tuple[str, list[Value]]]) -> tuple[Fact, ...]:
        return tuple(Fact(self.say(key), tuple(values)) for key, values in facts if values)

    def _offsets(self, start: int, end: int) -> str:
        return self.say("page.characters", start=start, end=end)

    def _where(self, mentions: list[Name] | list[Time]) -> list[str]:
        return [self._offsets(mentions[0].start, mentions[0].end)] if len(mentions) == 1 else []

    def _anchor(self, layer: str, number: int) -> str:
        return f"{self._prefix}{_LETTERS[layer]}{number}"
