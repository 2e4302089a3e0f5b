"""How far a noun phrase runs: the words that may go on it, and the closed-class words that end it."""

from tawatur.packs.grammar import words
from tawatur.reading.scan import Scan
from tawatur.text.tokens import CLOSE, OPEN, QUOTE

_JOINED = QUOTE | OPEN | CLOSE


def is_stop(scan: Scan, i: int) -> bool:
    """Whether token `i` is a preposition, conjunction, pronoun, auxiliary or reporting word, which no noun phrase runs over."""
    return any(hit.entry.layer == "stops" or hit.column == "verb" for hit in scan.hits[i])


def is_joined(scan: Scan, i: int) -> bool:
    """Whether nothing but blanks or quote marks stands between token `i` and the one before it."""
    return i < len(scan.hits) and not scan.tokens.gaps[i] & ~_JOINED


def is_definite(scan: Scan, i: int) -> bool:
    """Whether the word carries the article (not a word that merely begins with its letters and is a stop)."""
    form = scan.tokens.forms[i]
    return form.startswith("ال") and len(form) > 3


def is_inner_name(scan: Scan, i: int) -> bool:
    """«نبيل عبد | الله», «محمد | علي جعفري»: a word that is part of a person's name once a name has begun."""
    form = scan.tokens.forms[i]
    if form in words("name_ending"):
        return True
    return is_ali(scan, i) and is_joined(scan, i)


def is_ali(scan: Scan, i: int) -> bool:
    """The name «علي», which folds to the preposition: written with its dots, and no clause behind it."""
    if scan.tokens.forms[i] not in words("name_like_on") or not scan.tokens.slice(i, i + 1).endswith("ي"):
        return False
    return i + 1 >= len(scan.tokens) or scan.tokens.forms[i + 1] not in words("that")


def is_adjective(scan: Scan, i: int) -> bool:
    return any(hit.column == "nisba" for hit in scan.hits[i])


def is_relative(scan: Scan, i: int) -> bool:
    """«الذي», «التي»: whether a relative word begins at token `i`."""
    return any(hit.entry.get("kind") == "relative" for hit in scan.hits[i])


def country_of(scan: Scan, first: int, stop: int) -> str | None:
    """The country that an adjective or a name among the tokens points to."""
    for i in range(first, stop):
        for hit in scan.hits[i]:
            if hit.entry.layer == "countries":
                return hit.entry.id
    for i in range(first, stop):
        for hit in scan.hits[i]:
            if hit.entry.layer in ("places", "places_geonames", "actors") and hit.stop <= stop and hit.entry.get("country"):
                return hit.entry.get("country")
    return None
