import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Runner

COMMANDS = ("events", "statements", "disagreements", "sources")


def as_json(run: Runner, *words: str | Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(*words, "--format", "json").out)
    return found


@pytest.mark.parametrize("command", COMMANDS)
def test_json_table_and_csv_hold_the_same_things(run: Runner, ledger: Path, command: str) -> None:
    found = as_json(run, command, ledger)
    cells = list(csv.DictReader(io.StringIO(run(command, ledger, "--format", "csv").out)))
    key = "name" if command == "sources" else "id"
    assert [row[key] for row in cells] == [record[key] for record in found]
    lines = run(command, ledger).out.splitlines()
    assert len(lines) == len(found) + 1
    assert all(record[key] in line for record, line in zip(found, lines[1:], strict=True))


@pytest.mark.parametrize("command", COMMANDS)
def test_both_languages_have_headings(run: Runner, ledger: Path, command: str) -> None:
    english, arabic = (run(command, ledger, "--language", language).out.splitlines()[0] for language in ("en", "ar"))
    assert english != arabic


def test_event_cells(run: Runner, ledger: Path) -> None:
    row = next(csv.DictReader(io.StringIO(run("events", ledger, "--format", "csv").out)))
    assert (row["date"], row["place"], row["killed_best"], row["injured_best"], row["injured_low"]) == (
        "2020-03-14", "معسكر التاجي", "3", "2", "2",
    )  # fmt: skip
    assert (row["chains_min"], row["chains_max"], row["documents"], row["disagreements"]) == ("1", "3", "3", "disagreement-1")


def test_options_narrow(run: Runner, ledger: Path) -> None:
    assert [event["id"] for event in as_json(run, "events", ledger, "--day", "2020-03-14", "--place", "التاجي")] == ["event-1"]
    assert as_json(run, "events", ledger, "--from", "2020-04", "--to", "2020-05") == []
    assert [event["id"] for event in as_json(run, "events", ledger, "--type", "protest")] == ["event-2"]
    assert [said["id"] for said in as_json(run, "statements", ledger, "--speaker", "سالم", "--text", "متوقعا")] == ["c:s1"]
    assert len(as_json(run, "disagreements", ledger, "--type", "self_contradiction", "--actor", "فصيل")) == 1
    assert [source["kind"] for source in as_json(run, "sources", ledger, "--type", "agency")] == ["agency"]


def test_statements_carry_their_words(run: Runner, ledger: Path) -> None:
    one, other = as_json(run, "statements", ledger)
    assert (one["words"], one["document"], one["claim"]) == ("الهجوم متوقع", "a", "claim-1")
    assert other["act"] == "deny"


def test_nothing_found(run: Runner, ledger: Path) -> None:
    shown = run("events", ledger, "--place", "البصرة")
    assert (shown.status, shown.out) == (0, "nothing found\n")


def test_a_missing_ledger(run: Runner, tmp_path: Path) -> None:
    shown = run("events", tmp_path / "no.ledger")
    assert (shown.status, shown.out) == (1, "")
    assert "no such ledger" in shown.err
