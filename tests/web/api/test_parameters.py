import re
from datetime import date

import pytest

from tawatur import edtf
from tawatur.web.api.parameters import DAY


@pytest.mark.parametrize("given", ["2020", "2020-03", "2020-02-29", "2000-02-29", "2019-12-31", "1999-04-30", "9999-12-31", "1600-02-29"])
def test_days_that_there_are(given: str) -> None:
    assert re.search(DAY, given)
    assert edtf.bounds(given)


@pytest.mark.parametrize(
    "given", ["", "20", "2020-13", "2020-00", "2019-02-29", "1900-02-29", "2020-04-31", "2020-02-30", "٢٠٢٠", "2020-3", "0000"]
)
def test_days_that_there_are_not(given: str) -> None:
    assert not re.search(DAY, given)


@pytest.mark.parametrize("year", [1900, 1904, 2000, 2023, 2024, 2100, 2400])
def test_every_day_of_a_year(year: int) -> None:
    for month in range(1, 13):
        for day in range(1, 32):
            try:
                date(year, month, day)
                is_one = True
            except ValueError:
                is_one = False
            assert bool(re.search(DAY, f"{year}-{month:02}-{day:02}")) == is_one
