"""`tawatur export`: the ledger as files."""

import sys
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from tawatur.cli.messages import spoken
from tawatur.cli.opening import opened
from tawatur.cli.options import LanguageOption
from tawatur.export.jsonl import export_jsonl


def export(
    ledger: Annotated[Path, Parameter(help="The ledger's file.")],
    folder: Annotated[Path, Parameter(help="The folder to write into, made when missing.")],
    *,
    format: Annotated[Literal["jsonl"], Parameter(name="--format", help="One file of JSON lines per kind.")] = "jsonl",
    language: LanguageOption = None,
) -> int:
    """Write the ledger as files for other programs. The same ledger gives the same bytes."""
    say = spoken(language)
    with opened(ledger, say) as book:
        written = {"jsonl": export_jsonl}[format](book, folder)
    sys.stdout.write(say("exported", lines=sum(written.values()), folder=folder) + "\n")
    return 0
