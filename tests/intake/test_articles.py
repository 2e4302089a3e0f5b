import gzip
import hashlib
import io
import json
import os
import tracemalloc
from pathlib import Path

import pytest

from tawatur.errors import InputError
from tawatur.intake import Given, Snapshot, documents, to_document
from tawatur.model import Document

REPORT = "أعلنت وزارة الصحة مقتل ثلاثة أشخاص في انفجار وقع مساء السبت وسط المدينة"
PERSIAN = "وزارت بهداشت اعلام کرد که در این انفجار سه نفر کشته شدند و این خبر را به رسانه ها گفت"


def read(*paths: Path | str, published: str | None = None, outlet: str | None = None) -> list[Document]:
    found = list(documents(paths, published=published, outlet=outlet))
    assert not [item for item in found if isinstance(item, InputError)]
    return [item for item in found if isinstance(item, Document)]


def errors(*paths: Path | str) -> list[InputError]:
    return [item for item in documents(paths) if isinstance(item, InputError)]


def test_text_file_comes_back_unchanged(tmp_path: Path) -> None:
    content = f"\ufeff{REPORT}\r\n\r\nنص\tثان \n".encode()
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    (document,) = read(path, published="2020-03-14", outlet="الصحيفة")
    assert document.text == content.decode("utf-8")
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert document.id == "d" + document.sha256[:16]
    assert (document.outlet, document.published, document.published_basis, document.language) == (
        "الصحيفة", "2020-03-14", "given", "ar",
    )  # fmt: skip


def test_folders_are_read_in_order_without_other_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "a.txt", "c.txt"):
        (tmp_path / name).write_text(f"{REPORT} {name}", encoding="utf-8")
    (tmp_path / "style.css").write_text("body {}")
    (tmp_path / ".hidden.txt").write_text("x")
    assert [Path(document.source).name for document in read(tmp_path)] == ["a.txt", "c.txt", "2.txt"]


def test_article_lines_keep_their_id_and_say_more_than_the_options(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [
        {"id": "x-1", "text": REPORT, "url": "https://a.example/1", "outlet": "أ", "published": "Sat, 05 May 2018 21:51:32 +0400"},
        {"id": 7, "text": REPORT + " أيضا", "title": "خبر"},
    ]
    path.write_text("\ufeff" + "\n\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    one, two = read(path, published="2018-05-06", outlet="ب")
    assert (one.id, one.source, one.outlet, one.published) == ("x-1", "https://a.example/1", "أ", "2018-05-05")
    assert (two.id, two.source, two.outlet, two.published, two.title) == ("7", str(path), "ب", "2018-05-06", "خبر")


def test_each_fault_is_one_error_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        json.dumps({"id": "ok", "text": REPORT}),
        '{"id": "broken", "text": ',
        "[1]",
        json.dumps({"id": "neither"}),
        json.dumps({"text": 5}),
        json.dumps({"text": " \u00a0\n"}),
        json.dumps({"text": "١٢٣ - 456"}),
        json.dumps({"text": PERSIAN}),
        json.dumps({"text": "The ministry said that three people were killed in the blast"}),
        json.dumps({"text": REPORT, "published": "2018-02-30"}),
        json.dumps({"text": REPORT, "published": "أمس"}),
        '{"text": "\\ud800"}',
        json.dumps({"id": "last", "text": REPORT + " أيضا"}),
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    found = list(documents([path]))
    assert [item.id for item in found if isinstance(item, Document)] == ["ok", "last"]
    faults = [item for item in found if isinstance(item, InputError)]
    assert [fault.where for fault in faults] == [f"{path}:{number}" for number in range(2, 13)]
    assert all("\n" not in str(fault) for fault in faults)
    assert "Persian" in faults[6].what
    assert "English" in faults[7].what


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"%PDF-1.4\n\xff\xfe", "a damaged PDF"),
        ("a.txt", bytes(range(256)) * 8, "binary"),
        ("a.txt", b"\xd9\x85\x00\x00\xd9", "binary"),
        ("a.txt", REPORT.encode()[:-1], "damaged UTF-8"),
        ("a.html", b"<html><body><nav><a href='/'>\xd8\xa3</a></nav></body></html>", "without an article"),
        ("a.html", b"", "no web page"),
        ("a.jsonl", b"", "empty"),
        ("a.jsonl.gz", gzip.compress(json.dumps({"text": REPORT}).encode())[:-9], "cut short"),
        ("a.jsonl.gz", b"not gzip at all", "broken JSON"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    (tmp_path / name).write_bytes(content)
    (error,) = errors(tmp_path / name)
    assert what in error.what
    assert error.do


def test_missing_paths_and_empty_folders(tmp_path: Path) -> None:
    assert [error.what for error in errors(tmp_path / "no.txt", tmp_path)] == [
        "no such file or folder",
        "holds no report",
    ]


def test_compressed_lines_and_json_arrays(tmp_path: Path) -> None:
    rows = [{"id": "1", "text": REPORT}, {"id": "2", "text": REPORT}]
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    (tmp_path / "b.json").write_text(json.dumps(rows), encoding="utf-8")
    (tmp_path / "c.json").write_text(json.dumps(rows[0], indent=1), encoding="utf-8")
    assert [document.id for document in read(tmp_path / "a.jsonl.gz", tmp_path / "b.json", tmp_path / "c.json")] == [
        "1",
        "2",
        "1",
        "2",
        "1",
    ]


def test_standard_input_is_recognised_by_its_start(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "\n".join(json.dumps({"text": text}) for text in (REPORT, REPORT[:40]))
    for content, count in ((REPORT, 1), (lines, 2)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(content.encode()))))
        assert len(read("-")) == count


def test_an_over_large_line_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tawatur.intake.limits.ARTICLE", 1000)
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "و " * 5000}) + "\n" + json.dumps({"id": "2", "text": REPORT}), encoding="utf-8")
    large, small = list(documents([path]))
    assert isinstance(large, InputError)
    assert large.where == f"{path}:1"
    assert isinstance(small, Document)


def test_memory_does_not_grow_with_the_number_of_articles(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(400):
            out.write(json.dumps({"id": str(number), "text": REPORT * 60}) + "\n")
    stream = documents([path])
    for _ in range(50):
        next(stream)
    tracemalloc.start()
    count = sum(1 for _ in stream)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 350
    assert peak < 2_000_000


def test_a_file_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    path.write_text(REPORT, encoding="utf-8")
    (document,) = read(path)
    assert document.source == f"{tmp_path}/\ufffd.txt"
    assert [document.text for document in read(tmp_path)] == [REPORT]


def test_a_page_saved_as_one_file_has_its_address(tmp_path: Path) -> None:
    page = f"<html><head><title>خبر</title></head><body><article><p>{REPORT}</p><p>{REPORT} أيضا</p></article></body></html>"
    head = "Snapshot-Content-Location: https://a.example/1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    (tmp_path / "a.mht").write_text(f"{head}--x\r\nContent-Type: text/html\r\n\r\n{page}\r\n--x--\r\n", encoding="utf-8", newline="")
    (document,) = read(tmp_path / "a.mht")
    assert (document.url, document.title) == ("https://a.example/1", "خبر")
    assert REPORT in document.text


def test_columns_say_what_a_row_holds(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"النص,المصدر,التاريخ,رقم\n{REPORT},الصحيفة,2020-03-14,5\n{REPORT} أيضا,,غدا,6\n", encoding="utf-8")
    found = list(documents([tmp_path / "a.csv"]))
    one, two = [item for item in found if isinstance(item, Document)]
    assert (one.text, one.outlet, one.published) == (REPORT, "الصحيفة", "2020-03-14")
    assert (two.text, two.outlet, two.published) == (f"{REPORT} أيضا", None, None)
    assert len(found) == 3


def test_keys_of_json_are_mapped_only_as_the_user_says() -> None:
    content = json.dumps({"body": REPORT, "title": "x", "t": "خبر", "n": 7, "o": {"a": 1}}).encode()
    snapshot = Snapshot("a", "a:1", "article", content)
    with pytest.raises(InputError, match="neither"):
        to_document(snapshot, Given())
    given = Given(columns=(("body", "text"), ("t", "title"), ("n", "id"), ("o", "outlet"), ("none", "url")))
    document = to_document(snapshot, given)
    assert (document.text, document.title, document.id, document.outlet) == (REPORT, "خبر", "7", None)
