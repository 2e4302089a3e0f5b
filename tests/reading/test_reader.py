from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.model import Document, Reading
from tawatur.packs.lexicon import load_lexicon
from tawatur.reading.reader import read

REPORT = """مقتل جنديين في انفجار شرقي ديالى

بغداد - قال المتحدث باسم قيادة العمليات سعد الربيعي، السبت، إن عبوة انفجرت فجر اليوم قرب بعقوبة، ما أدى إلى مقتل جنديين وإصابة ثلاثة آخرين.
وأضاف الربيعي أن القوات فتحت تحقيقا في الحادث.
"""


def reading(text: str, published: str | None = None) -> Reading:
    return read(Document("t", "t.txt", text, "0" * 64, outlet="صحيفة", published=published), load_lexicon())


def test_every_layer_speaks() -> None:
    found = reading(REPORT, "2021-05-08")
    assert found.document.title == "مقتل جنديين في انفجار شرقي ديالى"
    assert found.document.published_basis == "given"
    assert "2021-05-08" in {time.edtf for time in found.times}
    assert {("killed", 2), ("injured", 3)} <= {(figure.role, figure.low) for figure in found.figures}
    assert "سعد الربيعي" in {statement.speaker for statement in found.statements}
    assert "ASSAULT" in {event.type for event in found.events}


def test_an_account_inside_a_statement_has_its_chain() -> None:
    found = reading(REPORT, "2021-05-08")
    (attack,) = (event for event in found.events if event.type == "ASSAULT")
    assert [link.kind for link in attack.chain] == ["outlet", "person"]
    assert attack.chain[-1].name == "سعد الربيعي"


def test_without_a_day_of_publication_relative_times_stay_unknown() -> None:
    found = reading("وقع الانفجار أمس في بغداد وأسفر عن إصابة شخصين.")
    assert found.document.published is None
    assert [event.date for event in found.events] == [None]


def test_reading_is_a_function_of_the_document() -> None:
    assert reading(REPORT, "2021-05-08") == reading(REPORT, "2021-05-08")


def spans(found: Reading) -> list[tuple[int, int]]:
    pairs = [(x.start, x.end) for layer in (found.times, found.names, found.figures, found.document.zones) for x in layer]
    pairs += [(event.trigger.start, event.trigger.end) for event in found.events]
    pairs += [(x.start, x.end) for statement in found.statements for x in (statement.cue, statement.content)]
    return pairs


WORDS = st.sampled_from([*REPORT.split(), "«", "»", '"', "،", ".", "\n", "وأن", "2021", "٣", "قوله", "نفى", "لم", "داعش"])


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_every_span_lies_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    assert all(0 <= start < end <= len(text) for start, end in spans(reading(text, "2021-05-08")))
