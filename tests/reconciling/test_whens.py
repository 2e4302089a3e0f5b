from datetime import date

import pytest

from tawatur.model import Time
from tawatur.reconciling.whens import When, days_apart, of_day, of_window, report_day, when

from .build import Report, where

SUNDAY = date(2021, 5, 9).toordinal()


def told(text: str, *times: tuple[str, str], published: int | None = None) -> When | None:
    """The day of the event whose trigger is the first word."""
    report = Report("a", text, published=None)
    for words, timex in times:
        span = where(text, words)
        report.times.append(Time(span.start, span.end, "date", None, timex))
    reading = report.reading()
    return when(reading, reading.times, 0, None, report_day(reading, None, published))


def test_a_date_is_the_day_and_a_long_one_the_days_among_which_it_is() -> None:
    assert of_window((SUNDAY, SUNDAY)) == of_day("event", SUNDAY)
    assert of_day("event", SUNDAY).weekday == 7
    assert of_window((SUNDAY, SUNDAY + 30)) == When("event", among=(SUNDAY, SUNDAY + 30))


@pytest.mark.parametrize(
    ("text", "time", "timex", "expected"),
    [
        ("قصف يوم الثلاثاء", "الثلاثاء", "XXXX-WXX-2", When("event", weekday=2)),
        ("قصف في 9 أيار", "9 أيار", "XXXX-05-09", When("event", yearday=130)),
        ("قصف اليوم الثلاثاء", "اليوم الثلاثاء", "PRESENT_REF", When("event", weekday=2)),
        ("قصف أمس الاثنين", "أمس الاثنين", "PAST_REF", When("event", weekday=1)),
        ("قصف في 31 شباط", "31 شباط", "XXXX-02-31", None),
    ],
)
def test_what_a_sentence_tells_of_the_day(text: str, time: str, timex: str, expected: When | None) -> None:
    assert told(text, (time, timex)) == expected


def test_the_nearest_time_tells() -> None:
    text = "قصف الثلاثاء البلدة التي زارها الوزير الأحد"
    assert told(text, ("الأحد", "XXXX-WXX-7"), ("الثلاثاء", "XXXX-WXX-2")) == When("event", weekday=2)


def test_yesterday_counts_from_the_day_of_the_report() -> None:
    found = told("قصف أمس البلدة", ("أمس", "PAST_REF"), published=SUNDAY)
    assert found == of_day("event", SUNDAY - 1)


def test_a_report_is_of_the_day_that_it_calls_today() -> None:
    report = Report("a", "قصف البلدة. قال الوزير أمس الاثنين", published=None)
    span = where(report.document.text, "أمس الاثنين")
    report.times.append(Time(span.start, span.end, "date", None, "PAST_REF"))
    assert report_day(report.reading(), None, None) == When("report", weekday=2)
    assert report_day(report.reading(), None, SUNDAY) == of_day("report", SUNDAY)
    assert report_day(Report("a", "قصف", published=None).reading(), None, None) is None


def test_todays_that_disagree_tell_nothing() -> None:
    report = Report("a", "اليوم الأحد واليوم الاثنين", published=None)
    for words in ("اليوم الأحد", "اليوم الاثنين"):
        span = where(report.document.text, words)
        report.times.append(Time(span.start, span.end, "date", None, "PRESENT_REF"))
    assert report_day(report.reading(), None, None) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (of_day("event", SUNDAY), of_day("event", SUNDAY + 9), (9, 0)),
        (When("event", yearday=366), When("event", yearday=1), (1, 366)),
        (When("event", weekday=7), When("event", weekday=1), (1, 7)),
        (When("event", weekday=1), When("event", weekday=5), (-3, 7)),
        (When("event", yearday=130, weekday=7), When("event", yearday=130, weekday=3), (3, 7)),
        (When("event", yearday=130), When("event", weekday=7), None),
        (of_day("event", SUNDAY), When("report", weekday=7, among=(SUNDAY + 30, SUNDAY + 60)), (30, 0)),
        (of_day("event", SUNDAY), When("report", weekday=1, among=(SUNDAY - 3, SUNDAY + 60)), (1, 7)),
        (of_day("event", SUNDAY), When("event", among=(SUNDAY - 60, SUNDAY - 30)), (-30, 0)),
    ],
)
def test_how_far_apart_two_days_are(one: When, other: When, expected: tuple[int, int] | None) -> None:
    assert days_apart(one, other) == expected
    turned = days_apart(other, one)
    assert turned == (expected and (-expected[0], expected[1]))
