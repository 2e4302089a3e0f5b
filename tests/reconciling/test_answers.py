from tawatur.reconciling.answers import goes_on, opposed
from tawatur.reconciling.features import features
from tawatur.reconciling.matters import assertions

from .build import Report
from .sayings import GOES_ON, HALTED, said


def test_opposites_in_words_enough_answer_each_other() -> None:
    assert opposed(said("a", GOES_ON), said("b", HALTED))
    assert not opposed(said("a", GOES_ON), said("b", GOES_ON))


def test_a_change_of_state_contradicts_nobody_until_someone_denies() -> None:
    held = said("a", "احتجاز سفينة الحبوب في مرفأ المدينة القديم", published="2021-05-09")
    assert not opposed(held, said("b", "الإفراج عن سفينة الحبوب في مرفأ المدينة القديم"))
    denied = said("b", "احتجاز سفينة الحبوب في مرفأ المدينة القديم", "deny", cue="نفت هدى", speaker="هدى المتحدثة")
    assert opposed(held, denied)


def test_what_still_goes_on_had_not_stopped() -> None:
    stopped, on = said("a", HALTED, published="2021-05-09"), said("b", GOES_ON)
    assert goes_on(stopped, on)
    assert opposed(stopped, on)


def test_what_stops_after_it_went_on_contradicts_nothing() -> None:
    assert not opposed(said("a", GOES_ON, published="2021-05-09"), said("b", HALTED))


def test_another_object_is_another_thing() -> None:
    denied = said("b", "وجود تعاون مع شركة السنابل في طباعة الكتب المدرسية", "deny", cue="نفى سعيد")
    assert not opposed(said("a", "وجود تعاون مع شركة السنابل في حفر الآبار"), denied)


def test_who_denies_twice_on_one_day_is_quoted_twice() -> None:
    shorter = said("a", "توقف التعاون مع شركة السنابل في صيانة السدود", "deny")
    assert not opposed(shorter, said("b", "لا صحة لعدم توقف التعاون مع شركة السنابل في صيانة السدود", "deny"))


def test_words_within_words_are_told_not_opposed() -> None:
    report = Report("a", "قالت هدى لا تعاون مع شركة السنابل").named("شركة السنابل")
    report.said("قالت", "لا تعاون مع شركة السنابل", speaker="هدى المتحدثة")
    report.said("هدى", "تعاون مع شركة السنابل", speaker="سعيد الناطق")
    one, other = assertions(features(report.reading()).statements)
    assert one.said is not None
    assert other.said is not None
    assert one.said.sign != other.said.sign
    assert not opposed(one, other)
