from collections.abc import Iterator
from contextlib import closing
from sqlite3 import Connection, connect

import pytest

from tawatur.reconciling.corrections import figure_id
from tawatur.reconciling.features import Features, features
from tawatur.reconciling.ids import number_of, statement_number
from tawatur.reconciling.reconciler import Reconciler
from tawatur.reconciling.rulings import rulings
from tawatur.reconciling.shelf import Shelf, forget, keep, kept_rows

from .build import Report, figure, judgement


def example() -> Features:
    report = Report("a", "انفجرت سيارة في سوق الحدادين وقتل اثنان. قال سعيد إن التحقيق بدأ.")
    report.event("انفجرت", date="2021-05-09", place="سوق الحدادين", figures=(figure("killed", 2),))
    report.said("قال", "التحقيق بدأ")
    return features(report.reading())


@pytest.fixture
def connection() -> Iterator[Connection]:
    with closing(connect(":memory:")) as opened:
        Reconciler(opened, ()).create()
        keep(opened, "a", kept_rows(example()))
        yield opened


def waiting(connection: Connection) -> list[str]:
    return [name for (name,) in connection.execute("SELECT document FROM pending")]


def test_what_is_kept_comes_back(connection: Connection) -> None:
    shelf, kept = Shelf(connection, rulings([])), example()
    assert shelf.document("a") == shelf.numbered(number_of("a")) == kept.document
    assert shelf.mentions_of("a") == (shelf.mention(number_of("a:e1")),) == kept.mentions
    assert shelf.statements_of("a") == (shelf.statement(statement_number("a:s1")),) == kept.statements
    assert waiting(connection) == ["a"]


def test_what_is_forgotten_waits_to_be_dropped(connection: Connection) -> None:
    connection.execute("DELETE FROM pending")
    forget(connection, "a")
    shelf = Shelf(connection, rulings([]))
    assert [shelf.has_document("a"), shelf.has_mention(number_of("a:e1")), shelf.has_statement(statement_number("a:s1"))] == [False] * 3
    assert waiting(connection) == ["a"]


def test_what_is_judged_wrong_is_left_out(connection: Connection) -> None:
    shelf = Shelf(connection, rulings([judgement("wrong", "a:e1"), judgement("wrong", "a:s1", name="j2")]))
    assert (shelf.mentions_of("a"), shelf.statements_of("a")) == ((), ())
    assert not shelf.has_mention(number_of("a:e1"))
    assert [one.id for one in shelf.read_in("a")] == ["a:e1"]
    assert [one.id for one in shelf.statements_in("a")] == ["a:s1"]


def test_another_value_is_given_out(connection: Connection) -> None:
    shelf = Shelf(connection, rulings([judgement("value", "a:e1", value="date=2021-05-08")]))
    assert shelf.mention(number_of("a:e1")).date == "2021-05-08"


def test_owners_are_found_by_mention_statement_and_figure(connection: Connection) -> None:
    shelf, (mention,) = Shelf(connection, rulings([judgement("wrong", "a:e1")])), example().mentions
    for name in ("a:e1", figure_id("a:e1", mention.figures[0])):
        assert list(shelf.owners(name)) == [("mention", number_of("a:e1"), "a")]
    assert list(shelf.owners("a:s1")) == [("statement", statement_number("a:s1"), "a")]
    assert shelf.holder(statement_number("a:s1")) == "a"
    assert list(shelf.owners("nothing")) == []
