from datetime import UTC, datetime, timedelta

from tawatur.fetching import Validators
from tawatur.ledger import visits
from tawatur.ledger.store import Ledger

NOW = datetime(2020, 3, 14, 9, tzinfo=UTC)
HOURS = timedelta(hours=1)
URL = "https://news.example/a"


def test_a_page_is_one_however_it_is_linked(book: Ledger) -> None:
    named = [URL, "http://www.news.example/a/?utm_source=rss", "mailto:someone", "https://news.example/"]
    assert visits.found(book, named, NOW) == (1, 1)
    assert visits.found(book, [URL], NOW) == (0, 0)
    assert [one.url for one in visits.due(book, NOW, 9)] == [URL]


def test_how_often_a_page_is_asked_again(book: Ledger) -> None:
    visits.found(book, [URL], NOW)
    asked, moment = list[float](), NOW
    while moment < NOW + 72 * HOURS:
        for one in visits.due(book, moment, 9):
            asked.append((moment - NOW) / HOURS)
            visits.answered(book, one, Validators('"a"'), now=moment, revisit=48 * HOURS)
        moment += timedelta(minutes=15)
    assert asked == [0, 0.5, 1, 2, 4, 8, 16, 32, 64]


def test_without_revisits_a_page_is_asked_once(book: Ledger) -> None:
    visits.found(book, [URL], NOW)
    (one,) = visits.due(book, NOW, 9)
    visits.answered(book, one, Validators('"a"'), now=NOW, revisit=timedelta(0))
    assert visits.due(book, NOW + 999 * HOURS, 9) == []


def test_what_fails_for_good_is_not_tried_again(book: Ledger) -> None:
    visits.found(book, [URL], NOW)
    (one,) = visits.due(book, NOW, 9)
    visits.failed(book, one, may_pass=True, now=NOW)
    assert visits.due(book, NOW, 9) == []
    (again,) = visits.due(book, NOW + HOURS, 9)
    assert again.failures == 1
    visits.failed(book, again, may_pass=False, now=NOW)
    assert visits.due(book, NOW + 999 * HOURS, 9) == []


def test_new_pages_come_first(book: Ledger) -> None:
    visits.found(book, [URL], NOW)
    (one,) = visits.due(book, NOW, 9)
    visits.answered(book, one, Validators('"a"'), now=NOW, revisit=48 * HOURS)
    visits.found(book, ["https://news.example/b"], NOW + HOURS)
    due = visits.due(book, NOW + HOURS, 9)
    assert [(found.address, found.validators) for found in due] == [
        ("news.example/b", Validators()), ("news.example/a", Validators('"a"')),
    ]  # fmt: skip
    assert len(visits.due(book, NOW + HOURS, 1)) == 1


def test_the_pages_of_a_document_that_was_removed_are_left_alone(book: Ledger) -> None:
    visits.found(book, [URL, "https://news.example/b"], NOW)
    book.rows("INSERT INTO addresses VALUES ('news.example/a', 'd1', 'found')")
    visits.leave(book, "d1")
    assert [one.address for one in visits.due(book, NOW, 9)] == ["news.example/b"]
