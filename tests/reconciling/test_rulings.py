import pytest

from tawatur.model import Judgement
from tawatur.reconciling.rulings import in_force, in_order, last_words, objects, rulings, undone_by

from .build import judgement


def test_the_last_word_on_a_pair_holds() -> None:
    same = judgement("same", "a", "b", name="1", at="2021-06-01")
    different = judgement("different", "b", "a", name="2", at="2021-06-02")
    assert rulings([different, same]).parted("a", "b")
    assert not rulings([different, same]).same


def test_undo_takes_back() -> None:
    different = judgement("different", "a", "b", name="1")
    undo = judgement("undo", "1", name="2", at="2021-06-02")
    assert not rulings([different, undo]).parted("a", "b")


def test_undoing_the_undo_restores() -> None:
    different = judgement("different", "a", "b", name="1")
    undo = judgement("undo", "1", name="2", at="2021-06-02")
    again = judgement("undo", "2", name="3", at="2021-06-03")
    assert rulings([again, undo, different]).parted("a", "b")
    assert [one.id for one in in_force([again, undo, different])] == ["1"]


def test_right_takes_back_wrong() -> None:
    wrong = judgement("wrong", "a", name="1")
    right = judgement("right", "a", name="2", at="2021-06-02")
    assert rulings([wrong]).wrong == {"a"}
    assert not rulings([wrong, right]).wrong


def test_values_are_kept_by_field() -> None:
    date = judgement("value", "a", name="1", value="date=2021-05-09")
    count = judgement("value", "f", name="2", value="10-15")
    assert rulings([date, count]).values == {"a": {"date": "2021-05-09"}, "f": {"": "10-15"}}


def test_a_judgement_may_be_about_one_and_several() -> None:
    same = judgement("same", "a", "b", name="1", value='["c", "d"]')
    assert objects(same) == ("b", "c", "d")
    assert [pair for pair, _ in rulings([same]).same] == [("a", "b"), ("a", "c"), ("a", "d")]
    part = judgement("different", "c", "a", name="2", at="2021-06-02")
    both = rulings([same, part])
    assert both.parted("a", "c")
    assert [pair for pair, _ in both.same] == [("a", "b"), ("a", "d")]
    assert last_words([same, part]).ids() == {"1", "2"}


@pytest.mark.parametrize(
    ("kinds", "wrong", "values"),
    [
        (("value", "wrong"), {"f"}, {}),
        (("wrong", "value"), set(), {"f": {"": "3"}}),
        (("value", "right"), set(), {}),
        (("wrong", "right", "value"), set(), {"f": {"": "3"}}),
    ],
)
def test_the_last_word_on_a_thing_holds(kinds: tuple[str, ...], wrong: set[str], values: dict[str, dict[str, str]]) -> None:
    said = [
        Judgement(f"{day}", kind, "f", None, "3" if kind == "value" else None, "م", "ن", f"2021-06-0{day}")  # type: ignore[arg-type]
        for day, kind in enumerate(kinds, 1)
    ]
    found = rulings(said)
    assert (set(found.wrong), found.values) == (wrong, values)


def test_undoing_wrong_brings_back_the_value_given_before() -> None:
    value, wrong = judgement("value", "f", name="1", value="3"), judgement("wrong", "f", name="2", at="2021-06-02")
    undo = judgement("undo", "2", name="3", at="2021-06-03")
    assert rulings([value, wrong, undo]) == rulings([value])
    assert undone_by([value, wrong, undo]) == {"2": undo}


def test_moments_are_compared_as_times() -> None:
    """As text, 10:00:00.5Z comes before 10:00:00Z, and noon in Baghdad after ten in Greenwich."""
    times = ["2021-06-01T12:00:00+03:00", "2021-06-01T10:00:00Z", "2021-06-01T10:00:00.500000Z", "2021-06-01T11:00:00"]
    said = [judgement("right", "a", name=f"{9 - number}", at=at) for number, at in enumerate(times)]
    assert [one.at for one in in_order(reversed(said))] == times
