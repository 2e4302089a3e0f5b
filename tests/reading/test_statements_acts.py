import pytest

from tests.reading.conftest import Scanner
from tests.reading.telling import told


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("قال الوزير إن الطريق مفتوح.", "say"),
        ("أكد الوزير أن الطريق مفتوح.", "affirm"),
        ("أعلن الوزير بدء العمل في الطريق.", "announce"),
        ("نفى الوزير صحة الأنباء عن استقالته.", "deny"),
        ("شدد الوزير على أنه لا صحة لما نشر عن الاستقالة.", "deny"),
        ("قالت إسرائيل إنها لم تقصف المدرسة.", "deny"),
        ("قالت الشرطة إنه لم يبلغ عن وقوع إصابات.", "say"),
        ("أعلنت كتائب الفجر عدم إصابة أي من عناصرها.", "deny"),
        ("اتهمت بغداد أنقرة بقصف القرى الحدودية.", "accuse"),
        ("قال الوزير إن الجماعة تقف وراء الهجوم.", "accuse"),
        ("أعلن تنظيم داعش مسؤوليته عن التفجير.", "claim_responsibility"),
        ("طالبت الحكومة العراقية بإخراج المسلحين.", "demand"),
        ("هددت كتائب الفجر بقطع الطرق.", "threaten"),
        ("قال القائد إن العدو سيدفع الثمن.", "threaten"),
        ("أدانت الجامعة العربية الهجوم على المسجد.", "condemn"),
        ("أشاد الوزير بجهود المسعفين.", "praise"),
        ("أعرب الوزير عن تقديره لدور المسعفين.", "praise"),
        ("تعهد الوزير بإعادة الكهرباء.", "promise"),
        ("قال الوزير: «سنواصل العمل حتى الشتاء».", "promise"),
        ("حذر الوزير من انتشار المرض.", "warn"),
        ("رفضت الحكومة العراقية مقترحات الوفد.", "reject"),
        ("تساءل الوزير: «من أغلق الطريق؟».", "ask"),
        ("تناقل ناشطون أنباء عن إغلاق الطريق.", "rumour"),
    ],
)
def test_the_act_follows_cue_and_content(scan: Scanner, text: str, act: str) -> None:
    assert [found.act for found in told(scan(text))] == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("جددت وزارة النقل نفيها إغلاق الطريق", "deny"),
        ("كررت نقابة الأطباء دعوتها إلى الهدوء", "demand"),
        ("أعلنت قطر إدانتها التفجير", "condemn"),
        ("أبلغ العراق تركيا رفضه إقامة القاعدة", "reject"),
        ("أعلنت الشرطة إغلاق الطريق", "announce"),
    ],
)
def test_a_verbal_noun_of_the_speaker_says_what_he_does(scan: Scanner, text: str, act: str) -> None:
    assert [found.act for found in told(scan(text))] == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("قال متحدث باسم الشرطة إن الطريق آمن، لافتا إلى إلقاء القبض على ثلاثة أشخاص", "announce"),
        ("قال متحدث باسم الشرطة إن الطريق آمن، لافتا إلى فتح تحقيق في الحادث", "announce"),
        ("قال متحدث باسم الشرطة إن الطريق آمن، مشيرا إلى غارة سابقة", "say"),
    ],
)
def test_a_deed_of_those_in_power_is_announced(scan: Scanner, text: str, act: str) -> None:
    assert [found.act for found in told(scan(text))] == ["say", act]


def test_what_somebody_has_to_do_is_demanded(scan: Scanner) -> None:
    found = told(scan("قال سامر النجار إن على فرنسا أن تعتذر. وقال ماهر الدوري إن على الطاولة كتابا."))
    assert [one.act for one in found] == ["demand", "say"]


def test_an_appeal_tells_whom_it_is_for(scan: Scanner) -> None:
    found = told(scan("ناشد سكان المخيم المنظمات الدولية التدخل لإنقاذهم."))
    assert found == [("سكان المخيم", "ask", "المنظمات الدولية التدخل لإنقاذهم")]


def test_a_state_told_something_does_not_speak(scan: Scanner) -> None:
    assert [one.speaker for one in told(scan("أبلغ العراق تركيا رفضه إقامة القاعدة"))] == ["العراق"]
