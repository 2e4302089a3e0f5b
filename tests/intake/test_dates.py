import pytest

from tawatur.intake.dates import normalise_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020-03-14", "2020-03-14"),
        (" 2020-03-14T23:30:00-05:00 ", "2020-03-14"),
        ("2018-05-05 21:51:32", "2018-05-05"),
        ("2018/5/6", "2018-05-06"),
        ("20200314T101500Z", "2020-03-14"),
        ("Sat, 05 May 2018 21:51:32 +0400", "2018-05-05"),
        ("5 May 2018", "2018-05-05"),
        ("2020", "2020"),
        ("2020-03", "2020-03"),
        ("2020-21", "2020-21"),
        ("2020-03-14?", "2020-03-14?"),
        ("202X", "202X"),
        ("2020-03-11/2020-03-14", "2020-03-11/2020-03-14"),
        ("[2020-03-11,2020-03-14]", "[2020-03-11,2020-03-14]"),
        ("2020-03-11/..", "2020-03-11/.."),
    ],
)
def test_dates_that_machines_write(text: str, expected: str) -> None:
    assert normalise_date(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "أمس", "14 March", "2020-02-30", "2020-13-01", "2020-13", "30 Feb 2020", "05/04/2020", "1", "/", "..", "2020-03-14x", "99999999"],
)
def test_what_is_no_date(text: str) -> None:
    assert normalise_date(text) is None
