import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Runner


def test_two_accounts(run: Runner, true_ledger: Path) -> None:
    shown = run("why", true_ledger, "a:e1", "b:e1")
    assert (shown.status, shown.err) == (0, "")
    assert shown.out.startswith("mention a:e1 + mention b:e1\n  one event\n  └─ ")
    assert re.search(r"^     ├─ place \+[\d.]+: the same place: ", shown.out, re.MULTILINE)
    assert "  [1] a:e1 · الصباح الجديد · 2020-03-15\n     قُتل ثلاثة جنود في ⟦هجوم بالصواريخ⟧" in shown.out


def test_accounts_go_by_their_numbers_in_the_tree(run: Runner, true_ledger: Path) -> None:
    tree, accounts = run("why", true_ledger, "event-8", "--language", "ar").out.split("الروايات\n")
    assert "[1]" in tree
    assert "a:e1" not in tree
    assert accounts.startswith("  [1] ")
    assert "السلاسل المستقلة" in tree


def test_json(run: Runner, true_ledger: Path) -> None:
    found = json.loads(run("why", true_ledger, "a:e1", "b:e1", "--format", "json").out)
    assert found["about"] == [{"kind": "mention", "id": "a:e1"}, {"kind": "mention", "id": "b:e1"}]
    assert found["reason"]["said"] == {"ar": "حدث واحد", "en": "one event"}
    assert {point["points"] for point in found["reason"]["because"][0]["because"]}


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [(["zz"], 1, "zz: no such id"), ([], 2, "why"), (["a:e1", "a:s1"], 1, "these cannot be compared"), (["a", "b", "c"], 2, "")],
)
def test_what_is_wrong_is_one_line(run: Runner, true_ledger: Path, words: list[str], status: int, says: str) -> None:
    shown = run("why", true_ledger, *words)
    assert (shown.status, shown.out, shown.err.count("\n")) == (status, "", 1)
    assert says in shown.err
