import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Runner

BY = ("--by", "نور", "--why", "موقعان مختلفان")


def judgement_of(shown: Run) -> str:
    return next(word for word in shown.out.split() if word.startswith("judgement-"))


def test_judging_tells_what_changed(run: Runner, true_ledger: Path) -> None:
    shown = run("judge", true_ledger, "different", "event-8", "b:e1", *BY)
    assert (shown.status, shown.err) == (0, "")
    before, after = shown.out.split(" before\n")[1].split(" after\n")
    assert before.count("event event-") == 1
    assert after.count("event event-") == 2
    assert "different: b:e1 ≠ a:e1, c:e1, decided by نور" in shown.out
    assert shown.out.endswith(f"tawatur judge {true_ledger} undo {judgement_of(shown)} --by NAME --why TEXT\n")
    undone = run("judge", true_ledger, "undo", judgement_of(shown), *BY, "--language", "ar")
    assert undone.status == 0
    assert undone.out.count("حدث event-") == 3


def test_what_changes_nothing_and_what_overrules(run: Runner, true_ledger: Path) -> None:
    assert "nothing changes" in run("judge", true_ledger, "same", "a:e1", "c:e1", *BY).out
    assert "overrules an earlier judgement\n  the same: a:e1 = c:e1" in run("judge", true_ledger, "different", "a:e1", "c:e1", *BY).out


def test_a_figure_is_shown_with_the_id_to_judge_it_by(run: Runner, true_ledger: Path) -> None:
    figure = [word for word in run("show", true_ledger, "event-8").out.split() if word.startswith("figure-")][-1]
    assert run("show", true_ledger, figure[:12]).out.startswith("event event-8")
    shown = run("judge", true_ledger, "value", figure, "--value", "4-6", *BY)
    assert [word for word in shown.out.split(" · ") if word.startswith("killed")] == ["killed 3", "killed 3–6 (3; 4 to 6)"]
    whole = run("show", true_ledger, "event-8").out
    assert f"{figure} → 4-6, decided by نور" in whole
    assert whole.count(figure) == 2


def test_one_judgement_is_shown(run: Runner, true_ledger: Path) -> None:
    name = judgement_of(run("judge", true_ledger, "wrong", "b:e1", *BY))
    shown = run("show", true_ledger, name)
    assert (shown.status, shown.out.splitlines()[0], shown.out.splitlines()[-1]) == (0, f"judgement {name}", "  standing: in force")
    assert json.loads(run("show", true_ledger, name, "--format", "json").out)["standing"] == "in_force"


def test_json_of_a_change(run: Runner, true_ledger: Path) -> None:
    found = json.loads(run("judge", true_ledger, "different", "a:e1", "c:e1", *BY, "--format", "json").out)
    assert found["judgement"]["object"] == "c:e1"
    assert [len(found[when]["events"]) for when in ("before", "after")] == [1, 2]


def test_the_name_may_come_from_the_surroundings(run: Runner, true_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAWATUR_JUDGE_NAME", "سلمى")
    assert "decided by سلمى" in run("judge", true_ledger, "wrong", "b:e1", "--why", "خبر قديم").out


def test_the_list_in_every_form(run: Runner, true_ledger: Path) -> None:
    first = judgement_of(run("judge", true_ledger, "different", "event-8", "b:e1", *BY))
    second = judgement_of(run("judge", true_ledger, "undo", first, *BY))
    found = json.loads(run("judgements", true_ledger, "--format", "json").out)
    assert [(one["id"], one["standing"], one["by_which"]) for one in found] == [(first, "undone", second), (second, "in_force", None)]
    lines = run("judgements", true_ledger, "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == found
    cells = list(csv.DictReader(io.StringIO(run("judgements", true_ledger, "--format", "csv").out)))
    assert [(row["id"], row["objects"], row["value"]) for row in cells] == [(first, "a:e1; c:e1", ""), (second, "", "")]
    table = run("judgements", true_ledger).out.splitlines()
    assert len(table) == 3
    assert "نور" in table[1]
    assert f"undone ({second})" in table[1]
    assert run("judgements", true_ledger, "--language", "ar").out.splitlines()[0] != table[0]


def test_judgements_travel_with_an_export(run: Runner, true_ledger: Path, tmp_path: Path) -> None:
    from tests.ledger.examples import make_true_ledger

    run("judge", true_ledger, "different", "event-8", "b:e1", *BY)
    run("export", true_ledger, tmp_path / "out")
    other = make_true_ledger(tmp_path / "other.ledger")
    shown = run("judge", other, "--from", tmp_path / "out" / "judgements.jsonl")
    assert (shown.status, shown.out) == (0, "new judgements: 1 · failed: 0\n")
    run("export", other, tmp_path / "again")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert [name for name in names if (tmp_path / "out" / name).read_bytes() != (tmp_path / "again" / name).read_bytes()] == []
    (tmp_path / "bad.jsonl").write_text("{}\n", encoding="utf-8")
    bad = run("judge", other, "--from", tmp_path / "bad.jsonl")
    assert (bad.status, bad.err.count("\n"), bad.out) == (1, 1, "new judgements: 0 · failed: 1\n")


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["same", "a:e1", "c:e1", "--by", "نور"], 2, "judge: say why with --why"),
        (["same", "a:e1", "c:e1", "--why", "ن"], 2, "judge: say who decides with --by (or TAWATUR_JUDGE_NAME)"),
        ([*BY], 2, "judge: write what is decided of which id"),
        (["same", *BY], 2, "judge: write what is decided of which id"),
        (["merge", "a:e1", "c:e1", *BY], 2, "merge"),
        (["same", "--from", "x.jsonl"], 2, "judge: either same or --from, not both"),
        (["--from", "no.jsonl"], 1, "no.jsonl: cannot be read"),
        (["same", "a:e1", "zz", *BY], 1, "zz: no such id"),
    ],
)
def test_what_is_wrong_is_one_line(run: Runner, true_ledger: Path, words: list[str], status: int, says: str) -> None:
    shown = run("judge", true_ledger, *words)
    assert (shown.status, shown.out, shown.err.count("\n")) == (status, "", 1)
    assert says in shown.err


def test_a_disagreement_is_settled_and_shown_as_settled(run: Runner, true_ledger: Path) -> None:
    figure = [word for word in run("show", true_ledger, "event-8").out.split() if word.startswith("figure-")][-1]
    run("judge", true_ledger, "value", figure, "--value", "9", *BY)
    (found,) = json.loads(run("disagreements", true_ledger, "--format", "json").out)
    assert found["settled"] is None
    shown = run("judge", true_ledger, "settle", found["id"], "1", "--value", "prefer", *BY)
    assert " → prefer a source, decided by نور" in shown.out
    assert "settlement\n  Accounts differ" in shown.out
    position = found["sides"][0]["position"]
    assert f"settled: prefer a source ({position})" in run("show", true_ledger, found["id"]).out
    assert f"    settled: prefer a source ({position})" in run("show", true_ledger, "event-8").out
    assert f"تسوية: ترجيح مصدر ({position})" in run("disagreements", true_ledger, "--language", "ar").out
    (row,) = csv.DictReader(io.StringIO(run("disagreements", true_ledger, "--format", "csv").out))
    assert (row["settled"], row["preferred"], row["settled_by"]) == ("prefer", position, judgement_of(shown))
    undone = run("judge", true_ledger, "undo", judgement_of(shown), *BY)
    assert "not settled any more" in undone.out
    assert run("judge", true_ledger, "settle", found["id"], "--value", "prefer", *BY).status == 1
