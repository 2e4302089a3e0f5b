"""Blocks: things that share a key at overlapping times, found by a join in SQL."""

from collections.abc import Iterable, Iterator
from sqlite3 import Connection

from tawatur.reconciling.ids import number_of

Span = tuple[int, int]
"""First and last day, as proleptic ordinals."""

_SHORT = 20
"""Days that most spans last at most. Longer ones stand apart, so that the search for short ones can begin a few days back."""

_TABLES = """
    CREATE TABLE {name} (
        key INTEGER NOT NULL, is_long INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, thing INTEGER NOT NULL,
        PRIMARY KEY (key, is_long, first, thing)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX {name}_thing ON {name} (thing);
"""
_SHARING = """
    SELECT there.thing FROM {name} AS here JOIN {within} AS there ON there.key = here.key AND there.is_long = 0
        AND there.first BETWEEN here.first - {short} AND here.last AND there.last >= here.first
    WHERE here.thing = ?1 AND there.thing != ?1
    UNION
    SELECT there.thing FROM {name} AS here JOIN {within} AS there ON there.key = here.key AND there.is_long = 1
        AND there.first <= here.last AND there.last >= here.first
    WHERE here.thing = ?1 AND there.thing != ?1
"""


class Blocks:
    """Keys of things, each with the days for which it holds, in one table."""

    def __init__(self, connection: Connection, name: str) -> None:
        self.connection = connection
        self.name = name
        self.tables = (name,)

    def create(self) -> None:
        for statement in _TABLES.format(name=self.name).split(";"):
            self.connection.execute(statement)

    def put(self, thing: int, keys: Iterable[tuple[str, ...]], days: Span) -> None:
        """Sets down the keys under which a thing is to be found."""
        is_long = int(days[1] - days[0] > _SHORT)
        rows = ((number_of(*key), is_long, *days, thing) for key in keys)
        self.connection.executemany(f"INSERT OR IGNORE INTO {self.name} VALUES (?, ?, ?, ?, ?)", rows)

    def remove(self, thing: int) -> None:
        self.connection.execute(f"DELETE FROM {self.name} WHERE thing = ?", (thing,))

    def sharing(self, thing: int, within: "Blocks | None" = None) -> Iterator[int]:
        """The other things, here or in another table, that share a key with it on a day that both hold."""
        query = _SHARING.format(name=self.name, within=(within or self).name, short=_SHORT)
        for (other,) in self.connection.execute(query, (thing,)):
            yield other
