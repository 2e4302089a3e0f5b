"""What in a changed report came of what: its mentions and statements have ids by where they stand, and move when the text changes."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

import msgspec

from tawatur.ledger.changing import State
from tawatur.model import Disagreement, Event, FigureRange, Reading, Span
from tawatur.text.fold import fold

Names = Mapping[str, str]
"""By the id that a mention or statement had, the one it has now."""


def successors(old: Reading, new: Reading) -> dict[str, str]:
    """The names of what an old version of a report told and said: that of what the new one tells and says in its place and in the same
    words, or one that nothing has."""
    mentions = _paired(*([(one.id, one.type, _form(reading, one.trigger)) for one in reading.events] for reading in (old, new)))
    statements = _paired(*([(one.id, one.act, _form(reading, one.content)) for one in reading.statements] for reading in (old, new)))
    gone = {name: f"{name} of {old.document.sha256}" for name in (*mentions, *statements)}
    return gone | {name: successor for name, successor in (mentions | statements).items() if successor}


def _form(reading: Reading, span: Span) -> str:
    return fold(reading.document.text[span.start : span.end])


def _paired(old: Sequence[tuple[str, str, str]], new: Sequence[tuple[str, str, str]]) -> dict[str, str]:
    """By their kind and words, in their order."""
    paired = {name: "" for name, _, _ in old}
    for block in SequenceMatcher(None, [one[1:] for one in old], [one[1:] for one in new], autojunk=False).get_matching_blocks():
        for step in range(block.size):
            paired[old[block.a + step][0]] = new[block.b + step][0]
    return paired


def renamed(state: State, names: Names) -> State:
    """The state with mentions and statements under their new names."""
    if not names:
        return state
    return State(
        {name: _event(one, names) for name, one in state.events.items()},
        {name: msgspec.structs.replace(one, statements=_all(one.statements, names)) for name, one in state.claims.items()},
        {name: _disagreement(one, names) for name, one in state.disagreements.items()},
        state.families,
    )


def _all(parts: Iterable[str], names: Names) -> tuple[str, ...]:
    return tuple(names.get(part, part) for part in parts)


def _event(event: Event, names: Names) -> Event:
    figures = {role: _figures(found, names) for role, found in event.figures.items()}
    return msgspec.structs.replace(event, mentions=_all(event.mentions, names), figures=figures)


def _figures(found: FigureRange, names: Names) -> FigureRange:
    values = tuple(msgspec.structs.replace(value, mentions=_all(value.mentions, names)) for value in found.values)
    return msgspec.structs.replace(found, values=values)


def _disagreement(one: Disagreement, names: Names) -> Disagreement:
    sides = (
        msgspec.structs.replace(side, mentions=_all(side.mentions, names), statements=_all(side.statements, names)) for side in one.sides
    )
    return msgspec.structs.replace(one, sides=tuple(sides))
