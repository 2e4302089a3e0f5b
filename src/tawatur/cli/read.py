"""`tawatur read`: what reports say, printed."""

import sys
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

import msgspec
from cyclopts import Parameter

from tawatur.cli.describe import Describer
from tawatur.cli.failures import Failures
from tawatur.cli.options import LanguageOption, checked_date
from tawatur.cli.screen import Screen
from tawatur.cli.sources import SOURCES_HELP, Opening
from tawatur.errors import InputError
from tawatur.intake import Given, Snapshot
from tawatur.ledger.rows import Task, read_task
from tawatur.ledger.workers import in_order
from tawatur.model import Reading
from tawatur.wording.messages import Messages, spoken

Format = Annotated[
    Literal["table", "json", "jsonl", "html"],
    Parameter(name="--format", help="Text for people, one JSON array, a line each, or a web page of one file."),
]


def read(
    *paths: Annotated[str, Parameter(help=SOURCES_HELP)],
    format: Format = "table",
    published: Annotated[str | None, Parameter(help="Publication date of reports that do not say it.")] = None,
    outlet: Annotated[str | None, Parameter(help="Outlet of reports that do not say it.")] = None,
    opening: Opening | None = None,
    language: LanguageOption = None,
) -> int:
    """Read reports and print what they say; nothing is stored."""
    failures, opening = Failures(), opening or Opening()
    given = Given(checked_date("--published", published), outlet, opening.columns)
    readings = _readings(opening.found(paths)[0], given, failures)
    if format == "table":
        describer = Describer(Screen(), spoken(language))
        for reading in readings:
            describer.reading(reading)
    elif format == "jsonl":
        for reading in readings:
            sys.stdout.write(msgspec.json.encode(reading).decode() + "\n")
    elif format == "html":
        _write_page(readings, spoken(language))
    else:
        _write_array(readings)
    return failures.status


def _readings(found: Iterable[Snapshot | InputError], given: Given, failures: Failures) -> Iterator[Reading]:
    tasks = (item if isinstance(item, InputError) else Task(item, given) for item in found)
    for result in in_order(read_task, tasks):
        if isinstance(result, InputError):
            failures.add(result)
        else:
            yield result


def _write_array(readings: Iterator[Reading]) -> None:
    lead = "["
    for reading in readings:
        sys.stdout.write(lead + msgspec.json.encode(reading).decode())
        lead = ",\n"
    sys.stdout.write("[]\n" if lead == "[" else "]\n")


def _write_page(readings: Iterator[Reading], say: Messages) -> None:
    from tawatur.page.render import page  # templates are slow to load, and only pages need them

    sys.stdout.writelines(page(readings, say))
