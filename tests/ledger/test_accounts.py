import msgspec
import pytest

from tawatur.ledger import accounts
from tawatur.ledger.accounts import Accounts
from tawatur.ledger.store import Ledger
from tests.ledger.examples import TEXTS, readings, statement


def test_an_event_with_the_words_of_each_account(book: Ledger) -> None:
    view = Accounts(book).event("event-1")
    assert [(account.document, account.outlet, account.copied_from) for account in view.accounts] == [
        ("a", "الصباح الجديد", None), ("b", "المرايا", "a"), ("c", "الضفة", None),
    ]  # fmt: skip
    assert view.accounts[0].words == "قُتل ثلاثة جنود في هجوم بالصواريخ على معسكر التاجي السبت"
    for account in view.accounts:
        text = TEXTS[account.document]
        assert account.words == text[account.span.start : account.span.end]
        assert all("هجوم" in text[mark.start : mark.end] for mark in account.marks)
    assert [found.id for found in view.disagreements] == ["disagreement-1"]


def test_a_figure_is_marked_where_it_stands(book: Ledger) -> None:
    (killed,) = Accounts(book).event("event-1").figures["killed"]
    marked = [TEXTS[account.document][mark.start : mark.end] for account in killed.accounts for mark in account.marks]
    assert marked == ["ثلاثة جنود", "ثلاثة جنود"]
    assert [link.name for link in killed.accounts[1].chain] == ["المرايا", "وكالة النهر"]


def test_behind_a_figure_stands_who_gives_it(book: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    counting = statement("a", "say", "وقال", "ثلاثة جنود")
    found = msgspec.structs.replace(readings()["a"], statements=(counting,))
    monkeypatch.setattr(accounts, "reading", lambda ledger, document: found if document == "a" else readings()[document])
    (killed,) = Accounts(book).event("event-1").figures["killed"]
    assert [account.chain for account in killed.accounts] == [counting.chain, readings()["b"].events[0].chain]


def test_the_sides_of_a_disagreement(book: Ledger) -> None:
    view = Accounts(book).disagreement("disagreement-1")
    assert [[account.id for account in side.accounts] for side in view.sides] == [["a:s1"], ["c:e1", "c:s1"]]
    said = view.sides[1].accounts[1]
    assert "أن يكون الهجوم متوقعا" in said.words
    assert [TEXTS["c"][mark.start : mark.end] for mark in said.marks] == ["ونفى"]


def test_claims_and_statements(book: Ledger) -> None:
    accounts = Accounts(book)
    assert [account.note for account in accounts.claim("claim-1").accounts] == ["say", "deny"]
    view = accounts.statement("c:s1")
    assert view.statement.act == "deny"
    assert view.claim is not None
    assert view.claim.id == "claim-1"
