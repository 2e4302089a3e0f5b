"""`tawatur diff`: the versions of a document, and what changed between two of them."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any

import msgspec
from cyclopts import Parameter

from tawatur.cli.describe import Describer
from tawatur.cli.failures import UsageError
from tawatur.cli.opening import opened
from tawatur.cli.options import LanguageOption, ShowFormat
from tawatur.cli.screen import Screen
from tawatur.ledger.differing import Change, Difference, difference
from tawatur.ledger.differing_text import Piece
from tawatur.ledger.quoting import Quotes
from tawatur.ledger.selecting import document_id
from tawatur.ledger.versions import Version, reading_of, versions
from tawatur.model import Reading
from tawatur.wording.messages import Messages, spoken

_LAYERS = ("events", "figures", "statements")


def diff(
    ledger: Annotated[Path, Parameter(help="The ledger's file.")],
    document: Annotated[str, Parameter(help="The id of a document, or its beginning.")],
    /,
    *,
    first: Annotated[int | None, Parameter(name="--from", help="The number of the earlier version; by default the last but one.")] = None,
    last: Annotated[int | None, Parameter(name="--to", help="The number of the later version; by default the last.")] = None,
    format: ShowFormat = "table",
    language: LanguageOption = None,
) -> int:
    """List the versions of a document, and say what changed between two: the words of the text, and what was read from them."""
    say = spoken(language)
    with opened(ledger, say) as book:
        name = document_id(book, document)
        known = versions(book, name)
        chosen = _chosen(known, first, last)
        readings = [reading_of(book, name, version.sha256) for version in chosen]
    found = difference(*readings) if len(readings) == 2 else None
    if format == "json":
        numbers = dict(zip(("from", "to"), (version.number for version in chosen), strict=False))
        record = {"document": name, "versions": known, **numbers, "difference": found}
        sys.stdout.write(msgspec.json.encode(record, order="deterministic").decode() + "\n")
    else:
        _Told(Screen(), say).whole(known, chosen, readings, found)
    return 0


def _chosen(known: Sequence[Version], first: int | None, last: int | None) -> list[Version]:
    """The two versions asked for; none when there is one version only and none was asked for."""
    if len(known) == 1 and first is None and last is None:
        return []
    later = len(known) if last is None else last
    earlier = later - 1 if first is None else first
    for option, number in (("--from", earlier), ("--to", later)):
        if not 1 <= number <= len(known):
            raise UsageError(f"diff: {option}: there is no version {number}; the versions are 1 to {len(known)}")
    if earlier == later:
        raise UsageError(f"diff: --from and --to are both {later}; name two versions")
    return [known[earlier - 1], known[later - 1]]


class _Told:
    """Prints a difference on a screen."""

    def __init__(self, screen: Screen, say: Messages) -> None:
        self.screen, self.say, self.describer = screen, say, Describer(screen, say)

    def whole(self, known: Sequence[Version], chosen: Sequence[Version], readings: Sequence[Reading], found: Difference | None) -> None:
        self._versions(known)
        if not found:
            self.screen.line(self.say("one_version"))
            return
        self.screen.line()
        self.screen.line(self.screen.bold(self.say("between_versions", first=chosen[0].number, last=chosen[1].number)))
        for name, pair in found.facts.items():
            one, other = (self.screen.text(value) if value else self.say("unknown") for value in pair)
            self.screen.line(f"  {self.say(name)}: {self.screen.gone(one)} {self.screen.new(other)}")
        for line in paragraphs(found.text, self.screen, self.say):
            self.screen.line(f"  {line}")
        quotes = [Quotes(reading.document.text) for reading in readings]
        for layer in _LAYERS:
            self._layer(layer, getattr(found, layer), quotes)

    def _versions(self, known: Sequence[Version]) -> None:
        rows = [[str(one.number), one.seen_at, one.source, one.sha256[:16]] for one in known]
        self.screen.table([self.say(key) for key in ("version", "seen_at", "source", "id")], rows, (0, 1, 3))

    def _layer(self, layer: str, changes: Sequence[Change[Any]], quotes: Sequence[Quotes]) -> None:
        if changes:
            self.screen.line()
            self.screen.line(self.screen.bold(f" {self.say(layer)}"))
        for change in changes:
            self.screen.line(f"  {self.say('change.' + change.kind)}")
            for sign, part, quoted in (("-", change.old, quotes[0]), ("+", change.new, quotes[1])):
                for number, line in enumerate(self.describer.part(part, quoted) if part else ()):
                    self.screen.line(f"  {' ' if number else sign} {line}")


def paragraphs(text: Iterable[Piece], screen: Screen, say: Messages) -> Iterator[str]:
    """The paragraphs that changed, with what is gone and what is new marked; those between them only counted."""
    for is_changed, group in groupby(_lines(text), key=lambda line: any(piece.kind != "same" for piece in line)):
        shown = list(group)
        if is_changed:
            yield from (screen.changed((piece.kind, piece.text) for piece in line) for line in shown)
        else:
            yield say("unchanged_paragraphs", count=len(shown))


def _lines(text: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each paragraph that has words; space alone that came or went is not shown."""
    line: list[Piece] = []
    for piece in text:
        for number, part in enumerate(piece.text.split("\n")):
            if number and line:
                yield line
                line = []
            if part.strip():
                line.append(msgspec.structs.replace(piece, text=part))
    if line:
        yield line
