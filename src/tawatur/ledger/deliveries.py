"""Delivering developments to a webhook: each once it took them, however often it was away meanwhile."""

import hashlib
from datetime import UTC, datetime

import msgspec

from tawatur.errors import InputError
from tawatur.fetching.webhook import Webhook
from tawatur.ledger.developments import mark_delivered
from tawatur.ledger.store import Ledger
from tawatur.moments import written

_AT_ONCE = 100
_WAITING = """
    SELECT number, record FROM deliveries JOIN developments ON number = development WHERE webhook = ? ORDER BY number LIMIT ?
"""


def deliver(ledger: Ledger, webhook: Webhook) -> InputError | None:
    """Delivers all that waits, in order. What the webhook does not take goes on waiting, and why is returned."""
    while waiting := ledger.rows(_WAITING, webhook.name, _AT_ONCE).fetchall():
        try:
            webhook.post(*_message(waiting))
        except InputError as fault:
            return fault
        mark_delivered(ledger, webhook.name, [number for number, _ in waiting])
    return None


def _message(waiting: list[tuple[int, str]]) -> tuple[str, bytes]:
    """Its id, by which a receiver knows it when it comes again, and the JSON."""
    told = [{"number": number, **msgspec.json.decode(record)} for number, record in waiting]
    digest = hashlib.sha256(msgspec.json.encode(told)).hexdigest()[:32]
    body = {"type": "tawatur.developments", "timestamp": written(datetime.now(UTC)), "data": {"developments": told}}
    return f"tawatur-{digest}", msgspec.json.encode(body)
