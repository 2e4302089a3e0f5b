from itertools import permutations

from tawatur.model import Statement, Zone
from tawatur.reconciling.families import families
from tawatur.reconciling.features import DocumentFeatures, features

from .build import Report, where

STORY = (
    "أعلنت بلدية الميناء صباح اليوم إغلاق الجسر القديم أمام المركبات بعد ظهور تشققات في إحدى دعائمه الشمالية. "
    "وأوضح مهندسو البلدية أن الفحص الأولي كشف تآكلا في الخرسانة يستدعي أعمال ترميم تستمر أسابيع. "
    "وستحول حركة السير إلى الجسر الجديد ريثما تنتهي الورش من تدعيم الأساسات وتبديل الفواصل المعدنية المتآكلة. "
    "وكان الجسر قد شيد قبل نحو سبعين عاما ورمم مرة واحدة إثر فيضان غمر ضفتي النهر وأتلف بساتين مجاورة."
)
OTHER = (
    "وصلت إلى المرفأ سفينة محملة بالقمح قادمة من وراء البحار بعد تأخير دام أياما بسبب العواصف. "
    "وقال وكيل الشحن إن تفريغ الحمولة سيبدأ مع ساعات الصباح الأولى وإن الصوامع جاهزة لاستقبالها. "
    "وتكفي الكمية حاجة المطاحن المحلية شهرين كاملين وفق تقديرات الغرفة التجارية في المدينة."
)
QUOTE = (
    "نؤكد لأهلنا جميعا أن المياه صالحة للشرب وأن المختبرات فحصت عينات من كل خزان في كل حي ولم تجد فيها أي أثر للتلوث "
    "وأن ما يشاع عن مرض يصيب الأطفال بسببها لا أساس له وسننشر نتائج الفحوص كلها أمام الناس في موعدها"
)


def document(name: str, text: str, published: str = "2021-05-10", agencies: tuple[str, ...] = (), outlet: str = "") -> DocumentFeatures:
    return features(Report(name, text, outlet or f"outlet of {name}", published, agencies).reading()).document


def test_a_copy_is_of_the_family_and_the_earlier_is_first() -> None:
    found, _ = families([document("b", STORY + " انتهى.", "2021-05-11"), document("a", STORY), document("c", OTHER)])
    (family,) = found
    assert (family.first, family.documents) == ("a", ("a", "b"))
    assert "100% of the shorter text is the same as in a" in family.reasons["b"]["en"]


def test_families_are_the_same_in_any_order() -> None:
    documents = [document("a", STORY), document("b", STORY + " " + OTHER), document("c", OTHER), document("d", STORY)]
    assert len({repr(families(list(order))[0]) for order in permutations(documents)}) == 1


def test_who_is_credited_is_first_even_when_its_day_is_unknown() -> None:
    wire = document("z", STORY, "", outlet="وكالة النخيل")
    copy = document("a", STORY, "2021-05-09", ("النخيل",))
    (family,) = families([wire, copy])[0]
    assert family.first == "z"
    assert "it credits وكالة النخيل" in family.reasons["a"]["en"]


def test_two_reports_that_quote_one_statement_are_no_family() -> None:
    readings = []
    for name, frame in (("a", OTHER), ("b", STORY)):
        text = f'{frame}\nوقال مدير المياه "{QUOTE}"'
        reading = Report(name, text).reading()
        statement = Statement("s", "say", where(text, "وقال مدير"), where(text, QUOTE), direct=True)
        readings.append(type(reading)(reading.document, statements=(statement,)))
    assert families([features(reading).document for reading in readings])[0] == []


def test_menus_outside_the_body_are_not_compared() -> None:
    readings = []
    for name, frame in (("a", OTHER), ("b", STORY)):
        text = f"{QUOTE}\n{frame}"
        reading = Report(name, text).reading()
        zone = Zone(0, len(QUOTE), "boilerplate")
        about = reading.document
        readings.append(type(reading)(type(about)(about.id, about.source, text, "0", zones=(zone,))))
    assert families([features(reading).document for reading in readings])[0] == []


def test_a_round_up_is_not_of_the_family_of_what_it_takes_in() -> None:
    filler = " ".join(f"بند رقم {number} من نشرة طويلة عن {number + 1} موضوعا" for number in range(120))
    assert families([document("a", STORY), document("b", STORY + filler)])[0] == []


def test_a_shared_line_makes_no_family() -> None:
    line = "ويأتي ذلك في ظل ظروف جوية صعبة تشهدها البلاد منذ مطلع الشهر الجاري"
    assert families([document("a", f"{STORY} {line}"), document("b", f"{OTHER} {line}")])[0] == []


def test_marks_and_spacing_do_not_hide_a_copy() -> None:
    assert document("a", STORY).shingles == document("b", STORY.replace("أعلنت", "أَعلنَت").replace(". ", " .\n")).shingles
