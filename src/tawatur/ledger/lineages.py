"""What became of groups: events by their mentions, claims by their statements. Ids may change when groups join or part; members stay."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tawatur.model import Record

Groups = Mapping[str, Iterable[str]]
"""Members by the id of their group; a member is in one group at most."""


class Lineage(Record, frozen=True):
    """The groups before and after that hang together by their members. `heir` is the pair that shares most, where one is what became
    of the other: a group that nothing shares its members with has none, nor have several that became several."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    heir: tuple[str, str] | None


def lineages(before: Groups, after: Groups) -> Iterator[Lineage]:
    """All groups, each in one lineage, in the order of the ids."""
    shared = _shared(before, after)
    ties: dict[tuple[bool, str], set[tuple[bool, str]]] = defaultdict(set)
    for old, new in shared:
        ties[False, old].add((True, new))
        ties[True, new].add((False, old))
    done: set[tuple[bool, str]] = set()
    for node in sorted({*((True, name) for name in after), *((False, name) for name in before)}, key=lambda node: (node[1], node[0])):
        if node not in done:
            together = _reached(node, ties)
            done |= together
            yield _lineage(together, shared)


def _shared(before: Groups, after: Groups) -> Counter[tuple[str, str]]:
    """How many members each two groups have in common."""
    home = {member: name for name, members in before.items() for member in members}
    return Counter((home[member], name) for name, members in after.items() for member in members if member in home)


def _reached(start: tuple[bool, str], ties: Mapping[tuple[bool, str], set[tuple[bool, str]]]) -> set[tuple[bool, str]]:
    reached, waiting = {start}, [start]
    while waiting:
        new = ties.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return reached


def _lineage(together: set[tuple[bool, str]], shared: Counter[tuple[str, str]]) -> Lineage:
    old = tuple(sorted(name for is_new, name in together if not is_new))
    new = tuple(sorted(name for is_new, name in together if is_new))
    pairs = [(one, other) for one in old for other in new if shared[one, other]] if 1 in (len(old), len(new)) else []
    heir = min(pairs, key=lambda pair: (-shared[pair], pair[0] != pair[1], pair), default=None)
    return Lineage(old, new, heir)
