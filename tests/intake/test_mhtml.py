import quopri

import pytest

from tawatur.errors import InputError
from tawatur.intake.mhtml import read_mhtml, saved_at
from tests.intake.boxes import PAGE, inside

HEAD = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/1\r\nDate: Sat, 14 Mar 2020 12:30:00 +0300\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="x"{start}\r\n\r\n'
)
FRAME = "--x\r\nContent-Type: text/html\r\nContent-ID: <frame@a>\r\n\r\n<html>frame</html>\r\n"
PICTURE = "--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
PAGE_PART = (
    "--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <page@a>\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://a.example/part\r\n\r\n" + quopri.encodestring(PAGE).decode() + "\r\n"
)


def saved(*parts: str, start: str = "") -> bytes:
    return (HEAD.format(start=start) + "".join(parts) + "--x--\r\n").encode()


def test_the_first_page_is_the_page() -> None:
    markup, address, charset = read_mhtml(saved(PICTURE, PAGE_PART, FRAME), "a.mht")
    assert markup.strip() == PAGE
    assert (address, charset) == ("https://a.example/1", "utf-8")


def test_the_root_is_the_page_when_it_is_named() -> None:
    assert read_mhtml(saved(FRAME, PAGE_PART, start='; start="<page@a>"'), "a.mht")[0].strip() == PAGE


def test_parts_in_parts() -> None:
    inner = "--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\nContent-Type: text/html\r\n\r\n<p>\r\n--y--\r\n"
    assert read_mhtml(saved(inner), "a.mht")[0].strip() == b"<p>"


def test_a_snapshot_is_the_whole_file_with_the_moment_of_saving() -> None:
    content = saved(PAGE_PART)
    ((snapshot,), faults) = inside(content)
    assert (snapshot.media, snapshot.content, snapshot.seen_at, faults) == ("mhtml", content, "2020-03-14T09:30:00Z", [])
    assert saved_at(b"From: a\r\n\r\n") is None


@pytest.mark.parametrize(
    "content", [saved(PICTURE), saved(), b"", b"MIME-Version: 1.0\r\n", saved("--x\r\nContent-Type: text/html\r\n\r\n")]
)
def test_a_message_without_a_page(content: bytes) -> None:
    with pytest.raises(InputError, match="without a page"):
        read_mhtml(content, "a.mht")


def test_a_media_type_beyond_measure() -> None:
    for fold in ("; a*0=b", ";\r\n a=b"):
        with pytest.raises(InputError, match="beyond all measure"):
            read_mhtml(f"MIME-Version: 1.0\r\nContent-Type: multipart/related{fold * 1000}; boundary=x\r\n\r\n".encode(), "a.mht")


def test_parts_beyond_measure() -> None:
    with pytest.raises(InputError, match="parts"):
        read_mhtml(saved("--x\r\n\r\na\r\n" * 30_000), "a.mht")
    deep = "".join(f"--b{depth}\r\nContent-Type: multipart/mixed; boundary=b{depth + 1}\r\n\r\n" for depth in range(30))
    with pytest.raises(InputError):
        read_mhtml(b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n" + deep.encode(), "a.mht")
