from tawatur.reconciling.blocking import REACH, candidates, span
from tawatur.reconciling.features import MentionFeatures, features

from .build import Report


def mention(
    name: str, text: str, date: str | None = "2021-05-09", place: str | None = None, published: str | None = "2021-05-10"
) -> MentionFeatures:
    report = Report(name, text, published=published)
    report.event(text.split()[0], date=date, place=place)
    return features(report.reading()).mentions[0]


def test_those_that_share_a_place_in_time_are_compared() -> None:
    here, there = mention("a", "انفجرت عبوة", place="سوق الحدادين"), mention("b", "قتل ثلاثة", place="محيط سوق الحدادين")
    assert list(candidates([here, there])) == [(0, 1)]


def test_those_of_other_times_are_not() -> None:
    here, later = mention("a", "انفجرت عبوة", place="السوق"), mention("b", "انفجرت عبوة", "2021-06-09", place="السوق")
    assert list(candidates([here, later])) == []


def test_those_with_nothing_in_common_are_not() -> None:
    assert list(candidates([mention("a", "انفجرت عبوة", place="السوق"), mention("b", "غرق زورق", place="المرفأ")])) == []


def test_an_undated_mention_lies_before_its_publication() -> None:
    first, last = span(mention("a", "انفجرت عبوة", None))
    assert last - first == 9


def test_a_crowded_block_stays_near_linear() -> None:
    crowd = [mention(f"{number:04}", "انفجرت عبوة", place="السوق") for number in range(300)]
    assert len(list(candidates(crowd))) <= REACH * len(crowd)
