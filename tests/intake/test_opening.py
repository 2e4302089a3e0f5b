import gzip

import pytest

from tawatur.intake import limits
from tawatur.intake.box import Options
from tawatur.intake.opening import opened
from tests.intake.boxes import PAGE, REPORT, box, inside, zipped


@pytest.mark.parametrize(
    ("content", "media"),
    [(REPORT.encode(), "text"), (PAGE, "html"), (b"%PDF-1.4", "pdf"), (b'{"text": "a"}', "article"), (gzip.compress(PAGE), "html")],
)
def test_content_decides(content: bytes, media: str) -> None:
    ((snapshot,), faults) = inside(content, hint=".dat")
    assert (snapshot.media, faults) == (media, [])


def test_what_was_asked_for_is_named_when_it_is_no_report_and_else_counted() -> None:
    options = Options()
    for content, hint in ((b"\x89PNG", ""), (b"p {}", ".css"), (b"#!/bin/sh", ""), (b'{"version": 1}', ".json")):
        assert list(opened(box(content, hint=hint, is_asked=False), options)) == []
    assert options.skipped == {"part": 4}
    _, (fault,) = inside(b"\x89PNG")
    assert (fault.what, fault.do) == ("is an image", "leave it out")
    _, (fault,) = inside(b"p {}", ".css")
    assert fault.what == "is no report"


def test_what_is_found_and_could_hold_reports_is_named() -> None:
    (fault,) = opened(box(b"Rar!\x1a\x07\x01\x00", is_asked=False), Options())
    assert "a RAR archive" in str(fault)


def test_what_is_too_large_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FREE", 10**12)
    _, (fault,) = inside(gzip.compress(b"x" * (limits.ARTICLE + 1)), ".txt")
    assert "is larger than 16 MiB" in fault.what


def test_gzip_within_gzip_ends() -> None:
    content = PAGE
    for _ in range(limits.DEPTH):
        content = gzip.compress(content)
    assert len(inside(content)[0]) == 1
    _, (fault,) = inside(gzip.compress(content))
    assert "within" in fault.what


def test_one_fault_does_not_stop_the_rest() -> None:
    found, faults = inside(zipped([("a.txt.gz", b"\x1f\x8bxx"), ("b.txt", REPORT.encode())]))
    assert ([item.where for item in found], [fault.where for fault in faults]) == (["box!b.txt"], ["box!a.txt.gz"])
