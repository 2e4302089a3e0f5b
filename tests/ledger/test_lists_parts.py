import pytest

from tawatur.ledger.lists_parts import Published, chains, count, documents, figures, mentions
from tawatur.ledger.store import Ledger
from tawatur.reconciling.corrections import figure_id


def test_the_accounts_of_an_event(book: Ledger) -> None:
    assert [(told.mention.id, told.event, told.document.id) for told in mentions(book)] == [
        ("a:e1", "event-1", "a"), ("b:e1", "event-1", "b"), ("c:e1", "event-1", "c"),
    ]  # fmt: skip
    assert [told.mention.id for told in mentions(book, event="event-1", document="b")] == ["b:e1"]
    assert list(mentions(book, event="event-2")) == []


def test_figures_have_the_ids_by_which_they_are_judged(book: Ledger) -> None:
    found = list(figures(book, event="event-1"))
    assert [(one.document.id, one.figure.role, one.figure.low) for one in found] == [
        ("a", "killed", 3), ("b", "killed", 3), ("c", "injured", 2),
    ]  # fmt: skip
    assert [one.id for one in found] == [figure_id(f"{one.document.id}:e1", one.figure) for one in found]
    assert list(figures(book)) == found


def test_chains_of_accounts_and_statements(book: Ledger) -> None:
    assert [chain.of.id for chain in chains(book)] == ["a:e1", "a:s1", "b:e1", "c:e1", "c:s1"]
    (river,) = chains(book, event="event-1", document="b")
    assert [link.name for link in river.links] == ["المرايا", "وكالة النهر"]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (Published(), ["a", "b", "c"]),
        (Published(outlet="المرايا"), ["b"]),
        (Published(outlet="غيرها"), []),
        (Published(first="2020-03-15", last="2020-03"), ["a", "b", "c"]),
        (Published(first="2020-03-16"), []),
        (Published(last="2020-03-14"), []),
        (Published(text="عنوان"), []),
    ],
)
def test_documents(book: Ledger, published: Published, expected: list[str]) -> None:
    assert [found.document.id for found in documents(book, published)] == expected


def test_what_nobody_knows_the_day_of_is_between_no_days(book: Ledger) -> None:
    book.rows("UPDATE readings SET published = NULL WHERE document = 'b'")
    assert [found.document.id for found in documents(book, Published(last="2021"))] == ["a", "c"]
    assert len(list(documents(book, Published()))) == 3


@pytest.mark.parametrize("event", [None, "event-1", "event-2"])
@pytest.mark.parametrize("document", [None, "a", "b", "z"])
def test_parts_are_counted_without_reading_them(book: Ledger, event: str | None, document: str | None) -> None:
    assert count(book, "mentions", event, document) == len(list(mentions(book, event, document)))
    assert count(book, "figures", event, document) == len(list(figures(book, event, document)))
    assert count(book, "chains", event, document) == len(list(chains(book, event, document)))
