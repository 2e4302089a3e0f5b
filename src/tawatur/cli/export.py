"""`tawatur export`: the ledger as files, or what some of it rests on as a web archive."""

import sys
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from tawatur.cli.failures import UsageError
from tawatur.cli.lists import filters_of
from tawatur.cli.opening import opened
from tawatur.cli.options import LanguageOption, Narrow
from tawatur.cli.progress import counted
from tawatur.export.jsonl import export_jsonl
from tawatur.export.wacz import export_wacz
from tawatur.ledger import selecting
from tawatur.ledger.backup import check_free
from tawatur.ledger.lookup import Kind
from tawatur.ledger.store import Ledger
from tawatur.model import EventType
from tawatur.wording.messages import Messages, spoken

Ids = Annotated[tuple[str, ...], Parameter(negative="")]
_EVERYTHING = Narrow()


def export(
    ledger: Annotated[Path, Parameter(help="The ledger's file.")],
    to: Annotated[Path, Parameter(help="The folder to write into, made when missing; for wacz the file.")],
    /,
    *,
    format: Annotated[
        Literal["jsonl", "wacz"], Parameter(name="--format", help="One file of JSON lines per kind; or a web archive of the snapshots.")
    ] = "jsonl",
    document: Annotated[Ids, Parameter(help="For wacz: only this document; may be given again.")] = (),
    event: Annotated[Ids, Parameter(help="For wacz: only what this event rests on; may be given again.")] = (),
    claim: Annotated[Ids, Parameter(help="For wacz: only what this claim rests on; may be given again.")] = (),
    disagreement: Annotated[Ids, Parameter(help="For wacz: only what this disagreement rests on; may be given again.")] = (),
    narrow: Narrow = _EVERYTHING,
    replace: Annotated[bool, Parameter(negative="", help="For wacz: write over a file that is there.")] = False,
    language: LanguageOption = None,
) -> int:
    """Write the ledger as files for other programs. The same ledger gives the same bytes.

    With --format wacz: the snapshots that documents, events, claims or disagreements rest on, as a web archive. Options as those of the
    lists narrow it to what the events and statements of such a list rest on; --type is an event's.
    """
    say = spoken(language)
    chosen: dict[Kind, tuple[str, ...]] = {"document": document, "event": event, "claim": claim, "disagreement": disagreement}
    if format == "jsonl":
        if any(chosen.values()) or narrow != _EVERYTHING or replace:
            raise UsageError("export: --format jsonl writes all of the ledger; only --format wacz can be narrowed or replace a file")
        with opened(ledger, say) as book:
            written = export_jsonl(book, to)
        sys.stdout.write(say("exported", lines=sum(written.values()), folder=to) + "\n")
        return 0
    if any(chosen.values()) and narrow != _EVERYTHING:
        raise UsageError("export: either ids or options that narrow, not both")
    check_free(to, replace)
    with opened(ledger, say) as book:
        _wacz(book, _documents(book, chosen, narrow), to, say)
    return 0


def _documents(book: Ledger, chosen: dict[Kind, tuple[str, ...]], narrow: Narrow) -> set[str]:
    if any(chosen.values()):
        return {name for kind, prefixes in chosen.items() for prefix in prefixes for name in selecting.behind(book, prefix, kind)}
    return selecting.every_document(book) if narrow == _EVERYTHING else selecting.narrowed(book, filters_of(narrow, EventType))


def _wacz(book: Ledger, documents: set[str], file: Path, say: Messages) -> None:
    with counted(say("packing")) as tick:
        packed = export_wacz(book, sorted(documents), file, tick)
    sys.stdout.write(say("exported_wacz", documents=packed.documents, captures=packed.captures, file=file) + "\n")
