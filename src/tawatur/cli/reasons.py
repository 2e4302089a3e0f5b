"""Reasons as a tree, and below it the accounts they speak of, each in its own words."""

import re
from collections.abc import Iterable, Iterator

from tawatur.cli.describe import Describer
from tawatur.cli.trees import branches
from tawatur.ledger.accounts import Account
from tawatur.ledger.explaining import Why
from tawatur.model import Span
from tawatur.reconciling.why import Reason

_OF_IDS = "[A-Za-z0-9]"
"""What an id goes on with; Arabic writes «and» onto the next word."""


class Reasons:
    """Prints why."""

    def __init__(self, describer: Describer) -> None:
        self.describer = describer
        self.screen = describer.screen
        self.say = describer.say
        self._numbers: dict[str, str] = {}

    def show(self, why: Why) -> None:
        self._numbers = {account.id: f"[{number}]" for number, account in enumerate(why.accounts, 1)}
        names = " + ".join(f"{self.say(one.kind)} {self.screen.text(one.id)}" for one in why.about)
        self.screen.line(self.screen.bold(names))
        self.screen.line(f"  {self._said(why.reason)}")
        for line in self._tree(why.reason.because):
            self.screen.line(f"  {line}")
        if why.accounts:
            self.screen.line()
            self.screen.line(self.screen.bold(f" {self.say('accounts')}"))
        for account in why.accounts:
            self._account(account)

    def _tree(self, because: Iterable[Reason]) -> Iterator[str]:
        for lead, rest, reason in branches(list(because)):
            yield lead + self._said(reason)
            yield from (rest + line for line in self._tree(reason.because))

    def _said(self, reason: Reason) -> str:
        """The sentence, with the numbers of accounts in the list below for their ids."""
        said = reason.said[self.say.language]
        for name in sorted(self._numbers, key=len, reverse=True):
            said = re.sub(rf"(?<!{_OF_IDS}){re.escape(name)}(?!{_OF_IDS})", self._numbers[name], said)
        return self.screen.text(said)

    def _account(self, account: Account) -> None:
        text, say = self.screen.text, self.say
        facts = [text(account.id), text(say.outlet(account.outlet)), account.published or say("no_date")]
        chain = self.describer.chain(account.chain[1:])
        self.screen.line(f"  {self._numbers[account.id]} " + " · ".join([*facts, *([chain] if chain else [])]))
        start = account.span.start
        marks = [Span(mark.start - start, mark.end - start) for mark in account.marks]
        self.screen.line("     " + self.describer.words(account.words, Span(0, len(account.words)), marks))
