"""The page of one event, and its parts: `web/pages/event*.py`."""

import html
import re
from pathlib import Path

import msgspec
import pytest

from tawatur.ledger import lookup
from tawatur.ledger.briefs import Brief
from tawatur.ledger.judging import Decision, judge
from tawatur.ledger.store import Ledger
from tawatur.model import Event, FigureRange, FigureValue, Span
from tawatur.web.pages.event import precision
from tawatur.web.pages.event_accounts import pieces
from tawatur.web.pages.event_chart import charts
from tawatur.web.pages.event_figures import WIDTH, bar
from tawatur.web.pages.event_time import Course, Given, Moment, course, shortened
from tawatur.web.pages.event_why import numbered
from tests.web.conftest import Client, ClientMaker

HOSTILE = '<script>alert("x")</script>" onmouseover="y\u202e'


@pytest.fixture
def most_told(ledger: Path) -> Event:
    """The event of the samples that most accounts tell of."""
    with Ledger(ledger) as book:
        return _event(book, "SELECT event FROM event_mentions GROUP BY event ORDER BY count(*) DESC, event")


@pytest.fixture
def disputed(ledger: Path) -> Event:
    with Ledger(ledger) as book:
        return _event(book, "SELECT part FROM disagreement_parts WHERE kind = 'event' ORDER BY part")


def _event(book: Ledger, sql: str) -> Event:
    return lookup.event(book, book.value(sql))


def text_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_all_that_is_held_of_it(client: Client, most_told: Event) -> None:
    for language in ("ar", "en"):
        answer = client.get(f"/{language}/events/{most_told.id}")
        assert answer.status_code == 200
        for number, _ in enumerate(most_told.mentions, 1):
            assert f'id="account-{number}"' in answer.text
        for role in most_told.figures:
            assert f'id="role-{role}"' in answer.text
        assert answer.text.count("<h1") == 1
        assert "<svg" in answer.text
        assert most_told.id in answer.text


def test_the_words_are_marked(client: Client, most_told: Event) -> None:
    page = client.get(f"/ar/events/{most_told.id}").text
    assert len(re.findall('<mark class="events">[^<]+</mark>', page)) == len(most_told.mentions)
    assert '<mark class="figures">' in page


def test_what_is_not_there(client: Client) -> None:
    assert client.get("/ar/events/event-0").status_code == 404
    assert client.get("/ar/events/None").status_code == 404


def test_its_disagreements_lead_to_their_pages(client: Client, disputed: Event) -> None:
    page = client.get(f"/en/events/{disputed.id}").text
    for name in disputed.disagreements:
        assert f'href="/en/disagreements/{name}"' in page


def test_why_two_accounts_are_one(client: Client, most_told: Event) -> None:
    one, other = most_told.mentions[:2]
    page = client.get(f"/en/events/{most_told.id}", params={"why": one, "than": other}).text
    assert 'id="told"' in page
    assert "points speak for one event" in text_of(page)
    assert client.get(f"/en/events/{most_told.id}", params={"why": "nowhere"}).status_code == 404


def test_why_a_neighbour_was_kept_apart(client: Client, most_told: Event) -> None:
    page = client.get(f"/en/events/{most_told.id}").text
    address = re.search(r'href="([^"]*why=event-[^"]*)#told"', page)
    assert address
    told = client.get(html.unescape(address[1])).text
    assert "two events" in text_of(told)


def test_a_citation_of_a_figure(client: Client, most_told: Event) -> None:
    role = sorted(most_told.figures)[0]
    page = client.get(f"/en/events/{most_told.id}", params={"cite": role}).text
    assert f'<pre id="cite-{role}-en" lang="en" dir="ltr"' in page
    assert f'<pre id="cite-{role}-ar" lang="ar" dir="rtl"' in page
    assert "SHA-256" in page


def test_judgements_bearing_on_it(client: Client, ledger: Path, most_told: Event) -> None:
    with Ledger(ledger) as book:
        judge(book, Decision("right", most_told.mentions[0], None, None), "نور", HOSTILE)
    page = client.get(f"/en/events/{most_told.id}").text
    assert "What people decided" in page
    assert "<script>alert" not in page


def test_only_the_first_accounts_until_all_are_asked_for(client: Client, most_told: Event, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tawatur.web.pages.event.FIRST", 2)
    page = client.get(f"/en/events/{most_told.id}").text
    assert page.count('class="card account"') == 2
    assert f"2 of {len(most_told.mentions)} accounts" in page
    whole = client.get(f"/en/events/{most_told.id}", params={"all": "1"}).text
    assert whole.count('class="card account"') == len(most_told.mentions)


def test_nobody_is_asked_to_review_what_is_to_be_read_only(client_of: ClientMaker, most_told: Event) -> None:
    assert "/review/" in client_of().get(f"/en/events/{most_told.id}").text
    assert "/review/" not in client_of(is_read_only=True).get(f"/en/events/{most_told.id}").text


def test_names_and_titles_from_outside_are_text(client: Client, ledger: Path, most_told: Event) -> None:
    with Ledger(ledger) as book:
        book.rows("UPDATE readings SET title = ?, outlet = ?", HOSTILE, HOSTILE)
        book.rows("UPDATE documents SET source = 'javascript:alert(1)'")
    for language in ("ar", "en"):
        page = client.get(f"/{language}/events/{most_told.id}", params={"cite": "all"}).text
        assert "<script>alert" not in page
        assert not re.search(r'"\s*onmouseover="', page)
        assert 'href="javascript' not in page
        assert "&lt;script&gt;" in page


def value(low: int | None, high: int | None, of: str | None = None, mentions: tuple[str, ...] = ("a:e1",)) -> FigureValue:
    return FigureValue(low, high, "exact", mentions, ("a",), 1, 1, of)


def test_a_bar_runs_from_the_least_to_the_greatest() -> None:
    found = bar(FigureRange(2, 3, 10, (value(2, 2), value(3, 3), value(10, None), value(1, 1, "جنود"))), is_mirrored=False)
    assert found
    assert [tick.number for tick in found.ticks] == [2, 3, 10]
    assert [tick.x for tick in found.ticks] == sorted(tick.x for tick in found.ticks)
    assert (found.low, found.high) == (found.ticks[0].x, found.ticks[2].x)
    assert [(one.is_open_below, one.is_open_above) for one in found.stretches] == [(False, False), (False, False), (False, True)]
    assert found.stretches[2].end == WIDTH


def test_a_bar_is_mirrored() -> None:
    found = FigureRange(2, 3, 10, (value(2, 2), value(10, 10)))
    one, other = bar(found, is_mirrored=False), bar(found, is_mirrored=True)
    assert one
    assert other
    assert [round(WIDTH - tick.x, 1) for tick in one.ticks] == [tick.x for tick in other.ticks]


def test_one_number_needs_no_bar() -> None:
    assert bar(FigureRange(3, 3, 3, (value(3, 3),)), is_mirrored=False) is None
    assert bar(FigureRange(None, None, None, (value(None, None),)), is_mirrored=False) is None


def test_numbers_too_close_to_be_read_are_left_out_but_the_best() -> None:
    found = bar(FigureRange(1000, 1001, 9000, (value(1000, 1000), value(1001, 1001), value(9000, 9000))), is_mirrored=False)
    assert found
    assert [(tick.number, tick.is_named) for tick in found.ticks] == [(1000, False), (1001, True), (9000, True)]


def brief(name: str, document: str) -> Brief:
    return Brief(name, "mention", document, "و", None, "2020-03-15", "actual", "0" * 64, "x", None, None, ())


def test_what_came_up_first_and_what_changed_later() -> None:
    found = FigureRange(2, 3, 3, (value(2, 2, mentions=("a:e1", "b:e1")), value(3, 3, mentions=("b:e1",))))
    event = Event("event-1", "ASSAULT", None, None, None, (), (), ("a:e1", "b:e1", "c:e1"), ("a", "b", "c"), {"killed": found}, 1, 3)
    told = course(event, [brief("a:e1", "a"), brief("b:e1", "b"), brief("c:e1", "c")], {"b": "2020-04-01T00:00:00Z"})
    assert told
    assert told.roles == ("killed",)
    assert [[[(given.value.low, given.is_new) for given in cell] for cell in moment.cells] for moment in told.moments] == [
        [[(2, True)]], [[(2, False), (3, True)]],
    ]  # fmt: skip
    assert [moment.reworded for moment in told.moments] == [None, "2020-04-01T00:00:00Z"]
    assert course(event, [brief("a:e1", "a")], {}) is None


def test_in_a_long_course_what_brings_nothing_new_is_left_out() -> None:
    names = tuple(f"{name}:e1" for name in "abcd")
    found = FigureRange(2, 3, 3, (value(2, 2, mentions=names), value(3, 3, mentions=names[3:])))
    event = Event("event-1", "ASSAULT", None, None, None, (), (), names, tuple("abcd"), {"killed": found}, 1, 3)
    whole = course(event, [brief(name, name[0]) for name in names], {})
    assert shortened(whole, 4) == whole
    told = shortened(whole, 3)
    assert told
    assert [moment.number for moment in told.moments] == [1, 4]
    assert told.left == 2


def over_days(*days: tuple[str, FigureValue]) -> Course:
    moments = [
        Moment(number, msgspec.structs.replace(brief("a:e1", "a"), published=day), ((Given(one, True),),), None)
        for number, (day, one) in enumerate(days, 1)
    ]
    return Course(("killed",), tuple(moments))


def test_a_chart_of_values_by_day() -> None:
    days = over_days(
        ("2020-03-14", value(2, 2)), ("2020-03-16", value(10, 10)), ("2020-03-15", value(4, None)), ("2020-03-15", value(1, 1, "جنود"))
    )
    (chart,) = charts(days, is_mirrored=False)
    assert [dot.number for dot in chart.dots] == [1, 2, 3]
    assert chart.dots[0].x < chart.dots[2].x < chart.dots[1].x
    assert chart.dots[0].low > chart.dots[2].low > chart.dots[1].low
    assert [line.number for line in chart.lines] == [2, 10]
    (mirrored,) = charts(days, is_mirrored=True)
    assert mirrored.dots[0].x > mirrored.dots[1].x


@pytest.mark.parametrize(
    "days",
    [
        [("2020-03-14", value(2, 2)), ("2020-03-14", value(3, 3))], [("2020-03-14", value(2, 2)), ("2020-03-15", value(2, 2))],
        [("", value(2, 2)), ("2020-03-15", value(3, 3))], [("2020-03-14", value(None, None)), ("2020-03-15", value(3, 3))],
    ],
)  # fmt: skip
def test_one_day_or_one_value_needs_no_chart(days: list[tuple[str, FigureValue]]) -> None:
    assert charts(over_days(*days), is_mirrored=False) == []
    assert charts(None, is_mirrored=False) == []


def test_words_are_cut_at_their_marks() -> None:
    marks = {Span(12, 15): "events", Span(10, 12): "figures", Span(11, 13): "figures", Span(2, 4): "events"}
    assert [(piece.text, piece.layer) for piece in pieces("abcdefgh", Span(10, 18), marks)] == [
        ("ab", "figures"), ("cde", "events"), ("fgh", ""),
    ]  # fmt: skip


def test_ids_give_way_to_numbers() -> None:
    assert numbered("a:e1 + وa:e11: نعم", {"a:e1": 1, "a:e11": 2}, ("a:e1", "a:e11")) == "[1] + و[2]: نعم"
    assert numbered("x:e1", {"a:e1": 1}, ("x:e1",)) == "x:e1"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2020-03-14", "day"), ("2020-03", "month"), ("2020", "year"), ("2020-21", "wide"), ("2020-03-11/2020-03-14", "wide"),
        ("202X", "wide"),
        ("[2020-03-11,2020-03-14]", "choice"), ("2020-03~", "rough"), (None, ""),
    ],
)  # fmt: skip
def test_how_closely_a_date_is_known(date: str | None, expected: str) -> None:
    assert precision(date) == expected
