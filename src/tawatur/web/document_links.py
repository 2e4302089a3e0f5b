"""Where the records of a report lead on to: events, claims and voices of the ledger."""

from collections.abc import Mapping
from typing import NamedTuple

from tawatur.ledger.dossiers import Dossier
from tawatur.ledger.store import Ledger
from tawatur.ledger.voices import heard
from tawatur.model import Link, Reading
from tawatur.page.cards import Card
from tawatur.page.render import Report
from tawatur.text.fold import fold
from tawatur.web.viewer import Viewer


class Onward(NamedTuple):
    """A link from a card: our words, and a name from outside behind them."""

    address: str
    text: str
    name: str | None = None


def onward(viewer: Viewer, ledger: Ledger, found: Dossier, reading: Reading, view: Report) -> dict[str, list[Onward]]:
    """By the anchor of a card, where it leads; cards that lead nowhere are left out."""
    said_by = {_key(one.chain[-1]) for one in reading.statements if one.chain}
    known = heard(ledger, said_by | {name.id for name in reading.names if name.id})
    speakers = {one.id: one.chain[-1] for one in reading.statements if one.chain and one.chain[-1].kind != "outlet"}
    led = {}
    for card in (card for cards in view.cards.layers.values() for card in cards):
        links = [*_group(viewer, found, card), *_voice(viewer, known, card, speakers)]
        if links:
            led[card.anchor] = links
    return led


def _group(viewer: Viewer, found: Dossier, card: Card) -> list[Onward]:
    record = card.record or ""
    if card.layer in ("events", "figures") and record in found.events:
        return [Onward(viewer.link("event", found.events[record]), viewer.say("web.document.to_event"))]
    if card.layer == "statements" and record in found.claims:
        return [Onward(viewer.link("claim", found.claims[record]), viewer.say("web.document.to_claim"))]
    return []


def _voice(viewer: Viewer, known: Mapping[str, str], card: Card, speakers: dict[str, Link]) -> list[Onward]:
    link = speakers.get(card.record or "") if card.layer == "statements" else None
    key = _key(link) if link else card.record if card.layer == "names" else None
    if key is None or key not in known:
        return []
    return [Onward(viewer.link(f"sources/{known[key]}", key), viewer.say("web.document.to_voice"), card.title.text)]


def _key(link: Link) -> str:
    return link.id or fold(link.name)
