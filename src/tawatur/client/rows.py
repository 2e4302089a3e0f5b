"""Records as rows of the tidy tables that `tawatur export` writes too."""

from collections.abc import Iterator

from tawatur.export import tidy_readings, tidy_rows, tidy_tables
from tawatur.export.tidy import Row
from tawatur.ledger.lists import Said
from tawatur.ledger.lists_parts import Chain, Counted, Told
from tawatur.ledger.store import Ledger
from tawatur.model import Event, FigureValue, Reading, Record, Role


class Valued(Record, frozen=True):
    """One value that accounts give for a role of an event: `number` counts the values of the role, from 1."""

    event: Event
    role: Role
    number: int
    value: FigureValue


def valued(event: Event) -> Iterator[Valued]:
    """The values of an event, role by role."""
    for role, found in sorted(event.figures.items()):
        for number, value in enumerate(found.values, 1):
            yield Valued(event, role, number, value)  # type: ignore[arg-type]  # roles are the keys of figures


def value(one: Valued) -> Iterator[Row]:
    return (row for row in tidy_rows.figure_rows(one.event) if (row["role"], row["number"]) == (one.role, one.number))


def mention(told: Told) -> Iterator[Row]:
    yield tidy_readings.mention_row(told.document, told.mention, told.event)


def figure(read: Counted) -> Iterator[Row]:
    yield tidy_readings.figure_read_row(read.document, read.figure, read.event)


def statement(said: Said) -> Iterator[Row]:
    yield tidy_readings.statement_row(said.document, said.statement, said.claim)


def chain(found: Chain) -> Iterator[Row]:
    return tidy_readings.chain_rows(found.document, found.of)


def document(ledger: Ledger, found: Reading) -> Iterator[Row]:
    """A document, with what the ledger knows of its versions and family."""
    yield tidy_tables.document(ledger, found)
