"""`tawatur rebuild` and `tawatur verify`."""

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from tawatur.cli.failures import Failures, told
from tawatur.cli.options import LanguageOption
from tawatur.cli.progress import watched
from tawatur.errors import InputError
from tawatur.ledger import custody
from tawatur.ledger.deriving import rebuild as rebuild_ledger
from tawatur.ledger.store import Ledger
from tawatur.ledger.verifying import verify as verify_ledger
from tawatur.wording.messages import spoken

LedgerPath = Annotated[Path, Parameter(help="The ledger's file.")]


def rebuild(ledger: LedgerPath, *, language: LanguageOption = None) -> int:
    """Read every snapshot again, and reconcile from nothing. The same ids and rows come out."""
    say, failures, documents = spoken(language), Failures(), 0
    with Ledger(ledger, on_wait=told(say, "waiting")) as book:
        for result in watched(rebuild_ledger(book), say("again")):
            if isinstance(result, InputError):
                failures.add(result)
            else:
                documents += 1
    sys.stdout.write(say("rebuilt", documents=documents) + "\n")
    return failures.status


def verify(
    ledger: LedgerPath,
    *,
    noted: Annotated[str | None, Parameter(help="A hash of the custody log that was written down earlier: is it there still?")] = None,
    language: LanguageOption = None,
) -> int:
    """Check that the ledger is what it was: its file, every snapshot byte for byte, and the custody log with all that it names."""
    say, failures, intact = spoken(language), Failures(), 0
    with Ledger(ledger, on_wait=told(say, "waiting")) as book:
        for checked in watched(verify_ledger(book, noted), say("verifying")):
            if checked.fault:
                failures.add(checked.fault)
            elif checked.part == "snapshot":
                intact += 1
        entries, head = book.value("SELECT count(*) FROM custody"), custody.head(book)
    sys.stdout.write(say("verified", intact=intact, faults=failures.count) + "\n")
    sys.stdout.write(say("custody_head", entries=entries, head=head) + "\n")
    return failures.status
