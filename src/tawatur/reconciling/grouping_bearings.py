"""Which statements bear on which events, brought up to date for the statements near what changed."""

from collections.abc import Iterable, Sequence
from sqlite3 import Connection

from tawatur.reconciling.bearings import days_of_bearing, events_of, is_about_events, keys_of_mention, keys_of_statement
from tawatur.reconciling.blocks import Blocks
from tawatur.reconciling.features import MentionFeatures, StatementFeatures
from tawatur.reconciling.grouping_claims import ClaimGroups
from tawatur.reconciling.grouping_events import EventGroups
from tawatur.reconciling.ids import number_of, parted, statement_number
from tawatur.reconciling.rejudging import Accounts, Rejudged
from tawatur.reconciling.shelf import Shelf


class Bearings:
    """Once `update` has run, `touched` are the events that a statement began or ceased to bear on, `rebound` these statements."""

    def __init__(self, connection: Connection, shelf: Shelf, events: EventGroups, claims: ClaimGroups) -> None:
        self.connection = connection
        self.shelf = shelf
        self.groups = events
        self.claims = claims
        self.said = Blocks(connection, "said_keys")
        self.told = Blocks(connection, "told_keys")
        self.touched: set[str] = set()
        self.rebound: set[int] = set()

    @property
    def tables(self) -> tuple[str, ...]:
        return (*self.said.tables, *self.told.tables)

    def create(self) -> None:
        self.said.create()
        self.told.create()

    def forget(self, changed: set[str], judged: Accounts) -> set[int]:
        """Drops what is known of the documents and of what is judged otherwise, before they are regrouped; gives the statements that
        their mentions were near."""
        near: set[int] = set()
        own = set(judged.statements)
        told = set(judged.mentions)
        for document in changed:
            told.update(self.groups.partition.things_of(document))
            own.update(parted(thing)[0] for thing in self.claims.partition.things_of(document))
        for thing in told:
            near.update(self.told.sharing(thing, self.said))
            self.told.remove(thing)
        for statement in own:
            self.said.remove(statement)
            self._set(statement, set())
        return near - own

    def update(self, present: Sequence[str], near: set[int], regrouped: set[str], gone: set[str], judged: Rejudged) -> None:
        """Looks anew at the statements of the documents, at those near them, and at those near the mentions of regrouped events."""
        for document in present:
            self._put(self.shelf.mentions_of(document), self.shelf.statements_of(document))
        mentions = [self.shelf.mention(number) for number in sorted(judged.regrouped.mentions) if self.shelf.has_mention(number)]
        statements = [self.shelf.statement(number) for number in sorted(judged.regrouped.statements) if self.shelf.has_statement(number)]
        self._put(mentions, statements)
        waiting = set(near)
        for event in gone:
            waiting.update(self._bearing(event))
        around = {*present, *judged.documents} if any(judged.regrouped) else set(present)
        if not self.shelf.holds_only(present):
            for event in regrouped:
                for thing in self.groups.partition.members(event):
                    waiting.update(self.told.sharing(thing, self.said))
                around |= self.groups.partition.documents(event)
        for document in (*present, *sorted(around.difference(present))):
            for one in self.shelf.statements_of(document):
                self._set(statement_number(one.id), self._events_of(one))
        for statement in sorted(waiting):
            self._set(statement, self._events_of(self.shelf.statement(statement)))

    def _put(self, mentions: Iterable[MentionFeatures], statements: Iterable[StatementFeatures]) -> None:
        for mention in mentions:
            days = days_of_bearing(mention)
            if days is not None:
                self.told.put(number_of(mention.id), ((key,) for key in keys_of_mention(mention)), days)
        for statement in statements:
            if statement.day is not None and is_about_events(statement):
                self.said.put(
                    statement_number(statement.id), ((key,) for key in keys_of_statement(statement)), (statement.day, statement.day)
                )

    def _events_of(self, statement: StatementFeatures) -> set[str]:
        near = map(self.shelf.mention, self.said.sharing(statement_number(statement.id), self.told))
        own = self.shelf.mentions_of(statement.document) if is_about_events(statement) else ()
        return events_of(statement, own, near, self.groups.event_of)

    def _set(self, statement: int, events: set[str]) -> None:
        former = {event for (event,) in self.connection.execute("SELECT event FROM bears_on WHERE statement = ?", (statement,))}
        if former != events:
            self.touched |= former | events
            self.rebound.add(statement)
            self.connection.execute("DELETE FROM bears_on WHERE statement = ?", (statement,))
            self.connection.executemany("INSERT INTO bears_on VALUES (?, ?)", ((statement, event) for event in events))

    def _bearing(self, event: str) -> list[int]:
        return [statement for (statement,) in self.connection.execute("SELECT statement FROM bears_on WHERE event = ?", (event,))]

    def on(self, event: str) -> list[StatementFeatures]:
        """The statements that bear on an event, by id."""
        return sorted(map(self.shelf.statement, self._bearing(event)), key=lambda one: one.id)

    def events(self, statement: str) -> tuple[str, ...]:
        """The events that a statement bears on."""
        rows = self.connection.execute("SELECT event FROM bears_on WHERE statement = ? ORDER BY event", (statement_number(statement),))
        return tuple(event for (event,) in rows)

    def by_any(self, statements: Iterable[int]) -> set[str]:
        """The events that any of the statements bears on."""
        found: set[str] = set()
        for statement in statements:
            found.update(event for (event,) in self.connection.execute("SELECT event FROM bears_on WHERE statement = ?", (statement,)))
        return found
