"""Why so many independent chains, at most and at least: which accounts are one chain, and what shows it."""

from collections.abc import Sequence

from tawatur.model import Merge
from tawatur.reconciling.accounts import Account
from tawatur.reconciling.chains import chains
from tawatur.reconciling.clustering import Groups
from tawatur.reconciling.explanations import Text, named, wording
from tawatur.reconciling.why import Reason, reason, step


def bounds(accounts: Sequence[Account], least: int, most: int) -> Reason:
    """The groups of accounts that are one chain, each merge with its reason, and what the lower bound rests on."""
    groups = _groups(accounts, chains(accounts).merges)
    if most == 1:
        return reason(numbers(least, most), *groups)
    head = reason(wording("why.most", most=most), *groups)
    low = wording("why.least_all" if least == most else "why.least", least=least)
    return reason(numbers(least, most), head, reason(low))


def numbers(least: int, most: int) -> Text:
    return wording("why.chains_equal", most=most) if least == most else wording("why.chains", least=least, most=most)


def _groups(accounts: Sequence[Account], merges: Sequence[Merge]) -> list[Reason]:
    by_id = {account.id: account for account in sorted(accounts, key=lambda one: one.id)}
    joined: Groups[str] = Groups(by_id)
    for merge in merges:
        joined.join(merge.one, merge.other)
    groups = sorted((sorted(group) for group in joined.all()), key=lambda group: (-len(group), group))
    return [_group([by_id[name] for name in group], merges) for group in groups]


def _group(group: Sequence[Account], merges: Sequence[Merge]) -> Reason:
    ids = tuple(account.id for account in group)
    origin = _origin(group)
    if len(group) == 1:
        return reason(wording("why.own_chain", one=ids[0], origin=origin), ids=ids)
    own = [merge for merge in merges if merge.one in ids]
    return reason(wording("why.one_chain", origin=origin, count=len(group)), *map(step, own), ids=ids)


def _origin(group: Sequence[Account]) -> Text:
    """Who stands for a group: a named source before a nameless one, before an outlet."""
    order = ("person", "body", "paper", "anonymous", "relay")
    first = min(group, key=lambda one: (order.index(one.kind), one.id))
    return named(first.name, first.origin)
