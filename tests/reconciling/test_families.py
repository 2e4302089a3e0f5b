from itertools import permutations

from tawatur.reconciling.families import families_of
from tawatur.reconciling.features import DocumentFeatures

from .copies import document, sample_texts
from .kin import families

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
    copy = document("a", STORY, "2021-05-09", agencies=("النخيل",))
    (family,) = families([wire, copy])[0]
    assert family.first == "z"
    assert "it credits وكالة النخيل" in family.reasons["a"]["en"]


def test_a_round_up_is_not_of_the_family_of_what_it_takes_in() -> None:
    filler = " ".join(f"بند رقم {number} من نشرة طويلة عن {number + 1} موضوعا" for number in range(120))
    assert families([document("a", STORY), document("b", STORY + filler)])[0] == []


def test_a_shared_line_makes_no_family() -> None:
    line = "ويأتي ذلك في ظل ظروف جوية صعبة تشهدها البلاد منذ مطلع الشهر الجاري"
    assert families([document("a", f"{STORY} {line}"), document("b", f"{OTHER} {line}")])[0] == []


def groups(documents: list[DocumentFeatures]) -> list[tuple[str, ...]]:
    return sorted(family.documents for family in families(documents)[0])


def sentences(text: str) -> list[str]:
    return text.split(". ")


def test_a_round_up_that_takes_in_parts_of_two_reports_is_of_neither_family() -> None:
    """It came after two reports that have nothing to do with each other, and shares half of each."""
    parts = ". ".join((*sentences(STORY)[:3], *sentences(OTHER)[:2]))
    reports = [document("a", STORY), document("b", OTHER), document("c", parts, "2021-05-11")]
    assert groups(reports) == []
    assert groups([*reports, document("d", STORY, "2021-05-12"), document("e", OTHER, "2021-05-12")]) == [("a", "d"), ("b", "e")]


def test_extracts_of_one_earlier_text_are_of_its_family_though_they_share_nothing() -> None:
    full = sample_texts()[4]
    body = full.split("\n")
    halves = body[: len(body) // 2], body[len(body) // 2 :]
    reports = [document("a", full), *(document(name, "\n".join(half), "2021-05-11") for name, half in zip("bc", halves, strict=True))]
    assert groups(reports) == [("a", "b", "c")]


def test_a_chain_of_kin_is_cut_where_nothing_of_the_first_is_left() -> None:
    """Each report keeps most of the one before and adds to it: the last has nothing of the first."""
    lines = [line for text in sample_texts() for line in text.split("\n")[1:] if 20 <= len(line.split()) <= 26]
    steps = [document("abcd"[step], "\n".join(lines[2 * step : 2 * step + 6]), f"2021-05-1{step}") for step in range(4)]
    found, kin = families(steps)
    assert {("a", "b"), ("b", "c"), ("c", "d")} <= {(pair.one, pair.other) for pair in kin}
    assert all(not {"a", "d"} <= set(family.documents) for family in found)


def test_a_recycled_story_belongs_to_the_old_one() -> None:
    (family,) = families([document("new", STORY, "2021-09-07"), document("old", STORY, "2021-05-10")])[0]
    assert family.first == "old"
    assert "an old text published again (120 days later)" in family.reasons["new"]["en"]
    assert "نص قديم" in family.reasons["new"]["ar"]


def test_an_undated_copy_comes_after_the_dated() -> None:
    (family,) = families([document("a", STORY, None), document("b", STORY)])[0]
    assert family.documents == ("b", "a")
    assert "its time of publication is unknown" in family.reasons["a"]["en"]


def test_the_first_of_one_day_is_the_first_by_the_clock() -> None:
    (family,) = families([document("a", STORY, "2021-05-10T14:00:00Z"), document("b", STORY, "2021-05-10T09:00:00Z")])[0]
    assert family.documents == ("b", "a")


def test_every_member_has_its_reason_in_both_languages() -> None:
    (family,) = families([document(name, STORY, f"2021-05-1{name}") for name in "0123"])[0]
    assert set(family.reasons) == set(family.documents)
    assert all("100%" in reason["ar"] and "100%" in reason["en"] for reason in family.reasons.values())


def test_a_component_gives_the_same_families_as_the_whole_does() -> None:
    """What is found depends on a component's own documents and pairs alone, in any order."""
    copies = [document(name, STORY, f"2021-05-1{name}") for name in "012"]
    found, kin = families([*copies, document("x", OTHER)])
    for order in permutations(copies):
        assert families_of(order, reversed(kin)) == found


def test_a_text_that_many_outlets_print_is_one_family() -> None:
    (family,) = families([document(f"{number:03}", STORY) for number in range(60)])[0]
    assert len(family.documents) == 60
