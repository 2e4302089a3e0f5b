from datetime import date

import pytest

from tawatur.edtf import bounds, day, overlap, precision


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2020-03-14", date(2020, 3, 14), date(2020, 3, 14)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-03-14~", date(2020, 3, 14), date(2020, 3, 14)),
        ("2020-03-11/2020-03-14", date(2020, 3, 11), date(2020, 3, 14)),
        ("[2020-03-11,2020-03-18]", date(2020, 3, 11), date(2020, 3, 18)),
        ("2020-03-14T20:25", date(2020, 3, 14), date(2020, 3, 14)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2018-22", date(2018, 6, 1), date(2018, 8, 31)),
        ("2018-24", date(2018, 12, 1), date(2019, 2, 28)),
    ],
)
def test_bounds_are_the_days_a_date_may_mean(edtf: str, first: date, last: date) -> None:
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize("edtf", [None, "", "2020-13-01", "2020-02-30", "2020-03/..", "PAST_REF", "0000"])
def test_what_is_no_date_has_no_bounds(edtf: str | None) -> None:
    assert bounds(edtf) is None


def test_a_day_is_one_day() -> None:
    assert day("2020-03-14") == date(2020, 3, 14)
    assert day("2020-03") is None


def test_overlap_is_unknown_when_a_date_is() -> None:
    assert overlap("2020-03", "2020-03-14") is True
    assert overlap("2020-03-14", "2020-03-16") is False
    assert overlap("2020-03-14", "2020-03-16", slack_days=2) is True
    assert overlap("2020-03-14", None) is None


@pytest.mark.parametrize(
    ("edtf", "precise"),
    [
        ("2020-03-14", "day"), ("2020-03-14T20:25", "day"), ("2020-03-14~", "day"), ("2020-03", "month"), ("2018-22", "season"),
        ("2020", "year"), ("199X", "decade"), ("19XX", "century"), ("2020-03/2020-04", "interval"), ("[2020-03-11,2020-03-18]", "set"),
        (None, None), ("", None), ("2020-13", None), ("2020-03/..", None), ("PAST_REF", None),
    ],
)  # fmt: skip
def test_how_precise_a_date_is(edtf: str | None, precise: str | None) -> None:
    assert precision(edtf) == precise
