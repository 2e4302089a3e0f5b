"""What a ledger came to, for comparing two of them."""

from typing import Any

from tawatur.ledger.store import Ledger

DERIVED = ("events", "event_mentions", "claims", "claim_statements", "disagreements", "families", "family_members", "merges")


def contents(ledger: Ledger) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every table of derived things, in an order of their own."""
    return {table: sorted(ledger.rows(f"SELECT * FROM {table}").fetchall(), key=repr) for table in DERIVED}
