import gzip
import io
import struct
import zipfile

import pytest

from tawatur.intake import limits
from tawatur.intake.box import Options
from tests.intake.boxes import PAGE, REPORT, inside, packed, record, zipped

TEXT = REPORT.encode()


def test_every_member_that_may_be_a_report_is_one() -> None:
    options = Options()
    members = [
        ("أ/page.html", PAGE), ("أ/page_files/frame.html", PAGE), ("أ/page_files/x.js", b"let a"), ("b.txt", TEXT), (".hidden.txt", TEXT),
        ("__MACOSX/._b.txt", TEXT), ("style.css", b"p {}"), ("logo.png", b"\x89PNG\r\n"), ("data.json", b'{"version": 2}'), ("empty/", b""),
        ("lines.jsonl", b'{"text": "a"}\n{"text": "b"}'), ("2020_files/c.txt", TEXT),
    ]  # fmt: skip
    found, faults = inside(zipped(members), options=options)
    assert [item.where for item in found] == [
        "box!أ/page.html", "box!b.txt", "box!lines.jsonl:1", "box!lines.jsonl:2", "box!2020_files/c.txt",
    ]  # fmt: skip
    assert (found[0].content, found[0].seen_at, found[0].source) == (PAGE, "2020-03-14T09:30:00Z", "box!أ/page.html")
    assert faults == []
    assert options.skipped["part"] == 7


def test_names_are_shown_and_never_used() -> None:
    found, _ = inside(zipped([("../../etc/x.txt", TEXT), ("/abs.txt", TEXT), ("a\nb\x1b[0m.txt", TEXT), ("a\\x.txt", TEXT)]))
    assert [item.where for item in found] == ["box!../../etc/x.txt", "box!/abs.txt", "box!a\ufffdb\ufffd[0m.txt", "box!a\\x.txt"]


def test_the_moment_of_a_member_is_in_utc_where_the_archive_says_so() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        member = zipfile.ZipInfo("a.txt", (2020, 3, 14, 12, 30, 0))
        member.extra = struct.pack("<HHBi", 0x5455, 5, 1, 1584178200)
        archive.writestr(member, TEXT)
    ((snapshot,), _) = inside(file.getvalue())
    assert snapshot.seen_at == "2020-03-14T09:30:00Z"


def test_archives_in_archives_to_a_depth() -> None:
    content = zipped([("a.txt", TEXT)])
    for _ in range(3):
        content = zipped([("in.zip", content)])
    assert [item.where for item in inside(content)[0]] == ["box!in.zip!in.zip!in.zip!a.txt"]
    found, (fault,) = inside(zipped([("in.zip", content), ("b.txt", TEXT)]))
    assert [item.where for item in found] == ["box!b.txt"]
    assert "within 4 others" in fault.what


def test_a_bomb_is_named_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FREE", 1_000_000)
    found, (fault,) = inside(zipped([("bomb.txt", b"x" * 10_000_000), ("a.txt", TEXT)]))
    assert [item.where for item in found] == ["box!a.txt"]
    assert "as bombs do" in fault.what


def test_members_that_overlap_are_refused() -> None:
    content = bytearray(zipped([("a.txt", TEXT), ("b.txt", TEXT)]))
    second = content.rindex(b"PK\x01\x02")
    content[second + 42 : second + 46] = bytes(4)
    found, (fault,) = inside(bytes(content))
    assert found == []
    assert "overlap" in fault.what


def test_a_size_that_lies_is_damage() -> None:
    content = bytearray(zipped([("a.txt", TEXT * 50), ("b.txt", TEXT)]))
    first = content.index(b"PK\x01\x02")
    content[first + 24 : first + 28] = struct.pack("<I", 20)
    found, (fault,) = inside(bytes(content))
    assert [item.where for item in found] == ["box!b.txt"]
    assert (fault.where, "damaged" in fault.what) == ("box!a.txt", True)


def test_a_table_of_contents_beyond_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DIRECTORY", 1000)
    _, (fault,) = inside(zipped([(f"{number}.txt", TEXT) for number in range(100)]))
    assert "table of contents" in fault.what


def test_the_whole_is_measured_too() -> None:
    content = zipped([("a.txt", TEXT), ("b.txt", TEXT)])
    from tawatur.intake.box import Box, Label
    from tawatur.intake.opening import opened

    (fault,) = opened(Box(Label("a", "a"), io.BytesIO(content), limits.Budget(len(TEXT) + 1)), Options())
    assert "more than is read from one source" in str(fault)


def test_encrypted_members_links_and_rare_methods_are_named() -> None:
    content = bytearray(zipped([("secret.txt", TEXT), ("a.txt", TEXT)]))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    found, (fault,) = inside(bytes(content))
    assert (len(found), fault.where, fault.what) == (1, "box!secret.txt", "is encrypted")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "elsewhere")
        archive.writestr("b.txt", TEXT, zipfile.ZIP_LZMA)
    _, faults = inside(file.getvalue())
    assert [fault.what for fault in faults] == ["is a link, and is not followed", "is packed by a method that is not read"]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_members_before_a_cut_go_in(method: int) -> None:
    content = zipped([("a.txt", TEXT), ("b.txt", TEXT * 2), ("c.txt", bytes(range(256)) * 100)], method)
    cut = content[: content.index(b"c.txt") + 40]
    found, faults = inside(cut)
    assert [(item.where, item.content) for item in found] == [("box!a.txt", TEXT), ("box!b.txt", TEXT * 2)]
    assert "cut short" in faults[-1].what


def test_a_cut_archive_whose_sizes_stand_behind_its_members() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    file = Pipe()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("a.txt", "b.txt"):
            archive.writestr(name, TEXT)
    content = file.getvalue()
    found, faults = inside(content[: content.index(b"PK\x01\x02")])
    assert [item.where for item in found] == ["box!a.txt", "box!b.txt"]
    assert len(faults) == 1


def test_a_wacz_gives_what_its_web_archives_hold() -> None:
    archive = packed(record("https://a.example/1", PAGE))
    pages = b'{"format": "json-pages-1.0"}\n{"url": "https://a.example/1", "text": "' + TEXT + b'"}'
    content = zipped([("datapackage.json", b"{}"), ("archive/data.warc.gz", archive), ("pages/pages.jsonl", pages)], zipfile.ZIP_STORED)
    ((snapshot,), faults) = inside(content)
    assert (snapshot.where, snapshot.url) == ("box!archive/data.warc.gz!https://a.example/1", "https://a.example/1")
    assert faults == []


@pytest.mark.parametrize(
    ("names", "what"),
    [(["[Content_Types].xml", "ppt/presentation.xml"], "a presentation"), (["mimetype", "META-INF/container.xml"], "an e-book"),
     (["mimetype", "content.xml"], "OpenDocument")],
)  # fmt: skip
def test_other_documents_are_refused_by_name(names: list[str], what: str) -> None:
    _, (fault,) = inside(zipped([(name, b"x") for name in names]))
    assert what in fault.what


def test_a_word_document_is_one_snapshot() -> None:
    content = zipped([("[Content_Types].xml", b"x"), ("word/document.xml", b"x")])
    ((snapshot,), _) = inside(content)
    assert (snapshot.media, snapshot.content) == ("docx", content)


def test_a_wacz_that_is_cut_short_gives_the_records_before_the_cut() -> None:
    archive = packed(record("https://a.example/1", PAGE), record("https://a.example/2", PAGE))
    pages = b'{"text": "' + TEXT + b'"}\n'
    content = zipped([("archive/data.warc.gz", archive), ("pages/pages.jsonl", pages), ("datapackage.json", b"{}")], zipfile.ZIP_STORED)
    found, faults = inside(content[: content.index(b"PK\x01\x02")])
    assert ([item.url for item in found], len(faults)) == (["https://a.example/1", "https://a.example/2"], 1)
    found, faults = inside(content[: len(archive)])
    assert ([item.url for item in found], len(faults)) == (["https://a.example/1"], 2)


def test_a_member_without_a_name() -> None:
    assert [item.where for item in inside(zipped([("", TEXT)]))[0]] == ["box!"]


def test_a_zip_within_gzip() -> None:
    assert [item.where for item in inside(gzip.compress(zipped([("a.txt", TEXT)])))[0]] == ["box!a.txt"]
