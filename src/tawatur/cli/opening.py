"""Opening a ledger for a command, brought up to date first."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tawatur.cli.failures import Failures, told
from tawatur.cli.progress import watched
from tawatur.errors import InputError
from tawatur.ledger.deriving import is_current, refresh
from tawatur.ledger.store import Ledger
from tawatur.wording.messages import Messages


@contextmanager
def opened(path: Path, say: Messages, failures: Failures | None = None) -> Iterator[Ledger]:
    """A ledger whose lists are in step with what was added. What cannot be read again is told to `failures`, or on its own."""
    with Ledger(path, on_wait=told(say, "waiting")) as ledger:
        bring_up_to_date(ledger, say, failures or Failures())
        yield ledger


def bring_up_to_date(ledger: Ledger, say: Messages, failures: Failures, *, is_noting: bool = False) -> None:
    """`is_noting`: what changes is noted, to be told."""
    if is_current(ledger):
        return
    for result in watched(refresh(ledger, is_noting=is_noting), say("refreshing")):
        if isinstance(result, InputError):
            failures.add(result)
