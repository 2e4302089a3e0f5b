"""Judgements in words, and what they change."""

from collections.abc import Iterable
from pathlib import Path

from tawatur.cli.screen import Screen
from tawatur.ledger.changes import Around, Changed
from tawatur.ledger.judgements import Judged
from tawatur.model import Claim, Disagreement, Event, FigureRange, Judgement
from tawatur.reconciling.rulings import objects
from tawatur.reconciling.settlements import way_of
from tawatur.wording.messages import Messages

_JOINT = {"same": " = ", "different": " ≠ "}
_NAMED = 3
"""Ids on the other side of a judgement that are named; the others are counted."""


class Told:
    """Words judgements in one language, and prints what came of one."""

    def __init__(self, screen: Screen, say: Messages) -> None:
        self.screen = screen
        self.say = say

    def row(self, one: Judged) -> list[str]:
        said, standing = one.judgement, self.say(f"standing.{one.standing}")
        by_which = f" ({one.by_which})" if one.by_which else ""
        return [self.day(said), self.say(f"verdict.{said.kind}"), self._about(said), said.by, said.why, standing + by_which, said.id]

    def day(self, said: Judgement) -> str:
        """To the minute, UTC."""
        return said.at[:16].replace("T", " ")

    def short(self, said: Judgement) -> str:
        """«different: b:e1 ≠ a:e1 — نور، 2026-11-21 10:00: «another street»»."""
        text = self.screen.text
        return self.say(
            "judged", verdict=self.say(f"verdict.{said.kind}"), about=text(self._about(said)), who=text(said.by), day=self.day(said),
            why=text(said.why),
        )  # fmt: skip

    def change(self, changed: Changed, ledger: Path) -> None:
        say, said = self.say, changed.judgement
        self.screen.line(self.screen.bold(f"{say('judgement')} {said.id}"))
        self.screen.line(f"  {self.short(said)}")
        self._lines("overrules", changed.overrules)
        before, after = changed.before, changed.after
        gone, come = _unlike(before.disagreements, after.disagreements), _unlike(after.disagreements, before.disagreements)
        others = [one for one in _otherwise_settled(before.disagreements, after.disagreements) if one not in come]
        is_same = (before.events, before.claims, before.loose) == (after.events, after.claims, after.loose)
        if is_same and not gone and not come and not others:
            self.screen.line(f"  {say('nothing_changes')}")
        else:
            self._state("before", before, after)
            self._state("after", after, before)
        self._sentences("disagreements_gone", (one.explanation[say.language] for one in gone))
        self._sentences("disagreements_new", (one.explanation[say.language] for one in come))
        self._sentences("settlement", (f"{one.explanation[say.language]} {self.settlement(one) or say('unsettled')}" for one in others))
        self.screen.line()
        self.screen.line(say("take_back", ledger=ledger, id=said.id))

    def _state(self, key: str, one: Around, other: Around) -> None:
        lines = [self._event(event) for event in one.events if event not in other.events]
        lines += [self._claim(claim) for claim in one.claims if claim not in other.claims]
        lines += [self.say("belongs_nowhere", part=part) for part in one.loose if part not in other.loose]
        self._sentences(key, lines)

    def _sentences(self, key: str, lines: Iterable[str]) -> None:
        shown = list(lines)
        if shown:
            self.screen.line(self.screen.bold(f" {self.say(key)}"))
        for line in shown:
            self.screen.line(f"  {line}")

    def _lines(self, key: str, judgements: Iterable[Judgement]) -> None:
        self._sentences(key, (f"{self.short(one)}  {one.id}" for one in judgements))

    def _event(self, event: Event) -> str:
        say = self.say
        place = self.screen.text(event.place.name) if event.place else say("no_place")
        figures = [f"{say('role.' + role)} {self._range(found)}" for role, found in sorted(event.figures.items())]
        facts = [event.date or say("no_date"), say(f"type.{event.type}"), place, f"{say('accounts')}: {len(event.mentions)}", *figures]
        return f"{say('event')} {event.id}: {' · '.join([*facts, self._chains(event)])}"

    def _claim(self, claim: Claim) -> str:
        facts = [f"{self.say('statements')}: {len(claim.statements)}", self._chains(claim)]
        return f"{self.say('claim')} {claim.id}: {self.screen.text(claim.about)} · {' · '.join(facts)}"

    def _range(self, found: FigureRange) -> str:
        """«3–5 (3; 5; at least 2)»: the range, and the counts it comes of, where they are several: of the whole, or of parts."""
        low, high = ("?" if bound is None else str(bound) for bound in (found.low, found.high))
        current = [value for value in found.values if not value.superseded]
        counted = [value for value in current if value.of is None] or current
        values = list(dict.fromkeys(self.say.value(value.low, value.high, value.modifier) for value in counted))
        return (low if low == high else f"{low}–{high}") + (f" ({'; '.join(values)})" if len(values) > 1 else "")

    def settlement(self, found: Disagreement) -> str:
        """«settled: prefer a source, 18»; empty while nobody has settled it."""
        if found.settled is None:
            return ""
        side = found.settled.side
        preferred = f" ({self.screen.text(found.sides[side].position)})" if side is not None else ""
        way = self.say("way." + found.settled.way)
        return f"{self.say('verdict.settle')}: {way}{preferred}"

    def _chains(self, whole: Event | Claim) -> str:
        least, most = whole.chains_min, whole.chains_max
        return f"{self.say('chains')}: {least if least == most else f'{least}–{most}'}"

    def _about(self, said: Judgement) -> str:
        """The ids it is about, and the value it gives."""
        if said.kind == "value":
            return f"{said.subject} → {said.value}"
        others = objects(said)
        if said.kind == "settle":
            return self._settling(said)
        if not others:
            return said.subject
        more = f" +{len(others) - _NAMED}" if len(others) > _NAMED else ""
        return said.subject + _JOINT.get(said.kind, ", ") + ", ".join(others[:_NAMED]) + more

    def _settling(self, said: Judgement) -> str:
        way = way_of(said) or "pending"
        return f"{said.subject} {'>' if way == 'prefer' else '/'} {said.object} → {self.say('way.' + way)}"


def _unlike(ours: tuple[Disagreement, ...], theirs: tuple[Disagreement, ...]) -> list[Disagreement]:
    """Those that are told in other words."""
    told = [one.explanation for one in theirs]
    return [one for one in ours if one.explanation not in told]


def _otherwise_settled(before: tuple[Disagreement, ...], after: tuple[Disagreement, ...]) -> list[Disagreement]:
    """Those that were settled otherwise before, or not at all, or are not settled any more."""
    were = {one.id: one.settled for one in before}
    return [one for one in after if one.settled != were.get(one.id)]
