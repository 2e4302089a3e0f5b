import pytest
from msgspec.structs import replace

from tawatur.model import Disagreement, FigureRange, Judgement, Reading, Settlement, Side
from tawatur.reconciling import reconcile
from tawatur.reconciling.rulings import rulings
from tawatur.reconciling.settlements import held, places, scope, settled, way_of

from .build import Report, figure, judgement, nameless, outlet

TWO = Disagreement("d", "figure", "", {}, (), (), (Side("3", ("m",), (), (), 1, 1, ("f",)), Side("5", ("n",), ("s",), (), 1, 1, ("g",))))


def settle(one: str, other: str, way: str, *, name: str = "1", at: str = "2021-06-01") -> Judgement:
    return judgement("settle", one, other, value=way, name=name, at=at)


def told(name: str, toll: int, *, day: str = "2021-05-09", published: str = "2021-05-10") -> Reading:
    report = Report(name, f"انفجرت سيارة ملغومة في سوق الحدادين وقتل {toll} من المارة", published=published)
    chain = outlet(name), nameless(f"مصدر {name}")
    report.event("انفجرت", mode="explosives", date=day, place=None, figures=(figure("killed", toll),), chain=chain)
    return report.reading()


def tolls(*decided: Judgement) -> tuple[FigureRange, tuple[Disagreement, ...]]:
    found = reconcile([told("a", 3), told("b", 5), told("c", 5)], decided)
    (event,) = found.events
    return event.figures["killed"], tuple(one for one in found.disagreements if one.kind == "figure")


def counts() -> tuple[str, str]:
    """The counts of 3 and of 5."""
    (found,) = tolls()[1]
    three, five = sorted(found.sides, key=lambda side: int(side.position))
    return three.figures[0], five.figures[-1]


def test_the_accounts_of_two_sides_are_what_is_settled() -> None:
    assert settled(TWO, rulings([settle("f", "s", "prefer")])).settled == Settlement("prefer", "1", 0)
    assert settled(TWO, rulings([settle("n", "m", "prefer")])).settled == Settlement("prefer", "1", 1)
    assert settled(TWO, rulings([settle("f", "g", "ask")])).settled == Settlement("ask", "1")


@pytest.mark.parametrize("pair", [("f", "m"), ("n", "s"), ("f", "x"), ("x", "y")])
def test_accounts_of_one_side_or_of_none_settle_nothing(pair: tuple[str, str]) -> None:
    assert settled(TWO, rulings([settle(*pair, "range")])) == TWO


def test_an_account_on_both_sides_stands_for_neither() -> None:
    both = replace(TWO, sides=(TWO.sides[0], replace(TWO.sides[1], mentions=("m", "n"))))
    assert places(both) == {"f": 0, "g": 1, "n": 1, "s": 1}
    assert settled(both, rulings([settle("m", "n", "range")])) == both


def test_only_the_kind_that_was_named() -> None:
    assert settled(TWO, rulings([settle("m", "n", "place=pending")])) == TWO
    assert settled(replace(TWO, kind="place"), rulings([settle("m", "n", "place=pending")])).settled == Settlement("pending", "1")
    assert scope("self_contradiction") == scope("rumour_denied") == "denial"


def test_the_last_word_holds_and_undo_takes_it_back() -> None:
    first = settle("f", "g", "prefer")
    through_others = settle("n", "m", "range", name="2", at="2021-06-02")
    undo = judgement("undo", "2", name="3", at="2021-06-03")
    assert held(TWO, rulings([through_others, first])) == through_others
    assert held(TWO, rulings([through_others, first, undo])) == first
    other_way_round = settle("g", "f", "prefer", name="4", at="2021-06-04")
    assert settled(TWO, rulings([first, other_way_round])).settled == Settlement("prefer", "4", 1)


def test_what_is_no_way_settles_nothing() -> None:
    assert way_of(settle("f", "g", "toss")) is None
    assert settled(TWO, rulings([settle("f", "g", "toss")])) == TWO


def test_the_preferred_count_is_best_and_nothing_is_hidden() -> None:
    three, five = counts()
    was = tolls()[0]
    assert (was.low, was.best, was.high) == (3, 5, 5)
    kept, (found,) = tolls(settle(three, five, "prefer"))
    assert (kept.low, kept.best, kept.high, kept.values) == (3, 3, 5, was.values)
    assert found.settled is not None
    assert found.sides[found.settled.side or 0].position == "3"


@pytest.mark.parametrize(("way", "best"), [("range", None), ("unconfirmed", 5), ("pending", 5), ("ask", 5)])
def test_a_range_has_no_best_and_the_other_ways_change_no_number(way: str, best: int | None) -> None:
    kept, (found,) = tolls(settle(*counts(), way))
    assert (kept.low, kept.best, kept.high) == (3, best, 5)
    assert found.settled == Settlement(way, "1")  # type: ignore[arg-type]


def test_a_settlement_outlives_the_ids_of_event_and_disagreement() -> None:
    decided = settle(*counts(), "prefer")
    readings = [told("a", 3), told("b", 5), told("c", 5)]
    found = reconcile([*readings, told("earlier", 5, published="2021-05-09")], [decided])
    was = reconcile(readings, [decided])
    assert found.events[0].id != was.events[0].id
    assert {one.id for one in found.disagreements}.isdisjoint(one.id for one in was.disagreements)
    assert [one.settled and one.settled.judgement for one in found.disagreements] == ["1"]
    assert found.events[0].figures["killed"].best == 3


def test_the_preferred_day_is_the_day_of_the_event() -> None:
    days = {"a": "2021-05-09", "b": "2021-05-10", "c": "2021-05-09", "d": "2021-05-10"}
    readings = [told(name, 4, day=day, published="2021-05-20") for name, day in days.items()]
    was = reconcile(readings, [])
    dated = [one for one in was.disagreements if one.kind == "date"]
    assert [event.date for event in was.events] == ["[2021-05-09,2021-05-10]"]
    (later,) = [side.mentions[0] for side in dated[0].sides if side.position == "2021-05-10"]
    (sooner,) = [side.mentions[0] for side in dated[0].sides if side.position == "2021-05-09"]
    assert [event.date for event in reconcile(readings, [settle(later, sooner, "date=prefer")]).events] == ["2021-05-10"]
    assert reconcile(readings, [settle(later, sooner, "date=pending")]).events == was.events
