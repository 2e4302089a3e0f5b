"""The names (IRIs) of things in JSON-LD, and who is who: outlets, agencies, bodies, persons."""

from typing import Any
from urllib.parse import quote

from tawatur.export.coding_parties import english
from tawatur.model import Link

Node = dict[str, Any]
"""A node of JSON-LD; keys are terms of the context."""

_SAFE = ":-._~"
_TYPES = {
    "outlet": ["NewsMediaOrganization", "Agent"],
    "agency": ["NewsMediaOrganization", "Agent"],
    "organisation": ["Organization", "Agent"],
    "person": ["Person", "Agent"],
}
READING, RECONCILING, SOFTWARE = "urn:tawatur:activity:reading", "urn:tawatur:activity:reconciling", "urn:tawatur:software"


def named(identifier: str) -> str:
    """The name of anything that has an id in the ledger: the id itself, what a URN cannot hold percent-encoded."""
    return f"urn:tawatur:id:{quote(identifier, safe=_SAFE)}"


def snapshot(sha256: str) -> str:
    return f"urn:sha256:{sha256}"


def outlet(name: str) -> Node:
    return {"id": _agent(name), "type": _TYPES["outlet"], "name": name}


def judge(name: str) -> Node:
    """A person who judged, apart from those of whom the reports tell."""
    return {"id": f"urn:tawatur:judge:{quote(name, safe='')}", "type": _TYPES["person"], "name": name}


def agent(link: Link) -> Node | None:
    """Who a link of a chain is; None for a document, which is nobody."""
    return None if link.kind == "document" else party(link.name, link.id, link.kind)


def party(name: str, identifier: str | None, kind: str = "") -> Node:
    """A party by the id that the packs give, or by its name; `alternateName` is the English name, where the packs know one."""
    found = {"id": _agent(identifier or name), "type": _TYPES.get(kind, ["Agent"]), "name": name}
    known = english(name, identifier)
    return found if known == name else {**found, "alternateName": known}


def _agent(key: str) -> str:
    return f"urn:tawatur:agent:{quote(key, safe='')}"


def present(node: Node) -> Node:
    """The node without what is not known."""
    return {key: value for key, value in node.items() if value is not None and value != [] and value != ""}
