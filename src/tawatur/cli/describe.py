"""Readings in words, for people: every piece with the very words it stands on."""

from collections.abc import Iterable

from tawatur.cli.screen import Screen, clip
from tawatur.ledger.quoting import Quotes
from tawatur.model import Document, EventMention, Figure, Link, Reading, Span, Statement
from tawatur.wording.messages import Messages

_LONGEST_WORDS = 240


class Describer:
    """Prints readings on a screen, in one language."""

    def __init__(self, screen: Screen, say: Messages) -> None:
        self.screen = screen
        self.say = say

    def reading(self, reading: Reading) -> None:
        quotes = Quotes(reading.document.text)
        self.document(reading.document)
        self._layer("events", (line for event in reading.events for line in self._event(event, quotes)))
        self._layer("figures", (line for figure in reading.figures for line in self._figure(figure, quotes)))
        self._layer("statements", (line for statement in reading.statements for line in self._statement(statement, quotes)))
        spans = ((time.start, time.end, time.edtf or time.timex or "") for time in reading.times)
        self._layer("times", (f"{self._span(quotes, start, end)}  {value}" for start, end, value in spans))
        flaws = reading.warnings
        self._layer("warnings", (f"{self._span(quotes, flaw.start, flaw.end)}  {flaw.message} ({flaw.kind})" for flaw in flaws))
        self.screen.line()

    def part(self, part: EventMention | Figure | Statement, quotes: Quotes) -> Iterable[str]:
        """One thing that was read, in a line or a few, with its words."""
        if isinstance(part, Figure):
            return self._figure(part, quotes)
        return self._event(part, quotes) if isinstance(part, EventMention) else self._statement(part, quotes)

    def document(self, document: Document) -> None:
        say, text = self.say, self.screen.text
        self.screen.line(self.screen.bold(f"{say('document')} {text(document.id)}"))
        published = f"{document.published or say('no_date')} ({say('basis.' + document.published_basis)})"
        facts = [
            ("title", document.title), ("outlet", say.outlet(document.outlet)), ("authors", "، ".join(document.authors)),
            ("published", published), ("agencies", "، ".join(map(say.outlet, document.agencies))), ("source", document.source),
            ("address", document.url), ("snapshot", document.sha256),
        ]  # fmt: skip
        for key, value in facts:
            if value and not (key == "address" and value == document.source):
                self.screen.line(f"  {say(key)}: {text(value)}")

    def chain(self, chain: Iterable[Link]) -> str:
        """«outlet from agency from speaker», outlet first."""
        return f" {self.say('from')} ".join(map(self.link, chain))

    def link(self, link: Link) -> str:
        via = f" ({self.say('medium.' + link.via)})" if link.via else ""
        name = self.say.outlet(link.name) if link.kind == "outlet" else link.name
        return self.screen.text(name) + via

    def value(self, figure: Figure) -> str:
        counted = " ".join(filter(None, (figure.of, figure.party)))
        value = self.say.value(figure.low, figure.high, figure.modifier)
        return f"{self.say('role.' + figure.role)}: {value}" + (f" ({self.screen.text(counted)})" if counted else "")

    def kind(self, event_type: str, mode: str | None) -> str:
        return self.say(f"type.{event_type}") + (f" / {self.say('mode.' + mode)}" if mode else "")

    def words(self, text: str, span: Span, marks: Iterable[Span]) -> str:
        """The words of a span on one line with marks in them, cut around the first mark when they are long."""
        marks = list(marks)
        start, end = span.start, span.end
        if end - start > _LONGEST_WORDS and marks:
            start = max(start, marks[0].start - _LONGEST_WORDS // 2)
            end = min(end, max(marks[0].end, start + _LONGEST_WORDS))
        shown = self.screen.marked(text, start, end, [(mark.start, mark.end) for mark in marks])
        return ("…" if start > span.start else "") + shown + ("…" if end < span.end else "")

    def _layer(self, key: str, lines: Iterable[str]) -> None:
        shown = list(lines)
        if shown:
            self.screen.line(self.screen.bold(f" {self.say(key)}"))
        for line in shown:
            self.screen.line(f"  {line}")

    def _event(self, event: EventMention, quotes: Quotes) -> Iterable[str]:
        say, text = self.say, self.screen.text
        place = text(event.place.name) if event.place else say("no_place")
        head = [event.date or say("no_date"), self.kind(event.type, event.mode), place, say(f"modality.{event.modality}")]
        yield " · ".join(head)
        people = [("who", [actor.name for actor in event.actors]), ("whom", [target.name for target in event.targets])]
        facts = [*people, ("weapons", list(event.weapons))]
        told = [f"{say(key)}: {text('، '.join(names))}" for key, names in facts if names]
        if told:
            yield "    " + " · ".join(told)
        if event.chain:
            yield f"    {say('chains')}: {self.chain(event.chain)}"
        yield "    " + self._sentence(quotes, event.trigger)

    def _figure(self, figure: Figure, quotes: Quotes) -> Iterable[str]:
        yield self.value(figure)
        yield "    " + self._sentence(quotes, Span(figure.start, figure.end))

    def _statement(self, statement: Statement, quotes: Quotes) -> Iterable[str]:
        say = self.say
        speaker = self.screen.text(statement.speaker or say("nobody"))
        organisation = f" ({self.screen.text(statement.organisation)})" if statement.organisation else ""
        medium = f" · {say('medium.' + statement.medium)}" if statement.medium else ""
        when = f" · {statement.date}" if statement.date else ""
        yield f"{speaker}{organisation} · {say('act.' + statement.act)}{medium}{when}"
        if len(statement.chain) > 1:
            yield f"    {say('chains')}: {self.chain(statement.chain)}"
        yield "    " + self.words(quotes.text, statement.content, ())

    def _sentence(self, quotes: Quotes, mark: Span) -> str:
        return self.words(quotes.text, quotes.sentence(mark.start, mark.end), [mark])

    def _span(self, quotes: Quotes, start: int, end: int) -> str:
        return f"«{self.screen.text(clip(quotes.text[start:end], _LONGEST_WORDS))}»"
