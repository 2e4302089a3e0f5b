"""What a judgement changes: the events, claims and disagreements around it, before and after."""

from collections.abc import Iterable

from tawatur.ledger import lookup
from tawatur.ledger.judgements import overruled
from tawatur.ledger.store import Ledger
from tawatur.model import Claim, Disagreement, Event, Judgement, Record
from tawatur.reconciling.rulings import objects

_GROUPS = {"event": ("event_mentions", "mention"), "claim": ("claim_statements", "statement")}


class Around(Record, frozen=True):
    """The events and claims of some mentions and statements, and the disagreements about these. `loose` are the parts of none."""

    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    loose: tuple[str, ...]
    disagreements: tuple[Disagreement, ...]

    def parts(self) -> tuple[str, ...]:
        """All mentions and statements of these events and claims."""
        return tuple(part for event in self.events for part in event.mentions) + tuple(
            part for claim in self.claims for part in claim.statements
        )


def concerned(ledger: Ledger, judgement: Judgement) -> tuple[str, ...]:
    """The mentions and statements that a judgement is about; for an undo, those of what it takes back."""
    if judgement.kind == "undo":
        return concerned(ledger, lookup.judgement(ledger, judgement.subject))
    return tuple(part for name in (judgement.subject, *objects(judgement)) for part in _parts_of(ledger, name))


def _parts_of(ledger: Ledger, name: str) -> list[str]:
    """The mentions that a figure belongs to; of anything else itself."""
    return [mention for _, mention, _ in lookup.figures(ledger, name)] or [name]


def around(ledger: Ledger, parts: Iterable[str]) -> Around:
    """What the mentions and statements belong to as the ledger stands."""
    wanted = sorted(set(parts))
    groups = {kind: _homes(ledger, kind, wanted) for kind in _GROUPS}
    homed = {part for homes in groups.values() for part in homes}
    events = sorted(set(groups["event"].values()))
    claims = sorted(set(groups["claim"].values()))
    return Around(
        events=tuple(lookup.event(ledger, name) for name in events),
        claims=tuple(lookup.claim(ledger, name) for name in claims),
        loose=tuple(part for part in wanted if part not in homed),
        disagreements=_about(ledger, events, claims),
    )


def _homes(ledger: Ledger, kind: str, parts: list[str]) -> dict[str, str]:
    table, column = _GROUPS[kind]
    found = {part: ledger.value(f"SELECT {kind} FROM {table} WHERE {column} = ?", part) for part in parts}
    return {part: str(home) for part, home in found.items() if home}


def _about(ledger: Ledger, events: list[str], claims: list[str]) -> tuple[Disagreement, ...]:
    statements = [part for name in claims for part in lookup.claim(ledger, name).statements]
    parts = [*events, *statements]
    marks = ", ".join("?" * len(parts))
    sql = f"SELECT DISTINCT disagreement FROM disagreement_parts WHERE part IN ({marks}) ORDER BY 1"
    return tuple(lookup.disagreement(ledger, name) for (name,) in ledger.rows(sql, *parts))


class Changed(Record, frozen=True):
    """A judgement just made and what came of it. `overrules` held until now."""

    judgement: Judgement
    before: Around
    after: Around
    overrules: tuple[Judgement, ...]


def changed(ledger: Ledger, judgement: Judgement, before: Around) -> Changed:
    """Called when the ledger is up to date again; `before` is what was around the judgement until then."""
    after = around(ledger, (*before.parts(), *concerned(ledger, judgement)))
    return Changed(judgement, before, after, overruled(ledger, judgement))
