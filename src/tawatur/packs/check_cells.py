"""What can be wrong with one cell of a pack's table."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tawatur.packs.lexicon import BRIDGES, Entry, row_forms
from tawatur.packs.schemas import Column
from tawatur.packs.tables import Row
from tawatur.text.fold import fold
from tawatur.text.tokens import Tokens

References = dict[tuple[str, str], frozenset[str]]
"""The values of columns that others refer to, by table and column."""


class Fault(NamedTuple):
    what: str
    do: str


_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}")
_NUMBERS = {"integer": re.compile("-?[0-9]+"), "decimal": re.compile(r"-?[0-9]+(?:\.[0-9]+)?")}
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


def cell_faults(row: Row, column: Column, references: References) -> Iterator[Fault]:
    """What is wrong with the row's cell of that column, which is not empty."""
    cell = row.get(column.name)
    if column.values == "id" and not _ID.fullmatch(cell):
        yield Fault(f"the {column.name} «{cell}» is malformed", "use Latin letters and digits, joined by - or _")
    elif column.values == "forms":
        for pattern in row.list(column.name):
            yield from _form_faults(row, column.name, pattern)
    elif column.values == "words":
        for word in row.list(column.name):
            yield from _spelling_faults(word, [word])
    elif column.values == "domains":
        yield from _domain_faults(row.list(column.name))
    elif column.values == "date" and not _is_day(cell):
        yield Fault(f"the {column.name} «{cell}» is no day", "write it as 2020-03-14")
    elif column.range:
        yield from _number_faults(column, cell)
    else:
        yield from _choice_faults(row, column, references)


def _is_day(cell: str) -> bool:
    try:
        return date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False


def _domain_faults(domains: list[str]) -> Iterator[Fault]:
    """Names of hosts (RFC 1123, in lower case) without `www.`; one within another of the line is dead, since the wider one covers it."""
    for domain in domains:
        wider = [other for other in domains if domain.endswith("." + other)]
        if not _DOMAIN.fullmatch(domain) or domain.startswith("www."):
            yield Fault(f"the domain «{domain}» is malformed", "write it as example.org, in small letters and without www")
        elif wider:
            yield Fault(f"the domain «{domain}» is dead: it lies in «{wider[0]}»", "take it out")


def _number_faults(column: Column, cell: str) -> Iterator[Fault]:
    kind = column.values.split()[0]
    low, high = column.range or (0, 0)
    if not _NUMBERS[kind].fullmatch(cell):
        yield Fault(f"the {column.name} «{cell}» is no {kind}", "write it in ASCII digits")
    elif not low <= float(cell) <= high:
        yield Fault(f"the {column.name} {cell} is out of range", f"it is from {low:g} to {high:g}")


def _choice_faults(row: Row, column: Column, references: References) -> Iterator[Fault]:
    if not (column.choices or column.references):
        return
    for value in row.list(column.name):
        if value not in column.choices and not any(value in references.get(reference, ()) for reference in column.references):
            known = [*sorted(column.choices), *(f"{table}.{name}" for table, name in column.references)]
            yield Fault(f"the {column.name} «{value}» is unknown", f"use one of {', '.join(known)}")


def _form_faults(row: Row, column: str, pattern: str) -> Iterator[Fault]:
    alone = Entry(row.table, row.where, Row(row.table, row.pack, row.line, {column: pattern}))
    yield from _spelling_faults(pattern, [spelling for _, spelling in row_forms(alone)])


def _spelling_faults(pattern: str, spellings: list[str]) -> Iterator[Fault]:
    if _PRESENTATION.search(pattern):
        yield Fault(f"«{pattern}» has presentation forms of letters", "write the plain letters")
    forms = [Tokens(fold(spelling)) for spelling in spellings]
    if not forms or not all(map(len, forms)):
        yield Fault(f"«{pattern}» can never match: it has no word", "write a word, or take it out")
    elif any(flags & ~BRIDGES for tokens in forms for flags in tokens.gaps[1:-1]):
        yield Fault(f"«{pattern}» can never match: punctuation parts its words", "take the punctuation out")
    elif any(tokens.gaps[0] or tokens.gaps[-1] for tokens in forms):
        yield Fault(f"the punctuation at an end of «{pattern}» is not looked at", "take it out")
