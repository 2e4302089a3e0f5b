"""What every layer of reading works on: a document's tokens, and all that the lexicon knows among them."""

from collections import Counter

from tawatur.model import Document, ZoneKind
from tawatur.packs.lexicon import Hit, Lexicon
from tawatur.packs.number_words import number_words
from tawatur.text.numbers import Number, find_numbers
from tawatur.text.tokens import Tokens


class Scan:
    """One document under reading.

    `hits[i]` are the lexicon's hits that start at token `i`, longest first. `zone[i]` is the kind of zone that token `i` is in.
    `numbers` are the numbers in digits and words.
    `company` counts the countries that the text names, by name or adjective: places of one name are told apart by it.
    """

    __slots__ = ("company", "document", "hits", "lexicon", "numbers", "text", "tokens", "zone")

    def __init__(self, document: Document, lexicon: Lexicon, tokens: Tokens | None = None) -> None:
        self.document = document
        self.lexicon = lexicon
        self.text = document.text
        self.tokens = tokens or Tokens(document.text)
        self.hits: list[list[Hit]] = lexicon.scan(self.tokens)
        self.numbers: list[Number] = find_numbers(self.tokens, number_words())
        self.zone = self._zones()
        self.company = Counter(
            country for hits in self.hits if hits for country in {hit.entry.id for hit in hits if hit.entry.layer == "countries"}
        )

    def place(self, document: Document) -> None:
        """Takes the same text's document again, with its zones and what else became known of it."""
        self.document = document
        self.zone = self._zones()

    def _zones(self) -> list[ZoneKind]:
        kinds: list[ZoneKind] = ["body"] * len(self.tokens)
        for zone in self.document.zones:
            for i in range(self.tokens.at(zone.start), len(kinds)):
                if self.tokens.starts[i] >= zone.end:
                    break
                kinds[i] = zone.kind
        return kinds

    def hit(self, i: int, *layers: str) -> Hit | None:
        """The longest hit of those layers that starts at token `i`."""
        return next((hit for hit in self.hits[i] if hit.entry.layer in layers), None)
