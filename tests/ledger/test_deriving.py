import json
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tawatur.intake import Given
from tawatur.ledger import deriving
from tawatur.ledger.adding import add
from tawatur.ledger.capturing import drop
from tawatur.ledger.changing import is_noting
from tawatur.ledger.deriving import is_current, judgements, readings, rebuild, refresh
from tawatur.ledger.results import Results
from tawatur.ledger.store import Ledger
from tests.ledger.examples import Reconciler
from tests.ledger.examples import readings as example_readings

DERIVED = ("events", "event_parties", "event_mentions", "claims", "claim_statements", "disagreements", "disagreement_parts", "families",
           "family_members", "merges")  # fmt: skip
REPORTS = [
    "قُتل ثلاثة جنود وأصيب خمسة في هجوم بالصواريخ على معسكر التاجي شمال بغداد السبت، وفق بيان للجيش العراقي.",
    "قُتل أربعة جنود في هجوم بالصواريخ على معسكر التاجي شمال بغداد السبت، بحسب مصدر أمني.",
    "نفى المتحدث باسم الجيش العراقي سقوط قتلى في الهجوم على معسكر التاجي السبت.",
    "خرج آلاف المحتجين في مظاهرات وسط مدينة البصرة يوم الأحد للمطالبة بتوفير الكهرباء.",
    "أعلنت وزارة الدفاع التركية مقتل جنديين في قصف على إدلب يوم الاثنين.",
]


def rows(ledger: Ledger) -> list[list[tuple[object, ...]]]:
    return [ledger.rows(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in DERIVED]


def write(path: Path, numbers: list[int]) -> Path:
    lines = [
        json.dumps({"id": f"r{number}", "text": REPORTS[number], "published": "2020-03-15", "outlet": f"ناشر {number}"})
        for number in numbers
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_derived_rows(book: Ledger) -> None:
    assert book.rows("SELECT id, first_day, last_day FROM events ORDER BY id").fetchall() == [
        ("event-1", "2020-03-14", "2020-03-14"), ("event-2", None, None),
    ]  # fmt: skip
    assert book.value("SELECT place_form FROM events WHERE id = 'event-1'") == "معسكر التاجي camp_taji iq"
    assert book.value("SELECT claim FROM claim_statements WHERE statement = 'c:s1'") == "claim-1"
    assert book.rows("SELECT * FROM family_members").fetchall() == [("a", "family-1", "a"), ("b", "family-1", "a")]


def test_nothing_is_done_when_nothing_came_in(book: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deriving, "Reconciler", Reconciler)
    monkeypatch.setattr(Reconciler, "asked", 0)
    assert is_current(book)
    assert list(refresh(book)) == []
    assert Reconciler.asked == 0
    book.set("inputs", "100")
    assert not is_current(book)
    assert list(refresh(book)) == []
    assert Reconciler.asked == 1


def test_readings_and_judgements_come_back(book: Ledger) -> None:
    assert {reading.document.id: reading for reading in readings(book)} == example_readings()
    book.rows("INSERT INTO judgements VALUES ('j1', ?)", json.dumps(
        {"id": "j1", "kind": "same", "subject": "a:e1", "object": "b:e1", "value": None, "by": "م", "why": "", "at": "2020-03-16"}
    ))  # fmt: skip
    assert [judgement.kind for judgement in judgements(book)] == ["same"]


def test_order_and_steps_do_not_matter(tmp_path: Path) -> None:
    """All at once, one by one in another order, and rebuilt: the same ids and rows."""
    numbers = list(range(len(REPORTS)))
    found = []
    for attempt in range(3):
        with Ledger(tmp_path / f"{attempt}.ledger", create=True) as ledger:
            steps = [numbers] if attempt == 0 else [[number] for number in random.Random(attempt).sample(numbers, len(numbers))]
            for step in steps:
                list(add(ledger, [write(tmp_path / "reports.jsonl", step)], Given()))
                list(refresh(ledger))
            found.append(rows(ledger))
            list(rebuild(ledger))
            found.append(rows(ledger))
    assert found[0][0]
    assert all(other == found[0] for other in found)


def test_what_is_removed_was_never_there(tmp_path: Path) -> None:
    found = []
    for numbers in ([0, 1, 2, 3, 4], [0, 2, 3]):
        with Ledger(tmp_path / f"{len(numbers)}.ledger", create=True) as ledger:
            list(add(ledger, [write(tmp_path / "reports.jsonl", numbers)], Given()))
            list(refresh(ledger))
            for gone in {0, 1, 2, 3, 4} & set(numbers) - {0, 2, 3}:
                with ledger.transaction():
                    drop(ledger, f"r{gone}")
            list(refresh(ledger))
            found.append(rows(ledger))
    assert found[0] == found[1]


def test_few_at_a_time_come_to_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for most in (100, 2, 1):
        monkeypatch.setattr(deriving, "_STEP", most)
        with Ledger(tmp_path / f"{most}.ledger", create=True) as ledger:
            list(add(ledger, [write(tmp_path / "reports.jsonl", list(range(len(REPORTS))))], Given()))
            list(refresh(ledger))
            assert is_current(ledger)
            found.append(rows(ledger))
    assert found[0][0]
    assert found == [found[0]] * 3


@pytest.mark.parametrize("anew", [False, True])
def test_what_is_stopped_between_steps_goes_on_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, anew: bool) -> None:
    reports = write(tmp_path / "reports.jsonl", list(range(len(REPORTS))))
    with Ledger(tmp_path / "whole.ledger", create=True) as ledger:
        list(add(ledger, [reports], Given()))
        list(refresh(ledger))
        wanted = rows(ledger)
    monkeypatch.setattr(deriving, "_STEP", 1)
    with Ledger(tmp_path / "stopped.ledger", create=True) as ledger:
        list(add(ledger, [reports], Given()))
        if anew:
            list(refresh(ledger))
            ledger.set("reconciled", "")
        with monkeypatch.context() as patch:
            patch.setattr(Results, "finish", stopping(after=2))
            with pytest.raises(KeyboardInterrupt):
                list(refresh(ledger))
        assert not is_current(ledger)
        assert ledger.value("SELECT count(*) FROM pending") == len(REPORTS) - 2
        list(refresh(ledger))
        assert is_current(ledger)
        assert rows(ledger) == wanted


def stopping(after: int) -> Callable[[Results], None]:
    """`Results.finish`, but that it is stopped after so many times."""
    finish, left = Results.finish, iter(range(after))

    def stopped(self: Results) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        finish(self)

    return stopped


def test_what_another_command_adds_meanwhile_is_taken_in_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deriving, "_STEP", 2)
    late = write(tmp_path / "late.jsonl", [4])
    ended, late_comers = deriving._ended, iter([late])

    def ended_late(book: Ledger) -> bool:
        list(add(book, list(late_comers), Given()))
        return ended(book)

    monkeypatch.setattr(deriving, "_ended", ended_late)
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        list(add(ledger, [write(tmp_path / "reports.jsonl", [0, 1, 2, 3])], Given()))
        list(refresh(ledger))
        assert is_current(ledger)
        assert ledger.value("SELECT count(*) FROM family_groups") == len(REPORTS)


def test_what_another_version_found_anew_is_no_news_even_when_it_was_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deriving, "_STEP", 1)
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        list(add(ledger, [write(tmp_path / "reports.jsonl", [0, 1, 2, 3])], Given()))
        list(refresh(ledger))
        ledger.set("reconciled", "")
        with monkeypatch.context() as patch:
            patch.setattr(Results, "finish", stopping(after=2))
            with pytest.raises(KeyboardInterrupt):
                list(refresh(ledger, is_noting=True))
        list(refresh(ledger, is_noting=True))
        assert is_current(ledger)
        assert not is_noting(ledger)


def test_what_is_found_in_a_bare_ledger_is_news_even_when_it_was_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deriving, "_STEP", 1)
    noted = []
    for after in (100, 2):
        with Ledger(tmp_path / f"{after}.ledger", create=True) as ledger:
            list(add(ledger, [write(tmp_path / "reports.jsonl", [0, 1, 2, 3])], Given()))
            with monkeypatch.context() as patch, suppress(KeyboardInterrupt):
                patch.setattr(Results, "finish", stopping(after))
                list(refresh(ledger, is_noting=True))
            list(refresh(ledger, is_noting=True))
            noted.append(ledger.rows("SELECT * FROM changing WHERE kind != 'report' ORDER BY kind, id").fetchall())
    assert noted[0]
    assert noted[0] == noted[1]
