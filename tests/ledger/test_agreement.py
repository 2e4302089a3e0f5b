import pytest

from tawatur.ledger.agreement import Agreement, agreement, alpha
from tawatur.model import Judgement


def said(by: str, kind: str, subject: str, other: str | None = None, value: str | None = None, day: int = 1) -> Judgement:
    name = f"{by}{kind}{subject}{other}{value}{day}"
    return Judgement(name, kind, subject, other, value, by, "ن", f"2021-06-{day:02}")  # type: ignore[arg-type]


def test_alpha_of_the_handbook() -> None:
    """Two observers, ten units, two values: .095."""
    one, other = "0100000010", "1110010000"
    assert alpha(zip(one, other, strict=True)) == pytest.approx(0.095, abs=0.0005)


def test_alpha_of_more_than_two_who_skip_some() -> None:
    assert alpha([["a", "a", "a"], ["b", "b"], ["a", "b"]]) == pytest.approx(1 - 2 / (24 / 6))
    assert alpha([["a", "a"], ["a", "a"]]) is None


def test_nothing_judged_by_two_is_no_agreement() -> None:
    assert agreement([said("نور", "right", "a"), said("سلمى", "right", "b")]) is None


def test_each_kind_of_matter_is_compared() -> None:
    decided = [
        said("نور", "same", "a", "b"), said("سلمى", "different", "b", "a"),
        said("نور", "right", "c", "d"), said("سلمى", "right", "d"),
        said("نور", "settle", "x", "y", "prefer"), said("سلمى", "settle", "y", "x", "prefer"),
        said("نور", "value", "f", value="3"), said("سلمى", "value", "f", value="3"),
    ]  # fmt: skip
    found = agreement(decided)
    assert found is not None
    assert (found.matters, found.people, found.share) == (4, 2, 0.5)
    assert found.alpha is not None


def test_the_last_word_of_each_counts_and_what_is_undone_does_not() -> None:
    first, second = said("نور", "wrong", "a"), said("نور", "right", "a", day=2)
    other = said("سلمى", "right", "a")
    assert agreement([first, second, other]) == Agreement(1, 2, 1.0, None)
    assert agreement([first, other, said("نور", "undo", first.id, day=3)]) is None
