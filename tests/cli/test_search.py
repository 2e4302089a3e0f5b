import json
from pathlib import Path

from tests.cli.conftest import Runner
from tests.ledger.examples import TEXTS


def test_words_are_marked_in_the_original_text(run: Runner, ledger: Path) -> None:
    shown = run("search", ledger, "والجنديين")
    assert shown.status == 0
    assert "⟦جنديين⟧" in shown.out
    assert "\u202e" not in shown.out


def test_json_gives_offsets(run: Runner, ledger: Path) -> None:
    found = json.loads(run("search", ledger, '"معسكر التاجي"', "--format", "json").out)
    assert {one["document"] for one in found} == {"a", "b", "c"}
    for one in found:
        text = TEXTS[one["document"]]
        assert one["snippet"]["text"] == text[one["snippet"]["start"] : one["snippet"]["end"]]
        assert {text[match["start"] : match["end"]] for match in one["matches"]} == {"معسكر التاجي"}


def test_several_words_and_limit(run: Runner, ledger: Path) -> None:
    assert [one["document"] for one in json.loads(run("search", ledger, "نهر", "جهة", "--format", "json").out)] == ["b"]
    assert len(json.loads(run("search", ledger, "هجوم", "--limit", "2", "--format", "json").out)) == 2


def test_nothing_found(run: Runner, ledger: Path) -> None:
    assert run("search", ledger, "زلزال").out == "nothing found\n"
    assert run("search", ledger, "زلزال", "--format", "json").out == "[]\n"
