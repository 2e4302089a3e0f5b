from tawatur.model import Figure
from tawatur.reconciling.features import MentionFeatures, features
from tawatur.reconciling.tolls import is_mass, toll_points

from .build import Report, figure


def mention(*figures: Figure) -> MentionFeatures:
    report = Report("a", "قصف على البلدة")
    report.event("قصف", figures=figures)
    return features(report.reading()).mentions[0]


def test_equal_tolls_speak_the_more_for_one_event_the_larger_they_are() -> None:
    one, few, many = mention(), mention(figure("killed", 1)), mention(figure("killed", 6))
    assert toll_points(one, few) == 0
    assert toll_points(many, many) > toll_points(few, few) > 0


def test_the_largest_count_is_the_toll_whatever_those_counted_are_called() -> None:
    assert toll_points(mention(figure("killed", 4, of="أطفال")), mention(figure("killed", 4, of="مدنيين"))) > 0


def test_tolls_rise_so_that_others_speak_only_a_little_against() -> None:
    assert -1 <= toll_points(mention(figure("killed", 2)), mention(figure("killed", 9))) < 0
    assert toll_points(mention(figure("killed", 8)), mention(figure("killed", 9))) == 0


def test_the_same_parts_speak_for_and_others_against() -> None:
    one = mention(figure("killed", 5), figure("killed", 2, of="امرأتان"))
    other = mention(figure("killed", 5), figure("killed", 3, of="امرأتان"))
    assert toll_points(one, one) > toll_points(one, other)


def test_a_count_listed_twice_counts_once() -> None:
    twice = mention(figure("munitions", 33), figure("munitions", 33))
    assert toll_points(twice, twice) == toll_points(mention(figure("munitions", 33)), twice)


def test_scores_of_dead_are_a_disaster() -> None:
    assert is_mass(mention(figure("killed", 80)))
    assert not is_mass(mention(figure("killed", 8)))
