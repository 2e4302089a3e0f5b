"""Counted things in a text: a number with its noun, a dual, a vague quantifier, a bare noun, or none at all.

What is no count stays out: dates, ages, distances, sums of money, percentages, calibres, unit names, resolutions.
"""

from tawatur.reading.counts_marks import Count, Marks
from tawatur.reading.counts_numbers import numbered
from tawatur.reading.counts_worded import quantified, unnumbered
from tawatur.reading.scan import Scan


def find_counts(scan: Scan, marks: Marks) -> list[Count]:
    """All counts of a document, in order; none overlaps a time, a name or another count. The one that begins first wins."""
    found = [*numbered(scan, marks), *quantified(scan, marks), *unnumbered(scan, marks)]
    found.sort(key=lambda count: (count.first, -count.stop))
    kept: list[Count] = []
    for count in found:
        if not kept or count.first >= kept[-1].stop:
            kept.append(count)
    return kept
