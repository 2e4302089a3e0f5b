"""The format `jsonld`: the ledger as linked data, in the terms of schema.org, PROV-O and Web Annotation.

One document of JSON-LD 1.1 with its context inside it, so that nothing is fetched to read it. `@graph` is written node by node, a line
each, so that memory does not grow with the ledger, and a program may read it line by line.
"""

from collections.abc import Iterator
from importlib.resources import files

import msgspec

from tawatur import __version__
from tawatur.export.choosing import Chosen, has
from tawatur.export.format import Format, Job, Part
from tawatur.export.jsonld_accounts import account, quotation
from tawatur.export.jsonld_names import READING, RECONCILING, SOFTWARE, Node
from tawatur.export.jsonld_nodes import claim_node, disagreement_node, document_node, event_node, judgement_node, review_nodes
from tawatur.export.tidy_tables import claims, disagreements, documents, events
from tawatur.ledger import lookup
from tawatur.ledger.judgements import listed
from tawatur.ledger.store import Ledger
from tawatur.model import Claim, Disagreement, Reading

NAME = "ledger"
_NODES_A_TICK = 1_000
_EVENTS = "SELECT mention, event FROM mentions JOIN event_mentions ON mention = id WHERE document = ?"
_CLAIMS = "SELECT statement, claim FROM statements JOIN claim_statements ON statement = id WHERE document = ?"
_FIRST = "SELECT first FROM family_members WHERE document = ? AND first != document"
_PUBLISHED = "SELECT published FROM readings WHERE document = ?"
_encode = msgspec.json.Encoder().encode


def context() -> bytes:
    """What the terms stand for, as one line of JSON."""
    return _encode(msgspec.json.decode((files("tawatur.export") / "context.jsonld").read_bytes()))


def nodes(ledger: Ledger, chosen: Chosen) -> Iterator[Node]:
    """Who did the reading, then documents with what they say, events, claims, disagreements with reviews of their claims, judgements."""
    yield {"id": SOFTWARE, "type": ["SoftwareAgent", "SoftwareApplication"], "name": "Tawatur", "softwareVersion": __version__}
    yield {"id": READING, "type": "Activity", "wasAssociatedWith": SOFTWARE}
    yield {"id": RECONCILING, "type": "Activity", "wasAssociatedWith": SOFTWARE, "wasInformedBy": READING}
    for reading in documents(ledger, chosen):
        yield from _of_reading(ledger, reading, chosen)
    yield from map(event_node, events(ledger, chosen))
    for claim in claims(ledger, chosen):
        yield claim_node(claim, _earliest(ledger, claim))
    for found in disagreements(ledger, chosen):
        yield disagreement_node(found)
        yield from _reviews(ledger, found)
    yield from map(judgement_node, listed(ledger))


def _of_reading(ledger: Ledger, reading: Reading, chosen: Chosen) -> Iterator[Node]:
    document = reading.document
    event_of, claim_of = (dict(ledger.rows(sql, document.id).fetchall()) for sql in (_EVENTS, _CLAIMS))
    yield document_node(document, ledger.value(_FIRST, document.id))
    for mention in reading.events:
        if has(chosen.events, event_of.get(mention.id)):
            yield account(document, mention, event_of.get(mention.id))
    for statement in reading.statements:
        if has(chosen.statements, statement.id):
            yield quotation(document, statement, claim_of.get(statement.id))


def _reviews(ledger: Ledger, found: Disagreement) -> list[Node]:
    if found.settled is None:
        return []
    return review_nodes(found, lookup.judgement(ledger, found.settled.judgement), (lookup.claim(ledger, name) for name in found.claims))


def _earliest(ledger: Ledger, claim: Claim) -> str | None:
    """The document published first; None unless all say when they were published, and one of them before the others."""
    dated = sorted((ledger.value(_PUBLISHED, document) or "", document) for document in claim.documents)
    if not dated or not dated[0][0] or (len(dated) > 1 and dated[0][0] == dated[1][0]):
        return None
    return dated[0][1]


def _write(job: Job) -> Iterator[Part]:
    count = 0
    with (job.folder / f"{NAME}.jsonld").open("wb") as out:
        out.write(b'{"@context":' + context() + b',\n"@graph":[')
        for count, node in enumerate(nodes(job.ledger, job.chosen), 1):
            out.write((b",\n" if count > 1 else b"\n") + _encode(node))
            if count % _NODES_A_TICK == 0:
                job.tick()
        out.write(b"\n]}\n")
    yield Part(f"{NAME}.jsonld", count, NAME)


JSONLD = Format("jsonld", _write, "jsonld")
