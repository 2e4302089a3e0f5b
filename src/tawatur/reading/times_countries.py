"""Which countries the words near a time expression name, and which of some the text speaks of."""

from collections import Counter
from collections.abc import Set

from tawatur.packs.lexicon import Hit
from tawatur.reading.scan import PLACES
from tawatur.reading.times_words import TimeWords


def place_at(words: TimeWords, i: int) -> Hit | None:
    """The place, country or adjective of a country at token `i`."""
    return words.scan.hit(i, *PLACES)


def countries_at(words: TimeWords, i: int) -> set[str]:
    """The country at token `i`, or that of the place; none where the place can be in several."""
    country = words.scan.hit(i, "countries")
    if country:
        return {country.entry.id}
    found = {hit.entry.get("country") for hit in words.scan.hits[i] if hit.entry.layer in PLACES}
    return found if len(found) == 1 else set()


def spoken_of(words: TimeWords, i: int, places: Set[str], others: Set[str] = frozenset()) -> Set[str]:
    """Those of `places` that the sentence of token `i` names; where it names none, the one that the text names by far the most.

    A sentence that names countries, but none of these nor of the `others` that may be told with them, speaks of none of them.
    """
    first, stop = words.tokens.sentences[words.tokens.sentence[i]]
    named = {country for k in range(first, stop) if k not in words.anchors for country in countries_at(words, k)}
    near = named & places
    if near or (named and not named & others):
        return near
    scan = words.scan
    most = Counter({country: scan.company[country] + scan.vicinity[country] for country in places}).most_common(2)
    leads = most and most[0][1] > (most[1][1] * 2 if len(most) > 1 else 0)
    return {most[0][0]} if leads else set()
