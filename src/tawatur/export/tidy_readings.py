"""What is read from a document's text as rows of the tidy tables, one record at a time."""

from collections.abc import Iterator

from tawatur import moments
from tawatur.export.tidy import Row
from tawatur.export.tidy_cells import date_cells, party_cells, place_cells
from tawatur.ledger.versions import Version
from tawatur.model import Document, EventMention, Figure, Link, Reading, Span, Statement
from tawatur.reconciling.corrections import figure_id
from tawatur.text.fold import fold


def document_row(reading: Reading, version: Version, family: str | None, is_first: bool | None) -> Row:
    """`version` is the one that was read; `family` the text family, and `is_first` whether its text is this document's; None without."""
    document = reading.document
    return {
        "document_id": document.id,
        "version": version.number,
        "seen_at": moments.read(version.seen_at),
        "outlet": document.outlet,
        "outlet_basis": document.outlet_basis,
        "title": document.title,
        "url": document.url,
        "source": document.source,
        **date_cells("published", document.published),
        "published_basis": document.published_basis,
        "language": document.language,
        "authors": document.authors,
        "agencies": document.agencies,
        "family_id": family,
        "is_first": is_first,
        "events": len(reading.events),
        "statements": len(reading.statements),
        "figures": len(reading.figures),
        "characters": len(document.text),
        "warnings": tuple(sorted({warning.kind for warning in reading.warnings})),
        "snapshot_sha256": document.sha256,
    }


def mention_row(document: Document, mention: EventMention, event: str | None) -> Row:
    return {
        "mention_id": mention.id,
        "event_id": event,
        "document_id": document.id,
        "type": mention.type,
        "mode": mention.mode,
        "modality": mention.modality,
        **date_cells("date", mention.date),
        **place_cells(mention.place),
        "place_start": mention.place.start if mention.place else None,
        "place_end": mention.place.end if mention.place else None,
        **party_cells(mention.actors, mention.targets),
        "weapons": mention.weapons,
        "words": _words(document, mention.trigger),
        "start": mention.trigger.start,
        "end": mention.trigger.end,
        "snapshot_sha256": document.sha256,
    }


def figure_read_row(document: Document, figure: Figure, event: str | None) -> Row:
    """A figure of no account has an id made of its document's."""
    return {
        "figure_id": figure_id(figure.event or document.id, figure),
        "mention_id": figure.event,
        "event_id": event,
        "document_id": document.id,
        "role": figure.role,
        "low": figure.low,
        "high": figure.high,
        "modifier": figure.modifier,
        "of": figure.of,
        "party": figure.party,
        "words": document.text[figure.start : figure.end],
        "start": figure.start,
        "end": figure.end,
        "snapshot_sha256": document.sha256,
    }


def statement_row(document: Document, statement: Statement, claim: str | None) -> Row:
    return {
        "statement_id": statement.id,
        "claim_id": claim,
        "document_id": document.id,
        "act": statement.act,
        "speaker": statement.speaker,
        "speaker_id": statement.speaker_id,
        "organisation": statement.organisation,
        "direct": statement.direct,
        "medium": statement.medium,
        **date_cells("date", statement.date),
        "words": _words(document, statement.content),
        "start": statement.content.start,
        "end": statement.content.end,
        "cue": _words(document, statement.cue),
        "cue_start": statement.cue.start,
        "cue_end": statement.cue.end,
        "snapshot_sha256": document.sha256,
    }


def chain_rows(document: Document, owner: EventMention | Statement) -> Iterator[Row]:
    """The links of an account or statement, outlet first."""
    for position, link in enumerate(owner.chain, 1):
        yield {
            "owner_kind": "mention" if isinstance(owner, EventMention) else "statement",
            "owner_id": owner.id,
            "document_id": document.id,
            "position": position,
            "is_origin": position == len(owner.chain),
            **_link(link),
            "snapshot_sha256": document.sha256,
        }


def _link(link: Link) -> Row:
    return {
        "kind": link.kind,
        "name": link.name,
        "name_id": link.id,
        "source_id": _source_id(link),
        "medium": link.via,
        "start": link.start,
        "end": link.end,
    }


def _source_id(link: Link) -> str | None:
    """As `ledger.sources` names it."""
    if link.kind == "document":
        return None
    return link.name if link.kind == "outlet" else link.id or fold(link.name)


def _words(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]
