import json
from pathlib import Path

import pytest

from tests.cli.conftest import Runner


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        (
            "event-1",
            ["event event-1", "killed: low 3 · best 3 · high 3", "at most 3 independent chains in the collected sources (at least 1)"],
        ),
        ("disag", ["disagreement disagreement-1", "side 2: الهجوم غير متوقع", "Salim contradicts himself."]),
        ("claim-1", ["claim claim-1", "about: الهجوم متوقع"]),
        ("c:s1", ["statement c:s1", "سالم (الوزارة) · denies · statement · no date"]),
        ("family-1", ["family family-1".replace("family ", "text family ", 1), "first text: a"]),
        ("b", ["document b", "agencies: وكالة النهر"]),
        ("b:e1", ["event event-1"]),
    ],
)
def test_one_thing_whole(run: Runner, ledger: Path, identifier: str, expected: list[str]) -> None:
    shown = run("show", ledger, identifier)
    assert shown.status == 0
    lines = [line.strip() for line in shown.out.splitlines()]
    assert [line for line in expected if line not in lines] == []


@pytest.mark.parametrize("identifier", ["event-1", "disagreement-1", "claim-1", "a:s1", "family-1", "a"])
def test_json_and_arabic(run: Runner, ledger: Path, identifier: str) -> None:
    assert json.loads(run("show", ledger, identifier, "--format", "json").out)
    shown = run("show", ledger, identifier, "--language", "ar")
    assert shown.status == 0
    assert "document" not in shown.out


def test_ids_that_are_not_one_thing(run: Runner, ledger: Path) -> None:
    for identifier in ("event", "zz"):
        shown = run("show", ledger, identifier)
        assert (shown.status, shown.out, shown.err.count("\n")) == (1, "", 1)
