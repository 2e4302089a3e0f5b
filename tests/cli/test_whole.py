from pathlib import Path

import pytest

from tawatur.cli.describe import Describer
from tawatur.cli.screen import Screen
from tawatur.cli.whole import Whole
from tawatur.ledger.accounts import Accounts
from tawatur.ledger.store import Ledger
from tawatur.wording.messages import Messages


@pytest.fixture
def accounts(ledger: Path) -> Accounts:
    return Accounts(Ledger(ledger))


def shown(capsys: pytest.CaptureFixture[str], view: object, arabic: bool = False) -> str:
    Whole(Describer(Screen(), Messages("ar" if arabic else "en"))).show(view)
    return capsys.readouterr().out


def test_an_event_shows_each_account_on_the_tree_of_its_chain(accounts: Accounts, capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, accounts.event("event-1"))
    assert (
        "  وكالة النهر\n"
        "  └─ المرايا\n"
        "     └─ المرايا · 2020-03-15 · b:e1 · actual · copied from a\n"
        "        نقلت وكالة النهر مقتل ثلاثة جنود في ⟦هجوم⟧ على معسكر التاجي\n"
    ) in text
    assert "a:e1 + b:e1: both name the 14th" in text


def test_figures_say_how_many_chains_stand_behind_them(accounts: Accounts, capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, accounts.event("event-1"), arabic=True)
    assert "3 · على الأكثر سلسلتان مستقلتان في المصادر المجموعة (على الأقل 1)" in text
    assert "قُتل ⟦ثلاثة جنود⟧ في هجوم بالصواريخ" in text
    assert "جرحى: أدنى 2 · أفضل 2 · أعلى ؟" in text


def test_both_sides_of_a_disagreement(accounts: Accounts, capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, accounts.disagreement("disagreement-1"), arabic=True)
    first, second = text.split("الطرف 2")
    assert "⟦وقال⟧ المتحدث سالم إن الهجوم متوقع" in first
    assert "⟦ونفى⟧ سالم أن يكون الهجوم متوقعا" in second
    assert "\u202e" not in text


def test_what_has_no_view() -> None:
    with pytest.raises(TypeError):
        Whole(Describer(Screen(), Messages("en"))).show(3)
