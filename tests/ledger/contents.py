"""What a ledger came to, for comparing two of them."""

from typing import Any

from tawatur.ledger.store import Ledger

DERIVED = (
    "events", "event_mentions", "claims", "claim_statements", "disagreements", "families", "family_members", "merges", "event_index",
    "event_outlets", "disagreement_index", "claim_index", "document_index", "document_sources", "source_names",
    "voices", "sayings", "origins", "turns", "review_queue",
)  # fmt: skip


def contents(ledger: Ledger) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every table of derived things, in an order of their own; not when they were seen, which differs."""
    return {table: sorted(ledger.rows(f"SELECT {_columns(ledger, table)} FROM {table}").fetchall(), key=repr) for table in DERIVED}


def _columns(ledger: Ledger, table: str) -> str:
    names = ledger.rows("SELECT name FROM pragma_table_info(?) WHERE name != 'seen_at'", table)
    return ", ".join(name for (name,) in names)
