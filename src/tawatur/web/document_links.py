"""Where the records of a report lead on to: events, claims and voices of the ledger."""

from typing import NamedTuple

import msgspec

from tawatur.ledger.dossiers import Dossier
from tawatur.ledger.store import Ledger
from tawatur.model import Link, Reading
from tawatur.page.cards import Card
from tawatur.page.render import Report
from tawatur.text.fold import fold
from tawatur.web.viewer import Viewer

_HEARD = "SELECT key, kind FROM voices WHERE kind IN ('agency', 'speaker') AND key IN (SELECT value FROM json_each(?)) ORDER BY kind DESC"


class Onward(NamedTuple):
    """A link from a card: our words, and a name from outside behind them."""

    address: str
    text: str
    name: str | None = None


def onward(viewer: Viewer, ledger: Ledger, found: Dossier, reading: Reading, view: Report) -> dict[str, list[Onward]]:
    """By the anchor of a card, where it leads; cards that lead nowhere are left out."""
    heard = _heard(ledger, reading)
    speakers = {one.id: one.chain[-1] for one in reading.statements if one.chain and one.chain[-1].kind != "outlet"}
    led = {}
    for card in (card for cards in view.cards.layers.values() for card in cards):
        links = [*_group(viewer, found, card), *_voice(viewer, heard, card, speakers)]
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


def _voice(viewer: Viewer, heard: dict[str, str], card: Card, speakers: dict[str, Link]) -> list[Onward]:
    link = speakers.get(card.record or "") if card.layer == "statements" else None
    key = _key(link) if link else card.record if card.layer == "names" else None
    if key not in heard:
        return []
    return [Onward(viewer.link(f"sources/{heard[key]}", key), viewer.say("web.document.to_voice"), card.title.text)]


def _heard(ledger: Ledger, reading: Reading) -> dict[str, str]:
    """By key the kind of those voices that the report names; who is a speaker and an agency too, as a speaker."""
    keys = {name.id for name in reading.names if name.id} | {_key(one.chain[-1]) for one in reading.statements if one.chain}
    found = ledger.rows(_HEARD, msgspec.json.encode(sorted(keys)).decode())
    return dict(reversed(found.fetchall()))


def _key(link: Link) -> str:
    return link.id or fold(link.name)
