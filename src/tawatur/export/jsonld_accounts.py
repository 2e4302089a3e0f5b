"""What one document says, as Web Annotations on its text, and who passed it on, in the terms of PROV-O.

Positions are code points in the text that was read from the snapshot whose hash stands in `state`. `wasQuotedFrom` goes from the account to
what the next in the chain said, link by link; `hadPrimarySource` names the last of them.
"""

from tawatur.export.jsonld_names import READING, Node, agent, named, outlet, party, present, snapshot
from tawatur.model import Document, EventMention, Link, Span, Statement
from tawatur.reconciling.parties import NAMELESS, body

_AROUND = 32
"""Characters before and after a quote by which it is found again."""


def account(document: Document, mention: EventMention, event: str | None) -> Node:
    """What the document tells of an event: the words are those that name what happened."""
    return present({
        "id": named(mention.id),
        "type": ["Annotation", "Entity"],
        "motivation": "identifying",
        "body": named(event) if event else None,
        "target": _target(document, mention.trigger),
        "eventType": mention.type,
        "eventMode": mention.mode,
        "edtf": mention.date,
        "modality": mention.modality,
        **_passed_on(document, mention.id, mention.chain),
    })  # fmt: skip


def quotation(document: Document, statement: Statement, claim: str | None) -> Node:
    """What the document says that someone said."""
    return present({
        "id": named(statement.id),
        "type": ["Annotation", "Quotation", "Entity"],
        "motivation": "identifying",
        "body": named(claim) if claim else None,
        "target": _target(document, statement.content),
        "act": statement.act,
        "edtf": statement.date,
        **_passed_on(document, statement.id, statement.chain),
        "wasAttributedTo": _speaker(statement),
    })  # fmt: skip


def _speaker(statement: Statement) -> Node | None:
    """Who said it: the last of its chain where that is the speaker, else by name alone. A text is nobody."""
    if statement.speaker is None:
        return _organisation(statement.organisation) if statement.organisation else None
    origin = statement.chain[-1] if statement.chain else None
    if origin and origin.name == statement.speaker:
        return agent(origin)
    return party(statement.speaker, statement.speaker_id)


def _organisation(name: str) -> Node:
    """A body by the id that the packs give it, or by its name."""
    key = body(name).key
    return party(name, None if key.startswith(NAMELESS) else key, "organisation")


def _target(document: Document, span: Span) -> Node:
    text = document.text
    quote = present({
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.end],
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    })  # fmt: skip
    return {
        "type": "SpecificResource",
        "source": named(document.id),
        "state": {"type": "TimeState", "cached": snapshot(document.sha256)},
        "selector": [quote, {"type": "TextPositionSelector", "start": span.start, "end": span.end}],
    }


def _passed_on(document: Document, owner: str, chain: tuple[Link, ...]) -> Node:
    """The chain behind an account. The outlet is the document's own and comes first; without another link it is the origin."""
    links = chain[1:] if chain and chain[0].kind == "outlet" else chain
    said: Node | None = None
    for number, link in reversed(list(enumerate(links, 1))):
        name = link.name if link.kind == "document" else None
        said = present({"id": _link(owner, number), "type": "Entity", "name": name, "wasAttributedTo": agent(link), "wasQuotedFrom": said})
    return present({
        "wasGeneratedBy": READING,
        "wasDerivedFrom": named(document.id),
        "wasAttributedTo": outlet(document.outlet) if document.outlet and not links else None,
        "wasQuotedFrom": said,
        "hadPrimarySource": _link(owner, len(links)) if links else None,
    })  # fmt: skip


def _link(owner: str, number: int) -> str:
    return f"{named(owner)}:link:{number}"
