"""`tawatur export`: the ledger as files, or what some of it rests on as a web archive."""

import sys
from dataclasses import fields
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from tawatur.cli.failures import UsageError
from tawatur.cli.lists import filters_of
from tawatur.cli.opening import opened
from tawatur.cli.options import LanguageOption, Narrow
from tawatur.cli.progress import counted
from tawatur.export.format import Format, Job
from tawatur.export.formats import FORMATS
from tawatur.export.jsonl import export_jsonl
from tawatur.export.package import export_package
from tawatur.export.placing import check_place
from tawatur.export.wacz import export_wacz
from tawatur.ledger import selecting
from tawatur.ledger.backup import check_free
from tawatur.ledger.lookup import Kind
from tawatur.ledger.store import Ledger
from tawatur.model import EventType
from tawatur.wording.messages import Messages, spoken

Ids = Annotated[tuple[str, ...], Parameter(negative="")]
_EVERYTHING = Narrow()
_NAMES = ("jsonl", *FORMATS, "wacz")
_OPTIONS = {"first": "--from", "last": "--to"}
"""Of `Narrow`, where they are not called as the field is."""


def export(
    ledger: Annotated[Path, Parameter(help="The ledger's file.")],
    to: Annotated[Path, Parameter(help="The folder to write, or a file that ends in .zip; for wacz the file.")],
    /,
    *,
    format: Annotated[str, Parameter(name="--format", help=f"One of {', '.join(_NAMES)}.")] = "jsonl",
    document: Annotated[Ids, Parameter(help="For wacz: only this document; may be given again.")] = (),
    event: Annotated[Ids, Parameter(help="For wacz: only what this event rests on; may be given again.")] = (),
    claim: Annotated[Ids, Parameter(help="For wacz: only what this claim rests on; may be given again.")] = (),
    disagreement: Annotated[Ids, Parameter(help="For wacz: only what this disagreement rests on; may be given again.")] = (),
    narrow: Narrow = _EVERYTHING,
    replace: Annotated[bool, Parameter(negative="", help="Not for jsonl: write over an earlier export.")] = False,
    bom: Annotated[bool, Parameter(negative="", help="CSV files begin with a byte order mark, for Excel.")] = False,
    language: LanguageOption = None,
) -> int:
    """Write the ledger as files for other programs. The same ledger gives the same bytes.

    The formats but jsonl and wacz come as a package that explains itself: the data, a README in Arabic and English, a data dictionary,
    and a manifest of hashes. Options as those of the lists narrow it to the events and statements of such a list, and what belongs to
    them. wacz writes the snapshots that documents, events, claims or disagreements rest on as a web archive, narrowed by ids or the same
    options. --type is an event's.
    """
    say = spoken(language)
    if format not in _NAMES:
        raise UsageError(f"--format: {format!r} is not one of {', '.join(_NAMES)}")
    chosen: dict[Kind, tuple[str, ...]] = {"document": document, "event": event, "claim": claim, "disagreement": disagreement}
    if any(chosen.values()) and format != "wacz":
        raise UsageError("export: only --format wacz is narrowed by ids; the other formats take options such as --place and --from")
    if format == "jsonl":
        if narrow != _EVERYTHING or replace or bom:
            raise UsageError("export: --format jsonl writes all of the ledger; the other formats can be narrowed or replace what is there")
        return _jsonl(ledger, to, say)
    if format == "wacz":
        return _wacz(ledger, to, chosen, narrow, replace, say)
    return _package(ledger, to, FORMATS[format], narrow, replace, bom, say)


def _jsonl(ledger: Path, to: Path, say: Messages) -> int:
    with opened(ledger, say) as book:
        written = export_jsonl(book, to)
    sys.stdout.write(say("exported", lines=sum(written.values()), folder=to) + "\n")
    return 0


def _package(ledger: Path, to: Path, format: Format, narrow: Narrow, replace: bool, bom: bool, say: Messages) -> int:
    filters = filters_of(narrow, EventType)
    check_place(to, replace)
    with opened(ledger, say) as book, counted(say("exporting")) as tick:
        job = Job(book, to, tick=tick, is_marked=bom)
        manifest = export_package(job, format, _told(narrow), filters=filters, is_replacing=replace)
    rows = sum(file.rows or 0 for file in manifest.files.values())
    sys.stdout.write(say("exported_package", rows=rows, files=len(manifest.files), to=to) + "\n")
    return 0


def _told(narrow: Narrow) -> dict[str, str]:
    """The options that were given, as they were given."""
    given = ((field.name, getattr(narrow, field.name)) for field in fields(narrow))
    return {_OPTIONS.get(name, f"--{name}"): str(value) for name, value in given if value is not None}


def _wacz(ledger: Path, to: Path, chosen: dict[Kind, tuple[str, ...]], narrow: Narrow, replace: bool, say: Messages) -> int:
    if any(chosen.values()) and narrow != _EVERYTHING:
        raise UsageError("export: either ids or options that narrow, not both")
    check_free(to, replace)
    with opened(ledger, say) as book, counted(say("packing")) as tick:
        packed = export_wacz(book, sorted(_documents(book, chosen, narrow)), to, tick)
    sys.stdout.write(say("exported_wacz", documents=packed.documents, captures=packed.captures, file=to) + "\n")
    return 0


def _documents(book: Ledger, chosen: dict[Kind, tuple[str, ...]], narrow: Narrow) -> set[str]:
    if any(chosen.values()):
        return {name for kind, prefixes in chosen.items() for prefix in prefixes for name in selecting.behind(book, prefix, kind)}
    return selecting.every_document(book) if narrow == _EVERYTHING else selecting.narrowed(book, filters_of(narrow, EventType))
