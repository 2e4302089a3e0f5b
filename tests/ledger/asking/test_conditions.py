import pytest

from tawatur.errors import TawaturError
from tawatur.ledger.asking.conditions import Conditions, bound, folded


def test_no_condition_holds_always() -> None:
    asked = Conditions()
    assert (asked.where, asked.parameters, asked.apart) == ("1", [], "")


def test_conditions_are_put_together() -> None:
    asked = Conditions()
    asked.equal(type="AID", mode=None)
    asked.words("instr(form, ?)", "وزارةُ الصحة")
    assert asked.where == "type = ? AND instr(form, ?) AND instr(form, ?)"
    assert (asked.parameters, asked.apart) == (["AID", "وزاره", "الصحه"], "+")


def test_days() -> None:
    asked = Conditions()
    asked.days(None, None)
    assert asked.where == "1"
    asked.days("2020-02", None)
    assert asked.parameters == ["2020-02-01", "9999", "2020-02-01", "2020-02-01"]


def test_bound() -> None:
    assert (bound("2020-02", 0), bound("2020-02", 1)) == ("2020-02-01", "2020-02-29")
    with pytest.raises(TawaturError, match="no date"):
        bound("غدا", 0)


def test_folded() -> None:
    assert list(folded(None)) == []
    assert list(folded("  أحمد ")) == ["احمد"]
