import pytest

from tawatur.errors import InputError
from tawatur.intake.decode import decode, decode_page

REPORT = "أعلنت وزارة الصحة مقتل ثلاثة أشخاص في انفجار وقع مساء السبت، وسط المدينة (صور)\nعاجل"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "iso8859_6", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [REPORT, "قتل شخصان في بغداد", REPORT * 40])
def test_arabic_encodings(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_damaged_utf8_is_not_taken_for_a_code_page() -> None:
    damaged = b"<p>" * 400 + REPORT.encode() + b"\xd8<p>"
    with pytest.raises(InputError, match="damaged UTF-8"):
        decode(damaged, "a.txt")
    assert REPORT in decode_page(damaged, "a.html")


def test_a_page_may_hold_a_stray_control_character() -> None:
    content = REPORT.encode() * 3 + b"\x00"
    assert REPORT in decode_page(content, "a.html")
    with pytest.raises(InputError, match="binary"):
        decode_page(content + b"\x00" * len(content), "a.html")


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "no-such-encoding"])
def test_a_declared_encoding_is_believed_when_it_exists(encoding: str) -> None:
    written = encoding if encoding != "no-such-encoding" else "windows-1256"
    assert REPORT in decode_page(f"<meta charset={encoding}>{REPORT}".encode(written), "a.html")
