"""What became of events and claims: new, gone, joined, parted, and how many independent chains stand behind them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec

from tawatur.ledger.developments_figures import figure_developments
from tawatur.ledger.developments_records import Development, Facts, development
from tawatur.ledger.developments_wording import counted, listed, more_chains, subject, tolls
from tawatur.ledger.lineages import Lineage, lineages
from tawatur.ledger.tellers import Tellers
from tawatur.model import Claim, Event
from tawatur.reconciling.explanations import Text, wording

Group = Event | Claim
What = Literal["event", "claim"]


def group_developments(what: What, before: Mapping[str, Group], after: Mapping[str, Group], tellers: Tellers) -> Iterator[Development]:
    """Of all events, or of all claims: first what they are now, then what of the heir of each is other than before."""
    found = lineages({name: members(one) for name, one in before.items()}, {name: members(one) for name, one in after.items()})
    for lineage in found:
        old, new = [before[name] for name in lineage.before], [after[name] for name in lineage.after]
        yield from _regrouped(what, lineage, old, new, tellers)
        if lineage.heir:
            yield from _grown(what, before[lineage.heir[0]], after[lineage.heir[1]], tellers)


def members(one: Group) -> tuple[str, ...]:
    return one.mentions if isinstance(one, Event) else one.statements


def facts(one: Group) -> Facts:
    """What a program needs to know of an event or claim."""
    found: Facts = {"id": one.id, "chains_min": one.chains_min, "chains_max": one.chains_max, "documents": list(one.documents)}
    if isinstance(one, Claim):
        return found | {"about": one.about}
    known = {"type": one.type, "mode": one.mode, "date": one.date, "place": one.place.name if one.place else None}
    return found | known | {"figures": msgspec.to_builtins(one.figures)}


def _regrouped(what: What, lineage: Lineage, old: Sequence[Group], new: Sequence[Group], tellers: Tellers) -> Iterator[Development]:
    whole = {"before": {"groups": [facts(one) for one in old]}, "after": {"groups": [facts(one) for one in new]}}
    match len(old), len(new):
        case 0, _:
            yield _told(what, "new", _new(what, new[0], tellers), new[0], after=facts(new[0]))
        case _, 0:
            yield _told(what, "gone", wording(f"change.{what}.gone", subject=subject(old[0])), old[0], before=facts(old[0]))
        case 1, 1 if old[0].id != new[0].id:
            renamed = wording("change.renamed", id=new[0].id, subject=subject(new[0]))
            yield _told(what, "renamed", renamed, new[0], before={"id": old[0].id}, after={"id": new[0].id})
        case count, 1 if count > 1:
            joined = wording(f"change.{what}.joined", count=counted(what, count), subject=subject(new[0]))
            yield _told(what, "joined", joined, new[0], **whole)
        case 1, count if count > 1:
            heir = next(one for one in new if lineage.heir and one.id == lineage.heir[1])
            split = wording(f"change.{what}.split", count=counted(what, count), groups=listed([subject(one) for one in new]))
            yield _told(what, "split", split, heir, **whole)
        case count, _ if count > 1:
            yield _told(
                what, "regrouped", wording(f"change.{what}.regrouped", groups=listed([subject(one) for one in new])), new[0], **whole
            )


def _new(what: What, one: Group, tellers: Tellers) -> Text:
    who = tellers.of(members(one))
    counted_in_it = tolls(one) if isinstance(one, Event) else Text("", "")
    return wording(f"change.{what}.new", subject=subject(one), tolls=counted_in_it, who=who)


def _told(what: What, change: str, sentence: Text, one: Group, **about: Any) -> Development:
    return development(f"{what}.{change}", sentence, documents=one.documents, **{what: one.id}, **about)  # type: ignore[arg-type]


def _grown(what: What, old: Group, new: Group, tellers: Tellers) -> Iterator[Development]:
    was, now = (old.chains_min, old.chains_max), (new.chains_min, new.chains_max)
    if was != now:
        added = [part for part in members(new) if part not in members(old)] or members(new)
        documents = tuple(name for name in new.documents if name not in old.documents) or new.documents
        sentence = more_chains(subject(new), was, now, tellers.of(added))
        about: Any = {what: new.id}
        yield development(f"{what}.chains", sentence, documents=documents, before=_bounds(was), after=_bounds(now), **about)  # type: ignore[arg-type]
    if isinstance(old, Event) and isinstance(new, Event):
        yield from figure_developments(old, new, tellers)


def _bounds(found: tuple[int, int]) -> Facts:
    return {"chains_min": found[0], "chains_max": found[1]}
