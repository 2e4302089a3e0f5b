import pytest

from tawatur.model import EventMention, Zone
from tawatur.reading.events import find_events
from tawatur.reading.events_evidence import is_news
from tawatur.reading.figures import find_figures
from tawatur.reading.names import find_names
from tawatur.reading.times import find_times
from tawatur.reading.triggers import find_triggers
from tests.reading.conftest import Scanner


def events(scan: Scanner, text: str, zones: tuple[Zone, ...] = ()) -> list[EventMention]:
    scanned = scan(text, zones=zones)
    times, _ = find_times(scanned, None)
    names = find_names(scanned)
    found, _ = find_events(scanned, times, names, find_figures(scanned, times, names), [])
    return found


def assaults(scan: Scanner, text: str) -> list[str]:
    return [text[event.trigger.start : event.trigger.end] for event in events(scan, text) if event.type == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "قتل خمسة أشخاص وأصيب عشرة في هجوم بقذائف الهاون على سوق شعبي",
        "خطف مسلحون أمس مهندسا يعمل في حقل للنفط",
        "شنت طائرات مجهولة غارة على مخزن أسلحة قرب الحدود",
        "تعرض موكب المحافظ صباح الاثنين لهجوم بعبوة ناسفة",
        "12 أيار: اغتيال رئيس البلدية بسيارة مفخخة أمام منزله",
        "نجا القاضي من محاولة اغتيال في حي المنصور",
        "تضرر المبنى نتيجة قصف مدفعي ليل الأحد",
        "تم خطف الطبيب من عيادته مساء الخميس",
        "أحبطت الشرطة أمس مخططا لتفجير ثلاث سيارات مفخخة في بغداد",
        "فجر مجهولون سيارة مفخخة وقتلوا ثلاثة حراس",
    ],
)
def test_told_as_having_happened(scan: Scanner, text: str) -> None:
    assert assaults(scan, text)


@pytest.mark.parametrize(
    "text",
    [
        "تواصل اللجنة التحقيق في قضية اغتيال رئيس البلدية",
        "أدانت الجامعة العربية الهجوم على السفارة",
        "حكمت المحكمة بالسجن عشر سنوات على متهم بخطف سائح",
        "حذر الخبير من خطر تفجير خطوط الأنابيب",
        "تدرس الحكومة خيار شن هجوم واسع على معاقل المتمردين",
        "تغيرت أحوال البلاد كثيرا منذ اغتيال الرئيس",
        "وجه القرار ضربة قوية لقطاع السياحة",
        "شن النائب هجوما لاذعا على سياسة الحكومة",
        "لماذا تكثر عمليات الخطف في المدن الكبيرة؟",
        "لا يمكن تبرير القتل بأي ذريعة",
        "إذا وقع هجوم فسنرد",
        "أصيب نحو مئتي ألف شخص بمرض الملاريا هذا العام",
        "يتدرب العناصر على اقتحام المباني وخطف الجنود",
        "يروي الفيلم كيف فجر شاب سيارة مفخخة في بغداد",
        "حملت الصحيفة أمس عنوان «مذبحة في السوق»",
        "تنتظر الأسر تعويضات عن هجوم وقع في صنعاء",
        "سأل المحقق عمن يقف وراء اغتيال النائب الذي جرى في بغداد",
        "اختار الحزب نائبه خلفا لأمينه العام الذي قضى في هجوم انتحاري في كابول",
        "مبدأ هؤلاء: تفجير سوق أو مدرسة",
        "أدى قصف المدينة خلال السنوات الماضية إلى هجرة سكانها",
        "أصاب النواب في بغداد قلق شديد من القانون",
        "خطف الموت أمس شاعرا كبيرا",
        "أدى الخلاف إلى تفجير الأزمة في لبنان",
        "فجرت في المصنع خلافات كثيرة",
        "أطلقوا النار أمس في الهواء في بغداد",
        "انتقد المجلس في جلسة أمس هجوما وقع في بغداد",
        "أقتل إنسانا من أجل المال؟",
    ],
)
def test_talk_of_attacks_tells_of_none(scan: Scanner, text: str) -> None:
    assert assaults(scan, text) == []


def test_a_protest_before_a_court_is_no_court_case(scan: Scanner) -> None:
    assert [event.type for event in events(scan, "تظاهر عشرات الناشطين أمس أمام محكمة الاستئناف")] == ["PROTEST"]


def test_a_title_about_attacks_makes_a_bare_mention_news(scan: Scanner) -> None:
    body = "قال الوزير إن الهجوم وقع في عدن"
    title = "هجوم على ميناء\n"
    assert events(scan, body) == []
    assert [event.type for event in events(scan, title + body, (Zone(0, len(title), "title"),))] == ["ASSAULT"]


def test_what_the_document_has_told_helps_a_later_mention(scan: Scanner) -> None:
    (trigger,) = find_triggers(scan("الهجوم"), set())
    assert is_news(trigger, "ASSAULT", "actual", 0, known=True)
    assert not is_news(trigger, "ASSAULT", "actual", 0, known=False)


def test_plans_need_no_evidence_and_habits_little(scan: Scanner) -> None:
    (trigger,) = find_triggers(scan("الهجوم"), set())
    assert is_news(trigger, "ASSAULT", "planned", -5, known=False)
    assert is_news(trigger, "ASSAULT", "recurring", -1, known=False)
    assert not is_news(trigger, "ASSAULT", "recurring", -2, known=False)


def test_a_verb_carries_the_noun_of_its_own_clause(scan: Scanner) -> None:
    assert assaults(scan, "ذكر الكتاب اغتيال الملك في القاهرة ثم تفجيرا استهدف مدرسة") == ["تفجيرا"]
    assert assaults(scan, "شهد الحي أمس تفجيرا في بغداد") == ["تفجيرا"]
    assert assaults(scan, "قتل المتحدث باسم الحزب بعد إطلاق نار عليه في بغداد أمس")
    assert assaults(scan, "شهد الحي أمس هدوءا بعد تفجير في بغداد") == []


def test_after_a_preposition_what_looks_like_a_verb_is_a_masdar(scan: Scanner) -> None:
    assert assaults(scan, "استفاد الحزب في بغداد من قتل أو تفجير") == []
