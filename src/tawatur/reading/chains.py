"""Chains of transmission inside one document: the outlet, whoever passed it on, and whose words they are."""

from functools import cache

from tawatur.model import Document, Link, Medium
from tawatur.packs.tables import table_rows
from tawatur.reading.speakers import Speaker
from tawatur.text.fold import fold

_MASTHEAD = "-masthead"
"""Ends the id of an outlet's bare name, which is listed apart because it is an ordinary word as well."""


def build_chain(document: Document, relays: list[Speaker], speaker: Speaker | None, medium: Medium | None) -> tuple[Link, ...]:
    """Outlet first, origin last. `relays` are agencies and bodies between them, nearest to the outlet first.

    The outlet itself is no relay: «قال الوزير لبي بي سي» in its own report.
    """
    links = [Link("outlet", document.outlet)] if document.outlet else []
    seen = {speaker.id or speaker.name} if speaker else set()
    own = _ids_of(document.outlet) if document.outlet else frozenset()
    for relay in relays:
        if (relay.id or relay.name) not in seen and (relay.id or "").removesuffix(_MASTHEAD) not in own:
            seen.add(relay.id or relay.name)
            links.append(_link(relay, None))
    if speaker:
        links.append(_link(speaker, medium))
    return tuple(links)


def _ids_of(outlet: str) -> frozenset[str]:
    """The ids of those that publish under the name."""
    return _publishers().get(fold(outlet), frozenset())


@cache
def _publishers() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in table_rows("outlets"):
        identifier = frozenset((row.get("id").removesuffix(_MASTHEAD),))
        for name in (*row.list("ar"), row.get("en")):
            found[fold(name)] = found.get(fold(name), frozenset()) | identifier
    return found


def _link(speaker: Speaker, via: Medium | None) -> Link:
    return Link(speaker.kind, speaker.name, speaker.id, via, speaker.start, speaker.end)
