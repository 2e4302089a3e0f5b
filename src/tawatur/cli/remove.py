"""`tawatur remove` and `tawatur removed`: taking documents out for good, and the list of what was."""

import os
import sys
from pathlib import Path
from typing import Annotated

import msgspec
from cyclopts import Parameter

from tawatur.cli.failures import Failures, UsageError, complain, told
from tawatur.cli.judge import NAME_VARIABLE
from tawatur.cli.lists import print_list
from tawatur.cli.opening import bring_up_to_date, opened
from tawatur.cli.options import LanguageOption, ListFormat, ShowFormat
from tawatur.ledger import removing
from tawatur.ledger.store import Ledger
from tawatur.wording.messages import Messages, spoken

LedgerPath = Annotated[Path, Parameter(help="The ledger's file.")]
_COLUMNS = ["sha256", "document", "source", "removed_at", "removed_by", "reason"]


def remove(
    ledger: LedgerPath,
    *documents: Annotated[str, Parameter(help="The ids of documents, or the beginnings of them.")],
    reason: Annotated[str | None, Parameter(help="Why; always needed.")] = None,
    by: Annotated[str | None, Parameter(help=f"Who decides; by default {NAME_VARIABLE}.")] = None,
    format: ShowFormat = "table",
    language: LanguageOption = None,
) -> int:
    """Take documents out for good: their snapshots' bytes, all that was read from them, and all that follows from it.

    That they were there stays: a tombstone with hash, source, who, when and why. The same bytes are not taken in again. Backups that were
    made before still hold them.
    """
    say, failures, name = spoken(language), Failures(), by or os.environ.get(NAME_VARIABLE)
    if not documents:
        raise UsageError("remove: name at least one document")
    if not name or not reason:
        missing = f"who decides with --by (or {NAME_VARIABLE})" if not name else "why with --reason"
        raise UsageError(f"remove: say {missing}")
    with opened(ledger, say, failures) as book:
        removed = removing.remove(book, documents, name, reason)
        bring_up_to_date(book, say, failures)
        is_wiped = removing.wipe(book, removed.documents)
    _tell(removed, format, say)
    if not is_wiped:
        complain(say("not_wiped", ledger=ledger))
    return failures.status


def _tell(removed: removing.Removed, format: str, say: Messages) -> None:
    if format == "json":
        sys.stdout.write(msgspec.json.encode(removed, order="deterministic").decode() + "\n")
        return
    sys.stdout.write(say("removed", documents=len(removed.documents), snapshots=len(removed.tombstones)) + "\n")
    if removed.kept:
        sys.stdout.write(say("kept_for_another", snapshots=len(removed.kept)) + "\n")


def removed(ledger: LedgerPath, *, format: ListFormat = "table", language: LanguageOption = None) -> int:
    """List what was removed: when, by whom, why, and the hash of each snapshot."""
    say = spoken(language)
    with Ledger(ledger, on_wait=told(say, "waiting")) as book:
        found = list(removing.tombstones(book))
    cells = [[getattr(one, column) for column in _COLUMNS] for one in found]
    rows = ([one.removed_at[:10], one.removed_by, one.reason, one.document, one.source, one.sha256[:16]] for one in found)
    print_list(format, say, ["date", "by", "why", "document", "source", "id"], found, rows, _COLUMNS, cells)
    return 0
