from tawatur.reconciling.rulings import in_force, rulings

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
