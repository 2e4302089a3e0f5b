"""The rows by which one document's statements are found by who makes them."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tawatur.ledger.owing import KIND_OF, SourceKind
from tawatur.model import Document

Row = tuple[Any, ...]
_DAY = len("2020-03-14")


class _Voiced(NamedTuple):
    """A link of a chain, by whose voice it is. A report that is quoted as a thing is no voice."""

    kind: SourceKind
    key: str
    owner: str
    is_origin: bool


def saying_rows(document: Document, links: Sequence[Row], statements: Sequence[Row]) -> list[Row]:
    """The rows of `sayings`, from those of `links` and `statements`. An outlet, which passes on all that its documents say, says what it
    has from nobody."""
    days = {row[1]: _day(row[5], document.published) for row in statements}
    found: dict[tuple[SourceKind, str, str], bool] = {}
    for one in _voiced(document, links):
        if one.owner in days and (one.is_origin or one.kind != "outlet"):
            place = one.kind, one.key, one.owner
            found[place] = found.get(place, False) or one.is_origin
    return [(kind, key, days[owner], document.id, owner, int(is_origin)) for (kind, key, owner), is_origin in found.items()]


def _day(first: str | None, published: str | None) -> str:
    """When it was said: not after the report of it, whatever year a misprint gives."""
    reported = (published or "")[:_DAY]
    return reported if len(reported) == _DAY and (first or "") > reported else first or ""


def _voiced(document: Document, links: Sequence[Row]) -> Iterator[_Voiced]:
    for _, owner, is_origin, link_kind, _, key, _ in links:
        kind = KIND_OF.get(link_kind)
        if kind:
            yield _Voiced(kind, key, owner, bool(is_origin))
        elif link_kind == "outlet" and document.outlet:
            yield _Voiced("outlet", document.outlet, owner, bool(is_origin))
