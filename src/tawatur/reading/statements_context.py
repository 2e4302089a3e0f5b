"""What the statement layer looks things up in: tokens, hits, quotations, and earlier layers' records by token."""

from typing import TypeVar

from tawatur.model import Name, Time
from tawatur.packs.lexicon import Hit
from tawatur.reading.phrases import is_ali
from tawatur.reading.scan import Scan
from tawatur.reading.statements_quotes import Quotes
from tawatur.reading.statements_words import (
    ABOUT,
    ADVERB,
    CONTRAST,
    FROM,
    INSIDE_NAME,
    MEDIUM_PREPOSITION,
    NEGATION,
    NO_THAT_AFTER,
    ON,
    ON_BEHALF,
    PREPOSITION,
    RELATIVE,
    THAT,
    TO,
)
from tawatur.text.fold import fold
from tawatur.text.tokens import COLON, COMMA, DASH, NEWLINE, STOP, Tokens

BOUNDARY = COMMA | COLON | STOP | NEWLINE | DASH
UNREAD = frozenset(("caption", "related", "boilerplate", "repeated"))
SOURCES = frozenset(("speakers", "bodies", "titles", "actors", "people", "outlets"))
SOURCE_KINDS = frozenset(("person", "organization", "armed_group", "government", "military", "media"))
_Located = TypeVar("_Located", Name, Time)
_SPOKEN = frozenset(("", "و", "ف"))
_OPENERS = {"ila": TO, "ala": ON, "an3": ABOUT}


class Context:
    """One document in the eyes of the statement layer. `names` and `times` give, by first token, the token after and the record.

    `bare` keeps the words that `speakers.bare` has been asked for.
    """

    __slots__ = ("_known", "bare", "forms", "gaps", "hits", "inside_name", "names", "quotes", "scan", "stops", "times", "tokens")

    def __init__(self, scan: Scan, names: list[Name], times: list[Time]) -> None:
        self.scan, self.tokens, self.hits = scan, scan.tokens, scan.hits
        self.forms, self.gaps = scan.tokens.forms, scan.tokens.gaps
        self.quotes = Quotes(scan.tokens)
        self.names = _by_token(scan.tokens, names)
        for first in [first for first, (_, name) in self.names.items() if fold(name.name.partition(" ")[0]) in ON_BEHALF]:
            del self.names[first]
        self.times = _by_token(scan.tokens, times)
        self.inside_name = {i for first, (stop, _) in self.names.items() for i in range(first, stop)}
        self.bare: dict[int, str] = {}
        self.stops: list[int] = []
        for first, stop in scan.tokens.sentences:
            self.stops += [stop] * (stop - first)
        self._known = _by_layer(scan)

    def sentence(self, i: int) -> tuple[int, int]:
        return self.tokens.sentences[self.tokens.sentence[i]]

    def hit(self, i: int, layer: str) -> Hit | None:
        for hit in self.hits[i]:
            if hit.entry.layer == layer:
                return hit
        return None

    def spoken(self, i: int) -> list[Hit]:
        """Reporting verbs at token `i` that tell of something said: not in the future, not denied, not wished for."""
        found = [hit for hit in self._known["cues"].get(i, ()) if hit.column == "verb" and self._is_spoken(hit)]
        if not found or i == 0 or self.gaps[i] & BOUNDARY:
            return found
        before = self.forms[i - 1]
        if before in NEGATION or (before in THAT and all(".perf" not in f".{hit.tag}" for hit in found)):
            return []
        return found

    def _is_spoken(self, hit: Hit) -> bool:
        """Forms in which news reports. Duals and feminine plurals are spelt like nouns («طلبا», «اثنين»): of them only «وأكدا أن»."""
        if hit.pro not in _SPOKEN or (hit.enc and self.tokens.slice(hit.first, hit.first + 1).endswith("ة")):
            return False
        if not hit.tag.endswith((".md", ".fd", ".fp")):
            return True
        tied = hit.pro or (hit.first and self.forms[hit.first - 1] in CONTRAST)
        after = self.forms[hit.stop] if hit.stop < len(self.forms) else ""
        return hit.tag.endswith(".md") and bool(tied) and after in (THAT | ON | TO | FROM) and "minbi" not in hit.entry.get("takes")

    def describes_channel(self, hit: Hit) -> bool:
        """«في تصريح بثته الوكالة», «البيان الذي نشره»: a verb with a pronoun that only says where something was said."""
        if not hit.enc:
            return False
        i = hit.first - 1
        while i >= max(hit.first - 4, 0) and not self.gaps[i + 1] & BOUNDARY:
            if any(found.entry.layer == "media_channels" for found in self.hits[i]):
                return True
            if self.forms[i] not in RELATIVE and not self.forms[i].endswith(("ي", "يه")):
                return False
            i -= 1
        return False

    def carried(self, i: int) -> Hit | None:
        """A participle that carries the last speaker on («مضيفا», «مؤكدة»): accusative or feminine, not «مؤكد»."""
        cues = self._known["cues"].get(i)
        if not cues or not self.forms[i].endswith(("ا", "ه", "ين", "ان")):
            return None
        hit = next((hit for hit in cues if hit.column == "participle"), None)
        if hit is None or i == 0 or self.gaps[i] & BOUNDARY:
            return hit
        if self.forms[i - 1] in PREPOSITION:
            return None
        takes, ahead = hit.entry.row.list("takes"), self.forms[i + 1 : i + 5]
        prepositions = frozenset().union(*(words for take, words in _OPENERS.items() if take in takes))
        opened = any(form in THAT or form in prepositions for form in ahead)
        accusing = "who_bi" in takes and i + 1 in self.names
        return hit if opened or accusing or i + 1 in self.quotes.opening else None

    def is_that(self, i: int) -> bool:
        """Whether token `i` is a complementiser that opens reported content."""
        if self.forms[i] not in THAT or self.scan.text[self.tokens.starts[i]] == "آ":
            return False
        return i == 0 or self.forms[i - 1] not in NO_THAT_AFTER

    def attribution(self, i: int, *kinds: str) -> Hit | None:
        for hit in self._known["attributions"].get(i, ()):
            if hit.entry.get("kind") in kinds:
                return hit
        return None

    def medium(self, i: int) -> Hit | None:
        """A channel at token `i` with the preposition it needs: «في بيان», «عبر تويتر», «بتصريح»."""
        for hit in self._known["media_channels"].get(i, ()):
            if hit.column == "ar" or hit.pro.endswith("ب") or (i and self.forms[i - 1] in MEDIUM_PREPOSITION):
                return hit
        return None

    def is_source(self, i: int) -> bool:
        """Whether a word that can head a speaker begins at token `i`."""
        name = self.names.get(i)
        if name and name[1].kind in SOURCE_KINDS:
            return True
        if self.attribution(i, "aside"):
            return False
        return any(
            (hit.entry.layer in SOURCES and hit.column != "nisba") or (hit.entry.layer == "countries" and hit.column == "ar")
            for hit in self.hits[i]
        )

    def continues_name(self, i: int) -> bool:
        """Whether the preposition at token `i` goes on inside the noun phrase: «مصدر في وزارة الصحة», «سكان من البلدة»."""
        if self.forms[i] not in INSIDE_NAME or i + 1 >= len(self.forms) or self.gaps[i + 1] & BOUNDARY:
            return False
        if i in self.inside_name and i + 1 in self.inside_name and i + 1 not in self.names:
            return True
        if self.medium(i + 1) or (i + 1) in self.times:
            return False
        return self.is_source(i + 1) or (i + 1) in self.names or any(hit.entry.layer == "placeheads" for hit in self.hits[i + 1])

    def is_preposition(self, i: int) -> bool:
        if i in self.inside_name and (len(self.forms[i]) == 1 or is_ali(self.scan, i)):
            return False
        return self.forms[i] in PREPOSITION or self.forms[i] in RELATIVE

    def is_adverb(self, i: int) -> bool:
        """Whether an adverb stands at token `i`: «متحدثا عن …», but no «متحدثة باسم …»."""
        return self.forms[i] in ADVERB and not (i + 1 < len(self.forms) and self.forms[i + 1] in ON_BEHALF)

    def is_verb(self, i: int) -> bool:
        return any(hit.column == "verb" for hit in self.hits[i])


def _by_layer(scan: Scan) -> dict[str, dict[int, list[Hit]]]:
    """The hits by token of the layers that are asked for at nearly every word."""
    known: dict[str, dict[int, list[Hit]]] = {layer: {} for layer in ("cues", "attributions", "media_channels")}
    for layer, by_token in known.items():
        for hit in scan.in_layer(layer):
            by_token.setdefault(hit.first, []).append(hit)
    return known


def _by_token(tokens: Tokens, records: list[_Located]) -> dict[int, tuple[int, _Located]]:
    found: dict[int, tuple[int, _Located]] = {}
    for record in records:
        first = stop = tokens.at(record.start)
        while stop < len(tokens) and tokens.starts[stop] < record.end:
            stop += 1
        found[first] = stop, record
    return found
