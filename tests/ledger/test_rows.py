import sys
import zlib

import pytest

from tawatur.errors import InputError
from tawatur.intake import Given, Snapshot
from tawatur.intake.snapshot import Media
from tawatur.ledger import rows
from tawatur.ledger.rows import Prepared, Task, days, prepare, prepared, unpack
from tests.ledger.examples import readings, snapshot


def test_rows_of_a_reading() -> None:
    reading = readings()["a"]
    ready = prepared(reading, snapshot("a"), Given())
    (stored,) = ready.rows["readings"]
    assert unpack(stored[-1]) == reading
    assert [row[1] for row in ready.kept["kept_documents"]] == ["a"]
    assert zlib.decompress(ready.snapshot.content) == snapshot("a").content
    (mention,) = ready.rows["mentions"]
    assert mention[:2] == ("a", "a:e1")
    assert mention[5:7] == ("2020-03-14", "2020-03-14")
    assert mention[-1] == "قتل ثلاثه جنود في هجوم بالصواريخ علي معسكر التاجي السبت"
    (statement,) = ready.rows["statements"]
    assert statement[4:7] == ("سالم الوزاره salim", "2020-03-15", "2020-03-15")
    assert [(link[2], link[3], link[5]) for link in ready.rows["links"]] == [
        (1, "outlet", "الصباح الجديد"), (0, "outlet", "الصباح الجديد"), (1, "person", "salim"),
    ]  # fmt: skip


def test_credited_agencies_are_links_of_the_document() -> None:
    links = prepared(readings()["b"], snapshot("b"), Given()).rows["links"]
    assert [link[:5] for link in links if link[1] == "b"] == [("b", "b", 0, "agency", "وكالة النهر")]


def test_search_columns_hold_folded_words_and_stems() -> None:
    ready = prepared(readings()["a"], snapshot("a"), Given())
    folded, stemmed = ready.words
    assert "ثلاثه" in folded.split()
    assert len(folded.split()) == len(stemmed.split())


def test_errors_come_back() -> None:
    error = InputError("a.txt", "is empty", "leave it out")
    assert prepare(error) is error
    fault = prepare(Task(Snapshot("a.txt", "a.txt", "text", b"English words only, and more of them"), Given()))
    assert isinstance(fault, InputError)
    assert "not Arabic" in fault.what


def test_a_failing_reader_is_an_error_of_that_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "read", lambda document, lexicon: document.no_such)
    fault = prepare(Task(snapshot("a"), Given()))
    assert isinstance(fault, InputError)
    assert "AttributeError" in fault.what
    assert fault.where == "reports.jsonl:a"


def test_text_needs_no_page_reader() -> None:
    ready = prepare(Task(snapshot("a"), Given()))
    assert isinstance(ready, Prepared)
    assert ready.document.id == "a"
    assert "dateparser" not in sys.modules


def test_days_of_dates() -> None:
    assert days("2020-03") == ("2020-03-01", "2020-03-31")
    assert days(None) == (None, None)
    assert days("2020-03-14/..") == (None, None)


@pytest.mark.parametrize(
    ("media", "content", "columns", "plain"),
    [
        ("text", b"\xd9\x86\xd8\xb5", (), True),
        ("text", b"a" * 200_000, (), False),
        ("html", b"<p>", (), False),
        ("pdf", b"%PDF", (), False),
        ("article", b'{"text": "a"}', (), True),
        ("article", b'{"html": "<p>a"}', (), False),
        ("article", b'{"page": "<p>a"}', (("page", "html"),), False),
    ],
)
def test_plain_is_what_no_parser_gets_to_see(media: Media, content: bytes, columns: tuple[tuple[str, str], ...], plain: bool) -> None:
    task = Task(Snapshot("s", "s:1", media, content), Given(columns=columns))
    assert (task.is_plain, task.where, task.size) == (plain, "s:1", len(content))


def test_want_of_memory_is_for_the_process_to_deal_with(monkeypatch: pytest.MonkeyPatch) -> None:
    def starve(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(rows, "read", starve)
    with pytest.raises(MemoryError):
        prepare(Task(Snapshot("s", "s", "text", "قتل ثلاثة جنود في الموصل.".encode()), Given()))
