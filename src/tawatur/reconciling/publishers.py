"""Outlets and agencies: the key each goes by, whether a text names it, a document's web domain gives it, or a page in English."""

from collections.abc import Iterator
from functools import cache, lru_cache

from tawatur.packs.tables import table_rows
from tawatur.reconciling.parties import NAMELESS, key_of
from tawatur.reconciling.words import name_words

MASTHEAD = "-masthead"
"""Ends the id of an outlet's bare name, which is listed apart because it is an ordinary word as well."""


@lru_cache(maxsize=50_000)
def publisher(name: str, identifier: str | None) -> str:
    """The id of a listed outlet, agency or site, one for all that publish under one web domain; else the key of the name."""
    known = identifier if identifier and not identifier.startswith(NAMELESS) else None
    known = known or _at(name) or _names().get(frozenset(name_words(name)))
    if known is None:
        return key_of(name, None)
    known = known.removesuffix(MASTHEAD)
    return next(filter(None, map(_at, _domains_of().get(known, ()))), known)


def publisher_at_head(name: str) -> str:
    """The listed publisher whose name a longer one begins with, or nothing: «راديو الكل في إدلب»."""
    words = name.split()
    heads = (_names().get(frozenset(name_words(" ".join(words[:count])))) for count in range(len(words), 0, -1))
    known = next(filter(None, heads), None)
    return publisher(name, known) if known else ""


def _at(name: str) -> str | None:
    """The publisher of a web domain, or of the widest listed one that it lies in."""
    labels = name.casefold().split(".")
    found = (_owners().get(".".join(labels[start:])) for start in range(len(labels) - 1, -1, -1))
    return next(filter(None, found), None)


@cache
def _owners() -> dict[str, str]:
    """Web domain → the publisher listed first under it."""
    owners: dict[str, str] = {}
    for identifier, domains in _domains_of().items():
        for domain in domains:
            owners.setdefault(domain, identifier)
    return owners


@cache
def _domains_of() -> dict[str, list[str]]:
    return {row.get("id"): [domain.casefold() for domain in row.list("domains")] for row in table_rows("outlets")}


@cache
def _names() -> dict[frozenset[str], str]:
    """By the stems of one of its names, the id of an outlet, where no other has the same."""
    found: dict[frozenset[str], set[str]] = {}
    for stems, identifier in _listed_names():
        found.setdefault(stems, set()).add(identifier)
    return {stems: min(ids) for stems, ids in found.items() if len(ids) == 1}


def _listed_names() -> Iterator[tuple[frozenset[str], str]]:
    for row in table_rows("outlets"):
        for name in (*row.list("ar"), row.get("en")):
            if stems := frozenset(name_words(name)):
                yield stems, row.get("id").removesuffix(MASTHEAD)
