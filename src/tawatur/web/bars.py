"""A timeline as a picture of bars, laid out for SVG: in Arabic time runs from right to left."""

from tawatur.ledger.asking.timeline import Timeline
from tawatur.model import Record
from tawatur.web.viewer import Viewer

WIDTH, HEIGHT = 960, 180
"""Of the whole picture, in its own units."""
_TOP, _BOTTOM = 22, 26
_GAP = 0.18
"""Of a bar's room, what stays free."""
_MOST_MARKS, _ROOM = 8, 30
"""How many words at most, and how far the middle of one is from the edge at least."""
_STEPS = {"day": (1, 2, 7, 14, 28), "month": (1, 3, 6, 12, 24), "year": (1, 2, 5, 10, 20, 50, 100)}


class DrawnBar(Record, frozen=True):
    """`name` is the day, month or year in words; `href` the page of its events."""

    x: float
    y: float
    width: float
    height: float
    name: str
    count: int
    date: str
    href: str


class Mark(Record, frozen=True):
    """A word below the bars."""

    x: float
    text: str


class Picture(Record, frozen=True):
    """`top` is the count of the highest bar, whose head is at `ceiling`; `floor` is where all bars stand."""

    bars: tuple[DrawnBar, ...]
    marks: tuple[Mark, ...]
    top: int
    ceiling: float
    floor: float


def drawn(timeline: Timeline, viewer: Viewer, href: str = "events") -> Picture | None:
    """The picture of a timeline, each bar a link to its events narrowed as this page is; None where there is nothing to draw."""
    top = max((bar.count for bar in timeline.bars), default=0)
    if not top:
        return None
    room = WIDTH / len(timeline.bars)
    floor = HEIGHT - _BOTTOM
    bars = []
    for number, bar in enumerate(timeline.bars):
        height = bar.count / top * (floor - _TOP)
        x = _side(number * room + room * _GAP / 2, room * (1 - _GAP), viewer)
        if bar.count:
            height = max(height, 1.5)
        link = _events(viewer, bar.date, href)
        bars.append(
            DrawnBar(_r(x), _r(floor - height), _r(room * (1 - _GAP)), _r(height), viewer.dates.edtf(bar.date), bar.count, bar.date, link)
        )
    return Picture(tuple(bars), tuple(_marks(timeline, viewer, room)), top, _TOP, floor)


def _marks(timeline: Timeline, viewer: Viewer, room: float) -> list[Mark]:
    """Few enough words to stand beside each other, at whole steps of the unit."""
    dates = [bar.date for bar in timeline.bars]
    steps = _STEPS[timeline.unit]
    step = next((step for step in steps if len(dates) / step <= _MOST_MARKS), steps[-1])
    numbers = [_number(date, timeline.unit) for date in dates]
    chosen = [i for i, number in enumerate(numbers) if number % step == 0] if timeline.unit != "day" else range(0, len(dates), step)
    return [Mark(_r(min(max(_side(i * room + room / 2, 0, viewer), _ROOM), WIDTH - _ROOM)), _short(dates[i], viewer)) for i in chosen]


def _number(date: str, unit: str) -> int:
    """Counts months from January, years from the year 0."""
    return int(date[:4]) * 12 + int(date[5:7]) - 1 if unit == "month" else int(date[:4])


def _short(date: str, viewer: Viewer) -> str:
    """A day as 14/3, a month as 2020/3, a year as it is."""
    parts = [str(int(part)) for part in date.split("-")]
    return viewer.say.number("/".join(reversed(parts[1:])) if len(parts) == 3 else "/".join(reversed(parts)))


def _side(x: float, width: float, viewer: Viewer) -> float:
    return WIDTH - x - width if viewer.language == "ar" else x


def _events(viewer: Viewer, date: str, href: str) -> str:
    """The list of events of one bar, narrowed as this page is."""
    kept = {name: value for name, value in viewer.request.query_params.items() if name not in ("first", "last", "after", "sort")}
    return viewer.link(href, "", **{**kept, "first": date, "last": date})


def _r(value: float) -> float:
    return round(value, 2)
