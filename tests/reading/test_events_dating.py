import pytest

from tawatur.model import EventMention, Time
from tawatur.reading.events import find_events
from tawatur.reading.figures import find_figures
from tawatur.reading.names import find_names
from tawatur.reading.times import find_times
from tests.reading.conftest import Scanner


def dates(scan: Scanner, text: str, kind: str, published: str = "2018-06-20") -> list[str | None]:
    """The dates of the events of that type, in order."""
    scanned = scan(text, published)
    times: list[Time] = find_times(scanned, published)[0]
    names = find_names(scanned)
    found: list[EventMention] = find_events(scanned, times, names, find_figures(scanned, times, names), [])[0]
    return [event.date for event in found if event.type == kind]


def test_a_toll_counts_from_the_day_on_which_what_it_names_began(scan: Scanner) -> None:
    text = "انطلقت احتجاجات على حدود غزة في 30 مارس الماضي.\nوقتل 132 فلسطينيا على الأقل برصاص الجيش منذ بدء الاحتجاجات."
    assert dates(scan, text, "ASSAULT") == ["2018-03-30/2018-06-20"]


def test_attacks_at_large_are_of_the_period_told_of_before(scan: Scanner) -> None:
    text = "قتل 1692 مدنيا في النصف الأول من عام 2017 في أفغانستان.\nوأدت الغارات الجوية الأمريكية إلى مقتل 149 منهم."
    assert set(dates(scan, text, "ASSAULT")) == {"2017-01-01/2017-06-30"}


@pytest.mark.parametrize(
    "text",
    [
        "قتل عشرة جنود الثلاثاء في هجوم هو الأعنف منذ حرب عام 2006 في لبنان",
        "قتل عشرة جنود الثلاثاء في هجوم على ثكنة مقارنة مع خمسة في عام 2006",
    ],
)
def test_a_year_to_compare_with_dates_nothing(scan: Scanner, text: str) -> None:
    assert "2018-06-19" in dates(scan, text, "ASSAULT")
    assert not any(date and date.startswith("2006") for date in dates(scan, text, "ASSAULT")[:1])


def test_the_one_day_of_a_report_dates_what_it_tells(scan: Scanner) -> None:
    text = "دمر الجيش صاروخا باليستيا أطلقه الحوثيون على نجران.\nورصد الجيش إطلاق الصاروخ مساء اليوم الأربعاء."
    assert dates(scan, text, "COERCE") == ["2018-06-20"]


def test_two_days_leave_it_open(scan: Scanner) -> None:
    quiet = "ولم تعلق الوزارة.\n" * 4
    text = f"قتل جنديان في هجوم الثلاثاء.\nوقتل ضابط في انفجار الاثنين.\n{quiet}وقال قائد إن طائرات قصفت تلعفر."
    assert dates(scan, text, "ASSAULT")[-1] is None


def test_the_day_of_saying_is_not_that_of_what_is_planned(scan: Scanner) -> None:
    assert "2018-06-19" not in dates(scan, "قال الوزير الثلاثاء إن الجيش سيشن هجوما على تلعفر", "ASSAULT")


def test_the_day_in_a_relative_clause_is_of_what_it_describes(scan: Scanner) -> None:
    text = "ستراجع اللجنة نتائج الانتخابات التي شهدها العراق في 12 مايو في مناطق قدمت فيها شكاوى"
    assert dates(scan, text, "ACCUSE") == [None]


def test_a_day_long_past_is_no_setting(scan: Scanner) -> None:
    quiet = "ولم تعلق الوزارة.\n" * 4
    assert dates(scan, f"قتل جندي في هجوم في 31 ديسمبر 2017.\n{quiet}وقصفت طائرات بلدة تلعفر.", "ASSAULT")[-1] is None


def test_a_habit_has_no_day_of_another_clause(scan: Scanner) -> None:
    text = "تشهد داغستان بانتظام هجمات مسلحة، فيما أعلن المتمردون مبايعة التنظيم في يونيو 2015"
    assert dates(scan, text, "ASSAULT") == [None]
