import json

from tests.cli.conftest import Runner

ONE, OTHER = "ارتفاع منسوب مياه السد", "انخفاض منسوب مياه السد"


def test_the_verdict_and_its_reasons_are_printed(run: Runner) -> None:
    shown = run("compare", ONE, OTHER)
    lines = shown.out.splitlines()
    assert (shown.status, shown.err) == (0, "")
    assert lines[:2] == [ONE, OTHER]
    assert lines[2].startswith("the two claims disagree  ")
    assert any("«ارتفاع» / «انخفاض»" in line or "«انخفاض» / «ارتفاع»" in line for line in lines[3:])


def test_in_arabic(run: Runner) -> None:
    assert run("compare", ONE, OTHER, "--language", "ar").out.splitlines()[2].startswith("القولان متعارضان")


def test_as_json(run: Runner) -> None:
    found = json.loads(run("compare", ONE, OTHER, "--format", "json").out)
    assert found["claims"] == [ONE, OTHER]
    assert found["label"] == "disagree"
    assert set(found["probabilities"]) == {"agree", "disagree", "other"}
    assert {"kind", "points", "ar", "en"} == set(found["reasons"][0])


def test_a_claim_without_words_is_refused(run: Runner) -> None:
    shown = run("compare", ONE, "…")
    assert shown.status == 2
    assert "has no words to compare" in shown.err


def test_a_text_that_is_no_short_claim_is_refused(run: Runner) -> None:
    shown = run("compare", ONE, OTHER * 50)
    assert shown.status == 2
    assert "is no short claim" in shown.err
