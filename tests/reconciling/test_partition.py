from collections.abc import Iterator
from contextlib import closing
from sqlite3 import connect

import pytest

from tawatur.reconciling.partition import Partition

GROUPS = {"pair": [(1, "a"), (2, "b")], "alone": [(3, "c")]}


@pytest.fixture
def partition() -> Iterator[Partition]:
    """Things 1, 2 and 3 of the documents a, b and c; 1 and 2 are one group, 2 and 3 are tied."""
    with closing(connect(":memory:")) as connection:
        made = Partition(connection, "thing")
        made.create()
        made.tie(1, 2, 4.0)
        made.tie(2, 3, 1.0)
        made.settle([1, 2, 3], GROUPS, [(1, 2)], {1, 2, 3})
        yield Partition(connection, "thing")


def test_a_component_is_all_that_ties_hold_together(partition: Partition) -> None:
    assert list(partition.components([3, 1])) == [[1, 2, 3]]
    assert list(partition.components([4])) == [[4]]


def test_groups_are_known_by_thing_and_document(partition: Partition) -> None:
    assert (partition.group_of(1), partition.group_of(9)) == ("pair", None)
    assert (partition.things_of("b"), partition.groups_in("c"), partition.documents("pair")) == ([2], ["alone"], {"a", "b"})
    assert partition.joins("pair") == [(1, 2)]


def test_nothing_changed_when_all_is_as_before(partition: Partition) -> None:
    partition.settle([1, 2, 3], GROUPS, [(1, 2)], set())
    assert partition.outcome() == (set(), set())
    assert partition.moved == set()


def test_a_group_with_a_renewed_thing_is_changed(partition: Partition) -> None:
    partition.settle([1, 2, 3], GROUPS, [(1, 2)], {3})
    assert partition.outcome() == ({"alone"}, set())


def test_a_group_made_by_other_pairs_is_changed(partition: Partition) -> None:
    partition.settle([1, 2, 3], GROUPS, [], set())
    assert partition.outcome() == ({"pair"}, set())
    assert partition.joins("pair") == []


def test_things_that_move_change_both_groups(partition: Partition) -> None:
    partition.settle([1, 2, 3], {"pair": [(1, "a")], "alone": [(3, "c"), (2, "b")]}, [], set())
    assert partition.outcome() == ({"pair", "alone"}, set())
    assert partition.moved == {"b"}


def test_a_group_that_nothing_is_in_any_more_is_gone(partition: Partition) -> None:
    partition.settle([1, 2, 3], {"pair": [(1, "a"), (2, "b"), (3, "c")]}, [(1, 2), (2, 3)], set())
    assert partition.outcome() == ({"pair"}, {"alone"})


def test_what_is_detached_leaves_ties_and_groups(partition: Partition) -> None:
    assert partition.detach(partition.things_of("b")) == ([2], {1, 3})
    assert list(partition.components([1])) == [[1]]
    assert partition.members("pair") == [1]
    assert partition.outcome() == ({"pair"}, set())


def test_when_two_components_take_over_a_group_the_joins_of_both_stay(partition: Partition) -> None:
    partition.untie(2)
    partition.settle([1], {"pair": [(1, "a")]}, [], set())
    partition.tie(2, 3, 5.0)
    partition.settle([2, 3], {"alone": [(3, "c"), (2, "b")]}, [(2, 3)], set())
    assert (partition.joins("pair"), partition.joins("alone")) == ([], [(2, 3)])
