"""What stands between a count and the word before it: verbs, prepositions, agents, and the ways to join a count to another."""

from tawatur.packs.grammar import words
from tawatur.reading.counts_marks import Count
from tawatur.reading.phrases import is_definite
from tawatur.reading.scan import Scan
from tawatur.text.tokens import COMMA

_NOMINAL = ("noun", "masdar")


def is_verb(scan: Scan, i: int) -> bool:
    """A word that begins another clause: a verb, a relative pronoun, or «أن»."""
    hits = scan.hits[i]
    if any(hit.entry.layer == "stops" and hit.entry.id in ("relatives", "verbs", "complementisers") for hit in hits):
        return True
    return any(hit.column == "verb" for hit in hits) and not any(hit.column in _NOMINAL for hit in hits)


def is_cue(scan: Scan, i: int) -> bool:
    return any(hit.entry.layer == "cues" and hit.column == "verb" for hit in scan.hits[i])


def is_agent(scan: Scan, i: int) -> bool:
    """«على يد», «برصاص»: who did it follows."""
    return any(hit.entry.layer == "participants" and hit.entry.get("role") == "agent" for hit in scan.hits[i])


def is_preposition(scan: Scan, i: int) -> bool:
    return any(hit.entry.layer == "stops" and hit.entry.get("kind") == "preposition" for hit in scan.hits[i])


def is_subject_run(scan: Scan, first: int, stop: int) -> bool:
    """Whether the tokens may be the definite subject of a verb whose object comes next («قتلت القوات الإسرائيلية فلسطينيا»)."""
    return all(not is_verb(scan, j) and not is_preposition(scan, j) for j in range(first, stop)) and (
        stop - first <= 1 or all(is_definite(scan, j) or scan.hits[j] for j in range(first, stop))
    )


def is_joined_on(scan: Scan, count: Count) -> bool:
    """Whether و, أو, «مع» or, for a number alone, a comma joins the count to what is before it."""
    i = count.lead
    if count.pro.startswith("و"):
        return True
    if (count.kind != "number" or i < count.first) and any(hit.pro.startswith("و") for hit in scan.hits[i]):
        return True
    if i and scan.tokens.forms[i - 1] in words("joined_by"):
        return True
    return bool(scan.tokens.gaps[i] & COMMA) and count.noun.cls == ""


def in_one_sentence(scan: Scan, one: Count, other: Count) -> bool:
    return scan.tokens.sentence[one.first] == scan.tokens.sentence[other.first]
