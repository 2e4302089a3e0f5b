import re
import subprocess
import sys
from pathlib import Path

import pytest

import tawatur
from tawatur.client import Library
from tawatur.errors import JudgementError, LedgerError, NotFoundError, TawaturError
from tawatur.intake import Given
from tawatur.ledger.adding import store
from tawatur.ledger.deriving import is_current
from tawatur.ledger.rows import prepared
from tawatur.ledger.store import Ledger
from tests.ledger.examples import fill, readings, snapshot

DOCS = Path(__file__).parents[2] / "docs" / "api.md"


def test_importing_the_package_loads_nothing() -> None:
    script = "import sys, tawatur; print([name for name in sys.modules if name.startswith('tawatur.') or name in ('msgspec', 'pandas')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_examples_of_the_documentation_run(
    true_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    true_path.rename(true_path.with_name("iraq.ledger"))
    monkeypatch.chdir(true_path.parent)
    names: dict[str, object] = {}
    blocks = re.findall(r"```python\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 4
    for block in blocks:
        exec(compile(block, str(DOCS), "exec"), names)
    told = capsys.readouterr().out
    assert "2020-03-14 ASSAULT event-" in told
    assert "at most 2 chains" in told


def test_one_thing_whole_by_the_beginning_of_its_id(library: Library) -> None:
    event = library.event("event-1")
    assert [account.words for account in event.accounts][1] == "نقلت وكالة النهر مقتل ثلاثة جنود في هجوم على معسكر التاجي"
    assert [value.value.chains_max for value in event.figures["killed"]] == [2]
    assert library.claim("claim").claim.id == "claim-1"
    assert [side.position for side in library.disagreement("dis").sides] == ["الهجوم متوقع", "الهجوم غير متوقع"]
    assert library.statement("c:s1").statement.act == "deny"
    assert library.document("b").document.outlet == "المرايا"
    assert library.family("family-1").first == "a"
    assert [version.number for version in library.versions("a")] == [1]
    assert library.why("a", "b").reason.said["en"]


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda library: library.event("event"), "may be event-1, event-2"),
        (lambda library: library.event("claim-1"), "claim-1: is the id of a claim, not of an event"),
        (lambda library: library.document("zzz"), "no such id"),
        (lambda library: library.versions("zzz"), "no such document"),
    ],
)
def test_ids_that_are_not_there(library: Library, ask: object, told: str) -> None:
    with pytest.raises(NotFoundError, match=told):
        ask(library)  # type: ignore[operator]


def test_versions_that_are_not_there(library: Library) -> None:
    with pytest.raises(TawaturError, match="a: has no version 2; the versions are 1 to 1"):
        library.difference("a", 1, 2)


def test_what_changed_between_two_versions(tmp_path: Path) -> None:
    with Ledger(tmp_path / "versions.ledger", create=True) as ledger:
        fill(ledger, "a")
    with tawatur.open(tmp_path / "versions.ledger") as library:
        assert library.difference("a", 1, 1).figures == ()


def test_a_library_is_of_one_moment(true_path: Path, tmp_path: Path) -> None:
    with Ledger(tmp_path / "two.ledger", create=True) as writer:
        fill(writer, "ab")
        with tawatur.open(tmp_path / "two.ledger") as library:
            assert len(library.documents()) == 2
            assert store(writer, prepared(readings()["c"], snapshot("c"), Given()))
            assert len(library.documents()) == 2
            library.refresh()
            assert [found.document.id for found in library.documents()] == ["a", "b", "c"]
            assert len(library.mentions(event=library.events().first().id)) == 3  # type: ignore[union-attr]


def test_what_came_in_is_reconciled_on_opening_unless_it_is_only_read(tmp_path: Path) -> None:
    with Ledger(tmp_path / "new.ledger", create=True) as ledger:
        fill(ledger)
        with tawatur.open(tmp_path / "new.ledger", read_only=True) as library:
            assert (len(library.events()), len(library.documents())) == (0, 3)
        assert not is_current(ledger)
        with tawatur.open(tmp_path / "new.ledger") as library:
            assert (len(library.events()), library.faults) == (1, ())
        assert is_current(ledger)


def test_judging_and_taking_it_back(true_path: Path) -> None:
    with tawatur.open(true_path) as library:
        changed = library.judge("different", "a:e1", "c:e1", by="نور", why="two camps")
        assert (len(changed.before.events), len(changed.after.events)) == (1, 2)
        assert len(library.events()) == 2
        assert [(one.judgement.by, one.standing) for one in library.judgements()] == [("نور", "in_force")]
        library.judge("undo", changed.judgement.id, by="نور", why="one camp")
        assert len(library.events()) == 1
        with pytest.raises(JudgementError):
            library.judge("value", "a:e1", value="mode=loud", by="نور", why="heard it")
        assert len(library.events()) == 1


def test_nobody_judges_what_is_only_read(true_path: Path) -> None:
    with tawatur.open(true_path, read_only=True) as library, pytest.raises(TawaturError, match="read only"):
        library.judge("wrong", "a:e1", by="نور", why="misread")


def test_a_library_that_is_closed_is_closed(true_path: Path) -> None:
    library = tawatur.open(true_path)
    assert repr(library) == f"<ledger {true_path}>"
    library.close()
    with pytest.raises(Exception, match="closed"):
        library.events().first()


def test_what_is_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("a note")
    with pytest.raises(LedgerError, match="is no ledger"):
        tawatur.open(tmp_path / "notes.txt")
    with pytest.raises(LedgerError, match="no such ledger"):
        tawatur.open(tmp_path / "none.ledger", read_only=True)
