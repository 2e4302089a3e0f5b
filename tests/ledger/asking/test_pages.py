from tawatur.ledger.asking.conditions import Conditions
from tawatur.ledger.asking.pages import LARGEST, Order
from tawatur.ledger.store import Ledger

ORDER = Order("event_outlets", ("event", "outlet"))


def test_every_row_comes_once_whatever_the_size_of_the_page(book: Ledger) -> None:
    book.connection.executemany("INSERT INTO event_outlets VALUES (?, ?)", [(f"o{n % 7}", f"e{n % 3}") for n in range(21)])
    whole, rest = ORDER.rows(book, Conditions(), None, 100)
    assert (len(whole), rest, whole) == (24, None, sorted(whole, reverse=True))
    for size in (1, 5, 23, 24):
        found, after = ORDER.rows(book, Conditions(), None, size)
        while after:
            more, after = ORDER.rows(book, Conditions(), after, size)
            found += more
        assert found == whole


def test_conditions_hold_on_every_page(book: Ledger) -> None:
    asked = Conditions()
    asked.equal(outlet="المرايا")
    assert (ORDER.rows(book, asked, None, 1), ORDER.count(book, asked)) == (([("event-1", "المرايا")], None), 1)


def test_no_page_is_larger_than_the_largest(book: Ledger) -> None:
    book.connection.executemany("INSERT INTO event_outlets VALUES ('o', ?)", [(f"e{n}",) for n in range(LARGEST + 5)])
    assert len(ORDER.rows(book, Conditions(), None, 10**9)[0]) == LARGEST
