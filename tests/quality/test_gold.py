"""The gold is well-formed: quotations stand in their reports, ids resolve, values are of the model."""

import re
from typing import get_args

import pytest

from tawatur import model

from .corpus import sample_documents
from .gold import SPANS, Gold, QuoteNotFoundError, allowed, load_across, load_gold, locate

GOLD = load_gold()
ENUMS = {
    "zones": {"kind": model.ZoneKind},
    "figures": {"role": model.Role, "modifier": model.Modifier},
    "events": {"type": model.EventType, "mode": model.Mode, "modality": model.Modality},
    "statements": {"act": model.Act, "medium": model.Medium},
}
POINT = r"(\d{4}(-\d{2}(-\d{2})?)?|\d{4}-W\d{2})(T(\d{2}(:\d{2})?|MO|MI|AF|EV|NI|DW))?[~?%]?"
EDTF = re.compile(rf"{POINT}|({POINT}|\.\.)/({POINT}|\.\.)|\[{POINT}(,{POINT})*\]|P[T\d][\dYMWDH]*")
"""Dates, intervals and sets, with parts of the day and, where a duration has no anchor, its TIMEX3 value."""
NULLABLE = frozenset({"mode", "medium"})


def records(gold: Gold, layer: str) -> list[Gold]:
    found: list[Gold] = gold.get(layer, [])
    return found


def local_ids(gold: Gold) -> list[str]:
    return [record["id"] for layer in ("events", "statements") for record in records(gold, layer)]


def resolves(mention: str) -> bool:
    report, _, local = mention.partition(":")
    return report in GOLD and local in local_ids(GOLD[report])


def test_enough_reports_are_annotated_fully() -> None:
    assert sum(all(layer in gold for layer in SPANS) for gold in GOLD.values()) >= 22


@pytest.mark.parametrize("name", GOLD)
def test_every_quotation_stands_in_its_report(name: str) -> None:
    text = sample_documents()[name].text
    for layer, keys in SPANS.items():
        for record in records(GOLD[name], layer):
            for key in keys:
                for value in allowed(record, key):
                    assert value is None or locate(text, value)


@pytest.mark.parametrize("name", GOLD)
def test_places_and_participants_are_words_of_the_report(name: str) -> None:
    text = sample_documents()[name].text
    for event in records(GOLD[name], "events"):
        named = [*event["actors"], *event["targets"], *(place for place in allowed(event, "place") if place)]
        assert not [words for words in named if words not in text]


@pytest.mark.parametrize("name", GOLD)
def test_values_are_of_the_model(name: str) -> None:
    for layer, keys in ENUMS.items():
        for record in records(GOLD[name], layer):
            for key, values in keys.items():
                known = {*get_args(values), *({None} if key in NULLABLE else set())}
                assert set(allowed(record, key)) <= known


@pytest.mark.parametrize("name", GOLD)
def test_dates_are_edtf(name: str) -> None:
    gold = GOLD[name]
    dates = [value for record in records(gold, "times") for value in allowed(record, "edtf")]
    dates += [value for record in records(gold, "events") for value in allowed(record, "date")]
    assert not [value for value in dates if value is not None and not EDTF.fullmatch(value)]


@pytest.mark.parametrize("name", GOLD)
def test_bounds_are_in_order(name: str) -> None:
    for figure in records(GOLD[name], "figures"):
        assert figure["low"] is None or figure["high"] is None or 0 <= figure["low"] <= figure["high"]
        assert (figure["modifier"] == "exact") <= (figure["low"] == figure["high"] is not None)


@pytest.mark.parametrize("name", GOLD)
def test_ids_are_unique_and_figures_name_events(name: str) -> None:
    ids = local_ids(GOLD[name])
    assert len(ids) == len(set(ids))
    assert {figure["event"] for figure in records(GOLD[name], "figures")} <= {None, *ids}


def test_mentions_of_the_gold_across_reports_resolve() -> None:
    across = load_across()
    named = [mention for group in across["same_event"] + across["different_event"] for mention in group["mentions"]]
    named += [mention for entry in across["disagreements"] for side in entry["sides"] for mention in side]
    named += [mention for chain in across["chains"] for mention in chain.get("statements", [chain.get("event")])]
    assert not [mention for mention in named if not resolves(mention)]


def test_gold_across_reports_is_whole() -> None:
    across = load_across()
    assert {entry["kind"] for entry in across["disagreements"]} == set(get_args(model.DisagreementKind))
    assert all(entry["why"] for group in across.values() for entry in group)
    assert all(set(family["documents"]) <= set(sample_documents()) for family in across["families"])
    assert len(across["chains"]) >= 6


@pytest.mark.parametrize("chain", load_across()["chains"])
def test_chain_bounds_are_possible(chain: Gold) -> None:
    assert 1 <= chain["chains_min"] <= chain["chains_max"] <= len(chain["documents"])
    assert set(chain["documents"]) <= set(sample_documents())
    if chain["about"] == "figure":
        report, _, event = chain["event"].partition(":")
        wanted = (event, chain["role"], chain["low"], chain["high"])
        figures = records(GOLD[report], "figures")
        assert wanted in {(figure["event"], figure["role"], figure["low"], figure["high"]) for figure in figures}


def test_same_and_different_events_do_not_clash() -> None:
    across = load_across()
    same = [set(group["mentions"]) for group in across["same_event"]]
    assert not [pair for pair in across["different_event"] for group in same if set(pair["mentions"]) <= group]


def test_quotation_prefers_whole_words() -> None:
    assert locate("بقصف ثم قصف", "قصف").start == 8


def test_quotation_falls_back_to_parts_of_words() -> None:
    assert locate("نفى بقصفه وقصفها", ["قصف", 2]).start == 11


def test_quotation_that_is_not_there_fails() -> None:
    with pytest.raises(QuoteNotFoundError, match="occurrence 2 of 1"):
        locate("قصف", ["قصف", 2])
