from datetime import UTC, datetime
from pathlib import Path

import pytest

from tawatur.export.gathering import Gathering, Told
from tawatur.ledger.judging import Decision, judge
from tawatur.ledger.store import Ledger
from tests.export.coded import FIRST, SECOND, event, told
from tests.ledger.examples import make_ledger


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return make_ledger(tmp_path / "a.ledger", monkeypatch)


def gathered(path: Path, decision: Decision | None = None) -> Told:
    with Ledger(path) as ledger:
        if decision:
            judge(ledger, decision, "سلمى", "قرأت التقرير")
        gathering = Gathering(ledger)
        assert gathering.ids()[0] == "event-1"
        return gathering.event("event-1")


def test_an_event_comes_with_its_reports_origins_and_disputes(ledger: Path) -> None:
    found = gathered(ledger)
    assert [report.id for report in found.reports] == ["a", "b", "c"]
    assert found.reports[0].outlet == "الصباح الجديد"
    assert len(found.reports[0].sha256) == 64
    assert found.origins
    assert (found.is_actual, found.is_aggregate) == (True, False)
    assert [dispute.id for dispute in found.disputes] == list(found.event.disagreements)
    assert found.judgements == ()


def test_a_judgement_about_an_account_is_about_its_event(ledger: Path) -> None:
    found = gathered(ledger, Decision("right", "a:e1"))
    assert len(found.judgements) == 1


def test_a_judgement_about_a_figure_is_about_its_event(ledger: Path) -> None:
    with Ledger(ledger) as book:
        name = book.value("SELECT id FROM kept_figures WHERE document = 'a'")
    assert len(gathered(ledger, Decision("wrong", name)).judgements) == 1


def test_a_person_may_say_how_an_account_tells_it(ledger: Path) -> None:
    assert "planned" in gathered(ledger, Decision("value", "a:e1", value="modality=planned")).modalities


def test_what_accounts_make_of_it() -> None:
    assert not told(modalities=frozenset({"denied", "planned"})).is_actual
    assert told(modalities=frozenset({"aggregate"})).is_aggregate
    assert not told(modalities=frozenset()).is_aggregate


def test_outlets_and_when_they_were_last_seen() -> None:
    found = told()
    assert found.outlets == ("الصباح",)
    assert found.seen_at == datetime(2020, 3, 15, 9, tzinfo=UTC)
    assert Told(event(), (FIRST, SECOND)).dispute_kinds == ()
