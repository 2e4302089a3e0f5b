from io import BytesIO

import pytest

from tawatur.export.warc import Archive, Kept

SEEN = "2020-03-14T10:00:00Z"


def kept(url: str | None, headers: tuple[tuple[str, str], ...] = ()) -> Kept:
    return Kept("ab", "html", b"<p>", SEEN, url, headers, None)


@pytest.mark.parametrize(
    ("url", "uri"),
    [
        ("https://example.org/a b|c", "https://example.org/a%20b%7Cc"),
        ("https://example.org/a\r\nWARC-Type: metadata", "https://example.org/a%0D%0AWARC-Type:%20metadata"),
        ("https://example.org/%D8%AE", "https://example.org/%D8%AE"),
        (None, "urn:sha256:ab"),
    ],
)
def test_an_address_is_one_line(url: str | None, uri: str) -> None:
    assert kept(url).uri == uri


def test_a_length_that_is_true_keeps_its_name() -> None:
    out = BytesIO()
    archive = Archive(out, SEEN)
    written = archive.write(kept("https://example.org/a", (("content-length", "3"), ("content-type", "Text/HTML; x"))))
    assert (written.mime, written.status, written.offset + written.length) == ("text/html", "200", out.tell())
    assert b"Tawatur-" not in out.getvalue()


def test_a_type_that_is_none_is_not_believed() -> None:
    written = Archive(BytesIO(), SEEN).write(kept("https://example.org/a", (("content-type", 'a"b'),)))
    assert written.mime == "text/html"
