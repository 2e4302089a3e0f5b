"""The quality gate: what the reader makes of the samples, measured against what a person reads in them."""

import pytest

from .floors import load_floors, measure


@pytest.fixture(scope="module")
def measured() -> dict[str, float]:
    return measure()


@pytest.mark.parametrize(("name", "floor"), sorted(load_floors().items()))
def test_measure_is_not_under_its_floor(measured: dict[str, float], name: str, floor: float) -> None:
    assert measured.get(name, 0.0) >= floor


def test_every_measure_has_a_floor_once_it_is_known(measured: dict[str, float]) -> None:
    unguarded = {name for name in measured if name not in load_floors()}
    assert not unguarded, "run python -m tests.quality.update_floors"
