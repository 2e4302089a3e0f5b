from hypothesis import given
from hypothesis import strategies as some

from tawatur.ledger.lineages import Lineage, lineages


def found(before: dict[str, str], after: dict[str, str]) -> list[Lineage]:
    return list(lineages(before, after))


def test_what_is_new_and_what_is_gone_have_no_heir() -> None:
    assert found({"a": "x"}, {"b": "y"}) == [Lineage(("a",), (), None), Lineage((), ("b",), None)]


def test_a_group_that_grew_is_the_same_whatever_its_id() -> None:
    assert found({"a": "xy"}, {"b": "xyz"}) == [Lineage(("a",), ("b",), ("a", "b"))]


def test_groups_that_joined_or_parted_have_the_largest_share_for_heir() -> None:
    assert found({"a": "x", "b": "yz"}, {"c": "xyz"}) == [Lineage(("a", "b"), ("c",), ("b", "c"))]
    assert found({"c": "xyz"}, {"a": "x", "b": "yz"}) == [Lineage(("c",), ("a", "b"), ("c", "b"))]


def test_between_equal_shares_the_id_decides() -> None:
    assert found({"a": "x", "b": "y"}, {"b": "xy"}) == [Lineage(("a", "b"), ("b",), ("b", "b"))]


def test_several_that_became_several_have_no_heir() -> None:
    assert found({"a": "xy", "b": "zw"}, {"c": "xz", "d": "yw"}) == [Lineage(("a", "b"), ("c", "d"), None)]


@some.composite
def groups(draw: some.DrawFn) -> dict[str, list[str]]:
    made: dict[str, list[str]] = {}
    for member in draw(some.lists(some.sampled_from("rstuvwxyz"), unique=True)):
        made.setdefault(draw(some.sampled_from("abcd")), []).append(member)
    return made


@given(groups(), groups())
def test_every_group_is_in_one_lineage(before: dict[str, list[str]], after: dict[str, list[str]]) -> None:
    told = list(lineages(before, after))
    assert sorted(name for one in told for name in one.before) == sorted(before)
    assert sorted(name for one in told for name in one.after) == sorted(after)
    assert all(set(before[one.heir[0]]) & set(after[one.heir[1]]) for one in told if one.heir)
