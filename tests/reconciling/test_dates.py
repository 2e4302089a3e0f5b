from datetime import date

import pytest

from tawatur.reconciling.dates import day_of, window


def number(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2021-05-10", "2021-05-10", "2021-05-10"),
        ("2021-05-10TNI", "2021-05-10", "2021-05-10"),
        ("2021-05-10~", "2021-05-09", "2021-05-11"),
        ("2021-02", "2021-02-01", "2021-02-28"),
        ("2021-05-01/2021-05-10", "2021-05-01", "2021-05-10"),
        ("[2021-05-10,2021-05-12]", "2021-05-10", "2021-05-12"),
    ],
)
def test_window(edtf: str, first: str, last: str) -> None:
    assert window(edtf) == (number(first), number(last))


def test_no_window_without_a_date() -> None:
    assert window(None) is None
    assert window("PAST_REF") is None


def test_a_month_is_no_day_of_publication() -> None:
    assert day_of("2021-05") is None
    assert day_of("2021-05-10") == number("2021-05-10")
