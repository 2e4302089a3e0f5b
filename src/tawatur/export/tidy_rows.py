"""What follows from all documents together as rows of the tidy tables, one record at a time; what each document says: `tidy_readings`."""

from collections.abc import Iterator
from datetime import UTC

from tawatur.export.tidy import Row
from tawatur.export.tidy_cells import date_cells, party_cells, place_cells
from tawatur.ledger.judgements import Judged
from tawatur.ledger.sources import Source
from tawatur.model import Claim, Disagreement, Event, FigureRange
from tawatur.reconciling.rulings import moment, objects

_VALUED = ("value", "settle")
"""Kinds of judgement whose `value` is one; with others it lists further objects."""
_NO_RANGE = FigureRange(None, None, None, ())


def event_row(event: Event) -> Row:
    killed, injured = (event.figures.get(role, _NO_RANGE) for role in ("killed", "injured"))
    return {
        "event_id": event.id,
        "type": event.type,
        "mode": event.mode,
        **date_cells("date", event.date),
        **place_cells(event.place),
        **party_cells(event.actors, event.targets),
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
