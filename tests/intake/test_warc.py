import gzip
import tracemalloc

import pytest

from tawatur.intake import limits, warc
from tawatur.intake.box import Options
from tests.intake.boxes import PAGE, box, inside, packed, record

URL = "https://a.example/2020/1"


def test_a_response_is_a_snapshot_with_its_address_and_moment() -> None:
    for content in (record(URL, PAGE), packed(record(URL, PAGE)), gzip.compress(record(URL, PAGE))):
        ((snapshot,), faults) = inside(content)
        assert (snapshot.media, snapshot.content, snapshot.url, snapshot.where) == ("html", PAGE, URL, f"box!{URL}")
        assert snapshot.seen_at == "2020-03-14T09:30:00Z"
        assert snapshot.headers == (("Content-Type", "text/html"),)
        assert (snapshot.is_live, faults) == (False, [])


def test_the_library_prints_nothing_of_an_archive(caplog: pytest.LogCaptureFixture) -> None:
    ((snapshot,), _) = inside(record("https://a.example/\x1b[31m red", PAGE))
    assert snapshot.content == PAGE
    assert caplog.records == []


def test_what_is_no_report_is_counted() -> None:
    options = Options()
    records = [
        record(URL, PAGE, kind="request"), record(URL, PAGE, kind="revisit"), record(URL, PAGE, kind="metadata"),
        record(URL, PAGE, status="404 No"),
        record(URL, b"{}", "Content-Type: application/json"), record(URL, b"p {}", "Content-Type: text/css; charset=utf-8"),
        record(URL, b"\x89PNG\r\n", "Content-Type: image/png"), record("dns:a.example", b"1.2.3.4", "Content-Type: text/dns"),
        record("https://a.example/robots.txt", b"User-agent: *", "Content-Type: text/plain"), record(URL, b"\x89PNG\r\n", "X: y"),
        record(URL, b"<html><body>frame</body></html>"), record(URL, PAGE),
    ]  # fmt: skip
    found, faults = inside(packed(*records), options=options)
    assert ([item.url for item in found], faults) == ([URL], [])
    assert options.skipped == {"record": 8, "part": 3}


def test_codings_are_undone() -> None:
    headers = "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked"
    body = gzip.compress(PAGE)
    chunked = f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"
    ((snapshot,), _) = inside(packed(record(URL, chunked, headers)))
    assert snapshot.content == PAGE


def test_a_pdf_in_a_web_archive() -> None:
    ((snapshot,), _) = inside(record(URL, b"%PDF-1.4 \xff", "Content-Type: application/octet-stream"))
    assert snapshot.media == "pdf"


def test_a_record_that_cannot_be_read_is_named_and_the_rest_goes_on() -> None:
    bad = record(URL, gzip.compress(PAGE)[:-20], "Content-Type: text/html\r\nContent-Encoding: gzip")
    found, (fault,) = inside(packed(bad, record("https://a.example/2", PAGE)))
    assert [item.url for item in found] == ["https://a.example/2"]
    assert (fault.where, fault.what) == (f"box!{URL}", "is cut short")


@pytest.mark.parametrize("pack", [packed, lambda *records: b"".join(records), lambda *records: gzip.compress(b"".join(records))])
def test_what_stands_before_a_cut_goes_in(pack, capsys: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    content = pack(record(URL, PAGE), record("https://a.example/2", PAGE + bytes(range(256)) * 9))
    found, faults = inside(content[:-200])
    assert URL in [item.url for item in found]
    assert [fault.where for fault in faults][-1:] == ["box"]
    assert capsys.readouterr().err == ""


def test_damage_in_the_middle_is_named() -> None:
    content = record(URL, PAGE) + b"garbage\r\n\r\nmore garbage\r\n"
    found, faults = inside(content)
    assert [item.url for item in found] == [URL]
    assert len(faults) == 1


def test_headers_without_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "HEADERS", 200_000)
    _, (fault,) = inside(b"WARC/1.0\r\nWARC-Type: " + b"x" * 1_000_000)
    assert "headers do not end" in fault.what


def test_an_archive_of_the_older_kind() -> None:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    head = b"1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n"
    content = b"filedesc://a.arc 0.0.0.0 20200314093000 text/plain %d\n%s\n" % (len(head), head)
    content += b"%s 1.2.3.4 20200314093000 text/html %d\n%s\n" % (URL.encode(), len(body), body)
    ((snapshot,), _) = inside(content)
    assert (snapshot.url, snapshot.seen_at, snapshot.content) == (URL, "2020-03-14T09:30:00Z", PAGE)


def test_memory_does_not_grow_with_the_number_of_records() -> None:
    content = b"".join(record(f"https://a.example/{number}", PAGE * 100) for number in range(300))
    stream = warc.records(box(content), Options())
    next(stream)
    tracemalloc.start()
    assert sum(1 for _ in stream) == 299
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()
