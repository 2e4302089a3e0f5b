"""Claims brought up to date: assertions are compared within their neighbourhood, and those that ties hold together make matters."""

from collections.abc import Iterable, Iterator
from sqlite3 import Connection

from tawatur.model import Merge
from tawatur.reconciling.assembling import canonical
from tawatur.reconciling.blocks import Span
from tawatur.reconciling.claims import Tie, cluster_tied, keys, merge_of, tie_of
from tawatur.reconciling.features import StatementFeatures
from tawatur.reconciling.grouping import Grouping, Put
from tawatur.reconciling.ids import assertion_number, assertion_numbers, content_id, parted, statement_number
from tawatur.reconciling.matters import WINDOW, Assertion, assertions
from tawatur.reconciling.rulings import Rulings
from tawatur.reconciling.shelf import Shelf

_EVER: Span = (0, 4_000_000)


def _puts(statement: StatementFeatures) -> Iterator[Put]:
    days = (statement.day, statement.day + WINDOW) if statement.day is not None else _EVER
    for part, assertion in enumerate(assertions([statement])):
        yield Put(assertion_number(statement_number(statement.id), part), keys(assertion), days)


class ClaimGroups(Grouping[Assertion]):
    """Every assertion is in one group, its matter. A statement belongs to the claim of the matter of its first assertion.

    Once `update` has run, `reclaimed` are the statements whose claim is another than before, `touched` the claims that they left or joined.
    """

    def __init__(self, connection: Connection, shelf: Shelf, rules: Rulings) -> None:
        super().__init__(connection, shelf, rules, "matter")
        self.reclaimed: set[int] = set()
        self.touched: set[str] = set()

    def claim_of(self, statement: str) -> str | None:
        return self._claim(statement_number(statement))

    def _claim(self, number: int) -> str | None:
        row = self.connection.execute("SELECT claim FROM claim_of WHERE statement = ?", (number,)).fetchone()
        return row[0] if row else None

    def leave(self, thing: int) -> None:
        self._set_claim(parted(thing)[0], None)

    def things_of(self, document: str) -> Iterator[Put]:
        for statement in self.shelf.statements_of(document):
            yield from _puts(statement)

    def things_in(self, account: int) -> Iterator[Put]:
        if self.shelf.has_statement(account):
            yield from _puts(self.shelf.statement(account))

    def grouped(self, account: int) -> list[int]:
        return self.partition.between(*assertion_numbers(account))

    def thing(self, number: int) -> Assertion:
        statement, part = parted(number)
        said = self.shelf.statement(statement)
        return Assertion(said, said.propositions[part] if said.propositions else None)

    def weigh(self, one: Assertion, other: Assertion) -> float | None:
        return tie_of(one, other)

    def judged(self, identifier: str) -> int | None:
        number = statement_number(identifier)
        return number if self.shelf.has_statement(number) else None

    def settle(self, component: list[int], fresh: set[int]) -> None:
        numbers = sorted(component, key=lambda number: (self.thing(number).statement.id, number))
        said = [self.thing(number) for number in numbers]
        clusters, joins = cluster_tied(said, (Tie(*tie) for tie in self.ties_among(numbers)), self.rules)
        groups = {}
        for members in clusters:
            name = content_id("matter", said[members[0]].statement.id, str(parted(numbers[members[0]])[1]))
            groups[name] = [(numbers[i], said[i].statement.document) for i in members]
            self._claim_together([said[i].statement for i in members if said[i].is_first])
        self.partition.settle(component, groups, ((numbers[i], numbers[j]) for i, j in joins), fresh)

    def _claim_together(self, own: list[StatementFeatures]) -> None:
        """Statements that say one thing are a claim; so is one alone when the packs know what it asserts."""
        ordered = canonical(own)
        is_claim = len(own) > 1 or any(statement.propositions for statement in own)
        claim = content_id("claim", ordered[0].id) if is_claim else None
        for statement in own:
            self._set_claim(statement_number(statement.id), claim)

    def _set_claim(self, number: int, claim: str | None) -> None:
        former = self._claim(number)
        if former == claim:
            return
        self.reclaimed.add(number)
        self.touched.update(filter(None, (former, claim)))
        if claim is None:
            self.connection.execute("DELETE FROM claim_of WHERE statement = ?", (number,))
        else:
            self.connection.execute("INSERT OR REPLACE INTO claim_of VALUES (?, ?)", (number, claim))

    def claims_of(self, statements: Iterable[int]) -> set[str]:
        return {claim for number in statements if (claim := self._claim(number)) is not None}

    def told_in(self, matters: Iterable[str]) -> set[int]:
        """The statements that speak of any of the matters."""
        return {parted(number)[0] for matter in matters for number in self.partition.members(matter)}

    def matters_of(self, statements: Iterable[int]) -> set[str]:
        """The matters that any assertion of these statements belongs to."""
        found = set()
        for statement in statements:
            for part in range(max(1, len(self.shelf.statement(statement).propositions))):
                found.add(self.partition.group_of(assertion_number(statement, part)))
        return {name for name in found if name is not None}

    def statements(self, claim: str) -> list[StatementFeatures]:
        """The statements of a claim, in the order in which they were made."""
        rows = self.connection.execute("SELECT statement FROM claim_of WHERE claim = ?", (claim,)).fetchall()
        return canonical([self.shelf.statement(number) for (number,) in rows])

    def matter(self, name: str) -> list[Assertion]:
        return [self.thing(number) for number in self._ordered(name)]

    def _ordered(self, name: str) -> list[int]:
        return sorted(self.partition.members(name), key=lambda number: (self.thing(number).statement.id, number))

    def merges(self, claim: str, first: str) -> Iterator[Merge]:
        """Why the statements of a claim are one; `first` is one of them."""
        for one, other in self.partition.joins(self.partition.group_of(statement_number(first)) or ""):
            if claim == self._claim(parted(one)[0]) == self._claim(parted(other)[0]):
                yield merge_of(self.thing(one), self.thing(other), self.rules)
