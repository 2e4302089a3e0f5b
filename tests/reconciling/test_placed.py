from tawatur.model import Name, Span, Statement
from tawatur.reconciling.placed import Placed, Tellings, Within
from tests.reconciling.build import Report, figure


def named(start: int, end: int) -> Name:
    return Name(start, end, "person", f"{start}-{end}", None)


def said(number: int, start: int, end: int) -> Statement:
    return Statement(id=f"a:s{number}", act="say", cue=Span(0, 0), content=Span(start, end))


def test_records_are_found_by_where_they_start_and_lie() -> None:
    names = [named(8, 12), named(0, 3), named(4, 30), named(5, 9)]
    within: Within[Name] = Within(names, lambda name: name)
    assert [name.name for name in within.starting(4, 8)] == ["4-30", "5-9"]
    assert [name.name for name in within.inside(4, 12)] == ["5-9", "8-12"]
    assert list(within.inside(13, 20)) == []


def test_the_shortest_telling_comes_first() -> None:
    tellings = Tellings([said(1, 0, 100), said(2, 10, 40), said(3, 20, 30), said(4, 50, 60)])
    assert [one.id for one in tellings.around(22, 25)] == ["a:s3", "a:s2", "a:s1"]
    assert [one.id for one in tellings.around(25, 35)] == ["a:s2", "a:s1"]
    assert tellings.around(99, 101) == []
    assert Tellings([]).around(0, 1) == []


def test_the_first_of_its_kind_leads_and_figures_stand_by_their_mention() -> None:
    report = Report("a", "انفجرت عبوة ثم انفجرت أخرى وقتل 5 جنود")
    report.event("انفجرت")
    report.event("أخرى", figures=(figure("killed", 5),))
    reading = report.reading()
    placed = Placed(reading)
    assert [placed.leads(mention) for mention in reading.events] == [True, False]
    assert {mention: [one.low for one in figures] for mention, figures in placed.figures.items()} == {reading.events[1].id: [5]}
