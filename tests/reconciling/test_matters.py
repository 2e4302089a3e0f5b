import pytest

from tawatur.reconciling.matters import common, shortened, strength

from .sayings import GOES_ON, HALTED, said


def test_one_matter_whatever_either_says_of_it() -> None:
    assert strength(said("a", GOES_ON), said("b", HALTED)) == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("استمرار الأشغال في جامعات المدينة رغم الثلوج", "توقف الدراسة في جامعات المدينة بسبب الثلوج"),
        (GOES_ON, "توقف التعاون مع بلدية الميناء في جمع النفايات"),
        (GOES_ON, "إغلاق معبر السدود أمام شاحنات شركة السنابل"),
    ],
)
def test_two_matters(one: str, other: str) -> None:
    assert strength(said("a", one), said("b", other, speaker="هدى المتحدثة")) == 0.0


def test_weeks_apart_are_two_matters() -> None:
    assert strength(said("a", GOES_ON), said("b", HALTED, published="2021-06-10")) == 0.0


def test_at_an_unknown_time_only_many_words_or_one_person_make_one_matter() -> None:
    assert strength(said("a", GOES_ON), said("b", HALTED, published=None)) > 0
    long = "استمرار التعاون مع شركة السنابل في حفر الآبار وتنظيف القنوات وتبليط الطرق وزرع الغابات"
    other = "توقف التعاون مع شركة السنابل في نقل الحجاج وطباعة الكتب وإطعام الفقراء وصيد الأسماك"
    assert strength(said("a", long), said("b", other, speaker="هدى المتحدثة", published=None)) == 0.0
    assert strength(said("a", long), said("b", other, published=None)) > 0


def test_a_shorter_form_of_an_unknown_name_is_that_name() -> None:
    assert shortened("~قياد عمل", "~قياد عمل مشترك")
    assert not shortened("~قياد", "~قياد عمل")
    assert not shortened("joc", "~joc")
    assert common(["~قياد عمل", "x"], ["~قياد عمل مشترك", "x"]) == 2
