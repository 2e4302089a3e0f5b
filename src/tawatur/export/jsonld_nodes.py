"""The records of a ledger as nodes of JSON-LD: documents, events, claims, disagreements and judgements.

Nothing is rated here: a `ClaimReview` is what a person decided, without a value on any scale.
"""

from collections.abc import Iterable

from tawatur.export.coding_days import days
from tawatur.export.coding_places import whereabouts
from tawatur.export.jsonld_names import RECONCILING, Node, judge, named, outlet, party, present, snapshot
from tawatur.ledger.judgements import Judged
from tawatur.model import Claim, Disagreement, Document, Event, FigureRange, FigureValue, Judgement, Place
from tawatur.reconciling.rulings import objects

_VERDICTS = ("value", "settle")
"""Kinds of judgement whose value says what was decided; that of others lists what they are about."""


def document_node(document: Document, first: str | None) -> Node:
    """`first` is the document whose text this one carries, where it is another."""
    kept = {"id": snapshot(document.sha256), "type": ["MediaObject", "Entity"], "sha256": document.sha256}
    return present({
        "id": named(document.id),
        "type": ["NewsArticle", "Entity"],
        "identifier": document.id,
        "headline": document.title,
        "datePublished": document.published,
        "inLanguage": document.language,
        "url": document.url if document.url and document.url.startswith(("http://", "https://")) else None,
        "publisher": outlet(document.outlet) if document.outlet else None,
        "author": [party(name, None, "agency") for name in document.agencies] + [party(name, None) for name in document.authors],
        "wasDerivedFrom": [kept, *([named(first)] if first else [])],
    })  # fmt: skip


def event_node(event: Event) -> Node:
    when = days(event.date)
    return present({
        "id": named(event.id),
        "type": ["Event", "Entity"],
        "identifier": event.id,
        "name": ", ".join(filter(None, (_kind(event), whereabouts(event.place).location, event.date))),
        "eventType": event.type,
        "eventMode": event.mode,
        "edtf": event.date,
        "startDate": when.first.isoformat() if when.first else None,
        "endDate": when.last.isoformat() if when.last else None,
        "location": _place(event.place) if event.place else None,
        "doneBy": [{"type": "Party", "party": party(one.name, one.id), "basis": one.basis} for one in event.actors],
        "doneTo": [{"type": "Party", "party": party(one.name, one.id)} for one in event.targets],
        "figure": [_range(role, found) for role, found in sorted(event.figures.items())],
        "chainsMin": event.chains_min,
        "chainsMax": event.chains_max,
        "subjectOf": _names(event.documents),
        "wasDerivedFrom": _names(event.mentions),
        "wasGeneratedBy": RECONCILING,
    })  # fmt: skip


def _kind(event: Event) -> str:
    return f"{event.type}/{event.mode}" if event.mode else event.type


def _place(place: Place) -> Node:
    where = whereabouts(place)
    has_point = place.lat is not None and place.lon is not None and not where.is_country
    return present({
        "type": "Place",
        "identifier": place.id,
        "name": place.name,
        "alternateName": where.location if where.location != place.name else None,
        "addressCountry": place.country.upper() if place.country else None,
        "geo": {"type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon} if has_point else None,
    })  # fmt: skip


def _range(role: str, found: FigureRange) -> Node:
    return present({
        "type": "PropertyValue",
        "propertyID": role,
        "minValue": found.low,
        "value": found.best,
        "maxValue": found.high,
        "told": [_value(value) for value in found.values],
    })  # fmt: skip


def _value(value: FigureValue) -> Node:
    return present({
        "type": "PropertyValue",
        "minValue": value.low,
        "maxValue": value.high,
        "modifier": value.modifier,
        "countOf": value.of,
        "superseded": value.superseded,
        "chainsMin": value.chains_min,
        "chainsMax": value.chains_max,
        "wasDerivedFrom": _names(value.mentions),
    })  # fmt: skip


def claim_node(claim: Claim, earliest: str | None) -> Node:
    """`earliest` is the document that was published first, where that is known."""
    return present({
        "id": named(claim.id),
        "type": ["Claim", "Entity"],
        "identifier": claim.id,
        "text": claim.about,
        "firstAppearance": named(earliest) if earliest else None,
        "appearance": _names(claim.documents),
        "chainsMin": claim.chains_min,
        "chainsMax": claim.chains_max,
        "wasDerivedFrom": _names(claim.statements),
        "wasGeneratedBy": RECONCILING,
    })  # fmt: skip


def disagreement_node(found: Disagreement) -> Node:
    return present({
        "id": named(found.id),
        "type": ["Disagreement", "Entity"],
        "identifier": found.id,
        "kind": found.kind,
        "description": [{"@value": words, "@language": language} for language, words in sorted(found.explanation.items())],
        "about": _names((*found.events, *found.claims)),
        "side": [
            {
                "type": "Side",
                "position": side.position,
                "chainsMin": side.chains_min,
                "chainsMax": side.chains_max,
                "wasDerivedFrom": _names((*side.mentions, *side.statements)),
            }
            for side in found.sides
        ],
        "settlement": found.settled.way if found.settled else None,
        "wasGeneratedBy": RECONCILING,
    })  # fmt: skip


def judgement_node(judged: Judged) -> Node:
    one: Judgement = judged.judgement
    return present({
        "id": named(one.id),
        "type": ["Activity", "Judgement"],
        "identifier": one.id,
        "kind": one.kind,
        "verdict": one.value if one.kind in _VERDICTS else None,
        "used": _names((one.subject, *objects(one))),
        "wasAssociatedWith": judge(one.by),
        "description": one.why,
        "endedAtTime": one.at,
        "standing": judged.standing,
    })  # fmt: skip


def review_nodes(found: Disagreement, judgement: Judgement, claims: Iterable[Claim]) -> list[Node]:
    """The reviews of the claims of a disagreement in which a person preferred a side: in words only, that side's and the person's."""
    if found.settled is None or found.settled.side is None:
        return []
    preferred = found.sides[found.settled.side].position
    return [
        {
            "id": f"{named(judgement.id)}:review:{named(claim.id)}",
            "type": ["ClaimReview", "Entity"],
            "itemReviewed": named(claim.id),
            "claimReviewed": claim.about,
            "author": judge(judgement.by),
            "datePublished": judgement.at,
            "reviewBody": judgement.why,
            "reviewRating": {"type": "Rating", "alternateName": preferred},
            "wasGeneratedBy": named(judgement.id),
        }
        for claim in claims
    ]


def _names(identifiers: Iterable[str]) -> list[str]:
    return [named(identifier) for identifier in identifiers]
