"""Short ways to write readings by hand. Spans are found by the words they cover."""

import msgspec

from tawatur.model import (
    Act,
    Actor,
    ActorBasis,
    Document,
    EventMention,
    EventType,
    Figure,
    Judgement,
    JudgementKind,
    Link,
    LinkKind,
    Modality,
    Mode,
    Modifier,
    Name,
    Place,
    Reading,
    Role,
    Span,
    Statement,
    Target,
    Time,
    Warning,
)  # fmt: skip

KINDS = {"كتائب الفجر": "armed_group", "لواء النسر": "armed_group", "الجيش": "military", "الشرطة": "government", "التحالف": "military"}
"""Kinds of the made-up bodies that these tests speak of."""


def where(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def figure(role: Role, low: int | None, high: int | None = None, modifier: Modifier = "exact", of: str | None = None) -> Figure:
    """A count; exact unless told otherwise, so that one number is enough."""
    return Figure(0, 1, role, low, low if modifier == "exact" and high is None else high, modifier, of)


class Report:
    """A reading in the making."""

    def __init__(
        self, name: str, text: str, outlet: str | None = None, published: str | None = "2021-05-10", agencies: tuple[str, ...] = ()
    ) -> None:
        self.document = Document(
            name, f"{name}.txt", text, "0", outlet=outlet or f"outlet of {name}", published=published, agencies=agencies
        )
        self.names: list[Name] = []
        self.events: list[EventMention] = []
        self.figures: list[Figure] = []
        self.statements: list[Statement] = []
        self.times: list[Time] = []
        self.warnings: list[Warning] = []

    def named(self, *names: str, kind: str = "") -> "Report":
        """Marks every place where the names stand; the kind is that of `KINDS` unless given."""
        for name in names:
            start = self.document.text.find(name)
            while start >= 0:
                self.names.append(Name(start, start + len(name), kind or KINDS.get(name, "organization"), name, None))
                start = self.document.text.find(name, start + 1)
        return self

    def time(self, words: str, edtf: str) -> "Report":
        span = where(self.document.text, words)
        self.times.append(Time(span.start, span.end, "date", edtf, edtf))
        return self

    def event(
        self,
        trigger: str,
        type: EventType = "ASSAULT",
        *,
        mode: Mode | None = None,
        date: str | None = None,
        place: str | Place | None = None,
        actors: tuple[str, ...] = (),
        basis: ActorBasis = "stated",
        targets: tuple[str, ...] = (),
        modality: Modality = "actual",
        figures: tuple[Figure, ...] = (),
        chain: tuple[Link, ...] = (),
    ) -> str:
        """Adds an event mention; its id, which is returned, is `document:eN`."""
        name = f"{self.document.id}:e{len(self.events) + 1}"
        spot = Place(place) if isinstance(place, str) else place
        self.events.append(
            EventMention(
                name, type, where(self.document.text, trigger), mode, date, spot, tuple(Actor(actor, None, basis) for actor in actors),
                tuple(Target(target) for target in targets), (), modality, chain,
            )
        )  # fmt: skip
        for number, one in enumerate(figures):
            self.figures.append(msgspec.structs.replace(one, event=name, start=number, end=number + 1))
        for actor in (*actors, *targets):
            if actor in KINDS:
                self.names.append(Name(0, 0, KINDS[actor], actor, None))
        return name

    def said(
        self,
        cue: str,
        content: str,
        act: Act = "say",
        *,
        speaker: str | None = "سعيد الناطق",
        organisation: str | None = None,
        direct: bool = False,
        date: str | None = None,
        chain: tuple[Link, ...] | None = None,
    ) -> str:
        """Adds a statement; its id, which is returned, is `document:sN`."""
        text = self.document.text
        name = f"{self.document.id}:s{len(self.statements) + 1}"
        links = (outlet(self.document.outlet or ""), *((person(speaker),) if speaker else ())) if chain is None else chain
        self.statements.append(
            Statement(name, act, where(text, cue), where(text, content), speaker, None, organisation, direct, None, date, links)
        )
        return name

    def reading(self) -> Reading:
        names = tuple(sorted(self.names, key=lambda name: (name.start, name.name)))
        return Reading(
            self.document, tuple(self.times), names, tuple(self.figures), tuple(self.events), tuple(self.statements), tuple(self.warnings)
        )


def link(kind: LinkKind, name: str) -> Link:
    return Link(kind, name)


def outlet(name: str) -> Link:
    return Link("outlet", name)


def agency(name: str) -> Link:
    return Link("agency", name)


def person(name: str) -> Link:
    return Link("person", name)


def body(name: str) -> Link:
    return Link("organisation", name)


def nameless(name: str) -> Link:
    return Link("anonymous", name)


def judgement(
    kind: JudgementKind, subject: str, other: str | None = None, *, name: str = "j1", value: str | None = None, at: str = "2021-06-01"
) -> Judgement:
    return Judgement(name, kind, subject, other, value, "محرر", "لأن النصين واضحان", at)
