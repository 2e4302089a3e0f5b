"""Hostile texts through the reader and into rows: nothing fails, spans stay exact, and time grows with the length of the text."""

import json
import re
import time
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from tawatur.errors import InputError
from tawatur.intake import Given, Snapshot, to_document
from tawatur.intake.harmless import LONGEST_TEXT
from tawatur.ledger.rows import Prepared, Task, prepare
from tawatur.model import Document, Reading
from tawatur.packs.lexicon import load_lexicon
from tawatur.reading.reader import read
from tawatur.text.fold import fold
from tests.hostile.texts import FAMILIES

SMALL = 3_000
REPORT = "قتل خمسة جنود وأصيب 12 مدنيا في هجوم بالصواريخ على معسكر التاجي يوم السبت 14 مارس 2020، وقال المتحدث باسم الجيش إن الهجوم فشل."
UNBOUNDED = (
    "saying", "killed five", "dead", "pronouns", "reports without stops", "statements without stops", "quoted statements", "report lines",
    "victims", "long quotation", "long speech", "long title", "nested quotes", "thousands", "tatweel and dots", "digit groups",
)  # fmt: skip
"""Families whose time once grew with the square of the length, and those that are likeliest to."""


def read_text(text: str) -> Reading:
    snapshot = Snapshot("a.jsonl", "a.jsonl:1", "article", json.dumps({"text": text, "published": "2020-03-15"}).encode())
    return read(to_document(snapshot, Given()), load_lexicon())


def task(text: str) -> Task:
    return Task(Snapshot("a.txt", "a.txt", "text", text.encode(errors="replace")), Given("2020-03-15"))


def spans(record: Any) -> Iterator[tuple[int, int]]:
    """Every start and end in a reading."""
    if isinstance(record, dict):
        if isinstance(record.get("start"), int):
            yield record["start"], record["end"]
        for value in record.values():
            yield from spans(value)
    elif isinstance(record, list | tuple):
        for value in record:
            yield from spans(value)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_hostile_text_is_read_and_its_spans_lie_in_it(family: str) -> None:
    text = FAMILIES[family](SMALL)
    snapshot = Snapshot("a.txt", "a.txt", "text", text.encode(errors="replace"))
    document = _document(snapshot)
    if document is None:
        return
    assert document.text == text.encode(errors="replace").decode()
    reading = read(document, load_lexicon())
    written = json.loads(msgspec.json.encode(reading))
    assert [(start, end) for start, end in spans(written) if not 0 <= start <= end <= len(text)] == []
    assert isinstance(prepare(task(text)), Prepared)


def _document(snapshot: Snapshot) -> Document | None:
    try:
        return to_document(snapshot, Given("2020-03-15"))
    except InputError:
        return None


def seconds(family: str, size: int) -> float:
    document = Document(id="d", source="d", text=FAMILIES[family](size), sha256="0", language="ar", published="2020-03-15")
    started = time.process_time()
    assert isinstance(prepare(task(document.text)), Prepared)
    return time.process_time() - started


@pytest.mark.parametrize("family", UNBOUNDED)
def test_time_grows_with_the_length_of_the_text(family: str) -> None:
    """Four times the text takes about four times as long; sixteen times as long would be its square. A busy machine has three tries."""
    seconds(family, 2_000)
    assert any(seconds(family, 60_000) < 8 * max(seconds(family, 15_000), 0.02) for _ in range(3))


def disguised(text: str, between: str) -> str:
    """The text with something between the letters of its words."""
    return re.sub("(?<=[\u0621-\u063a\u0641-\u064a])(?=[\u0621-\u064a])", between, text)


@pytest.mark.parametrize("between", ["\u200b", "\u200d", "\ufeff", "\u0640", "\u064e", "\u2060", "\u202a\u202c", "\u064b\u0651"])
def test_what_takes_no_room_within_words_changes_no_reading(between: str) -> None:
    plain, other = read_text(REPORT), read_text(disguised(REPORT, between))
    assert all((plain.figures, plain.events, plain.statements))
    assert _cut(plain) == _cut(other)


@pytest.mark.parametrize("between", ["\u00ad", "\u200b", "\u200c", "\u2060", "\ufeff"])
def test_what_takes_no_room_within_numbers_changes_no_figure(between: str) -> None:
    (figure,) = read_text(f"قتل 1{between}2 جنديا في هجوم على بغداد.").figures
    assert figure.low == 12


def _cut(reading: Reading) -> list[str]:
    """The folded words of every span."""
    text = reading.document.text
    return [fold(text[start:end]).strip() for start, end in spans(msgspec.to_builtins(reading))]


@pytest.mark.parametrize("family", ["letters", "nulls", "combining marks", "overrides", "private use", "escapes", "every character"])
def test_spans_are_exact_behind_hostile_text(family: str) -> None:
    before = FAMILIES[family](SMALL).replace("\n", " ") + ".\n\n"
    alone, behind = read_text(REPORT), read_text(before + REPORT)
    shifted = [(start + len(before), end + len(before)) for start, end in _figures(alone)]
    assert shifted
    assert [span for span in _figures(behind) if span[0] >= len(before)] == shifted


def _figures(reading: Reading) -> list[tuple[int, int]]:
    return [(figure.start, figure.end) for figure in reading.figures]


def test_a_text_without_end_is_refused_in_one_line() -> None:
    with pytest.raises(InputError, match="more than 1,000,000 characters; split it"):
        read_text(REPORT + " " * LONGEST_TEXT)


@pytest.mark.parametrize("digits", [19, 20, 39, 41, 400])
def test_numerals_beyond_count_are_no_figures(digits: int) -> None:
    text = f"قتل {'9' * digits} جنديا و5 مدنيين في هجوم على بغداد."
    prepared = prepare(task(text))
    assert isinstance(prepared, Prepared)
    assert [row[3] for row in prepared.rows["figures"]] == [5]


DATES = ["99999", "0000-00-00", "31/12/9999", "1 يناير 9999", "قبل 99999 سنة", "قبل 999999999999 عام", "الساعة 99:99", "32 مارس 2020"]


@pytest.mark.parametrize("date", [*DATES, "31 رمضان 9666 هـ", "القرن 99999999", "خلال 99999999 أسبوع", "14 مارس 99999"])
@pytest.mark.parametrize("published", ["0001-01-01", "2020-03-15", "9999-12-31"])
def test_dates_that_cannot_be_stop_nothing(date: str, published: str) -> None:
    text = f"قتل 5 جنود في هجوم على بغداد {date}. وقال المتحدث أمس إن المؤتمر غدا، وقبل {date} بعد 20 عاما."
    snapshot = Snapshot("a.txt", "a.txt", "text", text.encode())
    figures = read(to_document(snapshot, Given(published)), load_lexicon()).figures
    assert [figure.low for figure in figures if figure.role == "killed"] == [5]
