import pytest

from tawatur.ledger.asking.timeline import Bar, Timeline, Unit
from tawatur.web.bars import HEIGHT, WIDTH, drawn
from tests.web.test_viewer import viewer


def course(unit: Unit, *bars: tuple[str, int]) -> Timeline:
    return Timeline(unit, tuple(Bar(date, count) for date, count in bars), 0, 0, 0, 0)


DAYS = course("day", ("2020-03-01", 4), ("2020-03-02", 0), ("2020-03-03", 1), ("2020-03-04", 400))


def test_nothing_to_draw() -> None:
    assert drawn(course("day"), viewer()) is None
    assert drawn(course("day", ("2020-03-01", 0)), viewer()) is None


def test_bars_stand_on_the_floor_as_high_as_their_counts() -> None:
    picture = drawn(DAYS, viewer("/en/", "en"))
    assert picture
    assert [bar.y + bar.height for bar in picture.bars] == [picture.floor] * 4
    assert picture.bars[3].y == pytest.approx(picture.ceiling)
    assert picture.bars[1].height == 0
    assert 1 < picture.bars[2].height < picture.bars[3].height / 50
    assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH and 0 <= bar.y <= HEIGHT for bar in picture.bars)


def test_in_arabic_time_runs_from_right_to_left() -> None:
    left, right = drawn(DAYS, viewer("/en/", "en")), drawn(DAYS, viewer())
    assert left
    assert right
    assert [bar.x for bar in left.bars] == sorted(bar.x for bar in left.bars)
    assert [bar.x for bar in right.bars] == pytest.approx([WIDTH - bar.x - bar.width for bar in left.bars], abs=0.02)
    assert [mark.x for mark in right.marks] == pytest.approx([WIDTH - mark.x for mark in left.marks], abs=0.02)


def test_a_bar_leads_to_its_events_narrowed_as_the_page_is() -> None:
    picture = drawn(DAYS, viewer("/ar/", query_params={"place": "درنة", "first": "2019", "after": "x", "sort": "seen"}))
    assert picture
    assert picture.bars[0].href == "/ar/events?place=%D8%AF%D8%B1%D9%86%D8%A9&first=2020-03-01&last=2020-03-01"
    assert picture.bars[0].name == "الأحد 1 مارس/آذار 2020"


@pytest.mark.parametrize(
    ("bars", "marks"),
    [
        (DAYS, ["1/3", "2/3", "3/3", "4/3"]),
        (course("month", *((f"2020-{month:02}", 1) for month in range(1, 13))), ["1/2020", "4/2020", "7/2020", "10/2020"]),
        (course("year", *((str(year), 1) for year in range(1998, 2021))), ["2000", "2005", "2010", "2015", "2020"]),
    ],
)
def test_a_few_marks_at_whole_steps(bars: Timeline, marks: list[str]) -> None:
    picture = drawn(bars, viewer("/en/", "en"))
    assert picture
    assert [mark.text for mark in picture.marks] == marks
