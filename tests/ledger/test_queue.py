from collections.abc import Iterator

import pytest

from tawatur.ledger import queue
from tawatur.ledger.queue import START, Cursor
from tawatur.ledger.store import Ledger
from tests.ledger.test_judging import decide


@pytest.fixture
def waiting(true_book: Ledger) -> Iterator[Ledger]:
    true_book.rows("DELETE FROM review_queue")
    rows = [("a", "open", 2.0), ("b", "open", 9.0), ("c", "open", 2.0), ("d", "done", 5.0), ("e", "ask", 1.0)]
    for name, state, weight in rows:
        true_book.rows("INSERT INTO review_queue VALUES (?, 'event', ?, ?, '[]')", name, state, weight)
    return iter([true_book])


def test_what_matters_most_comes_first_and_each_once(waiting: Iterator[Ledger]) -> None:
    ledger = next(waiting)
    assert [one.id for one in queue.items(ledger, limit=9)] == ["b", "c", "a"]
    seen, place = [], START
    while found := queue.items(ledger, place):
        seen.append(found[0].id)
        place = found[0].cursor
    assert seen == ["b", "c", "a"]


def test_one_goes_back_the_way_one_came(waiting: Iterator[Ledger]) -> None:
    ledger = next(waiting)
    before = queue.before(ledger, Cursor(2.0, "a"))
    assert before is not None
    assert before.id == "c"
    assert queue.before(ledger, Cursor(9.0, "b")) is None


def test_lists_of_their_own_and_progress(waiting: Iterator[Ledger]) -> None:
    ledger = next(waiting)
    assert [one.id for one in queue.items(ledger, state="ask")] == ["e"]
    found = queue.progress(ledger, "2000-01-01")
    assert (found.open, found.pending, found.ask, found.done, found.all, found.today) == (3, 0, 1, 1, 5, ())


def test_who_judged_since_when(true_book: Ledger) -> None:
    decide(true_book, "right", "a:e1")
    decide(true_book, "right", "b:e1")
    assert queue.progress(true_book, "2000-01-01").today == (("نور", 2),)
    assert queue.progress(true_book, "2999-01-01").today == ()


def test_what_is_not_in_the_queue(true_book: Ledger) -> None:
    assert queue.item(true_book, "nothing") is None
