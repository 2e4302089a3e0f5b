"""All that a ledger keeps about one document beside what it says: its captures and versions, its addresses, its entries in the custody log,
its text family, and what its accounts became part of. Everything is found by an index."""

import hashlib
import zlib
from typing import Literal

from tawatur.errors import NotFoundError
from tawatur.ledger import custody, deriving, lookup
from tawatur.ledger.judgements import bearing_on
from tawatur.ledger.store import Ledger
from tawatur.ledger.versions import Capture, Version, captures, versions
from tawatur.model import Disagreement, DisagreementKind, Judgement, Reading, Record

_EVENTS = "SELECT m.id, e.event FROM mentions m JOIN event_mentions e ON e.mention = m.id WHERE m.document = ?"
_CLAIMS = "SELECT s.id, c.claim FROM statements s JOIN claim_statements c ON c.statement = s.id WHERE s.document = ?"
_DISPUTES = """
    SELECT DISTINCT p.disagreement FROM {table} t CROSS JOIN unit_disagreement_parts p ON p.part = t.id WHERE t.document = ? ORDER BY 1
"""
_ADDRESSES = "SELECT address, kind FROM addresses WHERE document = ? ORDER BY kind, address"
_ENTRIES = "SELECT * FROM custody WHERE subject = ? ORDER BY number DESC LIMIT ?"
_ABOUT = "SELECT outlet, title, published FROM readings WHERE document = ?"
_CONTENT = "SELECT content, media FROM snapshots JOIN captures USING (sha256) WHERE document = ? AND sha256 = ? LIMIT 1"
_MOST_ENTRIES, _MOST_MEMBERS = 200, 50
_CHECKED_AT_ONCE = 4_000_000
"""Packed bytes of a snapshot that are hashed while somebody waits for the page."""

State = Literal["whole", "damaged", "unchecked"]


class Address(Record, frozen=True):
    """`kind` says whether the page claims it for its own or was found there. Without scheme, as addresses are compared."""

    address: str
    kind: str


class Member(Record, frozen=True):
    """A document of a text family; `reason` says why it belongs there, under `ar` and `en`."""

    document: str
    outlet: str | None
    title: str | None
    published: str | None
    is_first: bool
    reason: dict[str, str]


class Kin(Record, frozen=True):
    """A text family: the first document, then the others, as many as are listed of `count`."""

    id: str
    count: int
    members: tuple[Member, ...]


class Dispute(Record, frozen=True):
    id: str
    kind: DisagreementKind
    explanation: dict[str, str]


class Dossier(Record, frozen=True):
    """`reading` is None for a document that no report is read from any more. `events` and `claims` say by the id of a mention or statement
    which event or claim it is part of. `entries` are the latest of the custody log first."""

    document: str
    reading: Reading | None
    captures: tuple[Capture, ...]
    versions: tuple[Version, ...]
    addresses: tuple[Address, ...]
    entries: tuple[custody.Entry, ...]
    family: Kin | None
    events: dict[str, str]
    claims: dict[str, str]
    disputes: tuple[Dispute, ...]
    judgements: tuple[Judgement, ...]

    @property
    def first(self) -> Member | None:
        """The document whose text this one carries, if another had it first."""
        first = self.family.members[0] if self.family else None
        return first if first and first.document != self.document else None


def dossier(ledger: Ledger, document: str) -> Dossier:
    """Raises NotFoundError for a document that is not there."""
    found = versions(ledger, document)
    has_reading = ledger.value("SELECT 1 FROM readings WHERE document = ?", document) is not None
    events, claims = dict(ledger.rows(_EVENTS, document).fetchall()), dict(ledger.rows(_CLAIMS, document).fetchall())
    figures = [name for (name,) in ledger.rows("SELECT id FROM kept_figures WHERE document = ?", document)]
    return Dossier(
        document=document,
        reading=deriving.reading(ledger, document) if has_reading else None,
        captures=tuple(captures(ledger, document)),
        versions=tuple(found),
        addresses=tuple(Address(*row) for row in ledger.rows(_ADDRESSES, document)),
        entries=tuple(map(custody.entry_of, ledger.rows(_ENTRIES, document, _MOST_ENTRIES))),
        family=_kin(ledger, document),
        events=events,
        claims=claims,
        disputes=_disputes(ledger, document),
        judgements=bearing_on(ledger, [document, *_parts(ledger, document), *figures]),
    )


def content(ledger: Ledger, document: str, sha256: str) -> bytes:
    """The bytes of a snapshot of the document, as they came. Raises NotFoundError."""
    row = ledger.rows(_CONTENT, document, sha256).fetchone()
    if row is None:
        raise NotFoundError(f"{document}: holds no snapshot {sha256} in {ledger.path}; see `tawatur diff {ledger.path} {document}`")
    return zlib.decompress(row[0])


def state(ledger: Ledger, found: Dossier) -> State:
    """Whether the bytes of each snapshot of the document, and each of its entries in the log, bear their hashes. Large ones are left
    to `tawatur verify`, and so is whether the log as a whole holds together."""
    if any(custody.computed(entry) != entry.hash for entry in found.entries):
        return "damaged"
    sizes = [_size(ledger, name) for name in sorted({one.sha256 for one in found.captures})]
    if sum(sizes) > _CHECKED_AT_ONCE:
        return "unchecked"
    return "whole" if all(_is_whole(ledger, found.document, one.sha256) for one in found.captures) else "damaged"


def _size(ledger: Ledger, sha256: str) -> int:
    return int(ledger.value("SELECT length(content) FROM snapshots WHERE sha256 = ?", sha256) or 0)


def _is_whole(ledger: Ledger, document: str, sha256: str) -> bool:
    try:
        return hashlib.sha256(content(ledger, document, sha256)).hexdigest() == sha256
    except (zlib.error, NotFoundError):
        return False


def _parts(ledger: Ledger, document: str) -> list[str]:
    """The ids of all that the document tells and says."""
    return [name for table in ("mentions", "statements") for (name,) in ledger.rows(f"SELECT id FROM {table} WHERE document = ?", document)]


def _disputes(ledger: Ledger, document: str) -> tuple[Dispute, ...]:
    names = {name for table in ("mentions", "statements") for (name,) in ledger.rows(_DISPUTES.format(table=table), document)}
    found: list[Disagreement] = [lookup.disagreement(ledger, name) for name in sorted(names)]
    return tuple(Dispute(one.id, one.kind, one.explanation) for one in found)


def _kin(ledger: Ledger, document: str) -> Kin | None:
    name = ledger.value("SELECT family FROM family_members WHERE document = ?", document)
    if name is None:
        return None
    family = lookup.family(ledger, name)
    listed = list(dict.fromkeys((family.first, document, *family.documents)))[:_MOST_MEMBERS]
    shown = [one for one in family.documents if one in listed]
    return Kin(
        name, len(family.documents), tuple(_member(ledger, one, one == family.first, family.reasons.get(one, {})) for one in shown)
    )  # fmt: skip


def _member(ledger: Ledger, document: str, is_first: bool, reason: dict[str, str]) -> Member:
    outlet, title, published = ledger.rows(_ABOUT, document).fetchone() or (None, None, None)
    return Member(document, outlet, title, published, is_first, reason)
