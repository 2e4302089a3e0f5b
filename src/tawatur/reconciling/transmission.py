"""A chain as it was handed down: the links of a chain as read, with each that names nobody taken for what it is."""

from collections.abc import Iterator, Sequence

import msgspec

from tawatur.model import Link
from tawatur.reconciling.nameless import body_of_paper, body_of_site, is_bare_medium, is_bare_paper, is_network, is_ours, is_reporter
from tawatur.reconciling.parties import NAMELESS, Party, entities, listed_name
from tawatur.reconciling.publishers import publisher, publisher_at_head

RELAYS = ("outlet", "agency")
MEDIA = ("outlet", "agency", "channel")
"""Kinds of listed publishers that pass on what others say. A monitor speaks for itself."""


def handed_down(chain: Sequence[Link]) -> Iterator[Link]:
    """The links of a chain, where «مراسلنا» is no other source, «وسائل إعلام محلية» no agency, and a body's paper is the body."""
    for link in map(_of_its_kind, chain):
        known = link.id is not None and not link.id.startswith(NAMELESS)
        match link.kind:
            case "agency" if not known and is_bare_medium(link.name):
                continue
            case "agency" | "organisation" if not known and is_network(link.name):
                yield _as_nameless(link)
            case "anonymous" if is_ours(link.name) or is_reporter(link.name):
                yield from _reporter(link)
            case "document":
                yield _paper(link)
            case _:
                yield link


def _of_its_kind(link: Link) -> Link:
    """A link to a listed body or medium that was taken for a person or a body, as what it is."""
    listed = entities().get(link.id or "")
    if link.kind not in ("person", "organisation") or listed is None or listed.kind == "person":
        return link
    return msgspec.structs.replace(link, kind="agency" if listed.kind in MEDIA else "organisation")


def _reporter(link: Link) -> Iterator[Link]:
    """The medium that a reporter is of; nobody, where it is the one that tells it; else a nameless source."""
    medium = " ".join(link.name.split()[1:])
    listed = publisher_at_head(medium)
    if listed:
        yield msgspec.structs.replace(link, kind="agency", name=listed_name(listed), id=listed)
    elif medium and not is_ours(link.name) and not is_bare_medium(medium):
        yield link


def _paper(link: Link) -> Link:
    """A paper of a listed body is the body's own word; one that has no name of its own is a nameless source."""
    body = body_of_paper(link.name)
    if body:
        return msgspec.structs.replace(link, kind="organisation", id=body.key)
    return _as_nameless(link) if is_bare_paper(link.name) else link


def _as_nameless(link: Link) -> Link:
    return msgspec.structs.replace(link, kind="anonymous", id=None)


def relays(chain: Sequence[Link]) -> dict[str, str]:
    """The outlets and agencies of a chain, nearest to the reader first: the key of each, and its name."""
    found: dict[str, str] = {}
    for link in chain:
        if link.kind in RELAYS:
            found.setdefault(publisher(link.name, link.id), link.name)
    return found


def own_site_of(relay: str, name: str) -> Party | None:
    """The listed body whose own site a relay is, by the name given or the listed one."""
    listed = entities().get(relay)
    return body_of_site(name) or (body_of_site(listed.ar) if listed else None)
