from tawatur.ledger.accounts import Accounts
from tawatur.ledger.briefs import briefs
from tawatur.ledger.excerpts import excerpt
from tawatur.ledger.store import Ledger
from tawatur.ledger.tellers import Tellers
from tests.ledger.examples import TEXTS


def test_the_words_are_those_of_the_account_in_full(book: Ledger) -> None:
    tellers = Tellers(book)
    for brief in briefs(tellers, ["a:e1", "b:e1", "c:e1"]):
        (account,) = Accounts(book).mentions([brief.id])
        found = excerpt(tellers, brief)
        assert (found.words, found.span, found.mark) == (account.words, account.span, account.marks[0])
    for brief in briefs(tellers, ["a:s1", "c:s1"]):
        (account,) = Accounts(book).statements([brief.id])
        found = excerpt(tellers, brief)
        assert (found.words, found.span, found.mark) == (account.words, account.span, account.marks[0])


def test_the_counts_in_the_words(book: Ledger) -> None:
    tellers = Tellers(book)
    (told,) = (excerpt(tellers, one) for one in briefs(tellers, ["a:e1"]))
    assert [TEXTS["a"][span.start : span.end] for span in told.counts] == ["ثلاثة جنود"]
    book.rows("UPDATE figures SET mention = 'a:e2' WHERE document = 'a'")
    assert [excerpt(tellers, one).counts for one in briefs(tellers, ["a:e1"])] == [()]
