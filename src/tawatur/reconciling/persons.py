"""Names of people: a person's own name without titles, his surname, and offices that stand for whoever holds them."""

from functools import cache

from tawatur.packs.tables import table_rows
from tawatur.reconciling.words import folded_words, name_words, stem
from tawatur.text.fold import fold


def own_name(name: str) -> list[str]:
    """The stems of a name without the titles before its given name: «اللواء الركن حازم الراوي» is «حازم الراوي»."""
    words = folded_words(name)
    start = next((place for place, word in enumerate(words) if word in _given_names()), 0)
    titled = start > 0 and all(stem(word) in _titles() for word in words[:start])
    return list(map(stem, words[start:] if titled else words))


def surname(name: str) -> str:
    """The last word of a person's name, by which news goes on after naming someone in full."""
    return next(iter(own_name(name)[-1:]), "")


def is_full_name(name: str) -> bool:
    """Whether the name is a known given name and more, so that it is surely somebody's."""
    words = own_name(name)
    return len(words) > 1 and words[0] in _given_stems()


def is_office(name: str) -> bool:
    """Whether a name is of an office and no person: «وزير الصحة», «المتحدث باسم الجيش»."""
    first = own_name(name)[:1]
    return bool(first) and first[0] in _offices()


@cache
def _offices() -> frozenset[str]:
    """Stems of the words that head the name of an office, without those that are given names too."""
    roles = (row for row in table_rows("speakers") if row.get("kind") == "role")
    cells = (cell for row in roles for cell in (*row.list("noun"), *row.list("ar")))
    return frozenset(name_words(form)[0] for cell in cells for form in cell.split("/") if form != "-") - _given_stems()


@cache
def _titles() -> frozenset[str]:
    """Stems of the words that titles and offices are made of."""
    words = (word for row in table_rows("titles") for title in row.list("ar") for word in name_words(title))
    return frozenset(words) | _offices()


@cache
def _given_names() -> frozenset[str]:
    """Given names as written, folded, without those that are words of grammar too: «المتحدث باسم الجيش» is no «باسم»."""
    grammar = {fold(word) for row in table_rows("clauses") for word in row.list("word")}
    return frozenset(fold(name) for row in table_rows("given_names") for name in row.list("ar")) - grammar


@cache
def _given_stems() -> frozenset[str]:
    return frozenset(map(stem, _given_names()))
