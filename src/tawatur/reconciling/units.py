"""What is made anew when something near it changed: the records of events and claims, and the disagreements of each unit.

A unit is what disagreements come of: an event, a matter that statements speak of, or one document.
"""

from collections.abc import Iterable, Iterator

from tawatur.model import Claim, Disagreement
from tawatur.reconciling.accounts import Account, account, account_of
from tawatur.reconciling.accusations import counter_accusations
from tawatur.reconciling.assembling import assemble
from tawatur.reconciling.chains import chains
from tawatur.reconciling.changes import Change, Gone, KeptClaim, KeptDisagreements, KeptEvent
from tawatur.reconciling.differences import Case, differences
from tawatur.reconciling.features import MentionFeatures, StatementFeatures
from tawatur.reconciling.figures import counts, figure_range
from tawatur.reconciling.flaws import source_errors
from tawatur.reconciling.grouping_bearings import Bearings
from tawatur.reconciling.grouping_claims import ClaimGroups
from tawatur.reconciling.grouping_events import EventGroups
from tawatur.reconciling.grouping_families import FamilyGroups
from tawatur.reconciling.ids import statement_number
from tawatur.reconciling.oppositions import Book, oppositions
from tawatur.reconciling.rejudging import Rejudged
from tawatur.reconciling.settlements import decided, settled
from tawatur.reconciling.shelf import Shelf

Told = MentionFeatures | StatementFeatures


class Units:
    """Makes records from what the groups hold now."""

    def __init__(self, shelf: Shelf, families: FamilyGroups, events: EventGroups, claims: ClaimGroups, bearings: Bearings) -> None:
        self.shelf = shelf
        self.rules = shelf.rules
        self.families = families
        self.events = events
        self.claims = claims
        self.bearings = bearings

    def made_anew(self, present: Iterable[str], regrouped: set[str], matters: set[str], judged: Rejudged) -> Iterator[Change]:
        """All records that follow from documents that came or are others than before, from events and matters regrouped, and from what is
        judged otherwise than before."""
        restless = {*present, *self._moved()}
        own = {number for document in restless for number in self.shelf.numbers_in(document)}
        moved = self.claims.reclaimed | self.bearings.rebound | judged.shown.statements
        others = {number for number in moved - own if self.shelf.has_statement(number)}
        said = own | others
        yield from self._claims(self.claims.touched | self.claims.claims_of(said | self.claims.told_in(matters)))
        events = regrouped | self.bearings.touched | self.bearings.by_any(said) | self._given_in(others)
        events |= {name for document in restless for name in self.events.partition.groups_in(document)}
        events |= self._judged(judged)
        for event in sorted(events):
            if self.events.partition.members(event):
                yield from self._event(event)
        spoken_of = {name for document in restless for name in self.claims.partition.groups_in(document)}
        for matter in sorted(matters | spoken_of | self.claims.matters_of(others)):
            yield self._disagreements(matter, self._oppositions(matter))
        documents = restless | {self.shelf.statement(number).document for number in others}
        documents |= {document for event in regrouped for document in self.events.partition.documents(event)}
        documents |= {document for document in judged.documents if self.shelf.has_document(document)}
        for document in sorted(documents):
            yield self._document(document)

    def _judged(self, judged: Rejudged) -> set[str]:
        """The events of mentions that are judged otherwise, and those that documents tell whose statements are."""
        found = {self.events.partition.group_of(number) for number in judged.shown.mentions}
        for number in judged.shown.statements:
            found.update(self.events.partition.groups_in(self.shelf.holder(number)))
        return {name for name in found if name is not None}

    def _moved(self) -> set[str]:
        """The documents that are in another family than before, and are there still."""
        return {document for document in self.families.partition.moved if self.shelf.has_document(document)}

    def _account(self, told: Told) -> Account:
        return account_of(told, self.shelf.document(told.document), self.families.home(told.document))

    def _accounts(self, told: Iterable[Told]) -> dict[str, Account]:
        return {one.id: self._account(one) for one in told}

    def _event(self, event_id: str) -> Iterator[Change]:
        mentions = self.events.mentions(event_id)
        bearing = self.bearings.on(event_id)
        giving = self._giving(mentions)
        accounts = self._accounts((*mentions, *bearing, *giving))
        found = counts(mentions, accounts, frozenset(one.id for one in giving if one.denies))
        event, behind = assemble(mentions, accounts, {role: figure_range(found[role]) for role in found})
        case = Case(event, mentions, bearing, found, accounts, self._claim_of((*bearing, *giving)))
        differing = tuple(differences(case))
        yield KeptEvent(decided(case, differing, self.rules), (*self.events.merges(event_id), *behind.merges))
        yield self._disagreements(event_id, differing)

    def _disagreements(self, unit: str, found: Iterable[Disagreement]) -> KeptDisagreements:
        return KeptDisagreements(unit, tuple(settled(one, self.rules) for one in found))

    def _giving(self, mentions: Iterable[MentionFeatures]) -> list[StatementFeatures]:
        """The statements in which figures of the mentions are given."""
        numbers = {statement_number(name) for mention in mentions for _, name in mention.said_in}
        return [self.shelf.statement(number) for number in sorted(numbers) if self.shelf.has_statement(number)]

    def _given_in(self, statements: Iterable[int]) -> set[str]:
        """The events of the mentions whose figures any of these statements gives."""
        found = set()
        for statement in map(self.shelf.statement, statements):
            for mention in self.shelf.mentions_of(statement.document):
                if any(name == statement.id for _, name in mention.said_in):
                    found.add(self.events.event_of(mention.id))
        return {event for event in found if event is not None}

    def _claim_of(self, statements: Iterable[StatementFeatures]) -> dict[str, str]:
        return {one.id: claim for one in statements if (claim := self.claims.claim_of(one.id)) is not None}

    def _claims(self, names: Iterable[str]) -> Iterator[Change]:
        for name in sorted(names):
            statements = self.claims.statements(name)
            if not statements:
                yield Gone("claim", name)
                continue
            behind = chains(self._accounts(statements).values())
            documents = tuple(sorted({one.document for one in statements}))
            told = tuple(one.id for one in statements)
            claim = Claim(name, statements[0].text, told, documents, behind.least, behind.most)
            yield KeptClaim(claim, (*behind.merges, *self.claims.merges(name, statements[0].id)))

    def _book(self, statements: Iterable[StatementFeatures]) -> Book:
        said = list(statements)
        events = {one.id: found for one in said if (found := self.bearings.events(one.id))}
        return Book(self._accounts(said), self._claim_of(said), events)

    def _oppositions(self, matter: str) -> Iterator[Disagreement]:
        said = self.claims.matter(matter)
        if len(said) > 1:
            yield from oppositions(said, self._book(one.statement for one in said))

    def _document(self, name: str) -> KeptDisagreements:
        document, statements = self.shelf.document(name), self.shelf.statements_of(name)
        may_answer = len(statements) > 1 and any(one.act == "accuse" for one in statements)
        found = list(counter_accusations(statements, self._book(statements))) if may_answer else []
        flaws = self.shelf.flaws(name)
        if flaws:
            mentions = self.shelf.mentions_of(name)
            event_of = {one.id: event for one in mentions if (event := self.events.event_of(one.id)) is not None}
            own = account(name, name, name, (), document.agencies)
            found += source_errors(document, flaws, self._accounts(mentions), event_of, own)
        return self._disagreements(name, found)
