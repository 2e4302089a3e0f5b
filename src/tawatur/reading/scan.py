"""What every layer of reading works on: a document's tokens, and all that the lexicon knows among them."""

from bisect import bisect_left
from collections import Counter, defaultdict
from operator import attrgetter

from tawatur.model import Document, ZoneKind
from tawatur.packs.lexicon import Hit, Lexicon
from tawatur.packs.number_words import number_words
from tawatur.text.fold import fold
from tawatur.text.numbers import find_numbers
from tawatur.text.tokens import CLOSE, COLON, DASH, NEWLINE, OPEN, PAREN, QUOTE, SLASH, Tokens

_OPENS_NAME = QUOTE | OPEN | PAREN | NEWLINE | DASH | SLASH
_CLOSES_NAME = QUOTE | CLOSE | PAREN | NEWLINE | DASH | SLASH | COLON

GAZETTEERS = ("places", "places_geonames")
PLACES = (*GAZETTEERS, "countries")
_first = attrgetter("first")
_BEYOND_COUNT = 10**18
"""No news counts so many, and neither do the integers of 64 bits in which figures are kept: longer runs of digits are other things."""


class Scan:
    """One document under reading.

    `hits[i]` are the lexicon's hits that start at token `i`, longest first. `zone[i]` is the kind of zone that token `i` is in.
    `numbers` are the numbers in digits and words.
    `company` counts the countries that the text names, by name or adjective, and `vicinity` those of the places that it names and
    that lie in one country only; `divisions` counts their governorates: places of one name are told apart by them, and by `labels`,
    the lines that are no more than a place and put what follows in it («الرقة:»), as token, country and governorate.
    """

    __slots__ = (
        "_layers", "company", "divisions", "document", "hits", "labels", "lexicon", "numbers", "text", "tokens", "vicinity", "zone",
    )  # fmt: skip

    def __init__(self, document: Document, lexicon: Lexicon, tokens: Tokens | None = None) -> None:
        self.document = document
        self.lexicon = lexicon
        self.text = document.text
        self.tokens = tokens or Tokens(document.text)
        self.hits: list[list[Hit]] = lexicon.scan(self.tokens)
        self._layers: dict[str, list[Hit]] = defaultdict(list)
        for hits in self.hits:
            for hit in hits:
                self._layers[hit.entry.layer].append(hit)
        self._drop_common_words()
        self.numbers = [one for one in find_numbers(self.tokens, number_words()) if one.value < _BEYOND_COUNT]
        self.zone = self._zones()
        self.company: Counter[str] = Counter()
        self.vicinity: Counter[str] = Counter()
        self.divisions: Counter[tuple[str, str]] = Counter()
        self.labels: list[tuple[int, frozenset[tuple[str, str]]]] = []
        self._survey()

    def _survey(self) -> None:
        """Counts countries and governorates, and forgets small places of countries that the text does not speak of, if of others."""
        small: list[int] = []
        for i in sorted({hit.first for layer in PLACES for hit in self.in_layer(layer)}):
            entries = dict.fromkeys(hit.entry for hit in self.hits[i] if hit.entry.layer in PLACES)
            if any(not entry.telling for entry in entries):
                small.append(i)
            for entry in entries:
                if entry.layer == "countries":
                    self.company[entry.id] += 1
            if self._is_label(i):
                self.labels.append((i, frozenset((entry.get("country"), fold(entry.get("admin1"))) for entry in entries)))
            places = [entry for entry in entries if entry.layer in GAZETTEERS and not entry.get("common")]
            if places and len({place.get("country") for place in places}) == 1:
                country = places[0].get("country")
                self.vicinity[country] += 1
                if len(places) == 1:
                    self.divisions[country, fold(places[0].get("admin1"))] += 1
        if self.company or self.vicinity:
            for i in small:
                self.hits[i] = [hit for hit in self.hits[i] if not self._is_stranger(hit)]
            for layer in GAZETTEERS:
                self._layers[layer] = [hit for hit in self.in_layer(layer) if not self._is_stranger(hit)]

    def _is_label(self, i: int) -> bool:
        """Whether a line opens with a place and a colon, or is that place alone."""
        gaps = self.tokens.gaps
        if i and not gaps[i] & NEWLINE:
            return False
        return any(hit.entry.layer in GAZETTEERS and not hit.pro and gaps[hit.stop] & (COLON | NEWLINE) for hit in self.hits[i])

    def _is_stranger(self, hit: Hit) -> bool:
        if hit.entry.telling:
            return False
        country = hit.entry.get("country")
        return hit.entry.layer in GAZETTEERS and country not in self.company and country not in self.vicinity

    def place(self, document: Document) -> None:
        """Takes the same text's document again, with its zones and what else became known of it."""
        self.document = document
        self.zone = self._zones()

    def _zones(self) -> list[ZoneKind]:
        kinds: list[ZoneKind] = ["body"] * len(self.tokens)
        for zone in self.document.zones:
            first, stop = self.tokens.at(zone.start), bisect_left(self.tokens.starts, zone.end)
            kinds[first:stop] = [zone.kind] * (stop - first)
        return kinds

    def in_layer(self, layer: str, first: int = 0, stop: int | None = None) -> list[Hit]:
        """The hits of that layer in the order of the tokens they start at, longest first at each; only from tokens `first` to `stop`."""
        hits = self._layers.get(layer, [])
        if first <= 0 and stop is None:
            return hits
        start = bisect_left(hits, first, key=_first)
        return hits[start : None if stop is None else bisect_left(hits, stop, start, key=_first)]

    def hit(self, i: int, *layers: str) -> Hit | None:
        """The longest hit of those layers that starts at token `i`."""
        for hit in self.hits[i]:
            if hit.entry.layer in layers:
                return hit
        return None

    def _drop_common_words(self) -> None:
        """Takes away outlets whose name is an ordinary word, where no marks show it to be a name."""
        kept: list[Hit] = []
        for hit in self.in_layer("outlets"):
            if hit.entry.get("common") and not _is_set_apart(self.tokens, hit):
                self.hits[hit.first].remove(hit)
            else:
                kept.append(hit)
        self._layers["outlets"] = kept


def _is_set_apart(tokens: Tokens, hit: Hit) -> bool:
    """«لـ"الشرق"», «(الجزيرة)», «الدوحة - الشرق:», a line of its own."""
    opened = hit.first == 0 or bool(tokens.gaps[hit.first] & _OPENS_NAME)
    closed = hit.stop == len(tokens) or bool(tokens.gaps[hit.stop] & _CLOSES_NAME)
    return opened and closed and not hit.pro
