"""What became of the counts of one event: tolls revised, values that appeared or went, chains behind a value."""

from collections.abc import Iterator

from tawatur.ledger.developments_records import Development, DevelopmentKind, Facts, development
from tawatur.ledger.developments_wording import UNLIKE, figure, more_chains, toll
from tawatur.ledger.tellers import Tellers
from tawatur.model import Event, FigureRange, FigureValue
from tawatur.reconciling.explanations import event_label, wording

Value = tuple[int | None, int | None, str, str | None, bool]
"""What makes a value the same: low, high, modifier, the part counted, and whether it is superseded."""


def figure_developments(old: Event, new: Event, tellers: Tellers) -> Iterator[Development]:
    """`new` is what became of `old`."""
    for role in sorted(old.figures.keys() | new.figures.keys()):
        was, now = old.figures.get(role), new.figures.get(role)
        if was is None or now is None or bounds(was) != bounds(now):
            yield _toll(new, role, was, now, tellers)
        yield from _values(new, role, values(was), values(now), tellers)


def bounds(found: FigureRange | None) -> Facts | None:
    return {"low": found.low, "best": found.best, "high": found.high} if found else None


def values(found: FigureRange | None) -> dict[Value, FigureValue]:
    return {(one.low, one.high, one.modifier, one.of, one.superseded): one for one in found.values} if found else {}


def value_facts(role: str, value: FigureValue) -> Facts:
    known = {"role": role, "low": value.low, "high": value.high, "modifier": value.modifier, "of": value.of}
    return known | {"superseded": value.superseded, "chains_min": value.chains_min, "chains_max": value.chains_max}


def _toll(event: Event, role: str, was: FigureRange | None, now: FigureRange | None, tellers: Tellers) -> Development:
    said = {"role": wording(f"role.{role}"), "event": event_label(event)}
    about = {"event": event.id, "before": _role(role, was), "after": _role(role, now)}
    kind: DevelopmentKind = "toll" if role != UNLIKE else "count"
    if now is None:
        assert was is not None
        return development(kind, wording("change.toll.gone", **said, before=toll(was)), documents=event.documents, **about)
    fresh = _fresh(was, now)
    documents = tuple(sorted({name for one in fresh for name in one.documents}))
    who = tellers.of_counts(role, fresh)
    if was is None:
        return development(kind, wording("change.toll.first", **said, after=toll(now), who=who), documents=documents, **about)
    revised = wording("change.toll.revised", **said, after=toll(now), before=toll(was), who=who)
    return development(kind, revised, documents=documents, **about)


def _role(role: str, found: FigureRange | None) -> Facts | None:
    known = bounds(found)
    return {"role": role} | known if known is not None else None


def _fresh(was: FigureRange | None, now: FigureRange) -> list[FigureValue]:
    """The values that made the difference: those that are new or that other mentions give too now; all where there are none."""
    old = values(was)
    grown = [one for key, one in values(now).items() if key not in old or set(one.mentions) - set(old[key].mentions)]
    return [one for one in grown if not one.superseded] or list(now.values)


def _values(
    event: Event, role: str, was: dict[Value, FigureValue], now: dict[Value, FigureValue], tellers: Tellers
) -> Iterator[Development]:
    for key, old in was.items():
        if key not in now:
            gone = wording("change.figure.gone", figure=figure(event, role, old))
            yield development("figure.gone", gone, event=event.id, documents=old.documents, before=value_facts(role, old))
    for key, new in now.items():
        if key not in was:
            pattern = "change.figure.superseded" if new.superseded else "change.figure.new"
            said = wording(pattern, figure=figure(event, role, new), who=tellers.of_counts(role, [new]))
            yield development("figure.new", said, event=event.id, documents=new.documents, after=value_facts(role, new))
        elif _chains(was[key]) != _chains(new):
            yield _more(event, role, was[key], new, tellers)


def _chains(value: FigureValue) -> tuple[int, int]:
    return value.chains_min, value.chains_max


def _more(event: Event, role: str, old: FigureValue, new: FigureValue, tellers: Tellers) -> Development:
    added = tuple(mention for mention in new.mentions if mention not in old.mentions) or new.mentions
    who = tellers.of_count(role, new, added)
    documents = tuple(name for name in new.documents if name not in old.documents) or new.documents
    sentence = more_chains(figure(event, role, new), _chains(old), _chains(new), who)
    kind: DevelopmentKind = "count.chains" if role == UNLIKE or new.superseded else "figure.chains"
    return development(
        kind, sentence, event=event.id, documents=documents, before=value_facts(role, old), after=value_facts(role, new)
    )  # fmt: skip
