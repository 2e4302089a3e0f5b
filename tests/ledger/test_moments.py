from datetime import UTC, datetime, timedelta, timezone

from tawatur.ledger.moments import read, written


def test_moments_are_utc_to_the_second_and_come_back() -> None:
    there = datetime(2020, 3, 14, 12, 30, 5, 999, tzinfo=timezone(timedelta(hours=3)))
    assert written(there) == "2020-03-14T09:30:05Z"
    assert read("2020-03-14T09:30:05Z") == datetime(2020, 3, 14, 9, 30, 5, tzinfo=UTC)
