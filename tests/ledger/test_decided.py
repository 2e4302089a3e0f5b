import pytest

from tawatur.ledger import decided as module
from tawatur.ledger.decided import decided
from tawatur.ledger.store import Ledger
from tests.ledger.test_judging import decide


def test_each_state_of_the_judgements_is_worked_out_once(true_book: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    first = decided(true_book)
    assert decided(true_book) is first
    made = decide(true_book, "wrong", "b:e1")
    assert decided(true_book).rulings.wrong == {"b:e1"}
    assert [one.id for one in decided(true_book).judgements] == [made.id]
    monkeypatch.setattr(module, "judgements", None)
    assert decided(true_book).rulings.wrong == {"b:e1"}


def test_only_the_last_few_states_are_remembered(true_book: Ledger) -> None:
    for name in ("a:e1", "b:e1", "c:e1", "a:s1", "c:s1"):
        decide(true_book, "right", name)
        decided(true_book)
    assert len(module._known) == module._REMEMBERED
