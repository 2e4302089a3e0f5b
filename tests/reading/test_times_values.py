from datetime import date

import pytest

from tawatur.reading.times_values import add_months, at, between, day_of, month_of, on, period, roughly, shift, week_of


def test_a_day_that_is_none() -> None:
    assert day_of(2018, 2, 29) is None
    assert day_of(2016, 2, 29) == on(date(2016, 2, 29))


def test_months_end_where_they_end() -> None:
    assert (month_of(2016, 2).last, month_of(2018, 12).edtf) == (date(2016, 2, 29), "2018-12")
    assert add_months(date(2018, 3, 31), -1) == date(2018, 2, 28)
    assert add_months(date(2018, 12, 5), 1) == date(2019, 1, 5)


def test_weeks_begin_on_monday() -> None:
    assert week_of(date(2018, 7, 15)).edtf == "2018-07-09/2018-07-15"
    assert week_of(date(2018, 7, 16)).timex == "2018-W29"


def test_between_joins_the_outer_ends() -> None:
    assert between(month_of(2018, 1), month_of(2018, 6)).edtf == "2018-01/2018-06"
    assert between(week_of(date(2018, 7, 2)), on(date(2018, 7, 20))).edtf == "2018-07-02/2018-07-20"


@pytest.mark.parametrize(
    ("unit", "amount", "day"),
    [("Y", 1.5, "2020-01-12"), ("M", -1, "2018-06-12"), ("W", 2, "2018-07-26"), ("D", -12, "2018-06-30"), ("H", 48, "2018-07-14"),
     ("TM", 30, "2018-07-12"), ("N", 1, "2018-07-13")],
)  # fmt: skip
def test_shift(unit: str, amount: float, day: str) -> None:
    assert shift(date(2018, 7, 12), unit, amount) == date.fromisoformat(day)


def test_shift_beyond_the_calendar() -> None:
    assert shift(date(2018, 7, 12), "Y", -5000) is None
    assert shift(date(2018, 7, 12), "D", 1e9) is None


def test_the_grain_of_a_distance() -> None:
    assert [at(date(2018, 7, 12), unit).edtf for unit in "YMWD"] == ["2018", "2018-07", "2018-07-12", "2018-07-12"]


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [(3, "D", "P3D"), (24, "H", "PT24H"), (5, "TM", "PT5M"), (1.5, "Y", "P1.5Y"), (None, "M", "PXM"), (2, "N", "P2D")],
)
def test_period(amount: float | None, unit: str, value: str) -> None:
    assert period(amount, unit) == value


def test_roughly() -> None:
    assert (roughly("2008"), roughly("2008~"), roughly("2008/2010")) == ("2008~", "2008~", "2008/2010")
