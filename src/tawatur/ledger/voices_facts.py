"""What the packs know of a voice: its names, what it is and belongs to, who held which office when, an outlet's family and domains."""

from collections.abc import Iterator
from functools import cache

from tawatur.ledger.owing import SourceKind
from tawatur.ledger.voices import outlet_ids
from tawatur.model import Record
from tawatur.packs.tables import Row, all_tables, read_table, table_rows
from tawatur.reconciling.parties import entities
from tawatur.reconciling.publishers import MASTHEAD


class Named(Record, frozen=True):
    """Something of the packs, by its id and its names in both languages; either may be empty."""

    id: str
    ar: str
    en: str


class Office(Record, frozen=True):
    """An office of a state or body that a person held, with its days, both included. `last` is None where the packs know no end."""

    office: Named
    of: Named
    first: str
    last: str | None


class Facts(Record, frozen=True):
    """`names` in Arabic, the neutral one first. `about` is the office that a person is best known for, in Arabic. `kind` is the word of
    the packs. `calendar` says whose month names an outlet writes; `family` who owns it."""

    id: str
    names: tuple[str, ...]
    en: str
    kind: str
    country: Named | None = None
    parents: tuple[Named, ...] = ()
    about: str | None = None
    offices: tuple[Office, ...] = ()
    domains: tuple[str, ...] = ()
    family: str | None = None
    calendar: str | None = None
    note: str | None = None


def facts(kind: SourceKind, key: str) -> Facts | None:
    """None for a voice that the packs do not know. An outlet is known by any of its names."""
    named = outlet_ids().get(key, "") if kind == "outlet" else key
    identifier = named.removesuffix(MASTHEAD) if named.removesuffix(MASTHEAD) in _rows() else named
    row = _rows().get(identifier)
    if row is None:
        return None
    parents = [_named(name) for name in row.list("parent") + row.list("body")]
    return Facts(
        id=identifier,
        names=tuple(row.list("ar")),
        en=row.get("en"),
        kind={"people": "person", "countries": "country"}.get(row.table, row.get("kind")),
        country=_named(row.get("country")) if row.get("country") else None,
        parents=tuple(parents),
        about=row.get("office") or None,
        offices=tuple(_offices(identifier)),
        domains=tuple(row.list("domains")),
        family=_families().get(row.get("family")),
        calendar=row.get("calendar") or None,
        note=row.get("note") or None,
    )


def _named(name: str) -> Named:
    """What an id means; of a name without one, the name."""
    entity = entities().get(name)
    return Named(name, entity.ar, entity.en) if entity else Named("", name, "")


def _offices(person: str) -> Iterator[Office]:
    for row in table_rows("terms"):
        if row.get("person") == person:
            last = row.get("to")
            known = last if last and last < _known_until() else None
            yield Office(_office_names()[row.get("office")], _named(row.get("of")), row.get("from"), known)


@cache
def _known_until() -> str:
    """The last day that the packs speak of: a term that ends there may go on."""
    return max(row.get("to") for row in table_rows("terms"))


@cache
def _office_names() -> dict[str, Named]:
    return {row.get("id"): Named(row.get("id"), row.list("words")[0], row.get("id").replace("_", " ")) for row in table_rows("offices")}


@cache
def _rows() -> dict[str, Row]:
    """By id, the first row that names a voice."""
    found: dict[str, Row] = {}
    for pack, source in all_tables():
        for row in read_table(pack, source):
            if row.get("id") and row.get("en") and row.get("ar"):
                found.setdefault(row.get("id"), row)
    return found


@cache
def _families() -> dict[str, str]:
    return {row.get("id"): row.get("en") for row in table_rows("families")}
