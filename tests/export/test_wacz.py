import gzip
import hashlib
import json
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from tawatur.errors import InputError, LedgerError
from tawatur.export.wacz import Packed, export_wacz
from tawatur.intake import Given, Snapshot
from tawatur.ledger.adding import add
from tawatur.ledger.store import Ledger
from tests.ledger.pages import OTHER, TOLL, fetched, page, take_in

URL = "https://www.example.org/news/12?b=2&a=1"
FIRST, SECOND = "2020-03-14T10:00:00Z", "2020-03-14T12:00:00Z"
HEADERS = (
    ("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"), ("Content-Length", "77"), ("transfer-encoding", "chunked"),
    ("X-Bad\r\nInjected", "1"), ("X-Folded", "one\r\nX-Injected: two"), ("X-Arabic", "خبر"),
)  # fmt: skip


def pages() -> tuple[Snapshot, Snapshot, Snapshot, Snapshot]:
    sent = msgspec.structs.replace(fetched(page(TOLL.format(5)), URL, FIRST), headers=HEADERS)
    article = json.dumps({"id": "r1", "text": TOLL.format(9), "published": "2020-03-15", "url": "https://example.com/9"}).encode()
    return (
        sent,
        msgspec.structs.replace(fetched(page(TOLL.format(7)), URL, SECOND), headers=()),
        Snapshot("fair.txt", "fair.txt", "text", OTHER.encode(), seen_at=SECOND),
        Snapshot("feed.jsonl", "feed.jsonl:1", "article", article, seen_at=FIRST),
    )


def documents(ledger: Ledger) -> list[str]:
    return [row[0] for row in ledger.rows("SELECT id FROM documents ORDER BY id")]


@pytest.fixture
def book(tmp_path: Path) -> Any:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        take_in(ledger, *pages())
        yield ledger


@pytest.fixture
def packed(book: Ledger, tmp_path: Path) -> dict[str, bytes]:
    """The files of the whole ledger's archive."""
    assert export_wacz(book, documents(book), tmp_path / "a.wacz") == Packed(3, 4, (tmp_path / "a.wacz").stat().st_size)
    with zipfile.ZipFile(tmp_path / "a.wacz") as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def records(packed: dict[str, bytes]) -> list[tuple[Any, bytes]]:
    return [(record, record.content_stream().read()) for record in ArchiveIterator(BytesIO(packed["archive/data.warc.gz"]))]


def test_every_capture_is_a_record_with_the_bytes_that_are_kept(packed: dict[str, bytes]) -> None:
    info, *found = records(packed)
    assert (info[0].rec_type, info[0].rec_headers.get_header("WARC-Date")) == ("warcinfo", SECOND)
    by_hash = {one.sha256: one for one in pages()}
    assert len(found) == 4
    for record, content in found:
        one = by_hash.pop(hashlib.sha256(content).hexdigest())
        assert content == one.content
        assert record.rec_headers.get_header("WARC-Date") == one.seen_at
        assert record.rec_headers.get_header("WARC-Target-URI") == (one.url or f"urn:sha256:{one.sha256}")
        assert record.rec_headers.get_header("WARC-Payload-Digest") == f"sha256:{one.sha256}"
        assert record.rec_type == ("response" if one.headers else "resource")
    types = {record.rec_headers.get_header("Content-Type") for record, _ in found if record.rec_type == "resource"}
    assert types == {"text/html", "text/plain", "application/json"}


def test_headers_that_are_not_true_of_the_kept_bytes_have_another_name(packed: dict[str, bytes]) -> None:
    (record,) = (record for record, _ in records(packed) if record.rec_type == "response")
    length = str(len(pages()[0].content))
    assert record.http_headers.statusline == "200 OK"
    assert record.http_headers.headers == [
        ("Content-Type", "text/html; charset=utf-8"), ("X-Tawatur-Content-Encoding", "gzip"), ("X-Tawatur-Content-Length", "77"),
        ("X-Tawatur-transfer-encoding", "chunked"), ("X-Folded", "one X-Injected: two"), ("X-Arabic", "%D8%AE%D8%A8%D8%B1"),
        ("Content-Length", length),
    ]  # fmt: skip


def test_the_digests_hold(packed: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data.warc.gz").write_bytes(packed["archive/data.warc.gz"])
    checker = Checker(type("Options", (), {"inputs": [str(tmp_path / "data.warc.gz")], "verbose": True}))
    checker.process_all()
    assert (checker.exit_value, capsys.readouterr().out.count("digest pass")) == (0, 5)


def test_the_package_lists_every_file_with_its_hash(packed: dict[str, bytes]) -> None:
    package = json.loads(packed["datapackage.json"])
    assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
    listed = {one["path"]: (one["hash"], one["bytes"]) for one in package["resources"]}
    others = {name: content for name, content in packed.items() if not name.startswith("datapackage")}
    assert listed == {name: (f"sha256:{hashlib.sha256(content).hexdigest()}", len(content)) for name, content in others.items()}
    digest = json.loads(packed["datapackage-digest.json"])
    assert digest == {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(packed['datapackage.json']).hexdigest()}"}


def test_the_index_leads_to_each_record(packed: dict[str, bytes]) -> None:
    lines = gzip.decompress(packed["indexes/index.cdx.gz"]).decode().splitlines()
    assert lines == sorted(lines)
    assert lines[0].startswith("org,example)/news/12?a=1&b=2 20200314100000 {")
    for line in lines:
        where = json.loads(line.split(" ", 2)[2])
        start, length = int(where["offset"]), int(where["length"])
        (record,) = ArchiveIterator(BytesIO(packed["archive/data.warc.gz"][start : start + length]))
        assert record.rec_headers.get_header("WARC-Target-URI") == where["url"]
        assert record.rec_headers.get_header("WARC-Payload-Digest") == where["digest"]
    meta, block = packed["indexes/index.idx"].decode().splitlines()
    assert meta.startswith("!meta 0 ")
    where = json.loads(block.split(" ", 2)[2])
    assert gzip.decompress(packed["indexes/index.cdx.gz"][where["offset"] :][: where["length"]]).decode().splitlines() == lines


def test_pages_that_can_be_shown_are_listed(packed: dict[str, bytes]) -> None:
    header, *found = map(json.loads, packed["pages/pages.jsonl"].decode().splitlines())
    assert header["format"] == "json-pages-1.0"
    assert sorted((one["ts"], one["url"][:4], one.get("title")) for one in found) == [
        (FIRST, "http", "خبر من الموصل"), (SECOND, "http", "خبر من الموصل"), (SECOND, "urn:", None),
    ]  # fmt: skip
    assert len({one["id"] for one in found}) == 3


def test_the_same_selection_gives_the_same_bytes(book: Ledger, tmp_path: Path) -> None:
    found = []
    for number, order in enumerate((pages(), pages()[::-1])):
        with Ledger(tmp_path / f"{number}.ledger", create=True) as ledger:
            take_in(ledger, *order)
            export_wacz(ledger, documents(ledger)[::-1], tmp_path / f"{number}.wacz")
            found.append((tmp_path / f"{number}.wacz").read_bytes())
    assert found[0] == found[1]


def test_bytes_that_two_documents_saw_at_one_place_and_moment_come_once(book: Ledger, tmp_path: Path) -> None:
    one, other, *_ = documents(book)
    book.rows("INSERT INTO captures SELECT ?, sha256, source, seen_at, headers, text_sha256 FROM captures WHERE document = ?", one, other)
    own = book.value("SELECT count(*) FROM captures WHERE document = ?", one)
    assert export_wacz(book, [one, other], tmp_path / "a.wacz").captures == own


def test_of_nothing_it_is_an_empty_archive(book: Ledger, tmp_path: Path) -> None:
    assert export_wacz(book, [], tmp_path / "a.wacz").captures == 0
    with zipfile.ZipFile(tmp_path / "a.wacz") as archive:
        assert gzip.decompress(archive.read("indexes/index.cdx.gz")) == b""


def test_where_it_cannot_be_written(book: Ledger, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be written"):
        export_wacz(book, [], tmp_path / "no" / "a.wacz")


def test_what_is_taken_in_again_is_the_same(book: Ledger, tmp_path: Path) -> None:
    export_wacz(book, documents(book), tmp_path / "a.wacz")
    with Ledger(tmp_path / "b.ledger", create=True) as other:
        assert [one for one in add(other, [tmp_path / "a.wacz"], Given(), 1) if isinstance(one, InputError)] == []
        assert documents(other) == documents(book)
        for sql in (
            "SELECT document, sha256, seen_at, text_sha256 FROM captures ORDER BY 1, 2, 3",
            "SELECT sha256, media, content, fetched_at FROM snapshots ORDER BY 1",
            "SELECT document, title, published, reader_version FROM readings ORDER BY 1",
        ):
            assert other.rows(sql).fetchall() == book.rows(sql).fetchall()
        export_wacz(other, documents(other), tmp_path / "b.wacz")
    assert (tmp_path / "b.wacz").read_bytes() == (tmp_path / "a.wacz").read_bytes()
