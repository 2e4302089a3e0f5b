import threading
import time
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis.strategies import integers, lists

from tawatur.fetching.together import in_order


def lane(item: tuple[int, int]) -> str:
    return str(item[0])


@settings(max_examples=50, deadline=None)
@given(lists(integers(0, 3), max_size=30), integers(1, 4), integers(1, 4))
def test_everything_comes_once_and_in_order(lanes: list[int], at_once: int, held: int) -> None:
    items = list(zip(lanes, range(len(lanes)), strict=True))
    done: list[tuple[int, int]] = []
    results = list(in_order(items, lambda item: done.append(item) or item, lane_of=lane, at_once=at_once, held=held))  # type: ignore[func-returns-value]
    assert results == items
    assert sorted(done, key=lambda item: item[1]) == items
    for one in set(lanes):
        assert [item for item in done if item[0] == one] == [item for item in items if item[0] == one]


def test_one_at_a_time_in_a_lane_and_lanes_side_by_side() -> None:
    inside: Counter[str] = Counter()
    both = threading.Barrier(2, timeout=5)

    def work(item: tuple[int, int]) -> int:
        inside[lane(item)] += 1
        assert inside[lane(item)] == 1
        both.wait()
        inside[lane(item)] -= 1
        return item[1]

    grouped = [(number // 20, number) for number in range(40)]
    assert list(in_order(grouped, work, lane_of=lane, at_once=4, held=40)) == list(range(40))


def test_few_results_are_held_and_what_is_waited_for_always_runs() -> None:
    begun: list[int] = []
    first = threading.Event()

    def work(item: tuple[int, int]) -> int:
        begun.append(item[1])
        if item[1] == 0:
            first.wait(5)
        return item[1]

    items = [(number % 10, number) for number in range(100)]
    results = in_order(items, work, lane_of=lane, at_once=4, held=3)
    threading.Timer(0.1, first.set).start()
    assert next(results) == 0
    time.sleep(0.05)
    assert len(begun) <= 1 + 3
    assert list(results) == list(range(1, 100))


def test_items_are_taken_as_they_are_needed() -> None:
    taken = 0

    def endless() -> Iterator[tuple[int, int]]:
        nonlocal taken
        while True:
            taken += 1
            yield (taken % 5, taken)

    results = in_order(endless(), lambda item: item[1], lane_of=lane, at_once=2, held=4)
    assert [next(results) for _ in range(10)] == list(range(1, 11))
    results.close()  # type: ignore[attr-defined]
    assert taken < 1100


def test_leaving_early_begins_nothing_more() -> None:
    begun: list[int] = []
    before = threading.active_count()
    results = in_order([(0, number) for number in range(100)], lambda item: begun.append(item[1]), lane_of=lane, at_once=2, held=5)
    next(results)
    results.close()  # type: ignore[attr-defined]
    deadline = time.monotonic() + 5
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threading.active_count() <= before
    assert len(begun) <= 1 + 5


def test_a_fault_comes_at_its_turn() -> None:
    def work(item: tuple[int, int]) -> int:
        if item[1] == 2:
            raise ValueError("two")
        return item[1]

    results = in_order([(0, number) for number in range(5)], work, lane_of=lane, at_once=2, held=5)
    assert [next(results), next(results)] == [0, 1]
    with pytest.raises(ValueError, match="two"):
        next(results)
