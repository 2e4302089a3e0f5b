"""How many independent chains of transmission stand behind something, at least and at most, and why.

At most: accounts are independent unless shown to be one. At least: they are one unless shown to be several.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

import msgspec

from tawatur.model import Merge
from tawatur.reconciling.accounts import Account, surname
from tawatur.reconciling.clustering import Groups
from tawatur.reconciling.explanations import Text, named, wording
from tawatur.reconciling.parties import speaks_for

Ask = Callable[[Account], tuple[str, ...]]


class Chains(msgspec.Struct, frozen=True):
    """`least` and `most` independent chains; 1 <= least <= most for any account at all. `merges` are the reasons."""

    least: int
    most: int
    merges: tuple[Merge, ...] = ()


def chains(accounts: Iterable[Account]) -> Chains:
    """Counts the chains behind a set of accounts."""
    known = sorted({(a.id, a.origin, a.relays): a for a in accounts}.values(), key=lambda a: (a.document, a.id, a.origin, a.relays))
    if not known:
        return Chains(0, 0)
    groups: Groups[int] = Groups(range(len(known)))
    merges = list(_join_equal(known, groups))
    merges += _absorb(known, groups, _index(known, _member_of), _body, wording("reason.member"))
    merges += _absorb(known, groups, _index(known, _came_through), _rests_on, wording("reason.through"))
    most = len(groups.all())
    return Chains(min(most, _least(known)), most, tuple(merges))


def _join_equal(known: Sequence[Account], groups: Groups[int]) -> Iterator[Merge]:
    """Joins accounts that share one of their `_marks`; the reason is what they share."""
    first: dict[tuple[str, ...], int] = {}
    for number, one in enumerate(known):
        for mark, reason in _marks(one):
            other = first.setdefault(mark, number)
            if groups.join(other, number):
                yield Merge("chain", known[other].id, one.id, reason.both())


def _marks(one: Account) -> Iterator[tuple[tuple[str, ...], Text]]:
    """What shows that accounts are one: same person, body or paper; same nameless source in one text, outlet or agency; same relay."""
    match one.kind:
        case "person":
            yield ("person", one.origin), wording("reason.origin", who=named(one.name, one.origin))
            if one.organisation and surname(one):
                yield ("surname", one.organisation, surname(one)), wording("reason.origin", who=named(one.name, one.origin))
        case "body":
            yield ("body", one.origin), wording("reason.origin", who=named(one.name, one.origin))
        case "paper":
            yield ("paper", one.origin), wording("reason.paper", paper=one.name)
        case "anonymous":
            yield ("anonymous", one.home, one.origin), wording("reason.nameless_in_text", who=one.name)
            yield ("anonymous", one.relays[-1], one.origin), wording("reason.nameless_through", who=one.name)
        case "relay":
            yield ("relay", one.home), wording("reason.one_text")
            yield ("relay", one.relays[-1]), wording("reason.relay", who=named(one.name, one.relays[-1]))


def _absorb(known: Sequence[Account], groups: Groups[int], hosts: dict[str, list[int]], ask: Ask, reason: Text) -> Iterator[Merge]:
    """Joins an account that names nobody beyond X with the first account that came through X; a group is taken in once only."""
    standing = {number for numbers in hosts.values() for number in numbers}
    settled = {groups.home(number) for number in standing}
    for number, one in enumerate(known):
        found = sorted({host for key in ask(one) for host in hosts.get(key, ())})
        if found and groups.home(number) not in settled:
            groups.join(found[0], number)
            settled.add(groups.home(number))
            yield Merge("chain", known[found[0]].id, one.id, reason.both())


def _index(known: Sequence[Account], keys: Ask) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(known):
        for key in keys(one):
            found[key].append(number)
    return found


def _member_of(one: Account) -> tuple[str, ...]:
    return (one.organisation,) if one.kind == "person" and one.organisation else ()


def _body(one: Account) -> tuple[str, ...]:
    return (one.origin,) if one.kind == "body" else ()


def _came_through(one: Account) -> tuple[str, ...]:
    return () if one.kind == "relay" else (*one.relays, f"in {one.home}")


def _rests_on(one: Account) -> tuple[str, ...]:
    return (f"in {one.home}", one.relays[-1]) if one.kind == "relay" else ()


def _least(known: Sequence[Account]) -> int:
    """Origins shown to be several: named ones of different bodies, and eyewitnesses beside officials."""
    bodies = _apart({one.organisation or one.origin for one in known if one.kind == "body" or (one.kind == "person" and one.organisation)})
    with_people = {one.organisation for one in known if one.kind == "person" and one.organisation}
    loners = {surname(one) or one.origin for one in known if one.kind == "person" and not one.organisation}
    named = len(bodies) + max(0, len(loners) - len(bodies - with_people))
    official = named or any(one.source == "official" for one in known)
    witness = any(one.source == "witness" for one in known)
    return max(1, named + (1 if witness and official and named else 0), 2 if witness and official else 1)


def _apart(bodies: Set[str]) -> set[str]:
    """The bodies without those that speak for another of them: an army beside its government is not shown to be a second source."""
    return {one for one in bodies if not (speaks_for(one) & bodies - {one})}
