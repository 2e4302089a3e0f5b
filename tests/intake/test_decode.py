import pytest

from tawatur.intake.decode import decode

REPORT = "أعلنت وزارة الصحة مقتل ثلاثة أشخاص في انفجار وقع مساء السبت، وسط المدينة (صور)\nعاجل"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "iso8859_6", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [REPORT, "قتل شخصان في بغداد", REPORT * 40])
def test_arabic_encodings(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text
