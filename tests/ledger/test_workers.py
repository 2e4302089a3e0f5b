import os
import signal
import sys
import threading

import pytest

from tawatur.errors import InputError
from tawatur.ledger.worker import Limits
from tawatur.ledger.workers import in_order

from .deeds import Deed, deeds, do

QUICK = Limits(seconds=1, patience=6.0, memory=1 << 30)


def squares(results: list[object], but: set[int]) -> bool:
    return all(result == number * number for number, result in enumerate(results) if number not in but)


@pytest.mark.parametrize("cores", [1, 2])
@pytest.mark.parametrize("size", [0, 5, 200])
def test_results_come_in_the_order_of_the_items(cores: int, size: int) -> None:
    assert list(in_order(do, deeds(size, {}), cores)) == [number * number for number in range(size)]


def test_items_are_taken_as_they_are_needed() -> None:
    found = iter(deeds(100_000, {}))
    results = in_order(do, found, 2)
    for _ in range(100):
        next(results)
    assert next(found).number < 400


def test_few_plain_items_are_done_here_and_others_apart() -> None:
    assert list(in_order(pid, deeds(63, {}, is_plain=True))) == [os.getpid()] * 63
    assert os.getpid() not in set(in_order(pid, deeds(64, {}, is_plain=True)))
    assert os.getpid() not in set(in_order(pid, [Deed(0, is_plain=True), Deed(1)]))


def pid(deed: Deed) -> int:
    return os.getpid()


@pytest.mark.parametrize("is_plain", [True, False])
def test_errors_among_the_items_come_through_in_their_place(is_plain: bool) -> None:
    error = InputError("here", "is broken", "mend it")
    items: list[Deed | InputError] = [Deed(2, is_plain=is_plain), error, Deed(3, is_plain=is_plain)]
    first, second, third = in_order(do, items)
    assert (first, str(second), third) == (4, str(error), 9)


@pytest.mark.parametrize("is_plain", [True, False])
@pytest.mark.parametrize(
    ("deed", "told"),
    [
        ("loop", "deed 3: reading it takes more than 1 seconds"),
        ("search for ever", "deed 3: reading it takes more than 1 seconds"),
        ("want memory", "deed 3: reading it takes more"),
        ("fail", "deed 3: the reader failed on it (ValueError: not 3)"),
        ("refuse", "deed 3: is refused"),
        ("recurse", "deed 3: the reader failed on it (RecursionError"),
    ],
)
def test_what_an_item_does_in_python_is_its_own_error(deed: str, told: str, is_plain: bool) -> None:
    results = list(in_order(do, deeds(6, {3: deed}, is_plain=is_plain), 1, QUICK))
    assert isinstance(results[3], InputError)
    assert str(results[3]).startswith(told)
    assert squares(results, but={3})


def test_the_alarm_is_put_away_again() -> None:
    before = signal.getsignal(signal.SIGPROF)
    list(in_order(do, deeds(3, {1: "loop"}, is_plain=True), 1, QUICK))
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGPROF) == before


def test_plain_items_are_done_in_other_threads_too() -> None:
    results: list[object] = []
    thread = threading.Thread(target=lambda: results.extend(in_order(do, deeds(3, {}, is_plain=True))))
    thread.start()
    thread.join()
    assert results == [0, 1, 4]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds every process to its limits")
def test_a_batch_with_evil_of_all_kinds_gives_one_error_for_each_and_all_else() -> None:
    evil = {5: "crash", 6: "leave", 20: "loop", 40: "allocate", 41: "fail", 99: "be killed"}
    results = list(in_order(do, deeds(100, evil), 2, QUICK))
    assert {number for number, result in enumerate(results) if isinstance(result, InputError)} == set(evil)
    assert squares(results, but=set(evil))
