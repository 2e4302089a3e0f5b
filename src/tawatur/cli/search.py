"""`tawatur search`: the reports that hold some words."""

import sys
from pathlib import Path
from typing import Annotated, Any

import msgspec
from cyclopts import Parameter

from tawatur.cli.failures import UsageError
from tawatur.cli.opening import opened
from tawatur.cli.options import LanguageOption, ShowFormat
from tawatur.cli.screen import Screen
from tawatur.ledger.searching import Found, parse
from tawatur.ledger.searching import search as search_ledger
from tawatur.wording.messages import Messages, spoken


def search(
    ledger: Annotated[Path, Parameter(help="The ledger's file.")],
    *words: Annotated[str, Parameter(help='Words, all of which must occur, in any form; "quoted words" as they stand.')],
    limit: Annotated[int, Parameter(help="At most so many.")] = 20,
    format: ShowFormat = "table",
    language: LanguageOption = None,
) -> int:
    """Search the reports' text. Hamzas, marks, clitics and endings do not matter, except within quotes."""
    query = " ".join(words)
    if not parse(query):
        raise UsageError("name at least one word to search for")
    say = spoken(language)
    with opened(ledger, say) as book:
        found = list(search_ledger(book, query, limit))
    if format == "json":
        sys.stdout.write(msgspec.json.encode([_as_json(one) for one in found]).decode() + "\n")
    else:
        _print(found, Screen(), say)
    return 0


def _as_json(found: Found) -> dict[str, Any]:
    document, snippet = found.document, found.snippet
    text = document.text[snippet.start : snippet.end]
    return {
        "document": document.id, "outlet": document.outlet, "published": document.published, "title": document.title,
        "url": document.url, "snippet": {"start": snippet.start, "end": snippet.end, "text": text}, "matches": found.matches,
    }  # fmt: skip


def _print(found: list[Found], screen: Screen, say: Messages) -> None:
    for one in found:
        document = one.document
        head = [document.published or say("no_date"), screen.text(say.outlet(document.outlet)), screen.text(document.title or "")]
        screen.line(screen.bold(screen.text(document.id)) + "  " + "  ".join(filter(None, head)))
        marks = [(match.start, match.end) for match in one.matches]
        screen.line("    " + screen.marked(document.text, one.snippet.start, one.snippet.end, marks))
    if not found:
        screen.line(say("nothing"))
