"""How far the name of a place runs: the adjectives after it, the words of one that no pack knows, a border and whose it is."""

from collections.abc import Iterator
from functools import cache

from tawatur.packs.grammar import words
from tawatur.packs.lexicon import Hit
from tawatur.packs.tables import table_rows
from tawatur.reading.gazetteer import PLACES, is_place, land_of, place_at
from tawatur.reading.names_words import Candidate, plain
from tawatur.reading.phrases import is_adjective, is_definite, is_joined, is_stop
from tawatur.reading.scan import Scan
from tawatur.text.fold import fold

_SHORTEST = 3


def border(scan: Scan, head: Hit) -> Iterator[Candidate]:
    """«الحدود الكينية», «الحدود الكينية الصومالية», «الحدود مع كينيا», «الحدود بين كينيا والصومال»; on which side, nobody knows."""
    stop = head.stop
    while is_joined(scan, stop) and any(hit.column == "nisba" and hit.layer == "countries" for hit in scan.hits[stop]):
        stop += 1
    if stop == head.stop and is_joined(scan, stop + 1) and scan.tokens.forms[stop] in words("border_with"):
        one = place_at(scan, stop + 1)
        other = place_at(scan, one.stop) if one and is_joined(scan, one.stop) else None
        last = other if other and other.pro == "و" else one
        if one and last and is_place(scan, one) and is_place(scan, last):
            stop = with_adjectives(scan, last.stop, land_of(last.entry))
    if stop > head.stop:
        yield Candidate(head.first, stop, "place", plain(scan, head.first, stop), None, False)


def with_adjectives(scan: Scan, stop: int, country: str) -> int:
    """«عفرين السورية», «ريف إدلب الجنوبي»: adjectives of direction and of the place's own country belong to its name."""
    while is_joined(scan, stop) and is_definite(scan, stop):
        own = any(hit.column == "nisba" and hit.entry.id == country for hit in scan.hits[stop])
        if not own and scan.tokens.forms[stop].removeprefix("ال").removesuffix("ه") not in _direction_adjectives():
            break
        stop += 1
    return stop


@cache
def _direction_adjectives() -> frozenset[str]:
    return frozenset(fold(word) for row in table_rows("directions") for word in row.list("adjective"))


def tail(scan: Scan, i: int) -> int:
    """Definite adjectives after a place: «ريف حلب الشمالي», «قاعدة حميميم الجوية»."""
    while is_joined(scan, i) and is_definite(scan, i) and not is_stop(scan, i) and adjectival(scan, i):
        i += 1
    return i


def adjectival(scan: Scan, i: int) -> bool:
    form = scan.tokens.forms[i]
    return is_adjective(scan, i) or (form.endswith(("ي", "يه")) and not place_at(scan, i))


def unknown_tail(scan: Scan, i: int, settlement: bool = False) -> int:
    """The words of an unknown place after its head: at most three, none that ends a phrase.

    After the head of a `settlement` («قرية») the first word is its name, whatever else it means («قرية مقطع حجر»).
    """
    first = i
    while i - first < 3 and is_joined(scan, i) and not is_stop(scan, i):
        form = scan.tokens.forms[i]
        headed = form.startswith("ال") or form in words("joining")
        opened = i == first or _goes_on(scan, i - 1)
        if not _is_spelt(form) or _describes(form) or form in words("lying") or (not headed and (not opened or form.endswith("يه"))):
            break
        if _is_word(scan, i, headed) and not (settlement and i == first and _can_name(scan, i)):
            break
        i += 1
    return first if i > first and scan.tokens.forms[i - 1] in words("name_particle") else i


def _is_spelt(form: str) -> bool:
    """Whether a word can be one of an Arabic name: not «M4», not a lone article."""
    short = len(form) < _SHORTEST and form not in words("joining") | words("name_particle")
    return form.isalpha() and "ء" <= form[0] <= "ي" and not short


def _is_word(scan: Scan, i: int, headed: bool) -> bool:
    """Whether the packs know the word as something that names of places are not made of."""
    fitting = ("given_names", "placeheads", *PLACES) if headed or _goes_on(scan, i - 1) else ("given_names", *PLACES)
    opening = words("name_particle") | words("joining")
    return scan.tokens.forms[i] not in opening and any(hit.entry.layer not in fitting for hit in scan.hits[i])


def _can_name(scan: Scan, i: int) -> bool:
    """Whether a word with another meaning may be a village's name: no word of place or time, and no adjective."""
    return not any(
        hit.layer in ("directions", "participants", "placeheads", "numbers")
        or hit.layer.startswith("time")
        or hit.column in ("nisba", "verb")
        for hit in scan.hits[i]
    )


def _goes_on(scan: Scan, i: int) -> bool:
    """«تل | طويل», «أبو | راسين», «الشيخ | ناصر»: a word of a place's name that another follows."""
    form = scan.tokens.forms[i]
    return form in words("name_particle") or form in words("joining")


def _describes(form: str) -> bool:
    """«منطقة سكنية», «سوقا شعبيا», «سوق للملابس»: a place of some kind, and no name."""
    return form.startswith("لل") or any(part in words("describing") for part in (form, form.removesuffix("ه"), form.removesuffix("ا")))
