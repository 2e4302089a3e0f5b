"""`tawatur why`: what speaks for and against, in words."""

import sys
from pathlib import Path
from typing import Annotated

import msgspec
from cyclopts import Parameter

from tawatur.cli.describe import Describer
from tawatur.cli.opening import opened
from tawatur.cli.options import LanguageOption, ShowFormat
from tawatur.cli.reasons import Reasons
from tawatur.cli.screen import Screen
from tawatur.ledger.explaining import why as explain
from tawatur.wording.messages import spoken


def why(
    ledger: Annotated[Path, Parameter(help="The ledger's file.")],
    id: Annotated[str, Parameter(help="The id of an event, mention, claim, statement, figure, disagreement, document or family.")],
    other: Annotated[str | None, Parameter(help="Another id: are the two one, and why? The beginning of an id is enough.")] = None,
    /,
    *,
    format: ShowFormat = "table",
    language: LanguageOption = None,
) -> int:
    """Say why: why two accounts are one event or two, why a number of chains is what it is, why documents are one text family."""
    say = spoken(language)
    with opened(ledger, say) as book:
        found = explain(book, [id] if other is None else [id, other])
    if format == "json":
        sys.stdout.write(msgspec.json.encode(found, order="deterministic").decode() + "\n")
    else:
        Reasons(Describer(Screen(), say)).show(found)
    return 0
