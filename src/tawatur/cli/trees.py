"""Chains of transmission as one tree: origins at the roots, the outlets that carry their words at the leaves."""

from collections.abc import Callable, Iterable, Iterator

from tawatur.ledger.accounts import Account
from tawatur.model import Link
from tawatur.text.fold import fold

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
    branches: list[Node | Account] = [*node.accounts, *node.children.values()]
    for position, branch in enumerate(branches):
        is_last = position == len(branches) - 1
        lead, rest = indent + (_LAST if is_last else _BRANCH), indent + (_SPACE if is_last else _PASS)
        if isinstance(branch, Node):
            yield lead + name(branch.link)
            yield from _below(branch, rest, name, tell)
        else:
            first, *others = tell(branch)
            yield lead + first
            yield from (rest + line for line in others)
