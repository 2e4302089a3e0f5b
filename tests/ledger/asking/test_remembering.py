from tawatur.ledger.asking.remembering import Memory
from tawatur.ledger.capturing import drop
from tawatur.ledger.store import Ledger
from tests.ledger.pages import OTHER, fetched, page, take_in


class Asked:
    """A question that counts how often it is asked."""

    def __init__(self, most: int = 10) -> None:
        self.times = 0
        self.ask = Memory(most)(self._ask)

    def _ask(self, ledger: Ledger, word: str = "") -> int:
        self.times += 1
        return self.times


def test_a_question_is_asked_once(book: Ledger) -> None:
    asked = Asked()
    assert [asked.ask(book), asked.ask(book), asked.ask(book, "a"), asked.ask(book, word="a"), asked.ask(book)] == [1, 1, 2, 3, 1]


def test_it_is_asked_again_when_something_was_seen_or_came_in(book: Ledger) -> None:
    asked = Asked()
    asked.ask(book)
    (stored,) = take_in(book, fetched(page(OTHER), "https://a.example/1", "2026-01-01T00:00:00Z"))
    book.set("reconciled", book.setting("inputs") + " 1")
    assert asked.ask(book) == 2
    take_in(book, fetched(page(OTHER, noise="x"), "https://a.example/1", "2026-01-02T00:00:00Z"))
    assert asked.ask(book) == 3
    drop(book, stored.id)
    book.set("reconciled", book.setting("inputs") + " 1")
    assert asked.ask(book) == 4


def test_nothing_is_kept_while_something_waits_to_be_reconciled(book: Ledger) -> None:
    asked = Asked()
    book.count_input()
    assert [asked.ask(book), asked.ask(book)] == [1, 2]


def test_the_questions_asked_longest_ago_are_forgotten(book: Ledger) -> None:
    asked = Asked(most=2)
    assert [asked.ask(book, word) for word in "abacba"] == [1, 2, 1, 3, 4, 5]
