import multiprocessing
import os
import re
import subprocess
import sys
import time

import pytest

from tawatur.errors import InputError, TawaturError
from tawatur.ledger.pool import Pool
from tawatur.ledger.worker import Limits

from .deeds import Deed, deeds, do

QUICK = Limits(seconds=1, patience=6.0, memory=1 << 30)
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds every process to its limits")


def done(items: list[Deed], cores: int = 1) -> list[object]:
    pool: Pool[Deed, object] = Pool(do, cores, QUICK)
    try:
        for item in items:
            pool.put(item)
        return list(pool.results(most=0))
    finally:
        pool.close()


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        ("wait in C", "reading it did not end within 6 seconds; split it, or leave it out"),
        ("allocate", "reading it takes more than 1024 MB of memory; split it, or leave it out"),
        ("hoard", "reading it takes more than (1024 MB of memory|1 seconds); split it, or leave it out"),
        ("leave", r"reading it ended the process \(status 0\); please report it with the file"),
        ("crash", r"reading it ended the process \(status -11\); please report it with the file"),
        ("be killed", "reading it was killed, perhaps for want of memory; close other programs, and give it again"),
        ("give what cannot be sent", "the reader's result cannot be sent .*; please report it with the file"),
    ],
)
def test_what_ends_a_worker_is_one_error_and_the_others_of_its_chunk_are_done(deed: str, told: str) -> None:
    results = done(deeds(6, {3: deed}))
    assert re.fullmatch(f"deed 3: {told}", str(results[3]))
    assert [result for number, result in enumerate(results) if number != 3] == [0, 1, 4, 16, 25]


def test_a_chunk_with_nothing_good_in_it_ends_too() -> None:
    results = done(deeds(4, dict.fromkeys(range(4), "leave")))
    assert [isinstance(result, InputError) for result in results] == [True] * 4


def test_one_that_waits_for_ever_does_not_hold_up_the_others() -> None:
    results = done(deeds(40, {0: "wait in C"}), cores=2)
    assert isinstance(results[0], InputError)
    assert results[1:] == [number * number for number in range(1, 40)]


def test_each_item_has_the_whole_time_for_itself() -> None:
    assert done([Deed(number, "compute") for number in range(4)]) == [0, 1, 2, 3]


def test_a_worker_that_died_with_nothing_to_do_is_replaced() -> None:
    pool: Pool[Deed, object] = Pool(do, 1, QUICK)
    try:
        pool.put(Deed(2))
        assert list(pool.results(most=0)) == [4]
        for child in multiprocessing.active_children():
            child.kill()
            child.join()
        pool.put(Deed(3))
        assert list(pool.results(most=0)) == [9]
    finally:
        pool.close()


def test_results_are_given_as_soon_as_they_are_there() -> None:
    pool: Pool[Deed, object] = Pool(do, 1, QUICK)
    try:
        pool.put(Deed(2))
        deadline = time.monotonic() + 30
        while not (first := list(pool.results(most=5))) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert first == [4]
    finally:
        pool.close()


def test_large_items_do_not_share_a_chunk() -> None:
    pool: Pool[Deed, object] = Pool(pid, 2, QUICK)
    try:
        for number in range(4):
            pool.put(Deed(number, size=5_000_000))
        assert len(set(pool.results(most=0))) == 2
    finally:
        pool.close()


def pid(deed: Deed) -> int:
    time.sleep(1)
    return os.getpid()


def test_no_worker_is_left_behind() -> None:
    before = set(multiprocessing.active_children())
    done(deeds(3, {1: "leave"}))
    assert set(multiprocessing.active_children()) <= before


class Unloadable:
    """A function that no other process can load."""

    def __call__(self, deed: Deed) -> int:
        return 0

    def __reduce__(self) -> tuple[type, tuple[str]]:
        return Missing, ("there is no such thing",)


class Missing:
    def __init__(self, what: str) -> None:
        raise ImportError(what)


def test_a_worker_that_cannot_start_is_a_clear_error(capfd: pytest.CaptureFixture[str]) -> None:
    pool: Pool[Deed, int] = Pool(Unloadable(), 1, QUICK)
    try:
        pool.put(Deed(1))
        with pytest.raises(TawaturError, match="could not start"):
            list(pool.results(most=0))
    finally:
        pool.close()


def test_a_script_is_not_run_again_by_the_workers_it_starts() -> None:
    script = """
from tawatur.ledger.pool import Pool
from tawatur.ledger.worker import Limits
from tests.ledger.deeds import deeds, do

pool = Pool(do, 1, Limits())
for deed in deeds(3, {}):
    pool.put(deed)
print("once", list(pool.results(most=0)))
pool.close()
"""
    done = subprocess.run([sys.executable, "-"], input=script, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert done.stdout == "once [0, 1, 4]\n"
