from datetime import UTC, datetime, timedelta, timezone

from tawatur.moments import read, since_epoch, written


def test_moments_are_utc_to_the_second_and_come_back() -> None:
    there = datetime(2020, 3, 14, 12, 30, 5, 999, tzinfo=timezone(timedelta(hours=3)))
    assert written(there) == "2020-03-14T09:30:05Z"
    assert read("2020-03-14T09:30:05Z") == datetime(2020, 3, 14, 9, 30, 5, tzinfo=UTC)


def test_a_moment_is_in_utc_to_the_second() -> None:
    assert since_epoch(1584178200.9) == "2020-03-14T09:30:00Z"


def test_what_no_calendar_holds_is_unknown() -> None:
    assert since_epoch(1e20) is None
