"""The reader: what one document says, layer by layer. Each layer is a function of the scan and the layers before it."""

import msgspec

from tawatur.model import Basis, Document, EventMention, Link, Reading, Statement
from tawatur.packs.lexicon import Lexicon
from tawatur.reading.chains import build_chain
from tawatur.reading.events import find_events
from tawatur.reading.figures import find_figures
from tawatur.reading.located import statements_by_sentence
from tawatur.reading.metadata import prepare
from tawatur.reading.names import find_names
from tawatur.reading.published import infer_published, normalise_published
from tawatur.reading.scan import Scan
from tawatur.reading.statements import find_statements
from tawatur.reading.times import find_times
from tawatur.reading.times_words import TimeWords

READER_VERSION = "4"
"""Part of the key under which readings are cached: raise it whenever a rule changes what is read."""


def read(document: Document, lexicon: Lexicon) -> Reading:
    """Reads one document. `document` carries the text and what is known of it from outside; zones and the rest are found here."""
    scan = prepare(document, lexicon)
    words = TimeWords(scan)
    scan.document = _dated(scan, words)
    times, warnings = find_times(scan, scan.document.published, words=words)
    names = find_names(scan)
    counted = find_figures(scan, times, names)
    statements = find_statements(scan, names, times)
    mentions, figures = find_events(scan, times, names, counted, statements)
    told = statements_by_sentence(scan, statements)
    events = [_with_chain(scan, mention, told) for mention in mentions]
    return Reading(
        scan.document, tuple(times), tuple(names), tuple(figures), tuple(events), tuple(statements), tuple(warnings)
    )  # fmt: skip


def _dated(scan: Scan, words: TimeWords) -> Document:
    """The document with its day of publication, given, stated by its page, or read from the text; unknown when nothing tells."""
    known = normalise_published(scan.document.published) if scan.document.published else None
    stated: Basis = "stated" if scan.document.published_basis == "stated" else "given"
    published, basis = (known, stated) if known else infer_published(scan, words)
    return msgspec.structs.replace(scan.document, published=published, published_basis=basis)


def _with_chain(scan: Scan, mention: EventMention, statements: dict[int, list[Statement]]) -> EventMention:
    """Who passed the account on: the chain of the innermost statement it stands in, else the outlet's own."""
    at = mention.trigger.start
    near = statements.get(scan.tokens.sentence[scan.tokens.at(at)], ())
    told = [statement for statement in near if statement.content.start <= at < statement.content.end]
    inner = max(told, key=lambda statement: statement.content.start, default=None)
    chain: tuple[Link, ...] = inner.chain if inner else build_chain(scan.document, [], None, None)
    return msgspec.structs.replace(mention, chain=chain)
