"""Clauses: stretches of a sentence that tell one thing. Arabic news runs on with و and commas; a joined verb opens a new clause."""

from tawatur.packs.grammar import words
from tawatur.reading.scan import Scan
from tawatur.text.tokens import COMMA

_JOINING = ("و", "ف")
_OPENERS = ("conjunctions", "relatives")


def clause_numbers(scan: Scan) -> list[int]:
    """The number of the clause that each token is in; numbers rise through the text and never span a sentence."""
    numbers: list[int] = []
    number = -1
    openings = {first for first, _ in scan.tokens.sentences}
    for i, (form, gap) in enumerate(zip(scan.tokens.forms, scan.tokens.gaps, strict=False)):
        if i in openings or ((gap & COMMA or form[0] in _JOINING) and _opens_clause(scan, i)):
            number += 1
        numbers.append(number)
    return numbers


def _opens_clause(scan: Scan, i: int) -> bool:
    """«، وأصيب …», «، فيما …», «وقتل …»: a conjunction with a verb, or after a comma one of the linking words."""
    form = scan.tokens.forms[i]
    if form[0] in _JOINING and any(hit.pro in _JOINING and hit.column == "verb" for hit in scan.hits[i]):
        return True
    if not scan.tokens.gaps[i] & COMMA:
        return False
    return any(hit.entry.id in _OPENERS and hit.entry.layer == "stops" for hit in scan.hits[i]) or form in words("clause_link")
