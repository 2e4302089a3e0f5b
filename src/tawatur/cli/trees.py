"""Chains of transmission as one tree: origins at the roots, the outlets that carry their words at the leaves."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from tawatur.ledger.accounts import Account
from tawatur.model import Link
from tawatur.text.fold import fold

Thing = TypeVar("Thing")

_BRANCH, _LAST, _PASS, _SPACE = "├─ ", "└─ ", "│  ", "   "


class Node:
    """One link that accounts share, and what hangs on it: further links by key, and the accounts that end here."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self.children: dict[str, Node] = {}
        self.accounts: list[Account] = []


def roots(accounts: Iterable[Account]) -> list[Node]:
    """The trees of the accounts' chains, each read from its origin to its outlet. An account without a chain is its outlet's."""
    top = Node(Link("document", ""))
    for account in accounts:
        chain = account.chain or (Link("outlet", account.outlet or account.document),)
        node = top
        for link in reversed(chain):
            node = node.children.setdefault(f"{link.kind} {link.id or fold(link.name)}", Node(link))
        node.accounts.append(account)
    return list(top.children.values())


def draw(nodes: list[Node], name: Callable[[Link], str], tell: Callable[[Account], list[str]]) -> Iterator[str]:
    """The lines of the trees. `name` words a link; `tell` the lines of an account."""
    for node in nodes:
        yield name(node.link)
        yield from _below(node, "", name, tell)


def _below(node: Node, indent: str, name: Callable[[Link], str], tell: Callable[[Account], list[str]]) -> Iterator[str]:
    inner: list[Node | Account] = [*node.accounts, *node.children.values()]
    for lead, rest, branch in branches(inner):
        if isinstance(branch, Node):
            yield indent + lead + name(branch.link)
            yield from _below(branch, indent + rest, name, tell)
        else:
            first, *others = tell(branch)
            yield indent + lead + first
            yield from (indent + rest + line for line in others)


def branches(things: Sequence[Thing]) -> Iterator[tuple[str, str, Thing]]:
    """Each thing with what is drawn before its first line, and before its others."""
    for position, thing in enumerate(things):
        is_last = position == len(things) - 1
        yield (_LAST if is_last else _BRANCH), (_SPACE if is_last else _PASS), thing
