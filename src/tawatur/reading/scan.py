"""What every layer of reading works on: a document's tokens, and all that the lexicon knows among them."""

from collections import Counter
from collections.abc import Iterator

from tawatur.model import Document, ZoneKind
from tawatur.packs.lexicon import Hit, Lexicon
from tawatur.packs.number_words import number_words
from tawatur.text.numbers import Number, find_numbers
from tawatur.text.tokens import CLOSE, COLON, DASH, NEWLINE, OPEN, PAREN, QUOTE, SLASH, Tokens

_OPENS_NAME = QUOTE | OPEN | PAREN | NEWLINE | DASH | SLASH
_CLOSES_NAME = QUOTE | CLOSE | PAREN | NEWLINE | DASH | SLASH | COLON

GAZETTEERS = ("places", "places_geonames")


class Scan:
    """One document under reading.

    `hits[i]` are the lexicon's hits that start at token `i`, longest first. `zone[i]` is the kind of zone that token `i` is in.
    `numbers` are the numbers in digits and words.
    `company` counts the countries that the text names, by name or adjective, and `vicinity` those of the places that it names and
    that lie in one country only: places of one name are told apart by them.
    """

    __slots__ = ("company", "document", "hits", "lexicon", "numbers", "text", "tokens", "vicinity", "zone")

    def __init__(self, document: Document, lexicon: Lexicon, tokens: Tokens | None = None) -> None:
        self.document = document
        self.lexicon = lexicon
        self.text = document.text
        self.tokens = tokens or Tokens(document.text)
        self.hits: list[list[Hit]] = [_named(self.tokens, hits) if hits else hits for hits in lexicon.scan(self.tokens)]
        self.numbers: list[Number] = find_numbers(self.tokens, number_words())
        self.zone = self._zones()
        self.company = Counter(
            country for hits in self.hits if hits for country in {hit.entry.id for hit in hits if hit.entry.layer == "countries"}
        )
        self.vicinity = Counter(self._surroundings())

    def _surroundings(self) -> Iterator[str]:
        for hits in self.hits:
            countries = {hit.entry.get("country") for hit in hits if hit.entry.layer in GAZETTEERS and not hit.entry.get("common")}
            if len(countries) == 1:
                yield from countries

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


def _named(tokens: Tokens, hits: list[Hit]) -> list[Hit]:
    """The hits without outlets whose name is an ordinary word, where no marks show it to be a name."""
    if any(hit.entry.layer == "outlets" and hit.entry.get("common") for hit in hits):
        return [hit for hit in hits if hit.entry.layer != "outlets" or not hit.entry.get("common") or _is_set_apart(tokens, hit)]
    return hits


def _is_set_apart(tokens: Tokens, hit: Hit) -> bool:
    """«لـ"الشرق"», «(الجزيرة)», «الدوحة - الشرق:», a line of its own."""
    opened = hit.first == 0 or bool(tokens.gaps[hit.first] & _OPENS_NAME)
    closed = hit.stop == len(tokens) or bool(tokens.gaps[hit.stop] & _CLOSES_NAME)
    return opened and closed and not hit.pro
