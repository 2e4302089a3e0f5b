"""Figures side by side: what part a figure counts, and whether two can both be right."""

from functools import cache, lru_cache

from tawatur.model import Figure
from tawatur.packs.tables import table_rows
from tawatur.reconciling.words import content_stems, stem, words_of_kind
from tawatur.text.fold import fold
from tawatur.text.inflect import noun_forms

_OPEN = 10**12
_APPROX = 0.1


@cache
def _singulars() -> dict[str, str]:
    """Stems of all forms of the nouns that news counts, and of their singulars: «جنود» and «جنديان» count the same."""
    found: dict[str, str] = {}
    for row in table_rows("counted"):
        for forms in row.list("noun"):
            stems = [stem(fold(form)) for form, _ in noun_forms(forms) if " " not in form]
            found |= {one: stems[0] for one in stems if one not in found}
    return found


def singular(word: str) -> str:
    """The stem of the singular for the stem of any form of a noun that news counts."""
    return _singulars().get(word, word)


@lru_cache(maxsize=50_000)
def _part(of: str | None, party: str | None, *, make: bool) -> str:
    general = words_of_kind("anyone")
    texts = [content_stems(text)[: 1 if make else None] for text in (of, party) if text]
    return " ".join(sorted({singular(word) for text in texts for word in text if word not in general}))


def scope(figure: Figure) -> str:
    """What part is counted, as stems: empty for «قتيل» or «شخص», so for a count of all, and for rockets of whatever make."""
    return _part(figure.of, figure.party, make=figure.role == "munitions")


def is_others(figure: Figure) -> bool:
    """Whether the count leaves out people named before («6 آخرين»)."""
    others = words_of_kind("others")
    return bool(figure.of) and any(stem(fold(word)) in others for word in (figure.of or "").split())


def is_telling(figure: Figure) -> bool:
    return figure.modifier != "vague" and figure.low is not None


def limits(figure: Figure) -> tuple[int, int]:
    """The least and most that the figure allows; «about 900» allows a tenth either way."""
    low = figure.low if figure.low is not None else 0
    high = figure.high if figure.high is not None else _OPEN
    if figure.modifier == "approx":
        return int(low * (1 - _APPROX)), high if high == _OPEN else int(high * (1 + _APPROX) + 0.5)
    return low, high


def _loosely(figure: Figure) -> tuple[int, int]:
    low, high = limits(figure)
    return low - (figure.modifier == "more_than"), high + (figure.modifier == "less_than")


def excludes(one: Figure, other: Figure) -> bool:
    """Whether both cannot be right. A vague count («عدة»، «عشرات») excludes only none; «more than 40» is often said of 40."""
    (low, high), (low2, high2) = _loosely(one), _loosely(other)
    if one.modifier == "vague" or other.modifier == "vague":
        return (high == 0 and low2 > 0) or (high2 == 0 and low > 0)
    return low > high2 or low2 > high
