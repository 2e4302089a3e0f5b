"""Families: documents whose text descends from one text. Samples of word triples find candidates, whole sets confirm."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from tawatur.model import Family
from tawatur.reconciling.clustering import Groups
from tawatur.reconciling.explanations import Text, joined, wording
from tawatur.reconciling.features import DocumentFeatures
from tawatur.reconciling.ids import content_id
from tawatur.reconciling.parties import name_stems
from tawatur.reconciling.shingles import sample, unpacked
from tawatur.reconciling.words import overlap, telling

SHARE = 0.5
"""Two texts are of one family when at least this share of the shorter one's word triples is in the longer."""
SHORT_SHARE, SHORT = 0.75, 40
"""A text of few triples must share more, since stock phrases weigh more in it."""
LONGER_SHARE = 0.15
"""Less than this of the longer text shared: it is a round-up that took in a report."""
COMMON = 40
"""A triple in more documents than this links each of them only with the next few."""

_NEXT, _LEAST_SHARED, _FEWEST = 3, 2, 12


class Kinship(msgspec.Struct, frozen=True):
    """Two documents that share text: `share` is of the shorter one."""

    one: str
    other: str
    share: float


def families(documents: Sequence[DocumentFeatures]) -> tuple[list[Family], list[Kinship]]:
    """Families of two documents and more, and the pairs that make them."""
    known = {document.id: document for document in documents}
    kin = sorted(_kin(known), key=lambda pair: (-pair.share, pair.one, pair.other))
    groups = Groups(known)
    for pair in kin:
        groups.join(pair.one, pair.other)
    members = [sorted(group) for group in groups.all() if len(group) > 1]
    return [_family([known[name] for name in group], kin_of) for group, kin_of in _with_kin(members, kin)], kin


def _with_kin(members: list[list[str]], kin: list[Kinship]) -> Iterator[tuple[list[str], list[Kinship]]]:
    home = {name: index for index, group in enumerate(members) for name in group}
    by_group: dict[int, list[Kinship]] = defaultdict(list)
    for pair in kin:
        by_group[home[pair.one]].append(pair)
    for index, group in enumerate(members):
        yield group, by_group[index]


def _kin(known: dict[str, DocumentFeatures]) -> Iterator[Kinship]:
    """Candidate pairs whose whole sets of triples confirm what the samples say."""
    for one, other in sorted(_candidates(known)):
        share = _share(unpacked(known[one].shingles), unpacked(known[other].shingles))
        if share is not None:
            yield Kinship(one, other, share)


def _candidates(known: dict[str, DocumentFeatures]) -> Iterator[tuple[str, str]]:
    holders: dict[int, list[str]] = defaultdict(list)
    sizes: dict[str, int] = {}
    for name in sorted(known):
        picked = sample(known[name].shingles)
        sizes[name] = len(picked)
        for shingle in picked:
            holders[shingle].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        shared.update(_pairs(names))
    for (one, other), count in shared.items():
        if count >= min(_LEAST_SHARED, sizes[one], sizes[other]) and count >= 0.25 * min(sizes[one], sizes[other]):
            yield one, other


def _pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    reach = len(names) if len(names) <= COMMON else _NEXT
    for index, one in enumerate(names):
        for other in names[index + 1 : index + 1 + reach]:
            yield one, other


def _share(one: Sequence[int], other: Sequence[int]) -> float | None:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _FEWEST:
        return None
    common = len(set(shorter).intersection(longer))
    share = common / len(shorter)
    needed = SHORT_SHARE if len(shorter) < SHORT else SHARE
    return share if share >= needed and common >= LONGER_SHARE * len(longer) else None


def credits(document: DocumentFeatures, outlet: str | None) -> bool:
    """Whether the document credits that outlet as its agency."""
    if not outlet:
        return False
    stems = telling(name_stems(outlet)) or name_stems(outlet)
    return any(overlap(stems, telling(name_stems(agency)) or name_stems(agency)) > 0 for agency in document.agencies)


def _family(documents: list[DocumentFeatures], kin: list[Kinship]) -> Family:
    """The first is who all others credit, else who published first, else whose text the others hold."""
    first = min(documents, key=lambda document: _precedence(document, documents))
    best: dict[str, Kinship] = {}
    for pair in kin:
        for name, other in ((pair.one, pair.other), (pair.other, pair.one)):
            if name not in best or (other == first.id and best[name].share == pair.share):
                best[name] = pair
    reasons = {document.id: _reason(document, first, best[document.id]) for document in documents}
    names = tuple(
        document.id for document in sorted(documents, key=lambda document: (document.id != first.id, _when(document), document.id))
    )
    return Family(content_id("family", first.id), names, first.id, reasons)


def _precedence(document: DocumentFeatures, others: Iterable[DocumentFeatures]) -> tuple[bool, tuple[int, str], int, str]:
    credited = any(credits(other, document.outlet) for other in others if other is not document and other.outlet != document.outlet)
    return not credited, _when(document), -len(document.shingles), document.id


def _when(document: DocumentFeatures) -> tuple[int, str]:
    return (document.day if document.day is not None else 10**9, document.published or "9999")


def _reason(document: DocumentFeatures, first: DocumentFeatures, pair: Kinship) -> dict[str, str]:
    other = pair.other if pair.one == document.id else pair.one
    parts = [wording("reason.shared_text", percent=round(pair.share * 100), other=other)]
    if document.id == first.id:
        parts.append(_why_first(document))
    elif credits(document, first.outlet):
        parts.append(wording("reason.credits", who=first.outlet or ""))
    agencies = sorted(set(document.agencies) & set(first.agencies)) if document.id != first.id else []
    if agencies:
        parts.append(wording("reason.both_credit", who=joined([Text(name, name) for name in agencies], "list")))
    return joined(parts, "list").both()


def _why_first(document: DocumentFeatures) -> Text:
    return wording("reason.first", when=document.published) if document.published else wording("reason.first_unknown")
