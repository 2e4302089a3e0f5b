"""Chains of transmission inside one document: the outlet, whoever passed it on, and whose words they are."""

from tawatur.model import Document, Link, Medium
from tawatur.reading.speakers import Speaker


def build_chain(document: Document, relays: list[Speaker], speaker: Speaker | None, medium: Medium | None) -> tuple[Link, ...]:
    """Outlet first, origin last. `relays` are agencies and bodies between them, nearest to the outlet first."""
    links = [Link("outlet", document.outlet)] if document.outlet else []
    seen = {speaker.id or speaker.name} if speaker else set()
    for relay in relays:
        if (relay.id or relay.name) not in seen:
            seen.add(relay.id or relay.name)
            links.append(_link(relay, None))
    if speaker:
        links.append(_link(speaker, medium))
    return tuple(links)


def _link(speaker: Speaker, via: Medium | None) -> Link:
    return Link(speaker.kind, speaker.name, speaker.id, via, speaker.start, speaker.end)
