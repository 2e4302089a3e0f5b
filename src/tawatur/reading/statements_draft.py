"""Statements while they are being found: what later words of the document may still add to them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tawatur.model import Act, Document, Medium, Name, Span, Statement, Time
from tawatur.reading.cast import Cast
from tawatur.reading.chains import build_chain
from tawatur.reading.speakers import Speaker, read_speaker
from tawatur.reading.statements_context import Context

Range = tuple[int, int]


@dataclass
class Draft:
    """One statement in tokens. `relays` passed it on; `feminine` is the gender of the verb."""

    cue: Range
    content: Range
    act: Act
    speaker: Speaker | None
    direct: bool = False
    medium: Medium | None = None
    date: str | None = None
    relays: list[Speaker] = field(default_factory=list)


class Notes:
    """What has been found so far in one document."""

    def __init__(self, ctx: Context, names: list[Name]) -> None:
        self.ctx = ctx
        self.cast = Cast(ctx, names)
        self.drafts: list[Draft] = []
        self.taken: set[int] = set()
        self.relay: tuple[int, Speaker] | None = None
        """An agency that the sentence up to that token is credited to: «وحسب وكالة …، أوضح …»."""

    def add(self, draft: Draft) -> None:
        if draft.content[0] >= draft.content[1]:
            return
        around = self.covering(draft.cue[0])
        if around and around.speaker and around.speaker.kind == "agency" and not (draft.speaker and draft.speaker.kind == "agency"):
            draft.relays = [*around.relays, around.speaker, *draft.relays]
        if self.relay and draft.cue[0] < self.relay[0]:
            draft.relays.insert(0, self.relay[1])
        self.drafts.append(draft)

    def speakers(self, parts: Iterable[Range]) -> list[Speaker]:
        """Those whom the noun phrases name, in their order."""
        found = (read_speaker(self.ctx, (part,)) for part in parts)
        return [self.cast.resolve(speaker) for speaker in found if speaker]

    def join(self, cue: int, partner: Speaker | None) -> None:
        """Whoever says the last statement, whose cue is at that token, together with its speaker says it too."""
        last = self.drafts[-1] if self.drafts else None
        if partner is None or last is None or last.cue[0] != cue:
            return
        self.drafts.append(replace(last, speaker=partner, relays=list(last.relays)))
        self.cast.enter(partner, None)

    def go_on(self) -> None:
        """«وأضاف أن …»: what a speaker goes on to say came through those who passed on what he said before."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.speaker is None or last.relays:
            return
        earlier = next((draft for draft in self.drafts[-2:-8:-1] if draft.speaker and draft.speaker.name == last.speaker.name), None)
        if earlier:
            last.relays = list(earlier.relays)

    def last_in(self, first: int, before: int) -> Draft | None:
        """The last statement whose cue stands between those tokens."""
        for draft in reversed(self.drafts[-8:]):
            if first <= draft.cue[0] < before:
                return draft
        return None

    def covering(self, i: int) -> Draft | None:
        """The statement whose content token `i` belongs to."""
        for draft in reversed(self.drafts[-8:]):
            if draft.content[0] <= i < draft.content[1] and not draft.cue[0] <= i < draft.cue[1]:
                return draft
        return None

    def date(self, first: int, stop: int, own: tuple[Time, ...] = ()) -> str | None:
        """The day on which it was said, if the clause of the cue names one."""
        for time in reversed(own):
            if time.edtf and time.kind in ("date", "time"):
                return time.edtf
        for i in range(stop - 1, first - 1, -1):
            if i in self.ctx.times:
                time = self.ctx.times[i][1]
                if time.edtf and time.kind in ("date", "time"):
                    return time.edtf
        return None


def finish(document: Document, ctx: Context, drafts: list[Draft]) -> list[Statement]:
    """The statements in the order of their cues, numbered."""
    ordered = sorted(drafts, key=lambda draft: (draft.cue, draft.content))
    return [_statement(document, ctx, number, draft) for number, draft in enumerate(ordered, 1)]


def _statement(document: Document, ctx: Context, number: int, draft: Draft) -> Statement:
    speaker = draft.speaker
    return Statement(
        id=f"{document.id}:s{number}",
        act=draft.act,
        cue=_span(ctx, draft.cue),
        content=_span(ctx, draft.content),
        speaker=speaker.name if speaker else None,
        speaker_id=speaker.id if speaker else None,
        organisation=speaker.organisation if speaker else None,
        direct=draft.direct,
        medium=draft.medium,
        date=draft.date,
        chain=build_chain(document, draft.relays, speaker, draft.medium),
    )


def _span(ctx: Context, part: Range) -> Span:
    return Span(ctx.tokens.starts[part[0]], ctx.tokens.ends[part[1] - 1])
