"""Why two things are one or two: the tree of reasons, with the numbers of accounts on the page in place of their ids."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tawatur.ledger.accounts import Account
from tawatur.ledger.explaining import why
from tawatur.ledger.store import Ledger
from tawatur.reconciling.why import Reason
from tawatur.wording.messages import Language

_OF_IDS = "[A-Za-z0-9]"
"""What an id goes on with; Arabic writes «and» onto the next word."""


@dataclass(frozen=True)
class Branch:
    said: str
    because: tuple["Branch", ...]


@dataclass(frozen=True)
class Explanation:
    """`others` are the accounts that the reasons name and the page does not show, under the numbers that follow."""

    root: Branch
    others: tuple[tuple[int, Account], ...]


def explanation(ledger: Ledger, one: str, other: str, numbers: Mapping[str, int], language: Language) -> Explanation:
    """Raises NotFoundError for an id that is not there, TawaturError for two that cannot be compared."""
    told = why(ledger, (one, other))
    known = dict(numbers)
    others = []
    for account in told.accounts:
        if account.id not in known:
            known[account.id] = len(known) + 1
            others.append((known[account.id], account))
    return Explanation(_branch(told.reason, known, language), tuple(others))


def _branch(reason: Reason, numbers: Mapping[str, int], language: Language) -> Branch:
    return Branch(numbered(reason.said[language], numbers, reason.ids), tuple(_branch(one, numbers, language) for one in reason.because))


def numbered(sentence: str, numbers: Mapping[str, int], ids: tuple[str, ...]) -> str:
    """A sentence with «[3]» for the ids that it names."""
    for name in sorted(ids, key=len, reverse=True):
        if name in numbers:
            sentence = re.sub(rf"(?<!{_OF_IDS}){re.escape(name)}(?!{_OF_IDS})", f"[{numbers[name]}]", sentence)
    return sentence
