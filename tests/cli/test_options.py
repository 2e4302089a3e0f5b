import pytest

from tawatur.cli.failures import UsageError
from tawatur.cli.options import STANDARD_INPUT, checked_date, checked_paths, checked_type
from tawatur.model import Act


def test_dates() -> None:
    assert checked_date("--day", "2020-03") == "2020-03"
    assert checked_date("--day", None) is None
    with pytest.raises(UsageError, match="--day"):
        checked_date("--day", "2020-13-01")


def test_types() -> None:
    assert checked_type("Deny", Act) == "deny"
    assert checked_type(None, Act) is None
    with pytest.raises(UsageError, match="claim_responsibility"):
        checked_type("shout", Act)


def test_paths() -> None:
    assert checked_paths(("a.txt", STANDARD_INPUT)) == ["a.txt", "-"]
    with pytest.raises(UsageError, match="at least one"):
        checked_paths(())
