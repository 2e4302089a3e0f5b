"""How many words every element of a page shows, how many of them are links and how many running text."""

import re
from typing import Any

_WORD = re.compile(r"\w\w+")
_PROSE = 6
_UNSHOWN = frozenset(("script", "style", "noscript", "template", "svg", "head", "textarea", "select"))


class Counts:
    """Of an element's shown text: words, those in links, those of running text, and the words of its longest link.

    `own` are the words that stand in the element itself, outside others; some together are running text, whatever is linked between them.
    """

    __slots__ = ("linked", "own", "prose", "title", "words")

    def __init__(self) -> None:
        self.words = self.linked = self.prose = self.title = self.own = 0

    def add_text(self, text: str | None) -> None:
        if text:
            words = len(_WORD.findall(text))
            self.words += words
            self.own += words

    def close(self) -> None:
        """All of its own words are in."""
        self.prose += self.own if self.own >= _PROSE else 0

    def add(self, other: "Counts") -> None:
        self.words += other.words
        self.linked += other.linked
        self.prose += other.prose
        self.title = max(self.title, other.title)

    def link(self) -> None:
        """Takes all the words for those of one link."""
        self.linked = self.title = self.words
        self.prose = 0


def count(tree: Any) -> dict[Any, Counts]:
    """The counts of every element of the tree."""
    elements = list(tree.iter("*"))
    found = {element: Counts() for element in elements}
    for element in reversed(elements):
        counts = found[element]
        if element.tag in _UNSHOWN:
            counts = found[element] = Counts()
        else:
            counts.add_text(element.text)
            counts.close()
        if element.tag == "a" and element.get("href"):
            counts.link()
        parent = element.getparent()
        if parent is not None and element is not tree:
            found[parent].add(counts)
            found[parent].add_text(element.tail)
    return found
