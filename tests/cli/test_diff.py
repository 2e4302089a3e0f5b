import json
from pathlib import Path

import pytest

from tawatur.cli.diff import paragraphs
from tawatur.cli.screen import Screen
from tawatur.ledger.differing_text import pieces
from tawatur.ledger.store import Ledger
from tawatur.wording.messages import Messages
from tests.cli.conftest import Runner
from tests.ledger.pages import TOLL, fetched, page, take_in

URL = "https://example.org/news/12"
MORE = "</p><p>ولم تتبن جهة الانفجار حتى الآن."


@pytest.fixture
def paged(tmp_path: Path) -> tuple[Path, str]:
    """A ledger of one page in three versions, and the page's id."""
    path = tmp_path / "a.ledger"
    with Ledger(path, create=True) as ledger:
        for hour, count in enumerate(("5", "7", "9")):
            (one,) = take_in(ledger, fetched(page(TOLL.format(count) + MORE), URL, f"2020-03-14T1{hour}:00:00Z"))
    return path, one.id


def test_the_versions_and_what_changed_between_the_last_two(run: Runner, paged: tuple[Path, str]) -> None:
    shown = run("diff", *paged)
    assert (shown.status, shown.err) == (0, "")
    lines = shown.out.splitlines()
    assert [line.split()[:2] for line in lines[1:4]] == [[str(number), f"2020-03-14T1{number - 1}:00:00Z"] for number in (1, 2, 3)]
    assert lines[5] == "what changed from version 2 to version 3"
    assert "مقتل [-7-] {+9+} أشخاص" in lines[7]
    assert "ولم تتبن" not in shown.out
    assert "- killed: 7 (أشخاص)" in shown.out
    assert "+ killed: 9 (أشخاص)" in shown.out


def test_two_versions_asked_for(run: Runner, paged: tuple[Path, str]) -> None:
    assert "[-5-] {+9+}" in run("diff", *paged, "--from", "1").out
    assert "[-9-] {+5+}" in run("diff", *paged, "--from", "3", "--to", "1", "--language", "ar").out
    record = json.loads(run("diff", paged[0], paged[1][:6], "--from", "1", "--to", "2", "--format", "json").out)
    assert (record["document"], record["from"], record["to"], len(record["versions"])) == (paged[1], 1, 2, 3)
    assert [piece["text"] for piece in record["difference"]["text"] if piece["kind"] != "same"] == [" 5", " 7"]
    for words in (("--from", "0"), ("--to", "4"), ("--from", "2", "--to", "2"), ("--to", "1")):
        assert run("diff", *paged, *words).status == 2


def test_a_document_of_one_version(run: Runner, ledger: Path) -> None:
    shown = run("diff", ledger, "a")
    assert (shown.status, shown.out.splitlines()[-1]) == (0, "the document has one version")
    assert json.loads(run("diff", ledger, "a", "--format", "json").out)["difference"] is None
    assert run("diff", ledger, "zz").status == 1


def shown(old: str, new: str) -> list[str]:
    return list(paragraphs(pieces(old, new), Screen(), Messages("en")))


def test_paragraphs_that_came_went_and_stayed() -> None:
    kept = "… paragraphs that did not change: "
    assert shown("أ\nب\nج\nد", "أ\nب\nه\nد") == [f"{kept}2", "[-ج-]{+ه+}", f"{kept}1"]
    assert shown("أ\nب\nد", "أ\nد") == [f"{kept}1", "[-ب-]", f"{kept}1"]
    assert shown("أ ب\n\nج", "أ ب\nج") == [f"{kept}2"]
    assert shown("أ", "أ") == [f"{kept}1"]


def test_marks_on_a_terminal_are_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    screen.has_colour = True
    assert screen.changed([("gone", " أ"), ("new", " ب\x1b"), ("same", " ج")]) == "\x1b[9;31mأ\x1b[0m \x1b[4;32mب\x1b[0m ج"
