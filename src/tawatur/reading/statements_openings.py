"""Words with which what was said begins, and words that only look like it."""

import re

from tawatur.packs.lexicon import Hit

WHOLE_WORDS = frozenset(
    (
        "stops",
        "places",
        "places_geonames",
        "countries",
        "actors",
        "people",
        "outlets",
        "speakers",
        "bodies",
        "given_names",
        "titles",
        "counted",
    )
)
_MASDAR = re.compile(r"است\w\wا\w$|ان\w\wا\w$|ا\wت\wا\w$")
"""Shapes of verbal nouns that hardly any other word has: istifʿāl, infiʿāl, iftiʿāl."""


def looks_like_masdar(form: str) -> bool:
    return bool(_MASDAR.match(form))


def begins_report(hit: Hit) -> bool:
    return hit.entry.get("takes") not in ("introduce", "that") and not hit.entry.get("homograph")


def heads_content(hit: Hit) -> bool:
    """Nouns that a reported noun phrase begins with: «مقتل …», «وقوع …», «هجوما …»."""
    if hit.pro:
        return False
    layer = hit.entry.layer
    if layer == "contents":
        return hit.entry.get("class") in ("happening", "absence", "duty", "own_duty")
    return hit.column == "masdar" or (layer == "triggers" and hit.column == "noun") or hit.tag == "sg.acc"
