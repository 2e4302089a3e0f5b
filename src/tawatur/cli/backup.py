"""`tawatur backup` and `tawatur restore`: a whole ledger as one checked file, and back."""

import sys
from pathlib import Path
from typing import Annotated

import msgspec
from cyclopts import Parameter

from tawatur.cli.failures import told
from tawatur.cli.options import LanguageOption, ShowFormat
from tawatur.cli.progress import counted
from tawatur.ledger.backup import Manifest
from tawatur.ledger.backup import backup as back_up
from tawatur.ledger.backup_restoring import restore as put_back
from tawatur.ledger.store import Ledger
from tawatur.wording.messages import spoken

BackupPath = Annotated[Path, Parameter(help="The backup's file, such as iraq-2020-03-14.zip.")]
LedgerPath = Annotated[Path, Parameter(help="The ledger's file.")]


def backup(
    ledger: LedgerPath,
    file: BackupPath,
    /,
    *,
    replace: Annotated[bool, Parameter(negative="", help="Write over a backup that is there.")] = False,
    format: ShowFormat = "table",
    language: LanguageOption = None,
) -> int:
    """Write the whole ledger into one checked file. It may be in use meanwhile.

    The file is a ZIP of the ledger, a manifest with its hash, and a few words on how to open it. It appears when it is whole.
    """
    say = spoken(language)
    with Ledger(ledger, on_wait=told(say, "waiting")) as book, counted(say("backing_up")) as tick:
        manifest = back_up(book, file, replace=replace, tick=tick)
    if format == "json":
        _print(manifest)
    else:
        sys.stdout.write(say("backed_up", file=file, size=manifest.size, head=manifest.head) + "\n")
    return 0


def restore(
    file: BackupPath,
    ledger: LedgerPath,
    /,
    *,
    replace: Annotated[bool, Parameter(negative="", help="Take the place of a ledger that is there, and keep it beside.")] = False,
    format: ShowFormat = "table",
    language: LanguageOption = None,
) -> int:
    """Put a backup back as a ledger, checked first. A ledger that is there is left alone, or with --replace kept beside."""
    say = spoken(language)
    with counted(say("restoring")) as tick:
        restored = put_back(file, ledger, replace=replace, tick=tick)
    if format == "json":
        _print(restored.manifest)
        return 0
    sys.stdout.write(say("restored", ledger=ledger, made_at=restored.manifest.made_at) + "\n")
    if restored.kept:
        sys.stdout.write(say("kept_beside", kept=restored.kept) + "\n")
    return 0


def _print(manifest: Manifest) -> None:
    sys.stdout.write(msgspec.json.encode(manifest, order="deterministic").decode() + "\n")
