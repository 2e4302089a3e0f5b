from itertools import permutations

from tawatur.reconciling.clustering import Clusters, Groups


def test_groups_join_once() -> None:
    groups = Groups("abcd")
    assert groups.join("a", "b")
    assert groups.join("b", "c")
    assert not groups.join("a", "c")
    assert sorted(map(sorted, groups.all())) == [["a", "b", "c"], ["d"]]


def test_groups_are_the_same_in_any_order() -> None:
    found = set()
    for pairs in permutations([("a", "b"), ("c", "d"), ("b", "c")]):
        groups = Groups("abcde")
        for one, other in pairs:
            groups.join(one, other)
        found.add(tuple(sorted(tuple(sorted(group)) for group in groups.all())))
    assert found == {(("a", "b", "c", "d"), ("e",))}


def test_a_constraint_holds_for_whole_clusters() -> None:
    clusters = Clusters(3, lambda ours, theirs: not (0 in ours + theirs and 2 in ours + theirs))
    assert clusters.join(0, 1)
    assert not clusters.join(1, 2)
    assert clusters.all() == [[0, 1], [2]]


def test_what_is_bound_joins_against_the_constraint() -> None:
    clusters = Clusters(2, lambda ours, theirs: False)
    assert clusters.join(0, 1, bound=True)
    assert clusters.home == [0, 0]
