"""What people decided: the judgements still in force, in a form that clustering can ask."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

import msgspec

from tawatur.model import Judgement
from tawatur.reconciling.clustering import Clusters
from tawatur.reconciling.explanations import Text, wording

Pair = tuple[str, str]

JUDGED = 1000.0
"""Weight of a tie that a person's judgement makes."""
PAIRING = ("same", "different")
"""The kinds of judgement that are about pairs of one thing."""
_LISTING = (*PAIRING, "right", "wrong")
"""The kinds that may be about several things at once."""


class Rulings(msgspec.Struct, frozen=True):
    """Judgements in force. `same` and `different` hold pairs of ids in order; `values` the last `value` by subject and field; `settling`
    the last `settle` on each pair of accounts, by either of them."""

    same: tuple[tuple[Pair, Judgement], ...] = ()
    different: frozenset[Pair] = frozenset()
    wrong: frozenset[str] = frozenset()
    values: dict[str, dict[str, str]] = {}
    right: frozenset[str] = frozenset()
    settling: dict[str, tuple[Judgement, ...]] = {}

    def parted(self, one: str, other: str) -> bool:
        """Whether someone decided that these are two."""
        return pair_of(one, other) in self.different

    def reason(self, one: str, other: str) -> Text | None:
        """Who decided that these are one, and why; None when nobody did."""
        found = next((judgement for pair, judgement in self.same if pair == pair_of(one, other)), None)
        return wording("reason.judged", who=found.by, why=found.why) if found else None


class LastWords(msgspec.Struct, frozen=True):
    """The judgements that hold, by what they are about: the pair of ids, or the id and, for values, its field.

    `settled` are those that settle, by the pair of accounts and the kind of disagreement, empty for any.
    """

    pairs: dict[Pair, Judgement]
    things: dict[str, dict[str, Judgement]]
    settled: dict[tuple[Pair, str], Judgement]

    def ids(self) -> set[str]:
        """The judgements that have the last word on anything."""
        about_things = {one.id for kept in self.things.values() for one in kept.values()}
        return about_things | {one.id for one in (*self.pairs.values(), *self.settled.values())}


def pair_of(one: str, other: str) -> Pair:
    return (one, other) if one <= other else (other, one)


def objects(judgement: Judgement) -> tuple[str, ...]:
    """What is judged beside the subject, or against it: `object`, then the JSON list of ids in `value`, where the kind has one."""
    if judgement.object is None or judgement.kind not in (*_LISTING, "settle"):
        return ()
    further = judgement.value if judgement.kind in _LISTING else None
    return (judgement.object, *(msgspec.json.decode(further, type=tuple[str, ...]) if further else ()))


def pairs(judgement: Judgement) -> Iterator[Pair]:
    """The subject with each object, for a judgement on which of them are one."""
    for other in objects(judgement) if judgement.kind in PAIRING else ():
        yield pair_of(judgement.subject, other)


def settled_pairs(judgement: Judgement) -> Iterator[tuple[Pair, str]]:
    """The accounts that a judgement names to settle what they disagree on, with the kind of disagreement, empty for any."""
    for other in objects(judgement) if judgement.kind == "settle" else ():
        yield pair_of(judgement.subject, other), field_and_value(judgement)[0]


def field_and_value(judgement: Judgement) -> tuple[str, str]:
    """`date=2020-03-14` is a field of a mention and its value; `10-15` the value of a figure, whose field has no name.

    So with what settles: `place=prefer` settles a disagreement of that kind, `prefer` any.
    """
    field, _, value = (judgement.value or "").rpartition("=")
    return field, value


def moment(judgement: Judgement) -> datetime:
    """When it was decided; UTC where it does not say."""
    at = datetime.fromisoformat(judgement.at)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Each judgement once, oldest first."""
    return sorted({judgement.id: judgement for judgement in judgements}.values(), key=lambda judgement: (moment(judgement), judgement.id))


def rulings(judgements: Iterable[Judgement]) -> Rulings:
    """The judgements in force: undone ones are left out (an undo may be undone), and the last word on a pair or id holds.

    The value of a figure is written `12`, `10-15` or `10-`; that of a mention `field=value` (fields: date, type, modality, mode).
    """
    last = last_words(judgements)
    words = [one for kept in last.things.values() for one in kept.values()]
    values: dict[str, dict[str, str]] = defaultdict(dict)
    for one in words:
        if one.kind == "value":
            field, value = field_and_value(one)
            values[one.subject][field] = value
    return Rulings(
        same=tuple((pair, one) for pair, one in sorted(last.pairs.items(), key=lambda item: item[0]) if one.kind == "same"),
        different=frozenset(pair for pair, one in last.pairs.items() if one.kind == "different"),
        wrong=frozenset(name for name, kept in last.things.items() if _WHOLE in kept and kept[_WHOLE].kind == "wrong"),
        values=dict(values),
        right=frozenset(name for name, kept in last.things.items() if kept and all(one.kind != "wrong" for one in kept.values())),
        settling=_by_account(last.settled.values()),
    )


def _by_account(settling: Iterable[Judgement]) -> dict[str, tuple[Judgement, ...]]:
    found: dict[str, list[Judgement]] = defaultdict(list)
    for one in settling:
        for name in (one.subject, *objects(one)):
            found[name].append(one)
    return {name: tuple(listed) for name, listed in found.items()}


def last_words(judgements: Iterable[Judgement]) -> LastWords:
    """Which judgement in force holds for each pair and each thing.

    «Wrong» and «right» speak of the whole thing, as it was read: they end what was said of it before, values too. A value ends an earlier
    value of the same field, and «wrong» or «right» said before it.
    """
    last = LastWords({}, defaultdict(dict), {})
    for judgement in in_force(judgements):
        if judgement.kind in PAIRING:
            last.pairs.update(dict.fromkeys([*pairs(judgement), *_implied(judgement, last)], judgement))
        elif judgement.kind == "value":
            last.things[judgement.subject].pop(_WHOLE, None)
            last.things[judgement.subject][field_and_value(judgement)[0]] = judgement
        elif judgement.kind == "settle":
            last.settled.update(dict.fromkeys(settled_pairs(judgement), judgement))
        else:
            last.things.update({name: {_WHOLE: judgement} for name in (judgement.subject, *objects(judgement))})
    return last


_WHOLE = "*"


def _implied(judgement: Judgement, last: LastWords) -> list[Pair]:
    """The pairs told apart before among what is said to be all the same."""
    if judgement.kind != "same":
        return []
    together = {judgement.subject, *objects(judgement)}
    return [pair for pair, one in last.pairs.items() if one.kind == "different" and together.issuperset(pair)]


def undone_by(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """The undo, itself in force, that takes back each judgement that is taken back."""
    found: dict[str, Judgement] = {}
    for judgement in reversed(in_order(judgements)):
        if judgement.kind == "undo" and judgement.id not in found:
            found[judgement.subject] = judgement
    return found


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Judgements that no later undo, itself in force, takes back; oldest first."""
    ordered = in_order(judgements)
    undone = undone_by(ordered)
    return [judgement for judgement in ordered if judgement.id not in undone and judgement.kind != "undo"]


def judged(at: dict[str, int], name: Callable[[int], str], rulings: Rulings, clusters: Clusters) -> list[tuple[int, int]]:
    """Joins what people said is the same, latest first, unless that would join what they said is different; gives the pairs."""
    joins = []
    for (one, other), _ in sorted(rulings.same, key=lambda item: (moment(item[1]), item[1].id), reverse=True):
        if one not in at or other not in at:
            continue
        ours, theirs = clusters.members[clusters.home[at[one]]], clusters.members[clusters.home[at[other]]]
        if any(rulings.parted(name(i), name(j)) for i in ours for j in theirs):
            continue
        if clusters.join(at[one], at[other], bound=True):
            joins.append((at[one], at[other]))
    return joins
