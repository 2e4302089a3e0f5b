"""Who tells: the names of those behind mentions, statements and counts, as reconciling names them."""

from collections.abc import Iterable
from functools import lru_cache

from tawatur.ledger.decided import decided
from tawatur.ledger.store import Ledger
from tawatur.model import FigureValue
from tawatur.reconciling.accounts import Account, account_of
from tawatur.reconciling.chains import Chains, chains
from tawatur.reconciling.explanations import Text, told_by, wording
from tawatur.reconciling.features import MentionFeatures, StatementFeatures
from tawatur.reconciling.ids import number_of, statement_number
from tawatur.reconciling.shelf import Shelf

Features = MentionFeatures | StatementFeatures
_REMEMBERED = 1_000
"""Parts at hand, those asked for last."""


class Tellers:
    """Finds the accounts behind ids of a ledger that is up to date. Parts that are there no more have no tellers."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._shelf = Shelf(ledger.connection, decided(ledger).rulings)
        self.told = lru_cache(_REMEMBERED)(self._told)

    def of(self, parts: Iterable[str]) -> Text:
        """Who stands behind mentions and statements, in words."""
        return _named([self.account(one) for part in parts for one in self.told(part)])

    def chains(self, parts: Iterable[str]) -> Chains:
        """The independent chains behind mentions and statements, and which of these are one chain."""
        return chains(self.account(one) for part in parts for one in self.told(part))

    def of_counts(self, role: str, values: Iterable[FigureValue]) -> Text:
        """Who gives these counts, in words."""
        return _named([one for value in values for one in self._counting(role, value, value.mentions)])

    def of_count(self, role: str, value: FigureValue, mentions: Iterable[str]) -> Text:
        """Who gives a count in these of its mentions."""
        return _named(self._counting(role, value, mentions))

    def _counting(self, role: str, value: FigureValue, mentions: Iterable[str]) -> list[Account]:
        """The statement's speaker where one gives the count, else who tells of the event."""
        told = [one for mention in mentions for one in self.told(mention)]
        return [self.account(giver) for one in told for giver in self.givers(one, role, value)]

    def _told(self, part: str) -> list[Features]:
        """What reconciling keeps of a mention or statement; nothing for one that is not there."""
        mention, statement = number_of(part), statement_number(part)
        if self._shelf.has_mention(mention):
            return [self._shelf.mention(mention)]
        return [self._shelf.statement(statement)] if self._shelf.has_statement(statement) else []

    def givers(self, told: Features, role: str, value: FigureValue) -> Iterable[Features]:
        """The statements that give a count in a mention; the mention itself where none does."""
        if isinstance(told, StatementFeatures):
            return [told]
        said_in = dict(told.said_in)
        given = [one for one in told.figures if (one.role, one.low, one.high) == (role, value.low, value.high)]
        names = [said_in[one.start] for one in given if one.start in said_in]
        return [giver for name in names for giver in self.told(name)] or [told]

    def account(self, told: Features) -> Account:
        """A mention or statement as something handed down."""
        family = self.ledger.value("SELECT family FROM family_members WHERE document = ?", told.document)
        return account_of(told, self._shelf.document(told.document), family or told.document)


def _named(accounts: list[Account]) -> Text:
    return told_by(accounts) if accounts else wording("why.no_outlet")
