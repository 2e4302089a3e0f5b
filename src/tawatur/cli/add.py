"""`tawatur add`: reports into a ledger."""

import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from tawatur.cli.failures import Failures, complain, told
from tawatur.cli.news import News
from tawatur.cli.opening import bring_up_to_date
from tawatur.cli.options import LanguageOption, checked_date
from tawatur.cli.progress import watched
from tawatur.cli.sources import SOURCES_HELP, Opening
from tawatur.errors import InputError
from tawatur.intake import Given, Snapshot
from tawatur.ledger.adding import add_snapshots
from tawatur.ledger.known_pages import known_pages
from tawatur.ledger.store import Ledger
from tawatur.wording.messages import Messages, spoken


def add(
    ledger: Annotated[Path, Parameter(help="The ledger's file, made when missing.")],
    *paths: Annotated[str, Parameter(help=SOURCES_HELP)],
    published: Annotated[str | None, Parameter(help="Publication date of reports that do not say it.")] = None,
    outlet: Annotated[str | None, Parameter(help="Outlet of reports that do not say it.")] = None,
    changes: Annotated[bool, Parameter(negative="", help="Also say what changed in the ledger, a sentence a line.")] = False,
    opening: Opening | None = None,
    language: LanguageOption = None,
) -> int:
    """Add reports to a ledger, made when missing.

    A report that is there already is left as it is. When the command is stopped, what was stored stays.
    """
    say, failures, opening = spoken(language), Failures(), opening or Opening()
    given = Given(checked_date("--published", published), outlet, opening.columns)
    opening.check(paths)
    with Ledger(ledger, create=True, on_wait=told(say, "waiting")) as book:
        found, options = opening.found(paths, partial(known_pages, book))
        try:
            counts = _add(book, found, given, failures, say)
            counts["known"] += options.skipped.pop("unchanged", 0)
            bring_up_to_date(book, say, failures, is_noting=changes)
        except KeyboardInterrupt:
            complain(say("stopped"))
            raise
        if changes:
            News(say).tell_all(book)
    sys.stdout.write(say("added", **counts, failed=failures.count) + "\n")
    if passed := options.skipped.total():
        sys.stdout.write(say("passed", count=passed) + "\n")
    return failures.status


def _add(book: Ledger, found: Iterable[Snapshot | InputError], given: Given, failures: Failures, say: Messages) -> dict[str, int]:
    counts = dict.fromkeys(("new", "changed", "known"), 0)
    for result in watched(add_snapshots(book, found, given), say("reading")):
        if isinstance(result, InputError):
            failures.add(result)
        else:
            counts["new" if result.is_new else "changed" if result.is_changed else "known"] += 1
    return counts
