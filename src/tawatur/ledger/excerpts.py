"""The very words of accounts, without unpacking all that was read from their reports."""

import zlib

import msgspec

from tawatur.ledger.briefs import Brief
from tawatur.ledger.quoting import sentence_at
from tawatur.ledger.tellers import Tellers
from tawatur.model import Record, Span
from tawatur.reconciling.features import StatementFeatures

_ENDS = {
    "mention": "SELECT first, stop FROM mentions WHERE document = ? AND id = ?",
    "statement": "SELECT first, stop FROM statements WHERE document = ? AND id = ?",
}
_COUNTS = "SELECT first, stop FROM figures WHERE document = ? AND first >= ? AND stop <= ? AND (? = 'statement' OR mention = ?)"


class Excerpt(Record, frozen=True):
    """`words` are the report's own, at `span` of its text. `mark` is the trigger or the cue; `counts` are, of a mention its own counts
    among these words, of a statement all."""

    words: str
    span: Span
    mark: Span
    counts: tuple[Span, ...]


class _Document(msgspec.Struct):
    text: str


class _Reading(msgspec.Struct):
    """As much of a reading as is needed."""

    document: _Document


_decode = msgspec.msgpack.Decoder(_Reading).decode


def excerpt(tellers: Tellers, brief: Brief) -> Excerpt:
    """The sentence of a mention's trigger; the content of a statement with its cue, in whole sentences."""
    ledger = tellers.ledger
    first, stop = ledger.rows(_ENDS[brief.kind], brief.document, brief.id).fetchone()
    mark = _cue(tellers, brief) or Span(first, stop)
    text = _text(ledger.value("SELECT reading FROM readings WHERE document = ?", brief.document))
    span = sentence_at(text, min(first, mark.start), max(stop, mark.end))
    counts = ledger.rows(_COUNTS, brief.document, span.start, span.end, brief.kind, brief.id)
    return Excerpt(text[span.start : span.end], span, mark, tuple(Span(*ends) for ends in counts))


def _cue(tellers: Tellers, brief: Brief) -> Span | None:
    return next((Span(*one.cue) for one in tellers.told(brief.id) if isinstance(one, StatementFeatures)), None)


def _text(packed: bytes) -> str:
    return _decode(zlib.decompress(packed)).document.text
