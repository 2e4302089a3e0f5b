"""Statements of a short text in words, for the tests of the statement layer."""

from typing import NamedTuple

from tawatur.model import Act, Statement
from tawatur.reading.names import find_names
from tawatur.reading.scan import Scan
from tawatur.reading.statements import find_statements
from tawatur.reading.times import find_times


class Told(NamedTuple):
    speaker: str | None
    act: Act
    content: str


def statements(scan: Scan) -> list[Statement]:
    times, _ = find_times(scan, scan.document.published)
    return find_statements(scan, find_names(scan), times)


def told(scan: Scan) -> list[Told]:
    return [Told(found.speaker, found.act, scan.text[found.content.start : found.content.end]) for found in statements(scan)]
