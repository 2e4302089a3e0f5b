"""What changed between two readings, such as those of two versions of a page: a pure function of them."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, Literal, TypeVar

from tawatur.ledger.differing_text import Alignment, Piece, pieces
from tawatur.model import EventMention, Figure, Link, Reading, Record, Statement
from tawatur.text.fold import fold

Part = TypeVar("Part", bound=Record)
ChangeKind = Literal["gone", "new", "changed"]
_Key = Callable[[Part], Hashable]


class Change(Record, Generic[Part], frozen=True):
    """Something that was read from one text and not, or otherwise, from the other. Offsets are those of its own text."""

    kind: ChangeKind
    old: Part | None
    new: Part | None


class Difference(Record, frozen=True):
    """`text` is both texts as one sequence of pieces; `facts` are the title, outlet and date where they changed, old and new."""

    text: tuple[Piece, ...]
    facts: dict[str, tuple[str | None, str | None]]
    figures: tuple[Change[Figure], ...]
    statements: tuple[Change[Statement], ...]
    events: tuple[Change[EventMention], ...]


class _Pair(Record, Generic[Part], frozen=True):
    """How a part of the old reading and one of the new are told to be alike: when the one's key is the other's."""

    old: _Key[Part]
    new: _Key[Part]


def difference(old: Reading, new: Reading) -> Difference:
    """What says the same in both is left out, wherever it stands; of the rest, what stands at one place or is of one thing has changed."""
    text = pieces(old.document.text, new.document.text)
    places = Alignment(text)
    old_at, new_at = places.of_old, places.of_new
    return Difference(
        text=text,
        facts={name: pair for name in ("title", "outlet", "published") if (pair := _fact(name, old, new))},
        figures=_changes(
            old.figures, new.figures, _Pair(_figure, _figure),
            _Pair(lambda one: (one.role, old_at(one.start)), lambda one: (one.role, new_at(one.start))), _Pair(_counted, _counted),
        ),
        statements=_changes(
            old.statements, new.statements, _Pair(lambda one: _statement(one, old), lambda one: _statement(one, new)),
            _Pair(lambda one: old_at(one.cue.start), lambda one: new_at(one.cue.start)), _Pair(_voice, _voice),
        ),
        events=_changes(
            old.events, new.events, _Pair(_event, _event),
            _Pair(lambda one: old_at(one.trigger.start), lambda one: new_at(one.trigger.start)), _Pair(_happening, _happening),
        ),
    )  # fmt: skip


def _changes(old: Sequence[Part], new: Sequence[Part], same: _Pair[Part], *alike: _Pair[Part]) -> tuple[Change[Part], ...]:
    """First what changed, then what is gone, then what is new, each in the order of its text."""
    before, after = list(old), list(new)
    _take_pairs(before, after, same)
    changed = [found for pair in alike for found in _take_pairs(before, after, pair)]
    return (
        *(Change("changed", one, other) for one, other in changed),
        *(Change("gone", one, None) for one in before),
        *(Change("new", None, one) for one in after),
    )


def _take_pairs(old: list[Part], new: list[Part], pair: _Pair[Part]) -> list[tuple[Part, Part]]:
    """Takes out of both lists those that have one key, two by two in their order."""
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for number, one in enumerate(new):
        waiting[pair.new(one)].append(number)
    found = [(number, others.popleft()) for number, one in enumerate(old) if (others := waiting.get(pair.old(one)))]
    pairs = [(old[one], new[other]) for one, other in found]
    for taken, numbers in ((old, {one for one, _ in found}), (new, {other for _, other in found})):
        taken[:] = [one for number, one in enumerate(taken) if number not in numbers]
    return pairs


def _fact(name: str, old: Reading, new: Reading) -> tuple[str | None, str | None] | None:
    one, other = getattr(old.document, name), getattr(new.document, name)
    return (one, other) if one != other else None


def _figure(one: Figure) -> Hashable:
    return one.low, one.high, one.modifier, _counted(one)


def _counted(one: Figure) -> Hashable:
    return one.role, fold(one.of or ""), fold(one.party or "")


def _statement(one: Statement, reading: Reading) -> Hashable:
    words = reading.document.text[one.content.start : one.content.end].split()
    return _voice(one), fold(one.organisation or ""), one.medium, one.date, " ".join(words), _names(one.chain)


def _voice(one: Statement) -> Hashable:
    return one.act, one.speaker_id or fold(one.speaker or "")


def _event(one: EventMention) -> Hashable:
    actors = tuple((fold(actor.name), actor.basis) for actor in one.actors)
    targets = tuple(fold(target.name) for target in one.targets)
    return _happening(one), actors, targets, one.weapons, one.modality, _names(one.chain)


def _happening(one: EventMention) -> Hashable:
    return one.type, one.mode, one.date, fold(one.place.name) if one.place else None


def _names(chain: Iterable[Link]) -> Hashable:
    return tuple((link.kind, fold(link.name)) for link in chain)
