import re
from importlib.resources import files
from typing import get_args

import pytest

from tawatur import model
from tawatur.page.cards import LAYERS, Card, Cards
from tawatur.wording.messages import Language, Messages
from tests.page.examples import reading

ARABIC = re.compile("[\u0621-\u064a]")


def cards(language: Language = "en") -> Cards:
    return Cards(reading(), Messages(language), "d1-")


def told(card: Card) -> dict[str, str]:
    return {fact.label: ", ".join(value.text for value in fact.values) for fact in card.facts}


def test_an_event_says_every_field() -> None:
    (event,) = cards().layers["events"]
    assert event.title.text == "assault · aerial, Saturday 14 March 2020"
    assert event.badge is not None
    assert event.badge.text == "alleged"
    assert told(event) == {
        "date": "Saturday 14 March 2020", "type": "assault", "mode": "aerial", "place": "Baghdad", "country": "Iraq",
        "coordinates": "33.31, 44.37", "who": "United States", "whom": "جنود", "weapons": "صاروخ", "figures": "killed: 5",
        "certainty": "alleged",
    }  # fmt: skip
    (actor,) = next(fact.values for fact in event.facts if fact.label == "who")
    assert (actor.raw, actor.note) == ("us", "الولايات المتحدة · accused")
    assert event.reference[0] == "x:e1"


def test_a_statement_says_every_field_and_its_chain_goes_from_the_origin_to_the_outlet() -> None:
    said, second = cards().layers["statements"]
    assert told(said) == {
        "speaker": "سامي الجبوري", "body": "الوزارة", "act": "says", "wording": "paraphrased", "medium": "statement",
        "date": "Saturday 14 March 2020",
    }  # fmt: skip
    assert said.quote == "الهجوم أسفر عن مقتل 5 جنود"
    assert [(step.kind, step.name.text, step.via) for step in said.chain] == [
        ("person", "سامي الجبوري", "statement"), ("agency", "الفرات", None), ("outlet", "صحيفة المثال", None),
    ]  # fmt: skip
    assert [label for label, _ in said.ways] == ["cue", "speaker", "source", "what is said"]
    assert second.title.text == "no speaker named"


def test_a_figure_says_every_field_and_leads_to_its_event() -> None:
    (figure,) = cards().layers["figures"]
    assert told(figure) == {
        "count of": "killed", "value": "5", "lowest": "5", "highest": "5", "precision": "exact", "what is counted": "جنود",
        "whose": "Iraq", "event": "assault · aerial, Saturday 14 March 2020",
    }  # fmt: skip
    assert figure.facts[-1].values[0].target == "d1-e1"


def test_names_are_known_in_the_language_of_the_page() -> None:
    assert [card.title.text for card in cards("en").layers["names"]] == ["Baghdad", "سامي الجبوري", "جنود"]
    assert [card.title.text for card in cards("ar").layers["names"]] == ["بغداد", "سامي الجبوري", "جنود"]


def test_mentions_of_one_name_or_day_share_a_card() -> None:
    first = reading()
    again = first.names[0], first.names[0], first.names[1]
    found = Cards(model.Reading(first.document, first.times * 2, again), Messages("en"), "d1-").layers
    assert [len(card.ways[0][1]) for card in found["names"]] == [2, 1]
    assert [len(card.ways[0][1]) for card in found["times"]] == [2]


def test_a_long_quotation_is_cut() -> None:
    first = reading()
    document = model.Document("y", "y", "كلمة " * 400, "")
    said = model.Statement("y:s1", "say", model.Span(0, 4), model.Span(5, 1900))
    (card,) = Cards(model.Reading(document, statements=(said,), names=first.names[:0]), Messages("ar"), "d1-").layers["statements"]
    assert card.quote is not None
    assert card.quote.endswith("…")
    assert len(card.quote) < 300


@pytest.mark.parametrize("layer", LAYERS)
def test_labels_are_in_the_language_of_the_page(layer: str) -> None:
    for card in cards("ar").layers[layer]:
        assert all(ARABIC.search(fact.label) for fact in card.facts)
        assert card.badge is None or ARABIC.search(card.badge.text)
        assert all(ARABIC.search(step.kind_text) for step in card.chain)
    for card in cards("en").layers[layer]:
        assert not any(ARABIC.search(fact.label) for fact in card.facts)


def test_every_value_of_the_model_has_a_label() -> None:
    view = cards()
    lists = {
        "link": model.LinkKind, "modifier": model.Modifier, "time_kind": model.TimeKind, "zone": model.ZoneKind,
        "actor_basis": model.ActorBasis,
    }  # fmt: skip
    assert [value for kind, literal in lists.items() for value in get_args(literal) if view.label(kind, value).foreign] == []


def test_every_kind_of_name_that_packs_know_has_a_label() -> None:
    rows = [line.split("\t") for line in (files("tawatur.packs") / "schemas.tsv").read_text(encoding="utf-8").splitlines()]
    kinds = {kind for row in rows if row[:2] in (["actors", "kind"], ["bodies", "kind"], ["outlets", "kind"]) for kind in row[4].split("|")}
    assert kinds
    assert {kind for kind in {*kinds, "person", "place", "facility", "weapon"} if cards().label("name_kind", kind).foreign} == set()


def test_a_value_that_no_list_knows_is_shown_as_it_is() -> None:
    value = cards().label("name_kind", "spaceship")
    assert (value.text, value.foreign) == ("spaceship", True)
