"""Tawatur reads Arabic news reports and keeps a ledger of what they say and who stands behind it.

import tawatur

with tawatur.open("iraq.ledger") as library:
    for event in library.events(place="التاجي"):
        print(event.date, event.type, event.chains_max)
    killed = library.figures(role="killed").to_pandas()
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from tawatur.client import Library

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(ledger: "str | PathLike[str]", *, read_only: bool = False) -> "Library":
    """Opens a ledger that `tawatur add` made, and brings it up to date with what came in; with `read_only` it is taken as it is, and
    nobody can judge. Raises LedgerError for what is no ledger, or cannot be opened."""
    from tawatur.client import Library  # here, so that importing the package takes no time

    return Library(ledger, read_only=read_only)
