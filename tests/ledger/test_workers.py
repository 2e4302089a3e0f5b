import os
import time

import pytest

from tawatur.errors import TawaturError
from tawatur.ledger.workers import in_order


def square(number: int) -> int:
    time.sleep(0.001 * (number % 3))
    return number * number


def die(number: int) -> int:
    os._exit(3)


@pytest.mark.parametrize("cores", [1, 2])
@pytest.mark.parametrize("size", [0, 5, 200])
def test_results_come_in_the_order_of_the_items(cores: int, size: int) -> None:
    assert list(in_order(square, range(size), cores)) == [number * number for number in range(size)]


def test_items_are_taken_as_they_are_needed() -> None:
    numbers = iter(range(100_000))
    results = in_order(square, numbers, 2)
    for _ in range(100):
        next(results)
    assert next(numbers) < 400


def test_a_dead_worker_is_a_clear_error() -> None:
    with pytest.raises(TawaturError, match="worker"):
        list(in_order(die, range(100), 2))
