"""Whether two chains are shown to be two: their origins speak for bodies without a tie, or one saw what the other has from his office."""

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache, lru_cache

import msgspec

from tawatur.packs.tables import table_rows
from tawatur.reconciling.accounts import Account
from tawatur.reconciling.explanations import Text, named, wording
from tawatur.reconciling.parties import Party, entities, is_distinct, listed_name, name_stems, related, speaks_for
from tawatur.reconciling.persons import is_full_name, is_office, surname
from tawatur.reconciling.words import name_words

_OF_STATES = frozenset(("government", "ministry", "military", "police", "security", "judiciary", "parliament", "country"))
_ARMED = frozenset(("armed_group",))


class Voice(msgspec.Struct, frozen=True):
    """Who stands at the origin of one chain: the bodies that speak, the people who speak for nobody known, and what the nameless know."""

    bodies: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...]
    surnames: frozenset[str]
    knows: frozenset[str]


def voice(accounts: Iterable[Account]) -> Voice | None:
    """The voice of accounts that are one chain; None where nobody stands out among them."""
    accounts = list(accounts)
    bodies = {one.organisation: one.body for one in accounts if one.organisation}
    people = {one.origin: one.name for one in accounts if one.kind == "person" and _is_somebody(one)}
    bodies |= {key: listed_name(key) for person in people for key in _own_bodies(person)}
    surnames = frozenset(surname(one.name) for one in accounts if one.origin in people)
    found = Voice(tuple(sorted(bodies.items())), tuple(sorted(people.items())), surnames, frozenset(_knows(accounts)))
    return found if bodies or people or found.knows else None


def _is_somebody(one: Account) -> bool:
    """Whether it is surely a person's name: listed, or of a given name and more."""
    return one.origin in entities() or (is_full_name(one.name) and not is_office(one.name))


def _own_bodies(person: str) -> Iterator[str]:
    """The bodies that a listed person speaks for. Who belongs to a party at most may hold an office of his state as well."""
    entity = entities().get(person)
    if entity:
        yield from entity.parents
        if entity.country and all(_kind(parent) == "party" for parent in entity.parents):
            yield entity.country


def _knows(accounts: Iterable[Account]) -> Iterator[str]:
    for one in accounts:
        if one.source:
            yield one.source
        elif one.organisation and one.kind in ("person", "body") and _kind(one.organisation) in _OF_STATES | _ARMED:
            yield "official"


def apart(one: Voice, other: Voice) -> Text | None:
    """Why the two are shown to be two sources, if they are."""
    if one.bodies and other.bodies:
        return _unrelated(one, other)
    if _is_witness_beside(one, other) or _is_witness_beside(other, one):
        return wording("reason.witness")
    if one.people and other.people and not one.surnames & other.surnames:
        return wording("reason.people", one=_who(one), other=_who(other))
    return None


def _is_witness_beside(one: Voice, other: Voice) -> bool:
    return one.knows == {"witness"} and not one.bodies and not one.people and "official" in other.knows and "witness" not in other.knows


def _unrelated(one: Voice, other: Voice) -> Text | None:
    if any(may_be_one(ours, theirs) for ours, _ in one.bodies for theirs, _ in other.bodies):
        return None
    return wording("reason.unrelated", one=_who(one), other=_who(other))


def _who(one: Voice) -> Text:
    """The person or body that speaks, the person with the body in parentheses."""
    people, bodies = [[named(name, key) for key, name in parties[:1]] for parties in (one.people, one.bodies)]
    if people and bodies:
        return Text(f"{people[0].ar} ({bodies[0].ar})", f"{people[0].en} ({bodies[0].en})")
    return (people or bodies)[0]


@lru_cache(maxsize=50_000)
def may_be_one(one: str, other: str) -> bool:
    """Whether two bodies have a tie: one name, one above the other or above both, arms of what may be one state, or no name to tell."""
    if speaks_for(one) & speaks_for(other) or related(Party(one, listed_name(one)), Party(other, listed_name(other))):
        return True
    if _kind(one) in _OF_STATES and _kind(other) in _OF_STATES:
        ours, theirs = _states_of(one), _states_of(other)
        return not ours or not theirs or bool(ours & theirs)
    return not _is_telling(one, other) or not _is_telling(other, one)


def _is_telling(key: str, beside: str) -> bool:
    """Whether a name is enough to tell a body from another: «الفصائل» is not, «الجيش» is from what is no arm of a state."""
    words = listed_name(key)
    if key in entities() or (len(words.split()) > 1 and is_distinct(Party(key, words))):
        return True
    return _kind(key) in _OF_STATES and _kind(beside) not in ("", *_OF_STATES) and not name_stems(words) & name_stems(listed_name(beside))


def _kind(key: str) -> str:
    """The kind that the packs give a body, or that the first word of its name tells."""
    entity = entities().get(key)
    if entity:
        return entity.kind
    first = listed_name(key).split()[:1]
    return _heads().get(first[0], "") if first else ""


@cache
def _heads() -> dict[str, str]:
    """By the stem of a word that heads the names of bodies («وزارة»), the kind of such bodies."""
    found: dict[str, str] = {}
    for row in table_rows("bodies"):
        for form in (form for cell in row.list("noun") for form in cell.split("/")):
            stems = name_words(form)
            if len(stems) == 1:
                found.setdefault(stems[0], row.get("kind"))
    return found


def _states_of(key: str) -> frozenset[str]:
    entity = entities().get(key)
    own = frozenset((entity.country,)) if entity and entity.country else frozenset[str]()
    return own | frozenset(above for above in speaks_for(key) if above in entities() and entities()[above].kind == "country")


def most_apart(near: Mapping[int, Set[int]]) -> list[int]:
    """A set of numbers of which no two are near, as large as taking them by how few others they are near makes it, in their order.

    The largest there is would take too long to find; as a lower bound, any set will do.
    """
    left, chosen = set(near), []
    degree = {one: len(others) for one, others in near.items()}
    while left:
        lonely = min(left, key=lambda one: (degree[one], one))
        chosen.append(lonely)
        gone = (near[lonely] | {lonely}) & left
        left -= gone
        for one in (other for number in gone for other in near[number] & left):
            degree[one] -= 1
    return sorted(chosen)
