"""The records of a ledger as rows of the tidy tables, one record at a time."""

from collections.abc import Iterator, Sequence
from datetime import UTC

from tawatur import edtf, moments
from tawatur.export.tidy import Row
from tawatur.ledger.judgements import Judged
from tawatur.ledger.sources import Source
from tawatur.ledger.versions import Version
from tawatur.model import (
    Actor,
    Claim,
    Disagreement,
    Document,
    Event,
    EventMention,
    Figure,
    FigureRange,
    Link,
    Place,
    Reading,
    Span,
    Statement,
    Target,
)
from tawatur.reconciling.corrections import figure_id
from tawatur.reconciling.rulings import moment, objects
from tawatur.text.fold import fold

_VALUED = ("value", "settle")
"""Kinds of judgement whose `value` is one; with others it lists further objects."""
_NO_RANGE = FigureRange(None, None, None, ())


def event_row(event: Event) -> Row:
    killed, injured = (event.figures.get(role, _NO_RANGE) for role in ("killed", "injured"))
    return {
        "event_id": event.id,
        "type": event.type,
        "mode": event.mode,
        **_date("date", event.date),
        **_place(event.place),
        **_parties(event.actors, event.targets),
        "killed_low": killed.low,
        "killed_best": killed.best,
        "killed_high": killed.high,
        "injured_low": injured.low,
        "injured_best": injured.best,
        "injured_high": injured.high,
        "mentions": len(event.mentions),
        "documents": len(event.documents),
        "chains_min": event.chains_min,
        "chains_max": event.chains_max,
        "document_ids": event.documents,
        "disagreement_ids": event.disagreements,
    }


def figure_rows(event: Event) -> Iterator[Row]:
    """The values that accounts give, role by role."""
    for role, found in sorted(event.figures.items()):
        for number, value in enumerate(found.values, 1):
            yield {
                "event_id": event.id,
                "role": role,
                "number": number,
                "low": value.low,
                "high": value.high,
                "modifier": value.modifier,
                "of": value.of,
                "superseded": value.superseded,
                "mentions": len(value.mentions),
                "documents": len(value.documents),
                "chains_min": value.chains_min,
                "chains_max": value.chains_max,
                "event_low": found.low,
                "event_best": found.best,
                "event_high": found.high,
                "mention_ids": value.mentions,
                "document_ids": value.documents,
            }


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
        **_date("published", document.published),
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
        **_date("date", mention.date),
        **_place(mention.place),
        "place_start": mention.place.start if mention.place else None,
        "place_end": mention.place.end if mention.place else None,
        **_parties(mention.actors, mention.targets),
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
        **_date("date", statement.date),
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


def claim_row(claim: Claim) -> Row:
    return {
        "claim_id": claim.id,
        "about": claim.about,
        "statements": len(claim.statements),
        "documents": len(claim.documents),
        "chains_min": claim.chains_min,
        "chains_max": claim.chains_max,
        "statement_ids": claim.statements,
        "document_ids": claim.documents,
    }


def disagreement_row(found: Disagreement) -> Row:
    settled = found.settled
    return {
        "disagreement_id": found.id,
        "kind": found.kind,
        "about": found.about,
        "explanation_ar": found.explanation["ar"],
        "explanation_en": found.explanation["en"],
        "sides": len(found.sides),
        "event_ids": found.events,
        "claim_ids": found.claims,
        "settled": settled.way if settled else None,
        "settled_by": settled.judgement if settled else None,
        "settled_side": settled.side + 1 if settled and settled.side is not None else None,
    }


def side_rows(found: Disagreement) -> Iterator[Row]:
    for number, side in enumerate(found.sides, 1):
        yield {
            "disagreement_id": found.id,
            "number": number,
            "position": side.position,
            "documents": len(side.documents),
            "chains_min": side.chains_min,
            "chains_max": side.chains_max,
            "mention_ids": side.mentions,
            "statement_ids": side.statements,
            "figure_ids": side.figures,
            "document_ids": side.documents,
        }


def source_row(source: Source) -> Row:
    return {
        "kind": source.kind,
        "source_id": source.key,
        "name": source.name,
        "documents": source.documents,
        "statements": source.statements,
        "origins": source.origin,
    }


def copy_rows(source: Source) -> Iterator[Row]:
    """Whose text an outlet carries."""
    for original, documents in source.copies.items():
        yield {"outlet": source.name, "original_outlet": original, "documents": documents}


def judgement_row(judged: Judged) -> Row:
    one = judged.judgement
    return {
        "judgement_id": one.id,
        "kind": one.kind,
        "subject_id": one.subject,
        "object_ids": objects(one),
        "value": one.value if one.kind in _VALUED else None,
        "by": one.by,
        "why": one.why,
        "at": moment(one).astimezone(UTC),
        "standing": judged.standing,
        "by_which": judged.by_which,
    }


def _date(name: str, date: str | None) -> Row:
    first, last = edtf.bounds(date) or (None, None)
    return {name: date, f"{name}_earliest": first, f"{name}_latest": last, f"{name}_precision": edtf.precision(date)}


def _place(place: Place | None) -> Row:
    return {
        "place": place.name if place else None,
        "place_id": place.id if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "country": place.country if place else None,
    }


def _parties(actors: Sequence[Actor], targets: Sequence[Target]) -> Row:
    return {
        "actors": tuple(actor.name for actor in actors),
        "actor_ids": tuple(actor.id for actor in actors),
        "actor_bases": tuple(actor.basis for actor in actors),
        "targets": tuple(target.name for target in targets),
        "target_ids": tuple(target.id for target in targets),
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
