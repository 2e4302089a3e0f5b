"""What judgements say otherwise than before: only that is grouped or made anew, and not all that its documents tell.

Where nothing but a judgement changed, comparing a document's other accounts again would come to the same.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from tawatur.model import Judgement
from tawatur.reconciling.rulings import Rulings, rulings
from tawatur.reconciling.shelf import Shelf


class Accounts(NamedTuple):
    """Numbers of mentions and of statements."""

    mentions: set[int]
    statements: set[int]


class Rejudged(NamedTuple):
    """`regrouped` are to be compared and grouped again; `shown` beside them are in records that say how they were judged.

    `documents` hold any of them.
    """

    regrouped: Accounts
    shown: Accounts
    documents: set[str]


def rejudged(shelf: Shelf, judgements: Collection[Judgement], heeded: Collection[str], waiting: Collection[str]) -> Rejudged:
    """What the judgements not heeded so far change for documents other than those that wait to be taken in anyway."""
    found = Rejudged(Accounts(set(), set()), Accounts(set(), set()), set())
    if all(one.id in heeded for one in judgements):
        return found
    before = rulings(one for one in judgements if one.id in heeded)
    grouping = _grouped_otherwise(before, shelf.rules)
    for name in sorted(grouping | _shown_otherwise(before, shelf.rules)):
        for kind, number, document in shelf.owners(name):
            if document not in waiting:
                found.documents.add(document)
                _add(found.shown, kind, number)
                if name in grouping:
                    _add(found.regrouped, kind, number)
    return found


def _add(accounts: Accounts, kind: str, number: int) -> None:
    (accounts.mentions if kind == "mention" else accounts.statements).add(number)


def _grouped_otherwise(before: Rulings, after: Rulings) -> set[str]:
    """What is read otherwise, or tied to or parted from others otherwise, than before."""
    pairs = {pair for pair, _ in set(before.same) ^ set(after.same)} | (before.different ^ after.different)
    return {*(before.wrong ^ after.wrong), *_unlike(before.values, after.values), *(name for pair in pairs for name in pair)}


def _shown_otherwise(before: Rulings, after: Rulings) -> set[str]:
    return set(before.right ^ after.right) | _unlike(before.settling, after.settling)


def _unlike(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
