"""Things in groups: the ties between them, how far a change reaches, and which groups are others than before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from sqlite3 import Connection
from typing import NamedTuple

_TABLES = """
    CREATE TABLE {name}_ties (one INTEGER NOT NULL, other INTEGER NOT NULL, weight REAL NOT NULL, PRIMARY KEY (one, other))
    STRICT, WITHOUT ROWID;
    CREATE TABLE {name}_groups (thing INTEGER PRIMARY KEY, document TEXT NOT NULL, name TEXT NOT NULL) STRICT;
    CREATE INDEX {name}_groups_name ON {name}_groups (name);
    CREATE INDEX {name}_groups_document ON {name}_groups (document);
    CREATE TABLE {name}_joins (
        one INTEGER NOT NULL, other INTEGER NOT NULL, name TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (one, other)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX {name}_joins_name ON {name}_joins (name);
"""


Groups = Mapping[str, Sequence[tuple[int, str]]]
"""By the name of a group, its things, each with its document."""


class Detached(NamedTuple):
    """The things that were taken out, and the others that were tied to them."""

    things: list[int]
    neighbours: set[int]


class Partition:
    """Groups of numbered things, each thing of one document and in one group.

    Ties are kept from both ends. Groups are made within what ties hold together, so that a change reaches no farther.
    """

    def __init__(self, connection: Connection, name: str) -> None:
        self.connection = connection
        self.name = name
        self.tables = tuple(f"{name}_{part}" for part in ("ties", "groups", "joins"))
        self._disturbed: set[str] = set()
        self._former: set[str] = set()
        self._changed: set[str] = set()
        self.moved: set[str] = set()
        """Documents with a thing that is in a group of another name than before."""

    def create(self) -> None:
        for statement in _TABLES.format(name=self.name).split(";"):
            self.connection.execute(statement)

    def detach(self, things: Iterable[int]) -> Detached:
        """Takes things out of all ties and groups."""
        own = sorted(set(things))
        neighbours: set[int] = set()
        for thing in own:
            neighbours |= self.untie(thing)
            self._disturbed.update(filter(None, [self.group_of(thing)]))
        self._run(f"DELETE FROM {self.name}_joins WHERE one = ?", ((thing,) for thing in own))
        self._run(f"DELETE FROM {self.name}_groups WHERE thing = ?", ((thing,) for thing in own))
        return Detached(own, neighbours.difference(own))

    def untie(self, thing: int) -> set[int]:
        """Takes away all ties of a thing; gives what it was tied to."""
        tied = {other for other, _ in self.ties(thing)}
        self._run(f"DELETE FROM {self.name}_ties WHERE one = ? AND other = ?", ((other, thing) for other in tied))
        self._run(f"DELETE FROM {self.name}_ties WHERE one = ?", [(thing,)])
        return tied

    def tie(self, one: int, other: int, weight: float) -> None:
        self._run(f"INSERT OR REPLACE INTO {self.name}_ties VALUES (?, ?, ?)", ((one, other, weight), (other, one, weight)))

    def ties(self, thing: int) -> list[tuple[int, float]]:
        return self.connection.execute(f"SELECT other, weight FROM {self.name}_ties WHERE one = ?", (thing,)).fetchall()

    def components(self, things: Iterable[int]) -> Iterator[list[int]]:
        """Everything that ties hold together with each of the things, each component once."""
        seen: set[int] = set()
        for thing in things:
            if thing not in seen:
                component = self._reached(thing)
                seen |= component
                yield sorted(component)

    def _reached(self, thing: int) -> set[int]:
        reached, waiting = {thing}, [thing]
        while waiting:
            for other, _ in self.ties(waiting.pop()):
                if other not in reached:
                    reached.add(other)
                    waiting.append(other)
        return reached

    def settle(self, component: Sequence[int], groups: Groups, joins: Iterable[tuple[int, int]], renewed: set[int]) -> None:
        """Puts the things of a component into these groups. `joins` are the pairs that made them, `renewed` things others than before."""
        former: dict[str, set[int]] = {}
        for thing in component:
            name = self.group_of(thing)
            if name is not None:
                former.setdefault(name, set()).add(thing)
        self._former |= former.keys()
        pairs = _by_group(groups, joins)
        for name, members in groups.items():
            things, stayed = {thing for thing, _ in members}, former.get(name, set())
            if stayed != things or things & renewed or pairs.get(name, []) != self.joins(name):
                self._changed.add(name)
            self.moved.update(document for thing, document in members if thing not in stayed)
        self._write(component, groups, pairs)

    def _write(self, component: Sequence[int], groups: Groups, pairs: Mapping[str, list[tuple[int, int]]]) -> None:
        self._run(f"DELETE FROM {self.name}_joins WHERE one = ?", ((thing,) for thing in component))
        rows = ((*pair, name, place) for name, found in pairs.items() for place, pair in enumerate(found))
        self._run(f"INSERT INTO {self.name}_joins VALUES (?, ?, ?, ?)", rows)
        self._run(f"DELETE FROM {self.name}_groups WHERE thing = ?", ((thing,) for thing in component))
        members = ((thing, document, name) for name, found in groups.items() for thing, document in found)
        self._run(f"INSERT INTO {self.name}_groups VALUES (?, ?, ?)", members)

    def joins(self, name: str) -> list[tuple[int, int]]:
        """The pairs that made a group, in the order in which they were joined."""
        return self.connection.execute(f"SELECT one, other FROM {self.name}_joins WHERE name = ? ORDER BY place", (name,)).fetchall()

    def outcome(self) -> tuple[set[str], set[str]]:
        """Names of the groups that are new or others than before, and of those that are no more."""
        before = self._disturbed | self._former
        gone = {name for name in before if not self.members(name)}
        return (self._changed | self._disturbed) - gone, gone

    def group_of(self, thing: int) -> str | None:
        row = self.connection.execute(f"SELECT name FROM {self.name}_groups WHERE thing = ?", (thing,)).fetchone()
        return row[0] if row else None

    def things_of(self, document: str) -> list[int]:
        return [thing for (thing,) in self.connection.execute(f"SELECT thing FROM {self.name}_groups WHERE document = ?", (document,))]

    def between(self, first: int, last: int) -> list[int]:
        """The things with numbers from the first to the last."""
        return [
            thing
            for (thing,) in self.connection.execute(f"SELECT thing FROM {self.name}_groups WHERE thing BETWEEN ? AND ?", (first, last))
        ]

    def groups_in(self, document: str) -> list[str]:
        return [
            name for (name,) in self.connection.execute(f"SELECT DISTINCT name FROM {self.name}_groups WHERE document = ?", (document,))
        ]

    def members(self, name: str) -> list[int]:
        return [thing for (thing,) in self.connection.execute(f"SELECT thing FROM {self.name}_groups WHERE name = ?", (name,))]

    def documents(self, name: str) -> set[str]:
        return {document for (document,) in self.connection.execute(f"SELECT document FROM {self.name}_groups WHERE name = ?", (name,))}

    def _run(self, sql: str, rows: Iterable[tuple[int | float | str, ...]]) -> None:
        self.connection.executemany(sql, rows)


def _by_group(groups: Groups, joins: Iterable[tuple[int, int]]) -> dict[str, list[tuple[int, int]]]:
    home = {thing: name for name, members in groups.items() for thing, _ in members}
    found: dict[str, list[tuple[int, int]]] = {}
    for one, other in joins:
        found.setdefault(home[one], []).append((one, other))
    return found
