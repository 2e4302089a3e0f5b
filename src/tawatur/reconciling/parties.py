"""People, bodies, groups and countries: the key each goes by, and whether two of them may be the same side."""

from functools import cache, lru_cache
from sys import intern

import msgspec

from tawatur.packs.tables import Row, all_tables, read_table, table_rows
from tawatur.reconciling.words import name_words, overlap, telling, words_of_kind

NAMELESS = "~"
"""First character of the id or key of a name that the packs do not know."""

_STATE = frozenset(("government", "military", "country", "police"))
_HALF = 0.5


class Party(msgspec.Struct, frozen=True):
    """A person, body, group or country as one text names it."""

    key: str
    name: str
    kind: str = ""


class Entity(msgspec.Struct, frozen=True):
    """What the packs say of an id: its names, what it belongs to, where it is."""

    ar: str
    en: str
    kind: str
    parents: tuple[str, ...]
    country: str
    admin1: str


@cache
def entities() -> dict[str, Entity]:
    """Everything in the packs that has an id and an English name."""
    found: dict[str, Entity] = {}
    for pack, source in all_tables():
        for row in read_table(pack, source):
            if row.get("id") and row.get("en"):
                found.setdefault(row.get("id"), _entity(row))
    return found


def _entity(row: Row) -> Entity:
    parents = tuple(part for column in ("parent", "of", "org", "organisation") for part in row.list(column))
    arabic = (row.list("ar") or row.list("noun") or [""])[0].split("/")[0].replace("+", " ")
    kind = {"countries": "country", "people": "person"}.get(row.table, row.get("kind"))
    if kind == "person" and row.get("body"):
        parents += (key_of(row.get("body"), None),)
    return Entity(arabic, row.list("en")[0], kind, parents, row.get("country").casefold(), row.get("admin1"))


@lru_cache(maxsize=50_000)
def key_of(name: str, identifier: str | None) -> str:
    """The id that the packs give, or else the stems of the name, so that spellings of one name share a key."""
    if identifier and not identifier.startswith(NAMELESS):
        return intern(identifier)
    stems = name_words(name)
    return intern(_known_bodies().get(frozenset(stems)) or NAMELESS + " ".join(stems))


@cache
def _known_bodies() -> dict[frozenset[str], str]:
    """By all stems of one of its names, or by those that tell it from others, the id of a body, where no other has the same."""
    found: dict[frozenset[str], set[str]] = {}
    for row in table_rows("actors"):
        for stems in map(name_words, row.list("ar")):
            for key in {frozenset(stems), telling(stems)} - {frozenset()}:
                found.setdefault(key, set()).add(row.get("id"))
    return {key: min(ids) for key, ids in found.items() if len(ids) == 1}


def is_anyone(name: str, identifier: str | None) -> bool:
    """Whether a name tells nobody from anybody: «طفل», «مدنيين», «آخرين»."""
    if identifier and not identifier.startswith(NAMELESS):
        return False
    return name_stems(name) <= words_of_kind("people")


def party(name: str, identifier: str | None, kind: str = "") -> Party:
    known = entities().get(identifier or "")
    if known and (not kind or (known.kind == "country" and name == known.ar)):
        kind = known.kind
    return Party(key_of(name, identifier), intern(name), intern(kind))


@lru_cache(maxsize=50_000)
def name_stems(name: str) -> frozenset[str]:
    return frozenset(name_words(name))


@lru_cache(maxsize=50_000)
def _ancestors(key: str) -> frozenset[str]:
    """The id itself, what it belongs to, and, for an arm of a state, the state."""
    known, above, waiting = entities(), {key}, [key]
    while waiting:
        entity = known.get(waiting.pop())
        if entity is None:
            continue
        up = entity.parents + ((entity.country,) if entity.kind in _STATE and entity.country else ())
        waiting += [parent for parent in up if parent not in above]
        above.update(up)
    return frozenset(above)


@cache
def _states() -> dict[str, str]:
    """By the stem of its name, adjective or capital, the id of a state."""
    found: dict[str, str] = {}
    for column in ("ar", "nisba", "capital_ar"):
        for row in table_rows("countries"):
            for words in map(name_words, row.list(column)):
                if len(words) == 1:
                    found.setdefault(words[0], row.get("id"))
    return found


@lru_cache(maxsize=50_000)
def speaks_for(key: str) -> frozenset[str]:
    """The key, what it belongs to, and the state that a capital or the name of an unknown body tells: Tehran is Iran."""
    entity, states = entities().get(key), _states()
    if key.startswith(NAMELESS):
        stems = key[1:].split()
        known = _known_bodies().get(telling(stems))
        return frozenset((key, *(states[stem] for stem in stems if stem in states), *([known] if known else [])))
    capital = name_words(entity.ar) if entity and not entity.parents else []
    return _ancestors(key) | ({states[capital[0]]} if len(capital) == 1 and capital[0] in states else frozenset())


def related(one: Party, other: Party) -> bool:
    """Whether two parties may be one: same key, one part of the other, or names that share what is telling in them.

    «القوات الأميركية» and «الولايات المتحدة» are related; two armed groups of one country are not.
    """
    if one.key == other.key or one.key in _ancestors(other.key) or other.key in _ancestors(one.key):
        return True
    if _are_apart(one, other):
        return False
    stems, others = name_stems(one.name), name_stems(other.name)
    return overlap(telling(stems), telling(others)) >= _HALF or (bool(stems) and stems == others)


def is_distinct(one: Party) -> bool:
    """Whether the name tells the body from others: «الجيش» or «القوات» alone does not."""
    return not one.key.startswith(NAMELESS) or bool(telling(name_stems(one.name)))


def one_side(one: Party, other: Party) -> bool:
    """Whether two parties stand for one side: related, or arms of one state."""
    return related(one, other) or bool(_state_of(one) & _state_of(other))


def _state_of(one: Party) -> frozenset[str]:
    """The states that an arm of a state, or a body unknown to the packs, belongs to."""
    return speaks_for(one.key) & frozenset(_states().values()) if one.kind in _STATE else frozenset()


def _are_apart(one: Party, other: Party) -> bool:
    """Whether the packs know both, and know them to be two."""
    known = entities()
    return one.key in known and other.key in known and not (_ancestors(one.key) & _ancestors(other.key) - {one.key, other.key})


def body(organisation: str) -> Party:
    """The body a statement's speaker belongs to: the field holds an id where the packs know it, else its name."""
    return party(organisation, organisation if organisation in entities() else None)


def listed_name(key: str) -> str:
    """The Arabic name that the packs have for a key, else the words that the key is made of."""
    entity = entities().get(key)
    return entity.ar if entity else key.removeprefix(NAMELESS)


def english(identifier: str | None, name: str) -> str:
    """The English name of a known id, else the name as written, in quotes."""
    entity = entities().get(identifier or "")
    return entity.en if entity else f"«{name}»"
