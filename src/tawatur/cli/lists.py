"""`tawatur events`, `statements`, `disagreements` and `sources`."""

import csv
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any

import msgspec
from cyclopts import Parameter

from tawatur.cli.opening import opened
from tawatur.cli.options import LanguageOption, ListFormat, Narrow, checked_date, checked_type
from tawatur.cli.screen import Screen, clip
from tawatur.cli.verdicts import Told
from tawatur.ledger import lists
from tawatur.ledger.sources import Source, SourceKind
from tawatur.ledger.sources import sources as list_sources
from tawatur.model import Act, Disagreement, DisagreementKind, Event, EventType
from tawatur.wording.messages import Messages, spoken
from tawatur.wording.outside import cell

LedgerPath = Annotated[Path, Parameter(help="The ledger's file.")]
_LONGEST_WORDS = 100
_EVERYTHING = Narrow()


def events(ledger: LedgerPath, *, narrow: Narrow = _EVERYTHING, format: ListFormat = "table", language: LanguageOption = None) -> int:
    """List the events of a ledger by day, with what stands behind each."""
    filters, say = filters_of(narrow, EventType), spoken(language)
    with opened(ledger, say) as book:
        found = list(lists.events(book, filters))
    headings = ["date", "type", "place", "who", "whom", "figures", "documents", "chains", "id"]
    print_list(format, say, headings, found, (_event_row(event, say) for event in found), _EVENT_COLUMNS, map(_event_cells, found))
    return 0


def statements(ledger: LedgerPath, *, narrow: Narrow = _EVERYTHING, format: ListFormat = "table", language: LanguageOption = None) -> int:
    """List who said what, by day."""
    filters, say = filters_of(narrow, Act), spoken(language)
    with opened(ledger, say) as book:
        found = list(lists.statements(book, filters))
    headings = ["date", "speaker", "act", "words", "outlet", "id"]
    records = [_statement_record(said) for said in found] if format == "json" else found
    rows = (_statement_row(said, say) for said in found)
    print_list(format, say, headings, records, rows, _STATEMENT_COLUMNS, map(_statement_cells, found))
    return 0


def disagreements(
    ledger: LedgerPath, *, narrow: Narrow = _EVERYTHING, format: ListFormat = "table", language: LanguageOption = None
) -> int:
    """List what accounts hold differently, and how many chains stand on each side."""
    filters, say = filters_of(narrow, DisagreementKind), spoken(language)
    with opened(ledger, say) as book:
        found = list(lists.disagreements(book, filters))
    headings = ["type", "sides", "id", "disagreement", "settlement"]
    told = Told(Screen(), say)
    rows = (_disagreement_row(one, told) for one in found)
    print_list(format, say, headings, found, rows, _DISAGREEMENT_COLUMNS, map(_disagreement_cells, found))
    return 0


def sources(
    ledger: LedgerPath,
    *,
    type: Annotated[str | None, Parameter(help="Only outlets, agencies or speakers: outlet, agency, speaker.")] = None,
    text: Annotated[str | None, Parameter(help="Only with these words in the name.")] = None,
    limit: Annotated[int | None, Parameter(help="At most so many of each.")] = None,
    format: ListFormat = "table",
    language: LanguageOption = None,
) -> int:
    """List outlets, agencies and speakers: documents, statements, how often each is the origin, and who copies whom."""
    say, kind = spoken(language), checked_type(type, SourceKind)
    with opened(ledger, say) as book:
        found = list(list_sources(book, kind, text, limit))
    headings = ["type", "documents", "statements", "origin", "copies", "name"]
    print_list(format, say, headings, found, (_source_row(one, say) for one in found), _SOURCE_COLUMNS, map(_source_cells, found))
    return 0


def filters_of(narrow: Narrow, types: object) -> lists.Filters:
    """What a list is narrowed to; `types` is the Literal that --type must be a value of. Raises UsageError."""
    day = checked_date("--day", narrow.day)
    first, last = checked_date("--from", narrow.first), checked_date("--to", narrow.last)
    return lists.Filters(
        first=day or first, last=day or last, place=narrow.place, actor=narrow.actor, speaker=narrow.speaker,
        type=checked_type(narrow.type, types), text=narrow.text, limit=narrow.limit,
    )  # fmt: skip


def print_list(
    format: str, say: Messages, headings: Sequence[str], records: Sequence[Any], rows: Iterable[Sequence[str]],
    columns: Sequence[str], cells: Iterable[Sequence[Any]],
) -> None:  # fmt: skip
    """The records as JSON, the cells as CSV under `columns`, or the rows as a table under the messages `headings`."""
    if format == "json":
        sys.stdout.write(msgspec.json.encode(records, order="deterministic").decode() + "\n")
    elif format == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([cell(value) for value in row] for row in cells)
    elif records:
        whole = [column for column, heading in enumerate(headings) if heading in ("date", "id")]
        Screen().table([say(heading) for heading in headings], rows, whole)
    else:
        Screen().line(say("nothing"))


_EVENT_COLUMNS = (
    *["id", "type", "mode", "date", "place", "lat", "lon", "country", "actors", "targets", "killed_low", "killed_best", "killed_high"],
    *["injured_low", "injured_best", "injured_high", "mentions", "documents", "chains_min", "chains_max", "disagreements"],
)
_STATEMENT_COLUMNS = ["id", "date", "speaker", "organisation", "act", "medium", "words", "document", "outlet", "claim"]
_DISAGREEMENT_COLUMNS = ["id", "kind", "about", "ar", "en", "events", "sides", "settled", "preferred", "settled_by"]
_SOURCE_COLUMNS = ["type", "name", "documents", "statements", "origin", "copies"]


def _event_row(event: Event, say: Messages) -> list[str]:
    kind = say(f"type.{event.type}") + (f" / {say('mode.' + event.mode)}" if event.mode else "")
    figures = [f"{say('role.' + role)} {_range(found.low, found.high)}" for role, found in sorted(event.figures.items())]
    return [
        event.date or "", kind, event.place.name if event.place else "", "، ".join(actor.name for actor in event.actors),
        "، ".join(target.name for target in event.targets), "، ".join(figures), str(len(event.documents)),
        _range(event.chains_min, event.chains_max), event.id,
    ]  # fmt: skip


def _range(low: int | None, high: int | None) -> str:
    if low == high:
        return "?" if low is None else str(low)
    return f"{'' if low is None else low}–{'' if high is None else high}"


def _event_cells(event: Event) -> list[Any]:
    place = event.place
    tolls = [event.figures.get(role) for role in ("killed", "injured")]
    return [
        event.id, event.type, event.mode, event.date, *((place.name, place.lat, place.lon, place.country) if place else [None] * 4),
        "; ".join(actor.name for actor in event.actors), "; ".join(target.name for target in event.targets),
        *(number for toll in tolls for number in ((toll.low, toll.best, toll.high) if toll else (None, None, None))),
        len(event.mentions), len(event.documents), event.chains_min, event.chains_max, "; ".join(event.disagreements),
    ]  # fmt: skip


def _statement_record(said: lists.Said) -> dict[str, Any]:
    return {**msgspec.to_builtins(said.statement), "document": said.document.id, "claim": said.claim, "words": said.words}


def _statement_row(said: lists.Said, say: Messages) -> list[str]:
    one = said.statement
    words = clip(" ".join(said.words.split()), _LONGEST_WORDS)
    return [
        _when(said),
        one.speaker or say("nobody"),
        say(f"act.{one.act}"),
        say.outlet(said.document.outlet) if said.document.outlet else "",
        one.id,
        words,
    ]


def _statement_cells(said: lists.Said) -> list[Any]:
    one, words = said.statement, " ".join(said.words.split())
    document = said.document
    return [one.id, _when(said), one.speaker, one.organisation, one.act, one.medium, words, document.id, document.outlet, said.claim]


def _when(said: lists.Said) -> str:
    return said.statement.date or said.document.published or ""


def _disagreement_row(one: Disagreement, told: Told) -> list[str]:
    say = told.say
    sides = " / ".join(_range(side.chains_min, side.chains_max) for side in one.sides)
    return [say(f"disagreement.{one.kind}"), sides, one.id, one.explanation[say.language], told.settlement(one)]


def _disagreement_cells(one: Disagreement) -> list[Any]:
    sides = "; ".join(f"{side.position} ({side.chains_min}-{side.chains_max})" for side in one.sides)
    settled = one.settled
    preferred = one.sides[settled.side].position if settled and settled.side is not None else None
    settlement = [settled.way, preferred, settled.judgement] if settled else [None] * 3
    return [one.id, one.kind, one.about, one.explanation["ar"], one.explanation["en"], "; ".join(one.events), sides, *settlement]


def _source_row(one: Source, say: Messages) -> list[str]:
    kind = say(f"source_kind.{one.kind}")
    copies = [f"{say.outlet(outlet)} ({count})" for outlet, count in one.copies.items()]
    name = say.outlet(one.name) if one.kind == "outlet" else one.name
    return [kind, str(one.documents), str(one.statements), str(one.origin), "، ".join(copies), name]


def _source_cells(one: Source) -> list[Any]:
    return [one.kind, one.name, one.documents, one.statements, one.origin, "; ".join(_copies(one))]


def _copies(one: Source) -> list[str]:
    return [f"{outlet} ({count})" for outlet, count in one.copies.items()]
