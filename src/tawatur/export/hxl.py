"""The format `hxl`: events as a table of the Humanitarian Exchange Language (HXL 1.1), with hashtags under the names of the columns.

https://hxlstandard.org/standard/1-1final/
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from tawatur.export.coded_files import chosen
from tawatur.export.coding_places import whereabouts
from tawatur.export.csv_files import csv_file
from tawatur.export.flat import flat_row
from tawatur.export.format import Format, Job, Part
from tawatur.export.tidy import Row, tables

NAME = "hxl"


@cache
def tags() -> dict[str, str]:
    """The hashtag of each column."""
    text = (files("tawatur.export") / "hxl_tags.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return {line[0]: line[1] for line in lines}


def _write(job: Job) -> Iterator[Part]:
    with csv_file(job.folder, tables(NAME)[NAME], is_marked=job.is_marked) as file:
        file.add(dict[str, object](tags()))
        for told in chosen(job):
            place = whereabouts(told.event.place)
            row: Row = flat_row(told, place)
            file.add({**row, "latitude": None, "longitude": None} if place.is_country else row)
    yield Part(f"{NAME}.csv", file.rows - 1)  # the hashtags are no row, and with them it is no plain table


HXL = Format(NAME, _write, NAME)
