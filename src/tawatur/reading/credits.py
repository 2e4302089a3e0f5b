"""Whose name a page gives as its author's: persons, and agencies, which stand in the same place."""

import re
from collections.abc import Iterable

from tawatur.packs.lexicon import Entry, Hit, Lexicon
from tawatur.reading.lines import PAGE_LAYER
from tawatur.reading.published_stamps import stamp_words
from tawatur.reading.scan import PLACES
from tawatur.text.tokens import Tokens

_PARTS = re.compile(r"\s+[-–—]+\s+|\s*[|/،,؛;&()\[\]:]\s*")
_OUTLETS = "outlets"


def credited(authors: Iterable[str], lexicon: Lexicon) -> tuple[list[str], list[Entry]]:
    """The persons and bodies among the authors, and the agencies: «أحمد سالم - القاهرة»، «رويترز، وكالات».

    Places, outlets and words of credit («خاص») are neither; what goes before a name («بقلم») is not of it.
    """
    names, agencies = list[str](), list[Entry]()
    for part in (part for author in authors for part in _PARTS.split(author)):
        tokens = Tokens(part)
        hits = lexicon.scan(tokens)
        covering = _covering(hits)
        if covering:
            agencies += covering
        elif len(tokens) and not any(_is_no_name(hit) and hit.stop == len(tokens) for hit in hits[0]):
            names.append(_bare(part, tokens))
    return list(dict.fromkeys(filter(None, names))), list(dict.fromkeys(agencies))


def is_agency(entry: Entry) -> bool:
    """An agency of the table, or a word that stands for agencies that are not named («وكالات»)."""
    return (entry.layer == _OUTLETS and entry.get("kind") == "agency") or (entry.layer == PAGE_LAYER and bool(entry.get("en")))


def _covering(hits: list[list[Hit]]) -> list[Entry]:
    """The agencies that the words are made of from first to last, or none: «رويترز وفرانس برس»."""
    found, i = list[Entry](), 0
    while i < len(hits):
        hit = next((hit for hit in hits[i] if is_agency(hit.entry)), None)
        if hit is None:
            return []
        found.append(hit.entry)
        i = hit.stop
    return found


def _is_no_name(hit: Hit) -> bool:
    return hit.entry.layer in (*PLACES, _OUTLETS, PAGE_LAYER)


def _bare(part: str, tokens: Tokens) -> str:
    """The name without the words before it that say whose it is."""
    words, i = stamp_words(), 0
    while i < len(tokens) and words.get(tokens.forms[i]) in ("byline", "published"):
        i += 1
    return part[tokens.starts[i] :].strip() if i < len(tokens) else ""
