"""The formats `acled` and `ucdp`: one row an event in the columns of others, and beside it how many events were left out, and why."""

from collections import Counter
from collections.abc import Callable, Iterator

from tawatur.export.acled import acled_row
from tawatur.export.choosing import has
from tawatur.export.csv_files import csv_file, write_csv
from tawatur.export.format import Format, Job, Part
from tawatur.export.gathering import Gathering, Told
from tawatur.export.tidy import Row, Table, tables, vocabulary
from tawatur.export.ucdp import ucdp_row

LEFT_OUT = "left_out"
_ROWS_A_TICK = 1_000


def chosen(job: Job) -> Iterator[Told]:
    """The events that the job asks for, by day."""
    gathering = Gathering(job.ledger)
    for number, name in enumerate(gathering.ids(), 1):
        if has(job.chosen.events, name):
            yield gathering.event(name)
        if number % _ROWS_A_TICK == 0:
            job.tick()


def left_out(job: Job, defined: dict[str, Table], reasons: Counter[str]) -> Part:
    """The table of what was left out: each reason of its vocabulary, also one for which nothing was."""
    table = defined[LEFT_OUT]
    names = (value.value for value in vocabulary(table.columns[0].values))
    return write_csv(job, table, ({"reason": name, "events": reasons[name]} for name in names))


def _format(name: str, row_of: Callable[[Told], Row | str]) -> Format:
    def write(job: Job) -> Iterator[Part]:
        defined, reasons = tables(name), Counter[str]()
        with csv_file(job.folder, defined[name], is_marked=job.is_marked) as file:
            for told in chosen(job):
                row = row_of(told)
                if isinstance(row, str):
                    reasons[row] += 1
                else:
                    file.add(row)
        yield Part(f"{name}.csv", file.rows, name)
        yield left_out(job, defined, reasons)

    return Format(name, write, name)


ACLED = _format("acled", acled_row)
UCDP = _format("ucdp", ucdp_row)
