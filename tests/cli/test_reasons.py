import pytest

from tawatur.cli.describe import Describer
from tawatur.cli.reasons import Reasons
from tawatur.cli.screen import Screen
from tawatur.ledger.accounts import Account
from tawatur.ledger.explaining import Why
from tawatur.ledger.lookup import Located
from tawatur.model import Link, Span
from tawatur.reconciling.explanations import Text
from tawatur.reconciling.why import reason
from tawatur.wording.messages import Messages


def account(name: str) -> Account:
    chain = (Link("outlet", "المرايا"), Link("person", "سالم"))
    return Account(name, "a", "المرايا", "2020-03-15", None, "وقع هجوم ليلا", Span(10, 23), (Span(14, 18),), chain)


def test_a_tree_with_numbers_for_ids(capsys: pytest.CaptureFixture[str]) -> None:
    """Ids that begin alike are told apart, also when «and» is written onto them."""
    told = reason(
        Text("واحد", "one"), reason(Text("a:e1 وa:e12", "a:e1 and a:e12"), reason(Text("لأن", "because"))), reason(Text("ب", "b"))
    )
    why = Why((Located("mention", "a:e1"), Located("event", "event-1")), told, (account("a:e1"), account("a:e12")))
    Reasons(Describer(Screen(), Messages("ar"))).show(why)
    assert capsys.readouterr().out.splitlines() == [
        "رواية a:e1 + حدث event-1", "  واحد", "  ├─ [1] و[2]", "  │  └─ لأن", "  └─ ب", "", " الروايات",
        "  [1] a:e1 · المرايا · 2020-03-15 · سالم", "     وقع ⟦هجوم⟧ ليلا", "  [2] a:e12 · المرايا · 2020-03-15 · سالم",
        "     وقع ⟦هجوم⟧ ليلا",
    ]  # fmt: skip


def test_without_accounts(capsys: pytest.CaptureFixture[str]) -> None:
    why = Why((Located("document", "a"),), reason(Text("وحده", "alone")))
    Reasons(Describer(Screen(), Messages("en"))).show(why)
    assert capsys.readouterr().out == "document a\n  alone\n"
