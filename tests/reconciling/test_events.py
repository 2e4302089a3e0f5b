from collections.abc import Sequence

from tawatur.model import Judgement, Modality
from tawatur.reconciling.features import MentionFeatures, features
from tawatur.reconciling.rulings import rulings
from tawatur.reconciling.similarity import excluded
from tests.reconciling.clusters import cluster

from .build import Report, judgement

ROCKETS = "سقطت أربعة صواريخ على معسكر الرمانة شرق المدينة"
SHELLS = "تعرضت قاعدة الرمانة لهجوم بالصواريخ خلف جريحين"


def mention(
    name: str,
    text: str = ROCKETS,
    published: str | None = "2021-05-10",
    date: str | None = "2021-05-09",
    place: str | None = "معسكر الرمانة",
    modality: Modality = "actual",
    actors: tuple[str, ...] = (),
    targets: tuple[str, ...] = (),
) -> MentionFeatures:
    report = Report(name, text, published=published)
    report.event(text.split()[0], date=date, place=place, modality=modality, actors=actors, targets=targets)
    return features(report.reading()).mentions[0]


def groups(mentions: Sequence[MentionFeatures], *judgements: Judgement) -> list[list[str]]:
    ordered = sorted(mentions, key=lambda one: one.id)
    found, _ = cluster(ordered, rulings(judgements))
    return sorted([ordered[i].document for i in group] for group in found)


def test_two_reports_of_one_attack_are_one_event() -> None:
    assert groups([mention("a"), mention("b", SHELLS, place="قاعدة الرمانة")]) == [["a", "b"]]


def test_every_merge_says_why() -> None:
    _, merges = cluster([mention("a"), mention("b", SHELLS, place="قاعدة الرمانة")], rulings([]))
    assert [(merge.one, merge.other) for merge in merges] == [("a:e1", "b:e1")]
    assert "date +2.0, place +1.6" in merges[0].reason["en"]


def test_days_that_exclude_each_other_are_two_events() -> None:
    assert groups([mention("a"), mention("b", date="2021-05-06")]) == [["a"], ["b"]]


def test_a_night_may_lie_between_two_days() -> None:
    assert not excluded(mention("a"), mention("b", date="2021-05-10"))
    assert excluded(mention("a"), mention("b", date="2021-05-11"))


def test_one_document_told_its_events_apart() -> None:
    report = Report("a", f"{ROCKETS}. {SHELLS}.")
    report.event("سقطت", date="2021-05-09", place="معسكر الرمانة")
    report.event("تعرضت", date="2021-05-09", place="معسكر الرمانة")
    assert groups(features(report.reading()).mentions) == [["a"], ["a"]]


def test_plans_habits_and_totals_are_no_single_event() -> None:
    kinds: tuple[Modality, ...] = ("actual", "planned", "recurring", "aggregate")
    assert len(groups([mention(kind, modality=kind) for kind in kinds])) == 4


def test_totals_are_one_only_where_they_begin_on_one_day() -> None:
    totals = {"modality": "aggregate", "date": "2021-03-30/2021-05-10"}
    later = {"modality": "aggregate", "date": "2021-04-30/2021-05-10"}
    undated = {"modality": "recurring", "date": None}
    assert groups([mention("a", **totals), mention("b", **totals)]) == [["a", "b"]]  # type: ignore[arg-type]
    assert groups([mention("a", **totals), mention("b", **later)]) == [["a"], ["b"]]  # type: ignore[arg-type]
    assert groups([mention("a", **undated), mention("b", **undated)]) == [["a"], ["b"]]  # type: ignore[arg-type]


def test_what_one_side_denies_may_be_what_the_other_tells() -> None:
    assert groups([mention("a"), mention("b", modality="denied")]) == [["a", "b"]]


def test_another_place_is_another_event() -> None:
    assert groups([mention("a"), mention("b", text="سقطت قذائف على بلدة السدرة", place="بلدة السدرة")]) == [["a"], ["b"]]


def test_the_only_attack_that_a_vague_mention_hints_at() -> None:
    told = mention("a", "شنت كتائب الفجر غارة على المعسكر", actors=("كتائب الفجر",))
    vague = mention("b", "ندد بالاعتداء الذي نفذته كتائب الفجر", date=None, place=None, actors=("كتائب الفجر",))
    assert groups([told, vague]) == [["a", "b"]]


def test_a_vague_mention_between_two_attacks_is_of_neither() -> None:
    actors = ("كتائب الفجر",)
    one = mention("a", "شنت كتائب الفجر غارة على المعسكر", actors=actors)
    two = mention("c", "شنت كتائب الفجر غارة على المرفأ", place="بلدة السدرة", actors=actors)
    vague = mention("b", "ندد بالاعتداء الذي نفذته كتائب الفجر", date=None, place=None, actors=actors)
    assert ["b"] in groups([one, two, vague])


def test_two_attacks_are_not_joined_through_one_between_them() -> None:
    """«ريف السدرة» may be either village; the two villages are two."""
    here, there = mention("a", place="بلدة السدرة"), mention("c", place="بلدة الطلحة")
    between = mention("b", place="ريف السدرة")
    assert not any({"a", "c"} <= set(group) for group in groups([here, between, there]))


def test_what_is_decided_does_not_depend_on_what_is_elsewhere() -> None:
    near = [mention("a"), mention("b", SHELLS, place="قاعدة الرمانة")]
    far = mention("c", "سقطت قذائف على ميناء الطلحة", published="2022-01-10", date="2022-01-09", place="ميناء الطلحة")
    assert groups([*near, far]) == [*groups(near), ["c"]]


def test_people_decide() -> None:
    here, there = mention("a"), mention("b", text="سقطت قذائف على بلدة السدرة", place="بلدة السدرة", date="2021-05-01")
    assert groups([here, there], judgement("same", "a:e1", "b:e1")) == [["a", "b"]]
    twin = mention("c", SHELLS)
    assert groups([here, twin], judgement("different", "c:e1", "a:e1")) == [["a"], ["c"]]


def test_what_was_judged_different_is_not_joined_through_a_third() -> None:
    mentions = [mention(name) for name in "abc"]
    found = groups(mentions, judgement("different", "a:e1", "b:e1"))
    assert not any({"a", "b"} <= set(group) for group in found)
    same = [judgement("same", "a:e1", "c:e1", name="2"), judgement("same", "c:e1", "b:e1", name="3")]
    found = groups(mentions, judgement("different", "a:e1", "b:e1"), *same)
    assert not any({"a", "b"} <= set(group) for group in found)
