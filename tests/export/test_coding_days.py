from datetime import date

import pytest

from tawatur.export.coding_days import Days, days


@pytest.mark.parametrize(
    ("written", "event_date", "acled", "ucdp"),
    [
        ("2020-03-14", date(2020, 3, 14), 1, 1),
        ("[2020-03-13,2020-03-14]", date(2020, 3, 13), 2, 2),
        ("2020-03-09/2020-03-15", date(2020, 3, 12), 2, 3),
        ("2020-03", date(2020, 3, 16), 3, 4),
        ("2020-02", date(2020, 2, 15), 3, 4),
        ("2018-22", None, None, 5),
        ("2020", None, None, 5),
        ("201X", None, None, None),
        (None, None, None, None),
    ],
)
def test_how_exact_a_date_is(written: str | None, event_date: date | None, acled: int | None, ucdp: int | None) -> None:
    found = days(written)
    assert found.acled() == (event_date, acled)
    assert found.ucdp() == ucdp


def test_the_year_is_that_of_all_days() -> None:
    assert days("2020-03").year == 2020
    assert days("2019-12-30/2020-01-02").year is None
    assert Days().year is None
