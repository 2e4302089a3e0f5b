"""Who had a text first: whom others credit, else who published first. And the sentences that say so."""

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from math import inf

from tawatur.reconciling.dates import window
from tawatur.reconciling.explanations import Text, joined, wording
from tawatur.reconciling.features import DocumentFeatures
from tawatur.reconciling.parties import name_stems
from tawatur.reconciling.words import overlap, telling

RECYCLED_DAYS = 30
"""A text that comes back after so many days is an old story told as new."""

_DAY_S = 86_400


def credits(document: DocumentFeatures, outlet: str | None) -> bool:
    """Whether the document credits that outlet as its agency: the telling words of the shorter name are all in the longer."""
    if not outlet:
        return False
    return any(overlap(_stems(outlet), _stems(agency)) == 1 for agency in document.agencies)


def by_precedence(documents: Collection[DocumentFeatures]) -> list[DocumentFeatures]:
    """Whom others credit comes before all others; then who published first; then who has the longest text."""
    return sorted(
        documents,
        key=lambda document: (
            not any(_crediting(document, documents)), moment(document.published), -len(document.shingles), document.id,
        ),
    )  # fmt: skip


def moment(published: str | None) -> float:
    """The last moment that a time of publication may mean, in days: a day without an hour ends at midnight. Unknown is never."""
    if published and "T" in published:
        try:
            told = datetime.fromisoformat(published)
        except ValueError:
            return moment(published.split("T")[0])
        at = told.replace(tzinfo=told.tzinfo or UTC).astimezone(UTC)
        return at.toordinal() + (at - at.replace(hour=0, minute=0, second=0, microsecond=0)).total_seconds() / _DAY_S
    days = window(published)
    return days[1] + 1 if days else inf


def why_first(first: DocumentFeatures, family: Collection[DocumentFeatures]) -> Text:
    crediting = sorted({document.outlet or document.id for document in _crediting(first, family)})
    if crediting:
        return wording("reason.first_credited", who=_list(crediting))
    if first.published is None or moment(first.published) == inf:
        return wording("reason.first_unknown")
    is_tied = any(one.id != first.id and moment(one.published) == moment(first.published) for one in family)
    return wording("reason.first_tied" if is_tied else "reason.first", when=first.published)


def what_ties(document: DocumentFeatures, first: DocumentFeatures) -> Iterator[Text]:
    """What, beside the shared text, says how a document comes after the first of its family."""
    if document.outlet and document.outlet == first.outlet:
        is_later = moment(first.published) < moment(document.published) < inf
        yield wording("reason.later_version" if is_later else "reason.other_version")
    elif credits(document, first.outlet):
        yield wording("reason.credits", who=first.outlet or "")
    agencies = sorted(set(document.agencies) & set(first.agencies))
    if agencies:
        yield wording("reason.both_credit", who=_list(agencies))
    if document.day is None:
        yield wording("reason.undated")
    elif first.day is not None and document.day - first.day >= RECYCLED_DAYS:
        yield wording("reason.recycled", days=document.day - first.day)


def _crediting(document: DocumentFeatures, others: Collection[DocumentFeatures]) -> Iterator[DocumentFeatures]:
    """Those of another outlet that credit the document's."""
    return (other for other in others if other.outlet != document.outlet and credits(other, document.outlet))


@cache
def _stems(name: str) -> frozenset[str]:
    return telling(name_stems(name)) or name_stems(name)


def _list(names: Sequence[str]) -> Text:
    return joined([Text(name, name) for name in names], "list")
