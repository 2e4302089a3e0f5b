"""The chains of transmission of one report as a tree: its outlet at the root, those who speak at the leaves."""

from collections.abc import Iterable

from tawatur.model import Link, Reading
from tawatur.page.cards import Cards, Value
from tawatur.text.fold import fold


class Branch:
    """One link that chains share: what was said by it, and the links beyond it."""

    def __init__(self, kind: str, kind_text: str, name: Value) -> None:
        self.kind = kind
        self.kind_text = kind_text
        self.name = name
        self.said: list[Value] = []
        self.below: dict[str, Branch] = {}

    @property
    def branches(self) -> list["Branch"]:
        return list(self.below.values())


def tree(reading: Reading, cards: Cards) -> list[Branch]:
    """The branches from the outlet outward, each with links to the statements that are its own words."""
    root = Branch("outlet", "", Value(""))
    for statement, card in zip(reading.statements, cards.layers["statements"], strict=True):
        branch = root
        for link in _from_outlet(reading, statement.chain):
            branch = branch.below.setdefault(f"{link.kind} {link.id or fold(link.name)}", _branch(link, cards))
        if card.badge:
            branch.said.append(Value(card.badge.text, target=card.anchor, note=card.quote))
    return root.branches


def _from_outlet(reading: Reading, chain: Iterable[Link]) -> list[Link]:
    links = list(chain)
    if links and links[0].kind == "outlet":
        return links
    outlet = reading.document.outlet
    return [Link("outlet", outlet or ""), *links]


def _branch(link: Link, cards: Cards) -> Branch:
    name = cards.source(link) if link.name else Value(cards.say("no_outlet"))
    return Branch(link.kind, cards.label("link", link.kind).text, name)
