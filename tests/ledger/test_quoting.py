import pytest

from tawatur.ledger.quoting import Quotes, sentence_at
from tawatur.model import Span

TEXT = "عنوان الخبر\n\nقُتل ثلاثة جنود أمس. «وأصيب آخرون» في الهجوم، وفق بيان. …"


def words(start_at: str, end_at: str) -> str:
    quotes = Quotes(TEXT)
    span = quotes.sentence(TEXT.index(start_at), TEXT.index(end_at) + len(end_at))
    return TEXT[span.start : span.end]


def test_the_sentence_around_a_span() -> None:
    assert words("ثلاثة", "جنود") == "قُتل ثلاثة جنود أمس"
    assert words("آخرون", "الهجوم") == "وأصيب آخرون» في الهجوم، وفق بيان"


def test_a_span_over_two_sentences() -> None:
    assert words("الخبر", "ثلاثة") == "عنوان الخبر\n\nقُتل ثلاثة جنود أمس"


def test_a_span_without_words_is_itself() -> None:
    quotes = Quotes(TEXT)
    at = TEXT.index("…")
    assert quotes.sentence(at, at + 1) == Span(at, at + 1)
    assert Quotes("").sentence(0, 0) == Span(0, 0)


def test_folded_words_of_a_span() -> None:
    at = TEXT.index("وأصيب")
    assert Quotes(TEXT).form(Span(at, at + len("وأصيب آخرون"))) == "واصيب اخرون"


WRAPPED = "\n".join(["كلمات تملأ السطر حتى آخره فينكسر قبل الكلمة التالية وهكذا"] * 8)


@pytest.mark.parametrize(
    "text",
    [
        TEXT, WRAPPED, "قال المتحدث:\n«لا صحة لذلك». وأضاف\nأن الأمر انتهى", "سطر\nوسطر ثالث. نعم\n\n«اقتباس»: ثم\n - بند\n",
        "بلا أسطر. جملتان", "…",
        "قال: «نعم»\nثم مضى",
    ],
)  # fmt: skip
def test_the_line_tells_as_much_as_the_text(text: str) -> None:
    quotes = Quotes(text)
    spans = [(start, start + length) for start in range(len(text)) for length in (1, 4, 30) if start + length <= len(text)]
    assert [span for span in spans if sentence_at(text, *span) != quotes.sentence(*span)] == []
