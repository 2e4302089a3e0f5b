"""How far people agree who judged the same, each without regard to whose word holds in the end."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, permutations

from tawatur.model import Judgement, Record
from tawatur.reconciling.rulings import PAIRING, field_and_value, in_force, objects, pairs, settled_pairs
from tawatur.reconciling.settlements import way_of

Matter = tuple[str, ...]
"""What is judged: a pair, a thing, or what two accounts disagree on."""


class Agreement(Record, frozen=True):
    """Over `matters` judged by several of `people`: the share of pairs of people that say the same, averaged over the matters, and
    Krippendorff's alpha for nominal data, which leaves out what would agree by chance. Alpha is None where everybody says one thing."""

    matters: int
    people: int
    share: float
    alpha: float | None


def agreement(judgements: Iterable[Judgement]) -> Agreement | None:
    """None where nothing was judged by two. Of what somebody judged twice, the last word counts; what is undone does not."""
    said: dict[Matter, dict[str, str]] = defaultdict(dict)
    for one in in_force(judgements):
        for matter, verdict in _verdicts(one):
            said[matter][one.by] = verdict
    rated = [list(by.values()) for by in said.values() if len(by) > 1]
    if not rated:
        return None
    people = {name for by in said.values() if len(by) > 1 for name in by}
    return Agreement(len(rated), len(people), sum(map(_share, rated)) / len(rated), alpha(rated))


def _verdicts(one: Judgement) -> Iterator[tuple[Matter, str]]:
    """What a judgement says of each matter that it is about."""
    if one.kind in PAIRING:
        yield from ((("pair", *pair), one.kind) for pair in pairs(one))
    elif one.kind == "settle":
        for pair, kind in settled_pairs(one):
            preferred = str(pair.index(one.subject)) if way_of(one) == "prefer" else ""
            yield ("settled", *pair, kind), f"{way_of(one)}{preferred}"
    elif one.kind == "value":
        yield ("thing", one.subject), "=".join(field_and_value(one))
    else:
        yield from ((("thing", name), one.kind) for name in (one.subject, *objects(one)))


def _share(verdicts: Sequence[str]) -> float:
    told = list(combinations(verdicts, 2))
    return sum(one == other for one, other in told) / len(told)


def alpha(rated: Iterable[Sequence[str]]) -> float | None:
    """Krippendorff's alpha of verdicts by matter, each of two or more (Computing Krippendorff's Alpha-Reliability, 2011)."""
    observed = 0.0
    number_of: Counter[str] = Counter()
    for verdicts in rated:
        number_of.update(verdicts)
        observed += sum(one != other for one, other in permutations(verdicts, 2)) / (len(verdicts) - 1)
    total = number_of.total()
    expected = (total**2 - sum(number**2 for number in number_of.values())) / (total - 1)
    return 1 - observed / expected if expected else None
