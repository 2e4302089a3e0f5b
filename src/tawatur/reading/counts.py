"""Counted things in a text: a number with its noun, a dual, a vague quantifier, a bare noun, or none at all.

What is no count stays out: dates, ages, distances, sums of money, percentages, calibres, unit names, resolutions.
"""

from tawatur.packs.grammar import words
from tawatur.reading.counts_marks import Count, Marks
from tawatur.reading.counts_numbers import numbered
from tawatur.reading.counts_worded import quantified, unnumbered
from tawatur.reading.scan import Scan

_NEAR = 2


def find_counts(scan: Scan, marks: Marks) -> list[Count]:
    """All counts of a document, in order; none overlaps a time, a name or another count. The one that begins first wins."""
    found = [*numbered(scan, marks), *quantified(scan, marks), *unnumbered(scan, marks)]
    found.sort(key=lambda count: (count.first, -count.stop))
    kept: list[Count] = []
    for count in found:
        if kept and count.first < kept[-1].stop:
            continue
        if kept and _amounts_to(scan, kept[-1], count):
            kept.pop()
        kept.append(count)
    return kept


def _amounts_to(scan: Scan, vague: Count, count: Count) -> bool:
    """«سلسلة من الغارات بلغت 133 غارة»: the number that is told next of the same things takes the vague count's place."""
    if vague.modifier != "vague" or count.kind != "number" or count.noun.kind != vague.noun.kind or not vague.noun.kind:
        return False
    between = scan.tokens.forms[vague.stop : count.lead]
    return bool(between) and len(between) <= _NEAR and between[0] in words("amounting")
