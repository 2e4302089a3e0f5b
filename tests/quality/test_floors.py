"""Floors rise, and do not fall."""

import pytest

from .floors import LoweredFloorError, raised, under_floor


def test_floor_rises_to_what_is_measured() -> None:
    assert raised({"events": 0.7349}, {"events": 0.5}) == {"events": 0.734}


def test_floor_is_kept_when_less_would_round_below_it() -> None:
    assert raised({"events": 0.7345}, {"events": 0.7345}) == {"events": 0.7345}


def test_new_measure_gets_a_floor() -> None:
    assert raised({"events": 0.5, "times.value": 0.25}, {"events": 0.5})["times.value"] == 0.25


def test_lower_measure_is_refused() -> None:
    with pytest.raises(LoweredFloorError, match=r"events: 0\.400 is under its floor 0\.500"):
        raised({"events": 0.4, "times.value": 1.0}, {"events": 0.5, "times.value": 0.5})


def test_measure_that_is_gone_counts_as_nothing() -> None:
    assert under_floor({}, {"events": 0.1}) == ["events: 0.000 is under its floor 0.100"]
