import pytest

from tests.reading.conftest import Scanner
from tests.reading.telling import Told, told


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("قال العمدة إن الحي هادئ. وأحصى الصليب الأحمر مئة قتيل في الحي.", "الصليب الأحمر", "مئة قتيل في الحي"),
        ("قال العمدة إن الحي هادئ. وأحصى الصليب الأحمر أكثر من 20 جريحا.", "الصليب الأحمر", "أكثر من 20 جريحا"),
        ("قال العمدة إن الحي هادئ. ورصدت البعثة خرقين للهدنة.", "البعثة", "خرقين للهدنة"),
        ("قال العمدة إن الحي هادئ. وسجلت وزارة الصحة إصابة 40 شخصا.", "وزارة الصحة", "إصابة 40 شخصا"),
        ("قال العمدة إن الحي هادئ. ورصدت البعثة أن الهدنة صامدة.", "البعثة", "الهدنة صامدة"),
    ],
)
def test_who_counted(scan: Scanner, text: str, speaker: str, content: str) -> None:
    assert told(scan(text))[1:] == [Told(speaker, "say", content)]


@pytest.mark.parametrize(
    "text",
    [
        "سجل اللاعب هدفين في المباراة.",
        "سجل الفريق 3 أهداف.",
        "رصد الجيش تحركات قرب الحدود.",
        "سجلت تركيا 40 إصابة.",
    ],
)
def test_other_senses_of_the_verbs_and_states_that_have_counts(scan: Scanner, text: str) -> None:
    assert told(scan(text)) == []
