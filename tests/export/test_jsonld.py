import json
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib.namespace import PROV, RDF

from tawatur.export.choosing import EVERYTHING, Chosen
from tawatur.export.format import Job
from tawatur.export.jsonld import JSONLD, context, nodes
from tawatur.export.jsonld_accounts import account, quotation
from tawatur.export.jsonld_names import Node, agent, named, outlet, party, present
from tawatur.export.jsonld_nodes import claim_node, disagreement_node, document_node, event_node, judgement_node, review_nodes
from tawatur.export.tidy import tables, vocabulary
from tawatur.ledger.judgements import Judged
from tawatur.ledger.judging import Decision, judge
from tawatur.ledger.store import Ledger
from tawatur.model import Actor, Claim, Disagreement, Judgement, Link, Place, Settlement, Side
from tests.export.coded import event, killed, value
from tests.ledger.examples import TEXTS, make_ledger, readings

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own parser uses it
SCHEMA, OA = rdflib.Namespace("https://schema.org/"), rdflib.Namespace("http://www.w3.org/ns/oa#")
READING = readings()["a"]
CLAIM = Claim("claim-1", "الهجوم متوقع", ("a:s1",), ("a", "c"), 1, 2)
VERDICT = Judgement("j-1", "settle", "a:e1", "c:s1", "prefer", "سلمى", "رأته", "2026-01-02T00:00:00Z")
SIDES = (Side("وقع الهجوم", ("a:e1",), (), ("a",), 1, 1), Side("لم يقع", (), ("c:s1",), ("c",), 1, 2))


def disagreement(settled: Settlement | None = None) -> Disagreement:
    told = {"ar": "تختلف الروايات.", "en": "Accounts differ."}
    return Disagreement("d-1", "denial", "الهجوم", told, ("event-1",), ("claim-1",), SIDES, settled)


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return make_ledger(tmp_path / "a.ledger", monkeypatch)


def written(ledger: Path, folder: Path) -> tuple[Path, int]:
    with Ledger(ledger) as book:
        (part,) = JSONLD.write(Job(book, folder))
    return folder / part.file, part.rows


def graph_of(*made: Node) -> rdflib.Graph:
    document = b'{"@context":' + context() + b',"@graph":' + json.dumps(made).encode() + b"}"
    return rdflib.Graph().parse(data=document, format="json-ld")


def keys(node: Any) -> set[str]:
    if isinstance(node, dict):
        return set(node) | {key for inner in node.values() for key in keys(inner)}
    return {key for inner in node for key in keys(inner)} if isinstance(node, list) else set()


def types(node: Any) -> set[str]:
    if isinstance(node, dict):
        own = node.get("type", [])
        return {*([own] if isinstance(own, str) else own)} | {kind for inner in node.values() for kind in types(inner)}
    return {kind for inner in node for kind in types(inner)} if isinstance(node, list) else set()


def test_ids_of_the_ledger_are_names() -> None:
    assert named("a:e1") == "urn:tawatur:id:a:e1"
    assert named("https://x.example/خبر 1") == "urn:tawatur:id:https:%2F%2Fx.example%2F%D8%AE%D8%A8%D8%B1%201"
    assert outlet("الصباح")["id"] == party("الصباح", None)["id"]


def test_who_is_known_has_one_name_everywhere() -> None:
    made = party("الجيش العراقي", "iraqi-army", "organisation")
    assert made["id"] == "urn:tawatur:agent:iraqi-army"
    assert (made["type"], made["alternateName"]) == (["Organization", "Agent"], "Iraqi army")
    assert agent(Link("document", "بيان")) is None
    assert agent(Link("anonymous", "مصدر")) == {"id": party("مصدر", None)["id"], "type": ["Agent"], "name": "مصدر"}


def test_what_is_not_known_is_left_out_and_nothing_is_kept() -> None:
    assert present({"a": None, "b": [], "c": "", "d": 0, "e": False}) == {"d": 0, "e": False}


def test_an_account_is_found_again_by_its_words_or_its_place() -> None:
    made = account(READING.document, READING.events[0], "event-1")
    quote, position = made["target"]["selector"]
    text = TEXTS["a"]
    assert text[position["start"] : position["end"]] == quote["exact"] == "هجوم بالصواريخ"
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    assert made["target"]["state"]["cached"] == f"urn:sha256:{READING.document.sha256}"
    assert made["body"] == "urn:tawatur:id:event-1"
    assert "body" not in account(READING.document, READING.events[0], None)


def test_a_chain_goes_link_by_link_to_its_origin() -> None:
    mention = readings()["b"].events[0]
    chain = (Link("outlet", "المرايا"), Link("agency", "وكالة النهر", "river"), Link("person", "سالم", "salim"))
    made = account(READING.document, type(mention)(**{**fields(mention), "chain": chain}), None)
    first = made["wasQuotedFrom"]
    assert (first["wasAttributedTo"]["name"], first["wasQuotedFrom"]["wasAttributedTo"]["name"]) == ("وكالة النهر", "سالم")
    assert made["hadPrimarySource"] == first["wasQuotedFrom"]["id"]
    assert "wasAttributedTo" not in made


def fields(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__struct_fields__}


def test_without_a_chain_the_outlet_is_the_origin() -> None:
    made = account(READING.document, READING.events[0], None)
    assert made["wasAttributedTo"]["name"] == "الصباح الجديد"
    assert "wasQuotedFrom" not in made
    assert "hadPrimarySource" not in made


def test_a_quotation_is_of_its_speaker() -> None:
    statement = READING.statements[0]
    assert quotation(READING.document, statement, "claim-1")["wasAttributedTo"]["type"] == ["Person", "Agent"]
    tweet = Link("document", "سالم")
    assert "wasAttributedTo" not in quotation(READING.document, type(statement)(**{**fields(statement), "chain": (tweet,)}), None)
    nameless = type(statement)(**{**fields(statement), "speaker": None, "speaker_id": None})
    assert quotation(READING.document, nameless, None)["wasAttributedTo"]["name"] == "الوزارة"


def test_a_document_derives_from_its_snapshot_and_from_whom_it_copies() -> None:
    made = document_node(READING.document, "z")
    assert made["wasDerivedFrom"][0]["sha256"] == READING.document.sha256
    assert made["wasDerivedFrom"][1] == "urn:tawatur:id:z"
    assert "url" not in made


def test_an_address_that_is_no_page_is_no_address() -> None:
    harmful = type(READING.document)(**{**fields(READING.document), "url": "javascript:alert(1)"})
    assert "url" not in document_node(harmful, None)
    page = type(READING.document)(**{**fields(READING.document), "url": "https://x.example/1"})
    assert document_node(page, None)["url"] == "https://x.example/1"


def test_an_event_has_ranges_and_what_stands_behind_them() -> None:
    made = event_node(event(figures=killed(2, 3, None, value(3, "جنود")), actors=(Actor("الجيش العراقي", "iraqi-army", "accused"),)))
    (figure,) = made["figure"]
    assert (figure["propertyID"], figure["minValue"], figure["value"], "maxValue" in figure) == ("killed", 2, 3, False)
    assert figure["told"][0]["wasDerivedFrom"] == ["urn:tawatur:id:a:e1"]
    assert (made["startDate"], made["endDate"], made["doneBy"][0]["basis"]) == ("2020-03-14", "2020-03-14", "accused")
    assert made["location"]["geo"] == {"type": "GeoCoordinates", "latitude": 33.525, "longitude": 44.255}
    assert "geo" not in event_node(event(place=Place("العراق", lat=33.0, lon=44.0, country="iq", id="iq")))["location"]


def test_a_claim_appeared_first_where_that_is_known() -> None:
    assert claim_node(CLAIM, "a")["firstAppearance"] == "urn:tawatur:id:a"
    assert "firstAppearance" not in claim_node(CLAIM, None)
    assert claim_node(CLAIM, None)["appearance"] == ["urn:tawatur:id:a", "urn:tawatur:id:c"]


def test_a_disagreement_is_told_in_both_languages() -> None:
    graph = graph_of(disagreement_node(disagreement()))
    assert {words.language for words in graph.objects(None, SCHEMA.description) if isinstance(words, rdflib.Literal)} == {"ar", "en"}


def test_only_a_person_who_prefers_a_side_reviews_a_claim() -> None:
    assert review_nodes(disagreement(), VERDICT, [CLAIM]) == []
    assert review_nodes(disagreement(Settlement("pending", "j-1")), VERDICT, [CLAIM]) == []
    (made,) = review_nodes(disagreement(Settlement("prefer", "j-1", 1)), VERDICT, [CLAIM])
    assert (made["author"]["name"], made["reviewBody"]) == ("سلمى", "رأته")
    assert made["reviewRating"] == {"type": "Rating", "alternateName": "لم يقع"}


def test_a_judgement_is_something_that_a_person_did() -> None:
    made = judgement_node(Judged(VERDICT, "in_force"))
    assert (made["used"], made["verdict"], made["standing"]) == (["urn:tawatur:id:a:e1", "urn:tawatur:id:c:s1"], "prefer", "in_force")
    assert made["wasAssociatedWith"]["name"] == "سلمى"
    same = Judgement("j-2", "same", "a:e1", "b:e1", '["c:e1"]', "سلمى", "واحد", "2026-01-02T00:00:00Z")
    assert judgement_node(Judged(same, "undone"))["used"] == [named(name) for name in ("a:e1", "b:e1", "c:e1")]
    assert "verdict" not in judgement_node(Judged(same, "undone"))


def test_nothing_is_rated_that_nobody_judged(ledger: Path) -> None:
    with Ledger(ledger) as book:
        assert not {"ClaimReview", "Rating"} & types(list(nodes(book, EVERYTHING)))


def test_every_term_is_in_the_context_and_none_is_fetched(ledger: Path, tmp_path: Path) -> None:
    with Ledger(ledger) as book:
        judge(book, Decision("right", "a:e1"), "سلمى", "قرأت التقرير")
    file, count = written(ledger, tmp_path)
    document = json.loads(file.read_text(encoding="utf-8"))
    assert len(document["@graph"]) == count
    assert keys(document["@graph"]) | types(document["@graph"]) <= set(document["@context"]) | {"@value", "@language"}
    assert keys(review_nodes(disagreement(Settlement("prefer", "j-1", 1)), VERDICT, [CLAIM])) <= set(document["@context"])


def test_the_dictionary_tells_every_term() -> None:
    terms = [term for term in json.loads(context()) if not term.startswith("@")]
    prefixes, words = {"oa", "prov", "schema", "tawatur", "xsd"}, {"identifying"}
    keys_and_types = set(terms) - prefixes - words
    told = {*tables("jsonld")["ledger"].names, *(one.value for one in vocabulary("NodeType"))}
    assert told == keys_and_types


def test_each_node_is_a_line(ledger: Path, tmp_path: Path) -> None:
    file, count = written(ledger, tmp_path)
    lines = [line.rstrip(",") for line in file.read_text(encoding="utf-8").split("\n") if line.startswith('{"id"')]
    assert [json.loads(line)["id"] for line in lines] == [node["id"] for node in json.loads(file.read_text(encoding="utf-8"))["@graph"]]
    assert len(lines) == count


def test_the_graph_can_be_asked_for_who_said_it_first(ledger: Path, tmp_path: Path) -> None:
    file, _ = written(ledger, tmp_path)
    graph = rdflib.Graph().parse(file, format="json-ld")
    claim = rdflib.URIRef(named("claim-1"))
    assert (claim, RDF.type, SCHEMA.Claim) in graph
    quotes = list(graph.subjects(OA.hasBody, claim))
    origins = {graph.value(graph.value(quote, PROV.hadPrimarySource), PROV.wasAttributedTo) for quote in quotes}
    assert origins == {rdflib.URIRef("urn:tawatur:agent:salim")}
    assert all(graph.value(quote, PROV.wasQuotedFrom) for quote in quotes)


def test_what_is_not_chosen_is_not_there(ledger: Path) -> None:
    none: frozenset[str] = frozenset()
    with Ledger(ledger) as book:
        made = list(nodes(book, Chosen(none, none, none, none, frozenset({"a"}))))
    assert [node["id"] for node in made[3:]] == ["urn:tawatur:id:a"]


def test_the_same_ledger_gives_the_same_bytes(ledger: Path, tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        written(ledger, tmp_path / name)
    assert (tmp_path / "one" / "ledger.jsonld").read_bytes() == (tmp_path / "other" / "ledger.jsonld").read_bytes()
