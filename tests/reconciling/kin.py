"""Families of any documents, each compared with each: what the search for candidates must come to."""

from collections.abc import Sequence
from itertools import combinations

from tawatur.model import Family
from tawatur.reconciling.clustering import Groups
from tawatur.reconciling.families import Kin, families_of
from tawatur.reconciling.features import DocumentFeatures
from tawatur.reconciling.kinship import kinship, may_be_kin
from tawatur.reconciling.shingles import sample


def families(documents: Sequence[DocumentFeatures]) -> tuple[list[Family], list[Kin]]:
    """Families of two documents and more, and all pairs that are kin."""
    known = {document.id: document for document in documents}
    groups = Groups(sorted(known))
    kin = [Kin(one, other, share) for one, other in combinations(sorted(known), 2) if (share := _share(known[one], known[other]))]
    for pair in kin:
        groups.join(pair.one, pair.other)
    made = [family for group in groups.all() for family in _in_component([known[name] for name in group], kin)]
    return sorted(made, key=lambda family: family.id), kin


def _share(one: DocumentFeatures, other: DocumentFeatures) -> float | None:
    ours, theirs = set(sample(one.shingles)), set(sample(other.shingles))
    found = kinship(one, other) if may_be_kin(len(ours & theirs), len(ours), len(theirs)) else None
    return found.share if found else None


def _in_component(documents: list[DocumentFeatures], kin: list[Kin]) -> list[Family]:
    names = {document.id for document in documents}
    return families_of(documents, [pair for pair in kin if pair.one in names]) if len(documents) > 1 else []
