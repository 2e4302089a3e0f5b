"""Who is kin: every copy that a generator makes, and nobody who merely quotes the same words or fills in the same form."""

from collections.abc import Callable
from itertools import combinations

import pytest

from tawatur.reconciling.kinship import kinship, may_be_kin, touching
from tawatur.reconciling.shingles import longest_stretch, sample, unpacked

from . import copies
from .copies import CHANGES, Change, document, pairs, sample_texts

SAYINGS = (
    "المياه صالحة للشرب وأن المختبرات فحصت عينات من كل خزان في كل حي ولم تجد فيها أي أثر للتلوث وأن ما يشاع عن مرض يصيب الأطفال لا أساس له",
    "البلدية سترسل عشرين آلية إضافية إلى القرى الجبلية قبل نهاية الأسبوع وستبقى الطرق الفرعية مغلقة حتى تنتهي فرق الصيانة من إزالة الصخور",
    "موسم القطاف سيتأخر ثلاثة أسابيع عن موعده وأن المزارعين سيبيعون محصول المشمش واللوز للمعامل بأسعار أقل من كلفة القطاف والتخزين",
)
STATEMENT = (
    "نؤكد لأهلنا جميعا أن المياه صالحة للشرب وأن المختبرات فحصت عينات من كل خزان ولم تجد فيها أي أثر للتلوث. "
    "سننشر نتائج الفحوص كلها أمام الناس في موعدها ولن نخفي عنهم شيئا مهما صغر شأنه. "
    "أما ما يشاع عن مرض يصيب الأطفال فلا أساس له وقد زارت فرقنا كل مدرسة وكل روضة. "
    "ونطلب من الجميع ألا يلتفتوا إلى ما ينشر من غير مصدر معروف وأن يتصلوا بنا في أي وقت"
)
SPEAKERS = (
    ("وقال مدير المياه سامر الحلبي", "وأعلن رئيس البلدية", "وقال نقيب الفلاحين"),
    ("وأكد سامر الحلبي، مدير المياه،", "وكشف رئيس بلدية المدينة", "وحذر نقيب المزارعين من"),
    ("من جهته ذكر سامر الحلبي مدير المصلحة", "في حين أفاد رئيس البلدية", "بدوره صرح النقيب"),
)
QUOTING: dict[str, Callable[[int], str]] = {
    "direct": lambda _: f'{SPEAKERS[0][0]}: "إن {SAYINGS[0]}".',
    "indirect": lambda _: f"{SPEAKERS[0][0]} أن {SAYINGS[0]}.",
    "after a colon": lambda _: f"وجاء في بيان لمصلحة المياه: {SAYINGS[0]}.",
    "long": lambda _: f'وقالت مصلحة المياه في بيان: "{STATEMENT}".',
    "long, without quotation marks": lambda _: f"وقالت مصلحة المياه في بيان: {STATEMENT}.",
    "three direct": lambda who: "\n".join(f'{SPEAKERS[who % 3][n]}: "إن {said}".' for n, said in enumerate(SAYINGS)),
    "three indirect": lambda who: "\n".join(f"{SPEAKERS[who % 3][n]} أن {said}." for n, said in enumerate(SAYINGS)),
}
RATES = (
    "ارتفع سعر صرف الدولار اليوم {0} في تعاملات سوق الصرافة بالعاصمة، إذ بلغ سعر الشراء {1} ليرة وسعر البيع {2} ليرة. "
    "وسجل اليورو {3} ليرة للشراء و{4} ليرة للبيع، وبلغ سعر غرام الذهب عيار 21 نحو {5} ليرة. "
    "ويحدد المصرف المركزي السعر الرسمي صباح كل يوم بحسب العرض والطلب، وتختلف الأسعار قليلا بين مدينة وأخرى. "
    "ويتأثر سعر الصرف بحجم الحوالات القادمة من الخارج وبحركة الاستيراد، ويزداد الطلب عادة قبل الأعياد والمواسم. "
    "وتنصح غرفة التجارة المتعاملين بالتحقق من السعر لدى أكثر من صراف قبل إتمام أي عملية، وبالاحتفاظ بإيصال يبين القيمة والعمولة."
)
WEATHER = (
    "تكون الأجواء غدا {0} معتدلة نهارا وباردة ليلا، وتبلغ درجة الحرارة العظمى في العاصمة {1} درجة والصغرى {2} درجات. "
    "وفي المناطق الجبلية تصل العظمى إلى {3} درجة والصغرى إلى {4} درجات، والرياح خفيفة سرعتها {5} كيلومترا في الساعة. "
    "وتنصح دائرة الأرصاد السائقين بالحذر من الضباب صباحا، ويكون البحر خفيف ارتفاع الموج على طول الساحل. "
    "وتدعو الدائرة المزارعين إلى متابعة نشراتها قبل رش البساتين، وتذكر بأن خط الطوارئ مفتوح في كل ساعة من ساعات الليل والنهار."
)
DAYS = (("الأحد", 3105, 3120, 3402, 3425, 178), ("الاثنين", 3260, 3284, 3551, 3570, 189), ("الثلاثاء", 3188, 3197, 3460, 3486, 181))


def found(*changes: Change) -> float:
    """Share of the copies, so changed, that are kin to what they were made of."""
    kin = [kinship(document("a", text), document("b", copy)) is not None for text, copy in pairs(*changes)]
    return sum(kin) / len(kin)


def test_every_exact_copy_is_found() -> None:
    assert found(copies.exact) == 1


@pytest.mark.parametrize("change", CHANGES[1:], ids=lambda change: change.__name__)
def test_nearly_every_changed_copy_is_found(change: Change) -> None:
    assert found(change) >= 0.95


TWICE = (
    (copies.changed_lead, copies.own_headline, 0.95),
    (copies.cut_tail, copies.changed_marks, 0.95),
    (copies.changed_lead, copies.cut_tail, 0.4),
)


@pytest.mark.parametrize(("one", "other", "least"), TWICE, ids=lambda change: getattr(change, "__name__", None))
def test_copies_changed_in_two_ways(one: Change, other: Change, least: float) -> None:
    """A lead of one's own and a tail cut off leave a third of a short text."""
    assert found(one, other) >= least


@pytest.mark.parametrize("way", QUOTING)
def test_who_merely_quotes_the_same_words_is_not_kin(way: str) -> None:
    frames = [lines[1:3] for lines in (text.split("\n") for text in sample_texts()) if len(lines) > 3 and len(lines[1].split()) >= 25][::6]
    assert len(frames) >= 4
    reports = [document(f"{number}", "\n".join((*frame, QUOTING[way](number)))) for number, frame in enumerate(frames)]
    assert [(one.id, other.id) for one, other in combinations(reports, 2) if kinship(one, other)] == []


@pytest.mark.parametrize("form", [RATES, WEATHER], ids=["rates", "weather"])
def test_a_form_that_an_outlet_fills_in_each_day_makes_no_kin(form: str) -> None:
    reports = [document(day[0], form.format(*day), outlet="الضفة") for day in DAYS]
    assert [pair for pair in combinations(reports, 2) if kinship(*pair)] == []
    assert kinship(reports[0], document("twice", form.format(*DAYS[0]), outlet="الضفة")) is not None


def test_a_form_that_two_outlets_fill_in_weeks_apart_makes_no_kin() -> None:
    may, june = (document(day[0], RATES.format(*day), f"2021-0{month}-10") for month, day in ((5, DAYS[0]), (6, DAYS[1])))
    assert kinship(may, june) is None


def test_a_recycled_story_is_kin_however_late() -> None:
    text = sample_texts()[12]
    assert kinship(document("a", text), document("b", copies.own_headline(text, 1), "2023-02-01")) is not None


def test_an_outlet_that_repeats_its_background_tells_other_news() -> None:
    one, other = copies.composed_texts()[1], copies.composed_texts()[4]
    background = "\n".join(one.split("\n")[3:8])
    mixed = "\n".join((*other.split("\n")[:4], background))
    assert kinship(document("a", one, outlet="الضفة"), document("b", mixed, outlet="الضفة")) is None


def test_a_later_version_by_the_same_outlet_is_kin() -> None:
    text = sample_texts()[20]
    lines = text.split("\n")
    later = "\n".join((lines[0], *lines[1:-1], lines[-1], "وسيتابع مراسلونا ما يستجد من تفاصيل في الساعات المقبلة."))
    assert kinship(document("a", text, outlet="الضفة"), document("b", later, outlet="الضفة")) is not None


def test_kinship_is_the_same_both_ways_and_says_what_is_shared() -> None:
    text, copy = list(pairs(copies.changed_lead))[-1]
    one, other = document("a", text), document("b", copy)
    kin = kinship(one, other)
    assert kin is not None
    assert kin == kinship(other, one)
    assert 0.5 < kin.share < 1
    ours, theirs = unpacked(one.shingles), unpacked(other.shingles)
    start, start_there, longest = longest_stretch(ours.ordered, theirs.ordered)
    assert longest <= len(ours.whole & theirs.whole) < len(text.split())
    assert start == start_there > 0


def test_a_few_words_are_no_text() -> None:
    assert kinship(document("a", "هدأت المدينة بعد العاصفة"), document("b", "هدأت المدينة بعد العاصفة")) is None


def test_unrelated_texts_do_not_touch_and_copies_do() -> None:
    one, other = (document(name, text) for name, text in zip("ab", sample_texts()[:2], strict=True))
    assert touching(one, one)
    assert not touching(one, other)


def test_samples_of_kin_are_worth_comparing_and_those_of_others_are_not() -> None:
    """What the samples say never keeps a copy from being compared."""
    for change in CHANGES:
        for text, copy in pairs(change):
            one, other = document("a", text), document("b", copy)
            if kinship(one, other):
                ours, theirs = sample(one.shingles), sample(other.shingles)
                assert may_be_kin(len(set(ours) & set(theirs)), len(ours), len(theirs))
    assert not may_be_kin(1, 40, 40)
    assert not may_be_kin(2, 400, 300)
