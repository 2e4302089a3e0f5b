import msgspec

from tawatur.model import Time
from tawatur.reconciling.blocking import keys, span
from tawatur.reconciling.features import MentionFeatures, features

from .build import Report, where


def mention(
    name: str, text: str, date: str | None = "2021-05-09", place: str | None = None, published: str | None = "2021-05-10"
) -> MentionFeatures:
    report = Report(name, text, published=published)
    report.event(text.split()[0], date=date, place=place)
    return features(report.reading()).mentions[0]


def test_those_that_share_a_place_share_a_key() -> None:
    here, there = mention("a", "انفجرت عبوة", place="سوق الحدادين"), mention("b", "قتل ثلاثة", place="محيط سوق الحدادين")
    assert keys(here) & keys(there)


def test_those_with_nothing_in_common_share_none() -> None:
    assert not keys(mention("a", "انفجرت عبوة", place="السوق")) & keys(mention("b", "غرق زورق", place="المرفأ"))


def test_what_is_planned_shares_none_with_what_took_place() -> None:
    done = mention("a", "انفجرت عبوة", place="السوق")
    assert not keys(done) & keys(msgspec.structs.replace(done, modality="planned"))


def test_an_undated_report_is_found_by_its_weekday() -> None:
    report = Report("b", "قتل ثلاثة الأحد في السوق", published=None)
    told = where(report.document.text, "الأحد")
    report.times.append(Time(told.start, told.end, "date", None, "XXXX-WXX-7"))
    report.event("قتل", place="السوق")
    assert keys(mention("a", "انفجرت عبوة", place="السوق")) & keys(features(report.reading()).mentions[0])


def test_a_place_alone_is_not_enough() -> None:
    one, other = (mention(name, text, None, "السوق", None) for name, text in (("a", "انفجرت عبوة"), ("b", "قتل ثلاثة")))
    assert not keys(one) & keys(other)


def test_an_undated_mention_lies_before_its_publication() -> None:
    first, last = span(mention("a", "انفجرت عبوة", None))
    assert last - first == 9
