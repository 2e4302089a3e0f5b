from tawatur.intake.moments import utc


def test_a_moment_is_in_utc_to_the_second() -> None:
    assert utc(1584178200.9) == "2020-03-14T09:30:00Z"


def test_what_no_calendar_holds_is_unknown() -> None:
    assert utc(1e20) is None
