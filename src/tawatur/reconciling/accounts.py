"""Accounts: one mention or statement as something handed down, with its origin and whom it passed through."""

from typing import Literal

import msgspec

from tawatur.model import Link
from tawatur.packs.tables import table_rows
from tawatur.reconciling.parties import Party, key_of
from tawatur.reconciling.words import folded_words, stem
from tawatur.text.fold import fold

OriginKind = Literal["relay", "person", "body", "anonymous", "paper"]
"""relay: no origin named beyond an outlet or agency; body: an organisation in its own name; paper: a named document."""

_KIND: dict[str, OriginKind] = {"person": "person", "organisation": "body", "anonymous": "anonymous", "document": "paper"}


class Account(msgspec.Struct, frozen=True):
    """`relays` are the outlets and agencies it passed through, nearest to the reader first; the origin comes after them.

    `organisation` is what a person speaks for, `source` the class of a nameless source (`witness`, `official` or nothing).
    """

    id: str
    document: str
    home: str
    relays: tuple[str, ...]
    kind: OriginKind
    origin: str
    name: str
    organisation: str
    source: str


def account(
    identifier: str,
    document: str,
    home: str,
    chain: tuple[Link, ...],
    agencies: tuple[str, ...] = (),
    organisation: Party | None = None,
) -> Account:
    """`home` is the text family of the document, or the document itself; `agencies` are those it credits."""
    relays = [key_of(link.name, link.id) for link in chain if link.kind in ("outlet", "agency")] or [document]
    relays += [key for key in (key_of(name, None) for name in agencies) if key not in relays] if len(relays) == 1 else []
    sources = [link for link in chain if link.kind not in ("outlet", "agency")]
    if not sources:
        return Account(identifier, document, home, tuple(relays), "relay", relays[-1], _last_name(chain, document), "", "")
    last = sources[-1]
    body = organisation.key if organisation else next((key_of(x.name, x.id) for x in sources[:-1] if x.kind == "organisation"), "")
    origin = key_of(last.name, last.id)
    return Account(
        identifier, document, home, tuple(relays), _KIND[last.kind], origin, last.name,
        origin if last.kind == "organisation" else body, source_class(last.name) if last.kind == "anonymous" else "",
    )  # fmt: skip


def _last_name(chain: tuple[Link, ...], document: str) -> str:
    return chain[-1].name if chain else document


def source_class(name: str) -> str:
    """`witness` for «شهود عيان» or «سكان», `official` for «مصدر أمني»; nothing for a nameless source of any other kind."""
    stems = {stem(form) for form in folded_words(name)}
    for row in table_rows("nameless_sources"):
        if stems & {stem(fold(word)) for word in row.list("words")}:
            return row.get("class")
    return ""


def surname(one: Account) -> str:
    """The last word of a person's name, by which news goes on after naming someone in full."""
    words = folded_words(one.name)
    return stem(words[-1]) if words else ""
