"""One document made ready for the ledger: read, and cut into the rows that lists and search need."""

import zlib
from typing import Any

import msgspec

from tawatur import edtf
from tawatur.errors import InputError
from tawatur.intake import Given, Snapshot
from tawatur.intake.addresses import comparable
from tawatur.intake.articles import Taken, default_id, take
from tawatur.ledger.owing import source_rows
from tawatur.ledger.quoting import Quotes
from tawatur.ledger.stems import stem
from tawatur.ledger.voices_rows import saying_rows
from tawatur.model import Document, EventMention, Figure, Link, Reading, Record, Span, Statement
from tawatur.packs.lexicon import load_lexicon
from tawatur.reading.reader import READER_VERSION, read
from tawatur.reconciling.features import features
from tawatur.reconciling.shelf import kept_rows
from tawatur.text.fold import fold
from tawatur.text.tokens import Tokens

Row = tuple[Any, ...]
Words = tuple[str, str]
"""The folded and the stemmed words of a document, for the search index."""

VERSION = f"{READER_VERSION}.3"
"""Of the reader, then of the rows and features made here: raise the second when they change. Those of an earlier version are made
again."""

_MARKUP = b'"html"'
_PLAIN_BYTES = 100_000


class Task(Record, frozen=True):
    """A snapshot to read, and what the user says of it. `id` is set when the ledger has it already."""

    snapshot: Snapshot
    given: Given
    id: str | None = None

    @property
    def where(self) -> str:
        return self.snapshot.where

    @property
    def size(self) -> int:
        return len(self.snapshot.content)

    @property
    def is_plain(self) -> bool:
        """Whether it is short text without markup, which no parser written in C gets to see."""
        snapshot = self.snapshot
        is_text = snapshot.media == "text" or (snapshot.media == "article" and _MARKUP not in snapshot.content and not self.given.columns)
        return is_text and self.size <= _PLAIN_BYTES


class Prepared(Record, frozen=True):
    """A document's rows by table, what reconciling keeps of it, and its two columns of the search index.

    `snapshot` is the one it was read from, its content packed by zlib. `claimed` and `found` are the address that it claims for its own
    and the one where it was found, in the form of `comparable`; `is_named` when it brings an id of its own.
    """

    document: Document
    given: Given
    snapshot: Snapshot
    claimed: str | None
    found: str | None
    is_named: bool
    rows: dict[str, list[Row]]
    kept: dict[str, list[Row]]
    words: Words


def read_task(task: Task | InputError) -> Reading | InputError:
    """Reads one snapshot. A pure function that runs in any process; whatever goes wrong comes back as an InputError,
    but for want of memory, which is for the process to deal with."""
    if isinstance(task, InputError):
        return task
    taken = _take(task)
    return taken if isinstance(taken, InputError) else _read(task, taken.document)


def _take(task: Task) -> Taken | InputError:
    try:
        return take(task.snapshot, task.given)
    except InputError as error:
        return error
    except Exception as fault:
        return _failed(task, fault)


def _read(task: Task, document: Document) -> Reading | InputError:
    try:
        return read(msgspec.structs.replace(document, id=task.id or document.id), load_lexicon())
    except InputError as error:
        return error
    except MemoryError:
        raise
    except Exception as fault:
        return _failed(task, fault)


def _failed(task: Task, fault: Exception) -> InputError:
    """A fault of ours, which must not stop the rest."""
    what = f"the reader failed on it ({type(fault).__name__}: {str(fault)[:200]})"
    return InputError(task.snapshot.where, what, "please report it with the file")


def prepare(task: Task | InputError) -> Prepared | InputError:
    """As `read_task`, with the reading cut into rows."""
    if isinstance(task, InputError):
        return task
    taken = _take(task)
    if isinstance(taken, InputError):
        return taken
    reading = _read(task, taken.document)
    try:
        return reading if isinstance(reading, InputError) else prepared(reading, task.snapshot, task.given, taken.claimed)
    except Exception as fault:
        return _failed(task, fault)


def prepared(reading: Reading, snapshot: Snapshot, given: Given, claimed: str | None = None) -> Prepared:
    document = reading.document
    quotes = Quotes(document.text)
    found = comparable(snapshot.url)
    owners: tuple[EventMention | Statement, ...] = (*reading.events, *reading.statements)
    rows = {
        "readings": [_reading(reading)],
        "mentions": [_mention(document, mention, quotes) for mention in reading.events],
        "figures": [_figure(document, figure) for figure in reading.figures],
        "statements": [_statement(document, statement, quotes) for statement in reading.statements],
        "links": [*_credits(reading), *(row for owner in owners for row in _links(document, owner.id, owner.chain))],
    }
    rows["document_sources"] = source_rows(document.id, document.outlet, {one.id for one in reading.statements}, rows["links"])
    rows["sayings"] = saying_rows(document, rows["links"], rows["statements"])
    return Prepared(
        document=document,
        given=given,
        snapshot=msgspec.structs.replace(snapshot, content=zlib.compress(snapshot.content)),
        claimed=claimed,
        found=found,
        is_named=document.id not in (default_id(claimed or found, document.sha256), default_id(None, document.sha256)),
        rows=rows,
        kept=kept_rows(features(reading)),
        words=_words(document, quotes),
    )


def words(reading: Reading) -> Words:
    """The two columns of a reading in the search index."""
    return _words(reading.document, Quotes(reading.document.text))


def _words(document: Document, quotes: Quotes) -> Words:
    forms = Tokens(document.title or "").forms + quotes.tokens.forms
    return " ".join(forms), " ".join(stem(form) for form in forms)


def pack(record: Reading) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(record, order="deterministic"))


_readings = msgspec.msgpack.Decoder(Reading)


def unpack(blob: bytes) -> Reading:
    return _readings.decode(zlib.decompress(blob))


def days(date: str | None) -> tuple[str | None, str | None]:
    """The first and last day that a date may mean, as the ledger's lists compare them."""
    span = edtf.bounds(date)
    return (span[0].isoformat(), span[1].isoformat()) if span else (None, None)


def _reading(reading: Reading) -> Row:
    document = reading.document
    return document.id, VERSION, document.outlet, document.title, document.published, pack(reading)


def _mention(document: Document, mention: EventMention, quotes: Quotes) -> Row:
    start, end = mention.trigger.start, mention.trigger.end
    form = quotes.form(quotes.sentence(start, end))
    place = mention.place.name if mention.place else None
    return document.id, mention.id, mention.type, mention.mode, mention.modality, *days(mention.date), place, start, end, form


def _figure(document: Document, figure: Figure) -> Row:
    value = (figure.low, figure.high, figure.modifier)
    return document.id, figure.event, figure.role, *value, figure.of, figure.party, figure.start, figure.end


def _statement(document: Document, statement: Statement, quotes: Quotes) -> Row:
    speaker = fold(" ".join(filter(None, (statement.speaker, statement.organisation, statement.speaker_id))))
    content = statement.content
    form = quotes.form(Span(content.start, content.end))
    when = days(statement.date or document.published)
    return document.id, statement.id, statement.act, statement.speaker, speaker, *when, content.start, content.end, form


def _links(document: Document, owner: str, chain: tuple[Link, ...]) -> list[Row]:
    return [_link(document.id, owner, link is chain[-1], link) for link in chain]


def _link(document: str, owner: str, is_origin: bool, link: Link) -> Row:
    return document, owner, int(is_origin), link.kind, link.name, link.id or fold(link.name), fold(f"{link.name} {link.id or ''}")


def _credits(reading: Reading) -> list[Row]:
    """The agencies that a document credits, as links of the document itself."""
    document = reading.document
    chains = [*(event.chain for event in reading.events), *(statement.chain for statement in reading.statements)]
    ids = {name.name: name.id for name in reading.names} | {link.name: link.id for chain in chains for link in chain}
    named = [(agency, ids.get(agency)) for agency in document.agencies]
    return [_link(document.id, document.id, False, Link("agency", name, identifier)) for name, identifier in named]
