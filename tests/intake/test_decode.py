import codecs

import pytest

from tawatur.errors import InputError
from tawatur.intake.decode import decode, decode_page

REPORT = "أعلنت وزارة الصحة مقتل ثلاثة أشخاص في انفجار وقع مساء السبت، وسط المدينة (صور)\nعاجل"
BRIEF = "قتل شخصان في بغداد"
LONG = REPORT * 40
CODE_PAGES = ("windows-1256", "iso-8859-6", "mac-arabic")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", *CODE_PAGES)
DECLARED = ("utf-8", *CODE_PAGES, "iso-8859-1", "windows-1252", "no-such-encoding", "unicode_escape", "")


def page(text: str, encoding: str, declared: str) -> bytes:
    meta = f"<meta http-equiv='Content-Type' content='text/html; charset={declared}'>" if declared else ""
    return encoded(f"<html><head>{meta}<title>a</title></head><body><p>{text}</p></body></html>", encoding)


def encoded(text: str, encoding: str) -> bytes:
    """The bytes as programs write them: MacArabic has every mark of ASCII twice, and Python would write the other one."""
    if encoding != "mac-arabic":
        return text.encode(encoding)
    return b"".join(letter.encode("ascii" if letter.isascii() else encoding) for letter in text)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "iso8859_6", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [REPORT, BRIEF, LONG])
def test_arabic_encodings(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("text", [REPORT, BRIEF, LONG], ids=["report", "brief", "long"])
@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("declared", DECLARED)
def test_the_bytes_of_a_page_tell_whatever_is_declared(text: str, encoding: str, declared: str) -> None:
    assert f"<p>{text}</p>" in decode_page(page(text, encoding, declared), "a.html")
    assert f"<p>{text}</p>" in decode_page(page(text, encoding, ""), "a.html", declared or None)


@pytest.mark.parametrize("encoding", CODE_PAGES)
def test_where_no_word_tells_what_is_declared_decides(encoding: str) -> None:
    content = page("شكرا جزيلا", encoding, encoding)
    assert "شكرا جزيلا" in decode_page(content, "a.html")


def test_an_xml_declaration_is_a_declaration() -> None:
    content = f"<?xml version='1.0' encoding='iso-8859-6'?><html><body>{'شكرا'}</body></html>".encode("iso-8859-6")
    assert "شكرا" in decode_page(content, "a.html")


def test_another_language_keeps_its_own_code_page() -> None:
    content = "<meta charset=windows-1252><p>Le ministère a déclaré l'état d'urgence à Beyrouth</p>".encode("cp1252")
    assert "ministère a déclaré l'état" in decode_page(content, "a.html")


def test_damaged_utf8_is_not_taken_for_a_code_page() -> None:
    damaged = b"<p>" * 400 + REPORT.encode() + b"\xd8<p>"
    with pytest.raises(InputError, match="damaged UTF-8"):
        decode(damaged, "a.txt")
    assert REPORT in decode_page(damaged, "a.html", "windows-1256")
    assert REPORT in decode_page(codecs.BOM_UTF8 + damaged, "a.html")


def test_a_page_may_hold_a_stray_control_character() -> None:
    content = REPORT.encode() * 3 + b"\x00"
    assert REPORT in decode_page(content, "a.html")
    with pytest.raises(InputError, match="binary"):
        decode_page(content + b"\x00" * len(content), "a.html")


def test_bytes_of_no_arabic_encoding() -> None:
    with pytest.raises(InputError, match="no encoding that Arabic uses"):
        decode(b"\xa4\xa6\xa8" * 40, "a.txt")
