import pytest

from tawatur.model import Figure
from tawatur.reconciling.scopes import excludes, is_others, is_telling, limits, scope

from .build import figure


@pytest.mark.parametrize(
    ("one", "other", "exclude"),
    [
        (figure("munitions", 33), figure("munitions", 3, None, "vague"), False),
        (figure("killed", 0), figure("killed", 20, None, "vague"), True),
        (figure("killed", 3, None, "at_least"), figure("killed", 7), False),
        (figure("killed", 3, None, "at_least"), figure("killed", 2), True),
        (figure("troops", 900, 900, "approx"), figure("troops", 950), False),
        (figure("troops", 900, 900, "approx"), figure("troops", 1200), True),
        (figure("killed", 10, 15, "range"), figure("killed", 12), False),
        (figure("killed", None, 5, "at_most"), figure("killed", 6), True),
    ],
)
def test_whether_both_can_be_right(one: Figure, other: Figure, exclude: bool) -> None:
    assert excludes(one, other) is excludes(other, one) is exclude


def test_people_in_general_are_no_part() -> None:
    assert scope(figure("killed", 3, of="أشخاص")) == scope(figure("killed", 3, of="قتلى")) == ""
    assert scope(figure("killed", 3, of="جنود")) != ""


def test_others_are_known_by_their_word() -> None:
    assert is_others(figure("killed", 6, of="آخرين"))
    assert not is_others(figure("killed", 6, of="جنود"))


def test_a_vague_count_tells_nothing_exact() -> None:
    assert is_telling(figure("killed", 6))
    assert not is_telling(figure("killed", 1, None, "vague"))


def test_an_open_end_has_no_limit() -> None:
    low, high = limits(figure("killed", 6, None, "at_least"))
    assert low == 6
    assert high > 10**9
