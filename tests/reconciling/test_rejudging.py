from collections.abc import Iterator
from contextlib import closing
from sqlite3 import connect

import pytest

from tawatur.model import Judgement
from tawatur.reconciling.corrections import figure_id
from tawatur.reconciling.features import features
from tawatur.reconciling.ids import number_of, statement_number
from tawatur.reconciling.reconciler import Reconciler
from tawatur.reconciling.rejudging import Rejudged, rejudged
from tawatur.reconciling.rulings import rulings
from tawatur.reconciling.shelf import Shelf, keep, kept_rows

from .build import Report, figure, judgement

A, B, SAID = number_of("a:e1"), number_of("b:e1"), statement_number("a:s1")


@pytest.fixture
def shelves() -> Iterator[tuple[Shelf, str]]:
    """Two reports, and the id of a count in the first."""
    reports = [Report(name, "انفجرت عبوة في السوق وقال سالم إن الحادث كبير") for name in "ab"]
    for report in reports:
        report.event("انفجرت", date="2021-05-09", figures=(figure("killed", 4),))
    reports[0].said("قال", "الحادث كبير", speaker="سالم")
    known = [features(report.reading()) for report in reports]
    with closing(connect(":memory:")) as connection:
        Reconciler(connection, ()).create()
        for one in known:
            keep(connection, one.document.id, kept_rows(one))
        mention = known[0].mentions[0]
        yield Shelf(connection, rulings([])), figure_id(mention.id, mention.figures[0])


def said(shelf: Shelf, decided: list[Judgement], heeded: set[str], waiting: frozenset[str] = frozenset()) -> Rejudged:
    return rejudged(Shelf(shelf.connection, rulings(decided)), decided, heeded, waiting)


def test_a_correction_regroups_the_mention_of_a_count_and_no_other(shelves: tuple[Shelf, str]) -> None:
    shelf, count = shelves
    found = said(shelf, [judgement("value", count, value="7")], set())
    assert found == ((({A}, set())), ({A}, set()), {"a"})


@pytest.mark.parametrize(("kind", "value"), [("right", None), ("settle", "range")])
def test_what_changes_no_group_is_only_shown(shelves: tuple[Shelf, str], kind: str, value: str | None) -> None:
    found = said(shelves[0], [judgement(kind, "a:s1", "b:e1" if value else None, value=value)], set())  # type: ignore[arg-type]
    assert found.regrouped == (set(), set())
    assert found.shown == ({B} if value else set(), {SAID})


def test_pairs_regroup_both_ends_and_so_does_taking_it_back(shelves: tuple[Shelf, str]) -> None:
    same = judgement("same", "a:e1", "b:e1", name="1")
    assert said(shelves[0], [same], set()).regrouped == ({A, B}, set())
    undo = judgement("undo", "1", name="2", at="2021-06-02")
    assert said(shelves[0], [same, undo], {"1"}).regrouped == ({A, B}, set())
    assert said(shelves[0], [same, undo], set()).documents == set()


def test_what_is_heeded_or_waits_is_left_alone(shelves: tuple[Shelf, str]) -> None:
    wrong = judgement("wrong", "a:e1", name="1")
    nothing = said(shelves[0], [wrong], {"1"})
    assert nothing == said(shelves[0], [wrong], set(), frozenset("a"))
    assert nothing.documents == set()


def test_right_after_nothing_wrong_is_no_change_of_groups(shelves: tuple[Shelf, str]) -> None:
    right = judgement("right", "a:e1", name="1")
    wrong = judgement("wrong", "a:e1", name="2", at="2021-06-02")
    assert said(shelves[0], [right], set()).regrouped.mentions == set()
    assert said(shelves[0], [right, wrong], {"1"}).regrouped.mentions == {A}
