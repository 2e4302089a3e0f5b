"""What a format of export is: a name, the definitions of its tables, and how its data files are written into a folder."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tawatur.export.choosing import EVERYTHING, Chosen
from tawatur.ledger.store import Ledger
from tawatur.model import Record

Tick = Callable[[], object]
"""Called after each piece of work, for whoever watches."""


@dataclass(frozen=True)
class Job:
    """What to write where. A format finds `folder` empty; `tick` is to be called about once in a thousand rows.

    `is_marked`: CSV files begin with a byte order mark.
    """

    ledger: Ledger
    folder: Path
    chosen: Chosen = EVERYTHING
    tick: Tick = lambda: None
    is_marked: bool = False


class Part(Record, frozen=True):
    """A data file that was written: its name in the folder, its rows (or features, or nodes), and the table of the definition it holds."""

    file: str
    rows: int
    table: str | None = None


@dataclass(frozen=True)
class Format:
    """`definition` names the file of this room that defines the columns (`tidy.tables`); None where there are none.

    `write` writes the data files, in one snapshot of the ledger. What is particular to the format is said in `about/NAME.md`.
    """

    name: str
    write: Callable[[Job], Iterator[Part]]
    definition: str | None = None
