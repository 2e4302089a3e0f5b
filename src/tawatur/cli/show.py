"""`tawatur show`: one thing of the ledger, whole."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import msgspec
from cyclopts import Parameter

from tawatur.cli.describe import Describer
from tawatur.cli.opening import opened
from tawatur.cli.options import LanguageOption, ShowFormat
from tawatur.cli.screen import Screen
from tawatur.cli.whole import Whole
from tawatur.ledger import lookup
from tawatur.ledger.accounts import Accounts
from tawatur.ledger.deriving import reading
from tawatur.ledger.judgements import listed
from tawatur.ledger.store import Ledger
from tawatur.wording.messages import spoken


def show(
    ledger: Annotated[Path, Parameter(help="The ledger's file.")],
    id: Annotated[
        str,
        Parameter(
            help="An id of an event, disagreement, claim, statement, mention, figure, document, family or judgement, or its beginning."
        ),
    ],
    *,
    format: ShowFormat = "table",
    language: LanguageOption = None,
) -> int:
    """Show one thing whole: each side, each account's own words, and the chain behind each."""
    say = spoken(language)
    with opened(ledger, say) as book:
        located = lookup.find(book, id)
        view = _view(book, located)
        if format == "json":
            sys.stdout.write(msgspec.json.encode(view, order="deterministic").decode() + "\n")
        else:
            Whole(Describer(Screen(), say)).show(view)
    return 0


def _view(ledger: Ledger, located: lookup.Located) -> Any:
    accounts = Accounts(ledger)
    identifier = located.id
    if located.kind == "mention":
        event = ledger.value("SELECT event FROM event_mentions WHERE mention = ?", identifier)
        document = ledger.value("SELECT document FROM mentions WHERE id = ?", identifier)
        return accounts.event(event) if event else reading(ledger, document)
    if located.kind == "figure":
        mention = next(mention for _, mention, _ in lookup.figures(ledger, identifier))
        return _view(ledger, lookup.Located("mention", mention))
    if located.kind == "judgement":
        return next(one for one in listed(ledger) if one.judgement.id == identifier)
    views: dict[str, Callable[[str], Any]] = {
        "event": accounts.event, "disagreement": accounts.disagreement, "claim": accounts.claim, "statement": accounts.statement,
        "document": lambda name: reading(ledger, name), "family": lambda name: lookup.family(ledger, name),
    }  # fmt: skip
    return views[located.kind](identifier)
