import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.model import Document, Zone
from tawatur.packs.lexicon import load_lexicon
from tawatur.reading.scan import Scan
from tawatur.reading.statements import find_statements
from tests.reading.conftest import Scanner
from tests.reading.telling import Told, statements, told


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("قال الوزير سامر النجار إن الجسر أغلق ليلا.", "سامر النجار", "الجسر أغلق ليلا"),
        ("وقالت الشرطة في بيان إن دورية تعطلت على الطريق.", "الشرطة", "دورية تعطلت على الطريق"),
        ("أعلنت وزارة الصحة في غزة مقتل ثلاثة مسعفين.", "وزارة الصحة في غزة", "مقتل ثلاثة مسعفين"),
        ("أعلن الجيش العراقي، الأحد، بدء عملية في الصحراء.", "الجيش العراقي", "بدء عملية في الصحراء"),
        ("كشف مصدر أمني عن وصول رتل إلى الحدود.", "مصدر أمني", "وصول رتل إلى الحدود"),
        ("لكن موسكو تقول إنها لم تقصف القرية.", "موسكو", "لم تقصف القرية"),
        ("أفاد شهود عيان بأن النار اشتعلت في السوق.", "شهود عيان", "النار اشتعلت في السوق"),
        ("وشدد محافظ نينوى على أن الطرق مفتوحة.", "محافظ نينوى", "الطرق مفتوحة"),
        ("وكان قائد الشرطة، رائد السامرائي، قد ذكر أن الحريق أخمد.", "رائد السامرائي", "الحريق أخمد"),
        ("وأبلغ أحد السكان الصحفيين أن البئر جفت.", "أحد السكان الصحفيين", "البئر جفت"),
        ("قال الناطق باسم حركة حماس حازم قاسم: «لن نغادر المكان».", "حازم قاسم", "لن نغادر المكان"),
        ("المصادر أشارت إلى أن المعبر مغلق.", "المصادر", "المعبر مغلق"),
        ("وهو تقرير أممي أفاد بأن المخزون نفد.", "تقرير أممي", "المخزون نفد"),
        ("حذرت الأمم المتحدة من انهيار السد.", "الأمم المتحدة", "انهيار السد"),
        ("وقدّر محافظ بيروت مروان عبود عدد المفقودين.", "مروان عبود", "عدد المفقودين"),
        ("دعا رئيس الوزراء العراقي محمد التميمي إلى عقد جلسة.", "محمد التميمي", "عقد جلسة"),
    ],
)
def test_whoever_stands_by_the_verb_says_what_follows(scan: Scanner, text: str, speaker: str, content: str) -> None:
    assert [(found.speaker, found.content) for found in told(scan(text))] == [(speaker, content)]


def test_a_title_puts_the_speaker_first(scan: Scanner) -> None:
    text = "داعش يتبنى هجوما على حاجز\n\nوقع الهجوم ليلا."
    assert told(scan(text, zones=(Zone(0, 25, "title"),))) == [Told("داعش", "claim_responsibility", "هجوما على حاجز")]


def test_participles_carry_the_speaker_on(scan: Scanner) -> None:
    text = "قال العميد ماهر الدليمي إن الطريق آمن، مضيفا أن القوات انتشرت، ومشيرا إلى أن الجسر سيفتح."
    assert [(found.speaker, found.content) for found in told(scan(text))] == [
        ("ماهر الدليمي", "الطريق آمن"),
        ("ماهر الدليمي", "القوات انتشرت"),
        ("ماهر الدليمي", "الجسر سيفتح"),
    ]


def test_a_verb_without_subject_carries_the_speaker_on(scan: Scanner) -> None:
    text = "قالت وزارة الكهرباء إن المحطة تعطلت. وأضافت أن العمال يصلحونها."
    assert [found.speaker for found in told(scan(text))] == ["وزارة الكهرباء", "وزارة الكهرباء"]


def test_short_forms_point_back(scan: Scanner) -> None:
    text = (
        "قال اللواء ماهر الدليمي، المتحدث باسم قيادة العمليات المشتركة، إن الهجوم فشل.\n"
        "وأوضح الدليمي أن القوات ردت.\nوأكد المتحدث أن المطار يعمل."
    )
    found = statements(scan(text))
    assert [statement.speaker for statement in found] == ["ماهر الدليمي"] * 3
    assert [statement.organisation for statement in found] == ["قيادة العمليات المشتركة"] * 3
    assert len({statement.speaker_id for statement in found}) == 1


def test_a_statement_speaks_for_whoever_issued_it(scan: Scanner) -> None:
    found = statements(scan("أعلنت كتائب الفجر مقتل قائدها في بيان. وأضاف البيان أن الرد قريب."))
    assert [(statement.speaker, statement.medium) for statement in found][1] == ("كتائب الفجر", None)


def test_the_relaying_agency_is_a_link_of_the_chain(scan: Scanner) -> None:
    source = scan("ونقلت وكالة تاس عن مسؤول روسي قوله إن السفينة غرقت.")
    (found,) = statements(source)
    assert (found.speaker, source.text[found.content.start : found.content.end]) == ("مسؤول روسي", "السفينة غرقت")
    assert [link.name for link in found.chain] == ["وكالة تاس", "مسؤول روسي"]


def test_medium_and_date_of_the_cue(scan: Scanner) -> None:
    (found,) = statements(scan("قال الوزير سامر النجار في مؤتمر صحفي الأحد إن الجسر أغلق منذ الاثنين.", published="2023-05-10"))
    assert (found.medium, found.date) == ("press_conference", "2023-05-07")


def test_a_later_sentence_tells_where_it_was_said(scan: Scanner) -> None:
    text = "أعلنت كتائب الفجر عدم إصابة أي من عناصرها. جاء ذلك في بيان أمس."
    (found,) = statements(scan(text, published="2023-05-10"))
    assert (found.act, found.medium, found.date) == ("deny", "statement", "2023-05-09")


@pytest.mark.parametrize(
    "text",
    [
        "يذكر أن البلدة شهدت معارك العام الماضي.",
        "يشار إلى أن السد بني قبل أربعين عاما.",
        "كشفت الشرطة صاروخا في المزرعة.",
        "جرت محادثات بين الوزير وخصمه في العاصمة.",
        "تعتبر القاعدة الأكبر في الساحل.",
        "لم تعلن أي جهة مسؤوليتها عن التفجير.",
        "سيعلن الوزير النتائج غدا.",
        "رفض المحامي التعليق.",
        "تبنى البرلمان قرارا بشأن المياه.",
        "عبر الجنود النهر ليلا.",
        "يحق له وفق القانون أن يستأنف.",
        "تحركت الآليات بحسب المواعيد المحددة.",
        "وقعت مدينة الرقة تحت الحصار.",
        "نقل الجرحى إلى المستشفى.",
        "إثيوبيا: قتلى وجرحى في انفجار",
    ],
)
def test_what_only_looks_like_a_statement(scan: Scanner, text: str) -> None:
    assert told(scan(text, zones=(Zone(0, len(text), "title"),) if ":" in text else ())) == []


def test_pages_furniture_says_nothing(scan: Scanner) -> None:
    text = "قال الوزير إن الجسر أغلق."
    assert told(scan(text, zones=(Zone(0, len(text), "related"),))) == []


def test_statements_may_stand_within_statements(scan: Scanner) -> None:
    text = "أظهرت صور أن النيران تتصاعد من مبنى قال بعض الشهود إنه مخزن للسلاح."
    assert Told("بعض الشهود", "say", "مخزن للسلاح") in told(scan(text))


def test_it_needs_no_names_and_no_times() -> None:
    document = Document("t", "t.txt", "قال مصدر أمني إن الطريق مغلق.", "0" * 64)
    (found,) = find_statements(Scan(document, load_lexicon()), [], [])
    assert (found.speaker, found.speaker_id, found.id) == ("مصدر أمني", None, "t:s1")


WORDS = ["قال", "وأضاف", "أعلن", "الوزير", "سامر", "إن", "أن", "مقتل", "وفق", "بيان", "في", "عن", "مضيفا", "نقلا"]
MARKS = ["،", ":", "«", "»", ".", '"', "\n"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS + MARKS), max_size=25))
def test_every_statement_is_grounded_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for found in find_statements(Scan(Document("t", "t", text, "0" * 64), load_lexicon()), [], []):
        assert 0 <= found.cue.start < found.cue.end <= len(text)
        assert 0 <= found.content.start < found.content.end <= len(text)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("وبدورها أعلنت شركة الملاحة أن السفينة وصلت.", ["شركة الملاحة"]),
        ("قال النائب سامر النجار إن القانون معيب. ودعا الحكومة إلى سحبه.", ["سامر النجار", "سامر النجار"]),
        ("قالت الوزارة إن السد امتلأ. وطالبت المجلس بعقد جلسة.", ["الوزارة", "الوزارة"]),
        ("ناشد المصدر المواطنين بعدم الاقتراب.", ["المصدر"]),
        ("وقال مصدر في الميناء، في تصريح بثته وكالة محلية، إن الرافعة سقطت.", ["مصدر في الميناء"]),
        ("قال رئيس «المجلس الوطني لدعم أهالي القرى الحدودية» سامر النجار إن المساعدات وصلت.", ["سامر النجار"]),
        ("أعلن 26 نائبا رفضهم للقانون.", ["26 نائبا"]),
        ("كما شدد الوزيران على أهمية الحوار، وحذرا من التأخير.", ["الوزيران", "الوزيران"]),
        ("عمان / سامر النجار / الأناضول قال مصدر طبي إن المصاب غادر.", ["مصدر طبي"]),
        ("وقال بالهاتف إن الطريق مغلق.", []),
    ],
)
def test_only_who_speaks_is_the_speaker(scan: Scanner, text: str, speakers: list[str]) -> None:
    assert [found.speaker for found in told(scan(text))] == speakers


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("قال سامر النجار إن الوزير مقصر. واتهمه بإخفاء الوثائق.", "accuse"),
        ("قال ماهر الدوري إن البلدية غائبة. وحملها مسؤولية التأخير.", "accuse"),
    ],
)
def test_a_pronoun_may_be_whom_the_words_are_for(scan: Scanner, text: str, act: str) -> None:
    assert [found.act for found in told(scan(text))][-1:] == [act]


def test_a_noun_that_begins_like_a_future_is_no_promise(scan: Scanner) -> None:
    text = "قال مدير بلدة الزهراء سامر النجار إن بلدة الزهراء تحت سيطرة الشرطة."
    assert [found.act for found in told(scan(text))] == ["say"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قال مسؤول محلي إن الجسر انهار، وهو ما نفاه المتحدث باسم البلدية سامر النجار.",
            [Told("مسؤول محلي", "say", "الجسر انهار"), Told("سامر النجار", "deny", "الجسر انهار")],
        ),
        ("«لن نرحل عن هذه الأرض»، هكذا قال سامر النجار للحشد.", [Told("سامر النجار", "say", "لن نرحل عن هذه الأرض")]),
        ("نقلت قناة محلية عن الوزير سامر النجار تأكيده استمرار الأعمال.", [Told("سامر النجار", "affirm", "استمرار الأعمال")]),
        ("ألقى الوزير سامر النجار باللوم على الشركة المنفذة.", [Told("سامر النجار", "accuse", "الشركة المنفذة")]),
        ("أدانت وزارة الخارجية بأشد العبارات حادثة السفارة.", [Told("وزارة الخارجية", "condemn", "حادثة السفارة")]),
        ("قال محامي المتهمين سامر النجار إن الحكم باطل.", [Told("سامر النجار", "say", "الحكم باطل")]),
        ("تداول ناشطون مقطعا قالوا إنه قديم.", [Told("ناشطون", "say", "قديم")]),
        (
            "أقر سامر النجار بأن الخطأ وقع، لكنه شدد على أن العمل مستمر.",
            [Told("سامر النجار", "affirm", "الخطأ وقع"), Told("سامر النجار", "affirm", "العمل مستمر")],
        ),
    ],
)
def test_frames_that_turn_the_order_round(scan: Scanner, text: str, expected: list[Told]) -> None:
    assert told(scan(text)) == expected


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("قال سامر النجار إن التقييم لم يبرر التغيير.", "say"),
        ("قالت الشرطة إن عددهم لم يتجاوز ستين شخصا.", "say"),
        ("قالت موسكو إن طائراتها لم تقصف المستشفى.", "deny"),
        ("قالت الجماعة في بيانها: نحن مسؤولون عن التفجير.", "claim_responsibility"),
    ],
)
def test_a_negated_report_denies_only_a_deed(scan: Scanner, text: str, act: str) -> None:
    assert [found.act for found in told(scan(text))] == [act]


def test_an_adverb_is_no_participle(scan: Scanner) -> None:
    assert [found.content for found in told(scan("قال سامر النجار إن السوق فتح مجددا أمام الناس."))] == ["السوق فتح مجددا أمام الناس"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("انحرفت شاحنة نقل كبيرة عن الطريق وانقلبت.", []),
        ("أصيبت امرأة ونقلت إلى المستشفى، وقال متحدث باسم الشرطة إنهم يبحثون عن السائق.", ["متحدث باسم الشرطة"]),
        ("أعلن المغرب قطع علاقاته مع إيران متهما طهران بدعم خصومه.", ["المغرب", "المغرب"]),
        ("وفقا لروايات سكان، انتشر مئات الجنود في البلدة.", ["سكان"]),
        ("بلغ عدد الضحايا خمسين شخصا، حسب الأرقام التي أكدها المرصد السوري لحقوق الإنسان.", ["المرصد السوري لحقوق الإنسان"]),
        ("قال ضابط إن الوزير أكد أن الطريق مغلق، لافتا إلى أن القوات باقية.", ["ضابط", "الوزير", "ضابط"]),
        ("أفادت تقارير بأن رجلا أطلق النار، في حين أعلن الجيش مقتل اثنين.", ["تقارير", "الجيش"]),
    ],
)
def test_who_is_cited_is_told_from_what_stands_near(scan: Scanner, text: str, expected: list[str]) -> None:
    assert [found.speaker for found in told(scan(text))] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أفادت أ.ف.ب بأن الطريق مغلق.", "أ ف ب"),
        ("قال والي ولاية كسلا سامر النجار إن السوق أغلق.", "سامر النجار"),
        ("أعلن عضو مجلس النواب عن محافظة نينوى سامر النجار أن الحل قريب.", "سامر النجار"),
    ],
)
def test_letters_and_seats_belong_to_the_speaker(scan: Scanner, text: str, speaker: str) -> None:
    assert [found.speaker for found in told(scan(text))] == [speaker]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("قال الجيش العراقي والتحالف الدولي إن الطريق آمن.", ["الجيش العراقي", "التحالف الدولي"]),
        ("أعلن الجيش والشرطة أن الطريق آمن.", ["الجيش", "الشرطة"]),
        ("قال وزير النقل سامر النجار وماهر الدوري إن الطريق آمن.", ["سامر النجار", "ماهر الدوري"]),
        ("أعلنت فرنسا وإيطاليا أن الطريق آمن.", ["فرنسا", "إيطاليا"]),
        ("أغلق الطريق الرئيسي إلى البلدة أمس، بحسب الأمم المتحدة واليونيسف.", ["الأمم المتحدة", "اليونيسف"]),
        ("قال مسؤولون عراقيون وأفغان إن الطريق آمن.", ["مسؤولون عراقيون وأفغان"]),
        ("قالت وزارة الداخلية والبلديات إن الطريق آمن.", ["وزارة الداخلية والبلديات"]),
    ],
)
def test_two_who_say_it_together_say_it_each(scan: Scanner, text: str, speakers: list[str]) -> None:
    found = told(scan(text))
    assert [one.speaker for one in found] == speakers
    assert len({one.content for one in found}) == 1


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال الوزير سامي البناء إن الأسعار ارتفعت.", "سامي البناء"),
        ("قال وزير المالية سامي البناء إن الأسعار ارتفعت.", "سامي البناء"),
        ("وقالت متحدثة باسم الوزارة إن الأسعار ارتفعت.", "متحدثة باسم الوزارة"),
    ],
)
def test_titles_and_offices_around_a_name(scan: Scanner, text: str, speaker: str) -> None:
    assert [found.speaker for found in told(scan(text))] == [speaker]


def test_what_a_body_publishes(scan: Scanner) -> None:
    assert told(scan("نشرت الوزارة على موقعها أن السوق أغلق.")) == [Told("الوزارة", "say", "السوق أغلق")]
    assert told(scan("نشرت الوزارة صورا للسوق قبل أن يغلق.")) == []
    assert told(scan("نشرت الوزارة صورة للسوق مفادها أن السوق أغلق.")) == []


def test_what_a_picture_shows(scan: Scanner) -> None:
    assert told(scan("وأظهرت صور نشرتها وكالة تاس دمارا واسعا.")) == [Told("صور", "say", "دمارا واسعا")]
    assert told(scan("وأظهر الفريق تفوقا واسعا.")) == []


def test_what_something_is_held_to_be(scan: Scanner) -> None:
    assert told(scan("وقعت الدولتان الاتفاق، وهو ما اعتبرته إيران نصرا لها.")) == [Told("إيران", "say", "نصرا لها")]
    assert told(scan("وتعتبر إيران جارة لتركيا.")) == []


def test_who_somebody_is_speaks_for_nobody_else(scan: Scanner) -> None:
    text = "ونقلت وكالة تاس عن منى سعد، وهي جارة المغني راشد الماجد، قولها إن البيت احترق."
    assert told(scan(text)) == [Told("منى سعد", "say", "البيت احترق")]
