"""What is new in a ledger: the developments that nobody was told of yet, or that wait for a webhook."""

import msgspec

from tawatur.ledger.developments_records import Development
from tawatur.ledger.store import Ledger


def developments(ledger: Ledger, most: int = 20) -> tuple[Development, ...]:
    """The latest that are kept, the newest first, without what is of use to programs only."""
    found = []
    for (record,) in ledger.rows("SELECT record FROM developments ORDER BY number DESC"):
        one = msgspec.json.decode(record, type=Development)
        if not one.is_quiet:
            found.append(one)
        if len(found) == most:
            break
    return tuple(found)
