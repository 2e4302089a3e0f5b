from tawatur.ledger.neighbourhood import Neighbourhood
from tawatur.ledger.store import Ledger
from tests.ledger.test_judging import decide


def test_all_that_stands_beside_is_known(true_book: Ledger) -> None:
    near = Neighbourhood(true_book, ["b:e1"])
    assert sorted(near.mentions) == ["a:e1", "b:e1", "c:e1"]
    assert [mention.id for mention in near.side("b:e1").members] == ["a:e1", "b:e1", "c:e1"]
    assert {merge.kind for merge in near.known().merges} >= {"event"}
    assert Neighbourhood(true_book, ["a:s1"]).mentions.keys() == {"a:e1"}


def test_judgements_count(true_book: Ledger) -> None:
    decide(true_book, "value", "a:e1", value="date=2020-03-13")
    assert Neighbourhood(true_book, ["a:e1"]).mentions["a:e1"].date == "2020-03-13"
    decide(true_book, "wrong", "a:e1")
    near = Neighbourhood(true_book, ["a:e1"])
    assert near.side("a:e1").home is None
    assert near.mentions["a:e1"].date == "2020-03-14", "a mention that was judged wrong is as it was read"


def test_accounts_and_spelling(true_book: Ledger) -> None:
    near = Neighbourhood(true_book, ["a:e1"])
    assert near.account("a:s1").origin == "salim"
    assert near.account("b:e1").relays[-1] == "river"
    spelling = near.known().spelling
    assert all(spelling[word].isprintable() and spelling[word] != "" for word in near.mentions["a:e1"].words)
    assert "معسكر" in spelling.values()
