import pytest

from tawatur.text.plurals import number


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"), (100, "hundred"), (102, "hundred"),
     (103, "few"), (111, "many"), (1000, "hundred")],
)  # fmt: skip
def test_number(count: int, expected: str) -> None:
    assert number(count) == expected
