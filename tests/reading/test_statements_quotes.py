import pytest

from tawatur.reading.statements_quotes import Quotes
from tawatur.text.tokens import Tokens


def quoted(text: str) -> list[str]:
    tokens = Tokens(text)
    return [tokens.slice(first, stop) for first, stop in sorted(Quotes(tokens).opening.items())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال «نحن هنا» ومضى", ["نحن هنا"]),
        ('قال "نحن هنا" ثم "عدنا"', ["نحن هنا", "عدنا"]),
        ("قال “نحن هنا” ومضى", ["نحن هنا"]),
        ("قال ”نحن هنا“ ومضى", ["نحن هنا"]),
        ("قال “نحن مع «الجبهة» هنا”", ["نحن مع «الجبهة» هنا", "الجبهة"]),
        ('قال إن" الباب مفتوح".', ["الباب مفتوح"]),
        ('قال "لا\nنعرف" شيئا', []),
        ("لا شيء هنا", []),
    ],
)
def test_marks_of_every_kind_pair_up(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_straight_mark_before_a_letter_opens_within_an_open_one() -> None:
    assert 'ضد "الجبهة" لا تزال' in quoted('إن "العمليات ضد "الجبهة" لا تزال مستمرة"')[0]


def test_the_outermost_quotation_around_a_token() -> None:
    tokens = Tokens("قال «نحن مع ‹الجبهة› هنا» ومضى")
    quotes = Quotes(tokens)
    assert quotes.around(3) == (1, 5)
    assert quotes.around(0) is None
    assert quotes.around(5) is None
