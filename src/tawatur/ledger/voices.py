"""Voices: the outlets, agencies and speakers of a ledger, the most heard first, and the packs' names for them.

What one of them said is in `voices_said`, where it turned in `voices_turns`, what rests on it in `voices_origins`, who copies whom in
`voices_copies`, and what the packs know of it in `voices_facts`. All of it is found by an index, whatever the size of the ledger.
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, get_args

import msgspec

from tawatur.errors import NotFoundError
from tawatur.ledger.asking.remembering import remembered
from tawatur.ledger.owing import SourceKind
from tawatur.ledger.store import Ledger
from tawatur.model import Record
from tawatur.packs.tables import table_rows
from tawatur.reconciling.parties import entities
from tawatur.text.fold import fold

_LISTED = """
    SELECT kind, key, documents, statements, origins FROM voices
    WHERE kind = ? AND documents <= ? AND (documents < ? OR key > ?){named} ORDER BY documents DESC, key LIMIT ?
"""
_ONE = "SELECT kind, key, documents, statements, origins FROM voices WHERE kind = ? AND key = ?"
_NAMED = " AND ({words} OR key IN (SELECT value FROM json_each(?)))"
_NAME = "SELECT name FROM source_names WHERE kind = ? AND key = ? ORDER BY links DESC, name LIMIT 1"
_CARRIERS = """
    SELECT outlet, count(DISTINCT document), sum(statements) FROM document_sources JOIN document_index USING (document)
    WHERE kind = ? AND key = ? AND outlet != '' GROUP BY outlet ORDER BY 2 DESC, outlet
"""
_MONTHS = "SELECT substr(day, 1, 7), count(*) FROM sayings WHERE kind = ? AND key = ? AND day > '' GROUP BY 1 ORDER BY 1"
_TABLES = ("people", "actors", "outlets", "countries")
"""Of the packs, those that name who can speak."""
_HEARD = "SELECT key, kind FROM voices WHERE kind IN ('agency', 'speaker') AND key IN (SELECT value FROM json_each(?)) ORDER BY kind"
_MOST = 2**62


class Voice(Record, frozen=True):
    """`name` is the Arabic one of the packs, or else the commonest in the documents; `english` that of the packs.

    It appears in so many `documents`, makes or passes on so many `statements` (of outlets: all that their documents hold), and so many
    mentions and statements end with it: `origins`.
    """

    kind: SourceKind
    key: str
    name: str
    english: str | None
    documents: int
    statements: int
    origins: int


class After(NamedTuple):
    """Where a list goes on: behind the voice of that many documents and that key."""

    documents: int
    key: str


class Carrier(Record, frozen=True):
    """An outlet that has a voice in so many documents, with so many statements."""

    outlet: str
    documents: int
    statements: int


def voices(ledger: Ledger, kind: SourceKind, words: str = "", *, after: After | None = None, limit: int = 50) -> list[Voice]:
    """Those heard in most documents first. `words` are parts of the name, in Arabic or English, folded or not; all must occur."""
    start = after or After(_MOST, "")
    sought = fold(words).split()
    named, parameters = "", []
    if sought:
        named = _NAMED.format(words=" AND ".join(["instr(key, ?)"] * len(sought)))
        parameters = [*sought, msgspec.json.encode(_keys_named(ledger, kind, sought)).decode()]
    found = ledger.rows(_LISTED.format(named=named), kind, start.documents, start.documents, start.key, *parameters, limit)
    return [_voice(ledger, *row) for row in found.fetchall()]


@remembered
def counts(ledger: Ledger) -> dict[SourceKind, int]:
    """How many voices of each kind there are."""
    found = dict(ledger.rows("SELECT kind, count(*) FROM voices GROUP BY kind").fetchall())
    return {kind: found.get(kind, 0) for kind in get_args(SourceKind)}


def heard(ledger: Ledger, keys: Iterable[str]) -> dict[str, SourceKind]:
    """Of these keys those that are agencies or speakers in the ledger, and which; who is both is a speaker."""
    found = ledger.rows(_HEARD, msgspec.json.encode(sorted(set(keys))).decode())
    return dict(found.fetchall())


def voice(ledger: Ledger, kind: SourceKind, key: str) -> Voice:
    """One of them. Raises NotFoundError."""
    row = ledger.rows(_ONE, kind, key).fetchone()
    if row is None:
        raise NotFoundError(f"{key}: no such {kind} in {ledger.path}; list them with `tawatur sources {ledger.path}`")
    return _voice(ledger, *row)


def carriers(ledger: Ledger, kind: SourceKind, key: str) -> list[Carrier]:
    """The outlets in whose documents a voice is heard, the most first."""
    return [Carrier(*row) for row in ledger.rows(_CARRIERS, kind, key)]


def months(ledger: Ledger, kind: SourceKind, key: str) -> dict[str, int]:
    """By month, such as 2018-05, how many statements a voice made; the earliest first, those of unknown date left out."""
    return dict(ledger.rows(_MONTHS, kind, key).fetchall())


def _voice(ledger: Ledger, kind: SourceKind, key: str, documents: int, statements: int, origins: int) -> Voice:
    entity = entities().get(outlet_ids().get(key, "") if kind == "outlet" else key)
    name = key if kind == "outlet" else (entity.ar if entity and entity.ar else str(ledger.value(_NAME, kind, key) or key))
    return Voice(kind, key, name, entity.en if entity else None, documents, statements, origins)


def _keys_named(ledger: Ledger, kind: SourceKind, sought: list[str]) -> list[str]:
    """The keys whose names in the packs have all these words; of outlets, whose keys are names, also by the key itself."""
    forms = _forms()
    if kind != "outlet":
        return [key for key, form in forms.items() if all(word in form for word in sought)]
    names = [key for (key,) in ledger.rows("SELECT key FROM voices WHERE kind = 'outlet'")]
    return [name for name in names if all(word in f"{fold(name)} {forms.get(outlet_ids().get(name, ''), '')}" for word in sought)]


@cache
def _forms() -> dict[str, str]:
    """By id, all names that the packs have, folded."""
    rows = (row for table in _TABLES for row in table_rows(table) if row.get("en"))
    return {row.get("id"): fold(" ".join((*row.list("ar"), *row.list("noun"), row.get("en")))) for row in rows}


@cache
def outlet_ids() -> dict[str, str]:
    """The id in the packs of an outlet, by each of its names."""
    names = ((name, row.get("id")) for row in table_rows("outlets") for name in (row.get("en"), *row.list("ar")) if name)
    found: dict[str, str] = {}
    for name, identifier in names:
        found.setdefault(name, identifier)
    return found
