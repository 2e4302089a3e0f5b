"""`tawatur rebuild` and `tawatur verify`."""

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from tawatur.cli.failures import Failures
from tawatur.cli.messages import spoken
from tawatur.cli.options import LanguageOption
from tawatur.cli.progress import watched
from tawatur.errors import InputError
from tawatur.ledger.deriving import rebuild as rebuild_ledger
from tawatur.ledger.store import Ledger
from tawatur.ledger.verifying import verify as verify_ledger

LedgerPath = Annotated[Path, Parameter(help="The ledger's file.")]


def rebuild(ledger: LedgerPath, *, language: LanguageOption = None) -> int:
    """Read every snapshot again, and reconcile from nothing. The same ids and rows come out."""
    say, failures, documents = spoken(language), Failures(), 0
    with Ledger(ledger) as book:
        for result in watched(rebuild_ledger(book), say("again")):
            if isinstance(result, InputError):
                failures.add(result)
            else:
                documents += 1
    sys.stdout.write(say("rebuilt", documents=documents) + "\n")
    return failures.status


def verify(ledger: LedgerPath, *, language: LanguageOption = None) -> int:
    """Check that every snapshot is what it was, byte for byte."""
    say, failures, intact = spoken(language), Failures(), 0
    with Ledger(ledger) as book:
        for error in verify_ledger(book):
            if error:
                failures.add(error)
            else:
                intact += 1
    sys.stdout.write(say("verified", intact=intact, broken=failures.count) + "\n")
    return failures.status
