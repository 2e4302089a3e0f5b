"""One thing of the ledger by its id, or by the beginning of its id."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from tawatur.errors import NotFoundError
from tawatur.ledger.store import Ledger
from tawatur.model import Claim, Disagreement, Event, Family, Figure, Judgement, Merge, Record
from tawatur.reconciling.corrections import figure_id

Kind = Literal["event", "disagreement", "claim", "family", "statement", "mention", "document", "figure", "judgement"]
_SHOWN = 5
FIGURE = "figure-"
_FIGURES = """
    SELECT DISTINCT mention, role, low, high, modifier, first, stop FROM figures
    WHERE mention IS NOT NULL AND document IN (SELECT document FROM kept_figures WHERE id GLOB ?)
"""
_TABLES: tuple[tuple[Kind, str], ...] = (
    ("event", "events"), ("disagreement", "disagreements"), ("claim", "claims"), ("family", "families"), ("statement", "statements"),
    ("mention", "mentions"), ("document", "readings"), ("judgement", "judgements"),
)  # fmt: skip


class Located(Record, frozen=True):
    kind: Kind
    id: str


def find(ledger: Ledger, prefix: str) -> Located:
    """The thing whose id is `prefix`, or the only one whose id begins with it. Raises NotFoundError."""
    for condition, value in (("= ?", prefix), ("GLOB ?", glob(prefix))):
        found = [
            Located(kind, identifier)
            for kind, table in _TABLES
            for (identifier,) in ledger.rows(
                f"SELECT DISTINCT {_id(kind)} FROM {table} WHERE {_id(kind)} {condition} ORDER BY 1 LIMIT ?", value, _SHOWN + 1
            )
        ]
        found += [Located("figure", name) for name, _, _ in figures(ledger, prefix) if condition != "= ?" or name == prefix]
        if len(found) == 1 or (found and condition == "= ?"):
            return found[0]
    if not found:
        raise NotFoundError(f"{prefix}: no such id in {ledger.path}; list ids with `tawatur events {ledger.path}`")
    several = ", ".join(located.id for located in found[:_SHOWN]) + (", …" if len(found) > _SHOWN else "")
    raise NotFoundError(f"{prefix}: may be {several}; write more of the id")


def _id(kind: Kind) -> str:
    return "document" if kind == "document" else "id"


def glob(prefix: str) -> str:
    """The GLOB pattern of all that begins so."""
    return "".join(f"[{character}]" if character in "*?[" else character for character in prefix) + "*"


def event(ledger: Ledger, identifier: str) -> Event:
    return msgspec.json.decode(_record(ledger, "events", identifier), type=Event)


def claim(ledger: Ledger, identifier: str) -> Claim:
    return msgspec.json.decode(_record(ledger, "claims", identifier), type=Claim)


def disagreement(ledger: Ledger, identifier: str) -> Disagreement:
    return msgspec.json.decode(_record(ledger, "disagreements", identifier), type=Disagreement)


def family(ledger: Ledger, identifier: str) -> Family:
    return msgspec.json.decode(_record(ledger, "families", identifier), type=Family)


def merges(ledger: Ledger, subject: str) -> tuple[Merge, ...]:
    """Why the mentions of an event, or the statements of a claim, were taken for one."""
    return tuple(
        msgspec.json.decode(record, type=Merge) for (record,) in ledger.rows("SELECT record FROM merges WHERE subject = ?", subject)
    )


def judgement(ledger: Ledger, identifier: str) -> Judgement:
    return msgspec.json.decode(_record(ledger, "judgements", identifier), type=Judgement)


def figures(ledger: Ledger, prefix: str) -> Iterator[tuple[str, str, Figure]]:
    """The id, the mention and the record of figures whose id begins so."""
    if not prefix.startswith(FIGURE):
        return
    wanted = {name for (name,) in ledger.rows("SELECT id FROM kept_figures WHERE id GLOB ?", glob(prefix))}
    for mention, role, low, high, modifier, start, end in ledger.rows(_FIGURES, glob(prefix)).fetchall():
        figure = Figure(start, end, role, low, high, modifier)
        name = figure_id(mention, figure)
        if name in wanted:
            yield name, mention, figure


def _record(ledger: Ledger, table: str, identifier: str) -> str:
    return str(ledger.value(f"SELECT record FROM {table} WHERE id = ?", identifier))
