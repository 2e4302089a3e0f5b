from tawatur.model import Place
from tawatur.reconciling.accounts import account
from tawatur.reconciling.assembling import assemble, canonical, date_of
from tawatur.reconciling.features import MentionFeatures, features

from .build import Report


def mention(
    name: str, date: str | None = None, place: Place | None = None, published: str | None = "2021-05-10", actors: tuple[str, ...] = ()
) -> MentionFeatures:
    report = Report(name, "انفجرت عبوة في السوق", published=published)
    report.event("انفجرت", date=date, place=place, actors=actors)
    return features(report.reading()).mentions[0]


def test_the_earliest_published_mention_comes_first() -> None:
    mentions = [mention("a", published=None), mention("b", published="2021-05-11"), mention("c")]
    assert [one.document for one in canonical(mentions)] == ["c", "b", "a"]


def test_the_narrowest_date_is_the_events() -> None:
    assert date_of([mention("a", "2021-05"), mention("b", "2021-05-09"), mention("c")]) == "2021-05-09"


def test_days_that_differ_are_a_set_unless_most_agree() -> None:
    days = [mention("a", "2021-05-09"), mention("b", "2021-05-08")]
    assert date_of(days) == "[2021-05-08,2021-05-09]"
    assert date_of([*days, mention("c", "2021-05-08")]) == "2021-05-08"


def test_no_date_is_unknown() -> None:
    assert date_of([mention("a")]) is None


def test_a_town_is_better_than_the_land_around_it() -> None:
    mentions = [mention("a", place=Place("ريف السدرة")), mention("b", place=Place("ريف السدرة")), mention("c", place=Place("بلدة السدرة"))]
    event, _ = assemble(mentions, {one.id: account(one.id, one.document, one.document, one.chain) for one in mentions}, {})
    assert event.place is not None
    assert event.place.name == "بلدة السدرة"


def test_a_village_that_other_sentences_name_too_comes_first() -> None:
    report = Report("c", "قصف طال بلدة السدرة وبلدة الطلحة").named("بلدة السدرة", "بلدة الطلحة", kind="place")
    report.event("قصف", place=Place("بلدة النخيل"))
    mentions = [mention("a", place=Place("بلدة الحلفا")), mention("b", place=Place("بلدة السدرة")), features(report.reading()).mentions[0]]
    event, _ = assemble(mentions, {one.id: account(one.id, one.document, one.document, one.chain) for one in mentions}, {})
    assert event.place is not None
    assert event.place.name == "بلدة السدرة"


def test_whom_most_name_comes_first() -> None:
    mentions = [mention("a", actors=("لواء النسر",)), mention("b", actors=("كتائب الفجر",)), mention("c", actors=("كتائب الفجر",))]
    event, _ = assemble(mentions, {one.id: account(one.id, one.document, one.document, one.chain) for one in mentions}, {})
    assert [actor.name for actor in event.actors] == ["كتائب الفجر", "لواء النسر"]
    assert event.documents == ("a", "b", "c")
