"""What a decision changed, as a few facts that fit into a session: the next page says them in its language."""

from collections.abc import Iterator

from tawatur.ledger.changes import Around
from tawatur.model import Event, FigureRange

Fact = list[str | int]
"""The key of a message, and what fills it in, by position."""
_MOST = 6
_LONGEST = 60


def facts(before: Around, after: Around) -> list[Fact]:
    """What is other than before; «nothing» where it all stands as it stood."""
    return list(_facts(before, after))[:_MOST] or [["nothing"]]


def _facts(before: Around, after: Around) -> Iterator[Fact]:
    if _homes(before.events) != _homes(after.events):
        yield ["events", len(before.events), len(after.events)]
    if len(before.claims) != len(after.claims):
        yield ["claims", len(before.claims), len(after.claims)]
    if len(after.loose) > len(before.loose):
        yield ["loose", len(after.loose) - len(before.loose)]
    known = {event.id: event for event in after.events}
    for event in before.events:
        if event.id in known:
            yield from _of_event(event, known[event.id])
    yield from _disputes(before, after)


def _homes(events: tuple[Event, ...]) -> set[tuple[str, ...]]:
    return {event.mentions for event in events}


def _of_event(before: Event, after: Event) -> Iterator[Fact]:
    for role in sorted(before.figures.keys() | after.figures.keys()):
        was, now = _range(before.figures.get(role)), _range(after.figures.get(role))
        if was != now:
            yield ["figure", role, was, now]
    if before.date != after.date:
        yield ["date", before.date or "", after.date or ""]
    if before.place != after.place:
        yield ["place", *((event.place.name if event.place else "")[:_LONGEST] for event in (before, after))]
    if (before.chains_min, before.chains_max) != (after.chains_min, after.chains_max):
        yield ["chains", before.chains_max, after.chains_max]


def _range(found: FigureRange | None) -> str:
    """«3 · 5 · 9»: low, best and high."""
    if found is None:
        return "–"
    return " · ".join("?" if number is None else str(number) for number in (found.low, found.best, found.high))


def _disputes(before: Around, after: Around) -> Iterator[Fact]:
    was, now = ({one.id: one.settled for one in around.disagreements} for around in (before, after))
    for key, count in (("gone", len(was.keys() - now.keys())), ("new", len(now.keys() - was.keys()))):
        if count:
            yield [key, count]
    settled = sum(1 for name in was.keys() & now.keys() if now[name] and now[name] != was[name])
    if settled:
        yield ["settled", settled]
