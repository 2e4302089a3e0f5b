"""Families: documents whose text descends from one text. Samples of runs find candidates, kinship confirms them, and each family is
those of a connected component whose text is that of the first.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from tawatur.model import Family
from tawatur.reconciling.explanations import joined, wording
from tawatur.reconciling.features import DocumentFeatures
from tawatur.reconciling.ids import content_id
from tawatur.reconciling.kinship import touching
from tawatur.reconciling.precedence import by_precedence, moment, what_ties, why_first


class Kin(NamedTuple):
    """Two documents that are kin, by their ids, and the share of the shorter text that is in both."""

    one: str
    other: str
    share: float


AllKin = Mapping[str, Mapping[str, Kin]]
"""Who is kin to whom, by id, in both directions."""


def families_of(component: Collection[DocumentFeatures], kin: Iterable[Kin]) -> list[Family]:
    """The families in one connected component, given all kin pairs in it.

    Whoever has precedence gathers those that descend from it, then the next of those left. A round-up, which came after two of its kin
    that have nothing to do with each other, belongs to neither.
    """
    about = _both_ways(kin)
    ordered = by_precedence(component)
    left = {document.id: document for document in ordered if not _is_round_up(document, ordered, about)}
    made = []
    for first in ordered:
        if first.id in left:
            members = _descending(first, left, about)
            for member in members:
                del left[member.id]
            if len(members) > 1:
                made.append(_family(first, members, about))
    return made


def _both_ways(kin: Iterable[Kin]) -> AllKin:
    about: dict[str, dict[str, Kin]] = defaultdict(dict)
    for pair in kin:
        about[pair.one][pair.other] = about[pair.other][pair.one] = pair
    return about


def _is_round_up(document: DocumentFeatures, component: Iterable[DocumentFeatures], about: AllKin) -> bool:
    own, at = about[document.id], moment(document.published)
    earlier = [other for other in component if other.id in own and moment(other.published) < at]
    return any(other.id not in about[one.id] and not touching(one, other) for one, other in combinations(earlier, 2))


def _descending(first: DocumentFeatures, left: Mapping[str, DocumentFeatures], about: AllKin) -> list[DocumentFeatures]:
    """Those that kinship leads to from the first, through such as share text with the first."""
    reached, waiting = {first.id}, [first.id]
    while waiting:
        for name in about[waiting.pop()]:
            if name in left and name not in reached and (name in about[first.id] or touching(first, left[name])):
                reached.add(name)
                waiting.append(name)
    return [left[name] for name in sorted(reached)]


def _family(first: DocumentFeatures, members: Sequence[DocumentFeatures], about: AllKin) -> Family:
    later = sorted((member for member in members if member.id != first.id), key=lambda member: (moment(member.published), member.id))
    names = {member.id for member in members}
    reasons = {member.id: _reason(member, first, members, _nearest(member, first, names, about)) for member in members}
    return Family(content_id("family", first.id), (first.id, *(member.id for member in later)), first.id, reasons)


def _nearest(document: DocumentFeatures, first: DocumentFeatures, family: Collection[str], about: AllKin) -> Kin:
    """The kinship by which a document belongs: with the first if they are kin, else with whom it shares most."""
    own = {name: pair for name, pair in about[document.id].items() if name in family}
    return own[first.id] if first.id in own else min(own.values(), key=lambda pair: (-pair.share, pair.one, pair.other))


def _reason(document: DocumentFeatures, first: DocumentFeatures, family: Collection[DocumentFeatures], pair: Kin) -> dict[str, str]:
    other = pair.other if pair.one == document.id else pair.one
    ties = [why_first(first, family)] if document.id == first.id else what_ties(document, first)
    return joined([wording("reason.shared_text", percent=round(pair.share * 100), other=other), *ties], "list").both()
