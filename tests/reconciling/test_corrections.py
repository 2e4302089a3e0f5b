import pytest

from tawatur.reconciling.corrections import corrected, figure_id
from tawatur.reconciling.features import MentionFeatures, features
from tawatur.reconciling.rulings import rulings

from .build import Report, figure, judgement


def mention() -> MentionFeatures:
    report = Report("a", "انفجرت عبوة في السوق")
    report.event("انفجرت", date="2021-05-09", figures=(figure("killed", 4),))
    return features(report.reading()).mentions[0]


def test_a_figure_judged_wrong_is_left_out() -> None:
    told = mention()
    wrong = judgement("wrong", figure_id(told.id, told.figures[0]))
    assert next(corrected([told], rulings([wrong]))).figures == ()


@pytest.mark.parametrize(
    ("value", "low", "high", "modifier"),
    [("12", 12, 12, "exact"), ("10-15", 10, 15, "range"), ("10-", 10, None, "at_least"), ("a few", 4, 4, "exact")],
)
def test_a_figure_takes_the_value_given(value: str, low: int, high: int | None, modifier: str) -> None:
    told = mention()
    given = judgement("value", figure_id(told.id, told.figures[0]), value=value)
    (one,) = next(corrected([told], rulings([given]))).figures
    assert (one.low, one.high, one.modifier) == (low, high, modifier)


def test_a_date_given_moves_the_mention() -> None:
    told = mention()
    moved = next(corrected([told], rulings([judgement("value", told.id, value="date=2021-05-01")])))
    assert moved.date == "2021-05-01"
    assert moved.window != told.window
