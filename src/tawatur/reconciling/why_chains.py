"""Why so many independent chains, at most and at least: which accounts are one chain, and what shows that chains are several."""

from collections.abc import Sequence

from tawatur.model import Merge
from tawatur.reconciling.accounts import Account
from tawatur.reconciling.chains import Apart, chains
from tawatur.reconciling.explanations import Text, named, wording
from tawatur.reconciling.why import Reason, reason, step


def bounds(accounts: Sequence[Account], least: int, most: int) -> Reason:
    """The groups of accounts that are one chain, each merge with its reason, and what shows that as many as `least` are several."""
    found = chains(accounts)
    by_id = {account.id: account for account in reversed(accounts)}
    groups = [_group([by_id[name] for name in group], found.merges) for group in sorted(found.groups, key=lambda group: -len(group))]
    if most == 1:
        return reason(numbers(least, most), *groups)
    low = wording("why.least_all" if least == most else "why.least", least=least)
    return reason(numbers(least, most), reason(wording("why.most", most=most), *groups), reason(low, *map(_two, found.several)))


def numbers(least: int, most: int) -> Text:
    return wording("why.chains_equal", most=most) if least == most else wording("why.chains", least=least, most=most)


def _group(group: Sequence[Account], merges: Sequence[Merge]) -> Reason:
    """One chain: who stands at its end, and how each of the others is of it."""
    ids = tuple(account.id for account in group)
    origin = named(group[0].name, group[0].origin)
    if len(group) == 1:
        return reason(wording("why.own_chain", one=ids[0], origin=origin), ids=ids)
    own = [merge for merge in merges if merge.one in ids]
    return reason(wording("why.one_chain", origin=origin, count=len(group)), *map(step, own), ids=ids)


def _two(found: Apart) -> Reason:
    text = wording("why.several", one=found.one, other=found.other, reason=Text(found.reason["ar"], found.reason["en"]))
    return reason(text, ids=(found.one, found.other))
