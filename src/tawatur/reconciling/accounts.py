"""Accounts: one mention or statement as something handed down, with its origin and whom it passed through."""

from typing import Literal

import msgspec

from tawatur.model import Link
from tawatur.reconciling.features import DocumentFeatures, MentionFeatures, StatementFeatures
from tawatur.reconciling.ids import content_id
from tawatur.reconciling.nameless import body_behind, body_key, is_statement, source_class
from tawatur.reconciling.parties import NAMELESS, Party, entities
from tawatur.reconciling.persons import is_office, own_name
from tawatur.reconciling.publishers import publisher
from tawatur.reconciling.transmission import MEDIA, RELAYS, handed_down, own_site_of, relays
from tawatur.reconciling.words import name_words

OriginKind = Literal["relay", "person", "body", "anonymous", "paper"]
"""relay: no origin named beyond an outlet or agency; body: an organisation in its own name; paper: a document with a name of its own."""

UNKNOWN = "?"

_KIND: dict[str, OriginKind] = {"person": "person", "organisation": "body", "anonymous": "anonymous", "document": "paper"}


class Account(msgspec.Struct, frozen=True):
    """`relays` are the outlets and agencies it passed through, nearest to the reader first; the origin comes after them.

    `organisation` is the key of what the origin speaks for and `body` its name, `source` the class of a nameless source (`witness`,
    `official` or nothing). `own_words`: the document says it itself and names nobody; `had_from`: whom it credits, or whose text it
    carries (`unknown`, when it carries a text without our knowing whose).
    """

    id: str
    document: str
    home: str
    relays: tuple[str, ...]
    kind: OriginKind
    origin: str
    name: str
    organisation: str = ""
    source: str = ""
    body: str = ""
    own_words: bool = False
    had_from: tuple[str, ...] = ()


def account(
    identifier: str,
    document: str,
    home: str,
    chain: tuple[Link, ...],
    agencies: tuple[str, ...] = (),
    organisation: Party | None = None,
    first: str | None = None,
) -> Account:
    """`home` is the text family of the document (its id tells which document was first), or the document itself.

    `agencies` are those the document credits; `first` is the outlet of the document that was first, where the caller has it at hand.
    """
    told = tuple(handed_down(chain))
    passed = relays(told) or {document: document}
    sources = [link for link in told if link.kind not in RELAYS]
    own_words = len(passed) == 1 and not sources
    is_copy = home not in (document, content_id("family", document))
    had_from = _had_from(next(iter(passed)), agencies, is_copy, first) if len(passed) == 1 else {}
    if len(had_from) == 1 and UNKNOWN not in had_from:
        passed |= had_from
    last = next(reversed(passed))
    told_by = Account(
        identifier, document, home, tuple(passed), "relay", last, passed[last], own_words=own_words, had_from=tuple(had_from)
    )  # fmt: skip
    sources = sources or _speaking_on_its_site(last, passed[last])
    return _sourced(told_by, sources, organisation) if sources else told_by


def account_of(told: MentionFeatures | StatementFeatures, document: DocumentFeatures, home: str) -> Account:
    """A mention or statement of a document as something handed down; `home` as for `account`."""
    organisation = told.organisation if isinstance(told, StatementFeatures) else None
    return account(told.id, document.id, home, told.chain, document.agencies, organisation)


def _had_from(outlet: str, agencies: tuple[str, ...], is_copy: bool, first: str | None) -> dict[str, str]:
    """The agencies that a document credits; where there are none, the outlet whose text it carries."""
    credited = {publisher(name, None): name for name in agencies}
    credited.pop(outlet, None)
    if credited or not is_copy or (first and publisher(first, None) == outlet):
        return credited
    return {publisher(first, None): first} if first else {UNKNOWN: ""}


def _speaking_on_its_site(relay: str, name: str) -> list[Link]:
    body = own_site_of(relay, name)
    return [Link("organisation", body.name, body.key)] if body else []


def _sourced(told_by: Account, sources: list[Link], organisation: Party | None) -> Account:
    """The account with its origin: the last of the sources, and the body that it is or speaks for."""
    last = sources[-1]
    body = _spoken_for(sources, organisation, told_by.relays)
    if last.kind == "document" and body and is_statement(last.name):
        last = Link("organisation", body.name, body.key)
    found = msgspec.structs.replace(told_by, kind=_KIND[last.kind], origin=_origin(last), name=last.name)
    if last.kind == "anonymous":
        found = msgspec.structs.replace(found, source=source_class(last.name))
    return msgspec.structs.replace(found, organisation=body.key, body=body.name) if body else found


def _origin(link: Link) -> str:
    """The key of a source. Only a body goes by the listed names of bodies."""
    if link.kind == "organisation":
        return body_key(link.name, link.id)
    known = link.id if link.id and not link.id.startswith(NAMELESS) else None
    return known or NAMELESS + " ".join(own_name(link.name) if link.kind == "person" else name_words(link.name))


def _spoken_for(sources: list[Link], organisation: Party | None, relays: tuple[str, ...]) -> Party | None:
    """The body that a source is or speaks for. A nameless source has one when it is listed; no medium has spokesmen."""
    last = sources[-1]
    if last.kind == "organisation":
        return _body(last.name, _origin(last))
    before = next((_body(link.name, _origin(link)) for link in sources[:-1] if link.kind == "organisation"), None)
    stated = _body(organisation.name, body_key(organisation.name, _listed(organisation))) if organisation else None
    body = stated or before or (body_behind(last.name) if last.kind == "anonymous" or is_office(last.name) else None)
    if body is None or (last.kind == "anonymous" and body.key.startswith(NAMELESS)):
        return None
    listed = entities().get(body.key)
    is_medium = (listed is not None and listed.kind in MEDIA) or publisher(body.name, None) in relays
    return None if is_medium else body


def _listed(organisation: Party) -> str | None:
    """The id that a text's own body was given; its name holds it. A name of which only a part is listed is no such body."""
    return organisation.key if organisation.name in entities() else None


def _body(name: str, key: str) -> Party:
    """A body under its listed name, or as it is written."""
    return Party(key, entities()[key].ar if key in entities() else name)
