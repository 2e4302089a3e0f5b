import pytest

from tawatur.model import EventType, Figure, Mode, Time
from tawatur.reconciling.features import MentionFeatures, features
from tawatur.reconciling.similarity import apart, evidence, excluded, gap, score

from .build import Report, figure, where

TEXT = "سقطت أربعة صواريخ على معسكر الرمانة شرق المدينة"


def mention(
    name: str,
    date: str | None = "2021-05-09",
    published: str | None = "2021-05-10",
    type: EventType = "ASSAULT",
    mode: Mode | None = None,
    place: str | None = None,
    actors: tuple[str, ...] = (),
    targets: tuple[str, ...] = (),
    figures: tuple[Figure, ...] = (),
    text: str = TEXT,
) -> MentionFeatures:
    report = Report(name, text, published=published)
    report.named("نبيل الحكيم", kind="person")
    report.event(text.split()[0], type, mode=mode, date=date, place=place, actors=actors, targets=targets, figures=figures)
    return features(report.reading()).mentions[0]


def points(one: MentionFeatures, other: MentionFeatures) -> dict[str, float]:
    assert score(one, other) == pytest.approx(sum(point.points for point in evidence(one, other)))
    return dict(evidence(one, other))


def test_days_between_windows() -> None:
    assert gap((1, 3), (5, 6)) == gap((5, 6), (1, 3)) == 2
    assert gap((1, 5), (5, 6)) == 0
    assert not apart((1, 1), (2, 2))
    assert apart((1, 1), (3, 3))
    assert apart((1, 30), (31, 60))


@pytest.mark.parametrize(
    ("date", "published", "expected"),
    [
        ("2021-05-09", "2021-05-10", 2.0),
        ("2021-05-05/2021-05-12", "2021-05-12", 1.0),
        ("2021-05-10", "2021-05-10", 0.3),
        ("2021-05", "2021-05-31", 0.3),
        (None, "2021-05-10", 1.6),
        (None, "2021-05-11", 0.6),
        (None, "2021-06-20", -2.5),
        (None, None, 0.0),
    ],
)
def test_points_for_time(date: str | None, published: str | None, expected: float) -> None:
    assert points(mention("a"), mention("b", date, published)).get("date", 0.0) == expected


def test_what_lies_years_back_is_seldom_recalled() -> None:
    assert points(mention("a", "2014-09"), mention("b", "2014"))["date"] > 0


def told(name: str, time: str, timex: str) -> MentionFeatures:
    """Of a report that does not say when it came out, and dates the event in part only."""
    report = Report(name, f"سقطت أربعة صواريخ {time} على المعسكر", published=None)
    span = where(report.document.text, time)
    report.times.append(Time(span.start, span.end, "date", None, timex))
    report.event("سقطت")
    return features(report.reading()).mentions[0]


def test_a_weekday_fits_or_excludes() -> None:
    sunday = told("a", "الأحد", "XXXX-WXX-7")
    assert points(sunday, told("b", "الأحد", "XXXX-WXX-7"))["date"] > 0
    assert excluded(sunday, told("b", "الأربعاء", "XXXX-WXX-3"))
    dated = mention("c")
    assert points(sunday, dated)["date"] > 0
    assert excluded(told("b", "الأربعاء", "XXXX-WXX-3"), dated)


def test_a_day_without_its_year_fits_or_excludes() -> None:
    assert points(told("a", "9 أيار", "XXXX-05-09"), mention("b"))["date"] == points(mention("a"), mention("b"))["date"]
    assert excluded(told("a", "19 أيار", "XXXX-05-19"), mention("b"))


def test_a_town_that_both_sentences_name_says_something_where_places_differ() -> None:
    def among(name: str, place: str) -> MentionFeatures:
        report = Report(name, "قصف طال بلدة السدرة وبلدة الطلحة")
        report.named("بلدة السدرة", "بلدة الطلحة", kind="place")
        report.event("قصف", date="2021-05-09", place=place)
        return features(report.reading()).mentions[0]

    one, other = among("a", "بلدة السدرة"), among("b", "بلدة الطلحة")
    apart_ = points(mention("a", place="بلدة السدرة"), mention("b", place="بلدة الطلحة"))["place"]
    assert points(one, among("b", "بلدة السدرة"))["place"] > points(one, other)["place"] > 0 > apart_


def test_the_first_of_its_type_is_what_a_report_is_about() -> None:
    report = Report("b", f"{TEXT}. {TEXT}. انفجرت عبوة")
    for trigger in ("سقطت", "انفجرت"):
        report.event(trigger, date="2021-05-09", targets=("كتائب الفجر",))
    first, second = features(report.reading()).mentions
    known = mention("a", targets=("كتائب الفجر",))
    assert points(known, first)["lead"] > points(known, second)["lead"] > 0


def test_what_the_reports_are_about_counts_no_more_than_what_agrees() -> None:
    found = points(mention("a"), mention("b", None, None, place="بلدة السدرة", text="قتل ثلاثة قرب بلدة السدرة"))
    assert found.get("lead", 0.0) == pytest.approx(max(0.0, sum(found.values()) - found.get("lead", 0.0)))


def test_a_person_by_name_says_more_than_a_body() -> None:
    person = {"targets": ("نبيل الحكيم",), "text": "اغتيل نبيل الحكيم أمام منزله"}
    named = points(mention("a", **person), mention("b", **person))["target"]  # type: ignore[arg-type]
    assert named > points(mention("a", targets=("الجيش",)), mention("b", targets=("الجيش",)))["target"] > 0


def test_other_parties_speak_against() -> None:
    found = points(mention("a", actors=("كتائب الفجر",)), mention("b", actors=("لواء النسر",)))
    assert found["actor"] < 0


def test_equal_counts_speak_for_and_other_counts_against() -> None:
    one, same, other = (
        mention(name, figures=(figure("munitions", count, of="صاروخا"),)) for name, count in (("a", 33), ("b", 33), ("c", 12))
    )
    assert points(one, same)["figures"] > 0 > points(one, other)["figures"]


def test_weapons_are_often_mistaken_one_for_another() -> None:
    air, drone, kidnap = mention("a", mode="aerial"), mention("b", mode="drone"), mention("c", mode="abduct")
    assert points(air, kidnap)["mode"] < points(air, drone).get("mode", 0.0) < points(air, mention("d", mode="aerial"))["mode"]


def test_an_explosion_may_be_accident_or_attack_but_a_meeting_is_neither() -> None:
    assert not excluded(mention("a"), mention("b", type="ACCIDENT"))
    assert excluded(mention("a"), mention("b", type="CONSULT"))


def test_what_took_place_was_not_told_the_week_before() -> None:
    assert excluded(mention("a", "2021-05-20", "2021-05-20"), mention("b", None, "2021-05-10"))


LONDON = "أجرى وفد التجار محادثات في العاصمة لعرض فرص الاستثمار"
PRESS = "التقى مندوب البلاد صحفيين في العاصمة للحديث عن التأشيرات"


def test_of_talks_in_one_city_there_are_many_a_day() -> None:
    talks = mention("a", type="CONSULT", place="العاصمة", text=LONDON)
    assert points(talks, mention("b", type="CONSULT", place="العاصمة", text=PRESS))["substance"] == -2.5
    assert "substance" not in points(talks, mention("c", type="CONSULT", place="العاصمة", text=LONDON))
    assert "substance" not in points(mention("a", text=LONDON), mention("b", text=PRESS))


def test_parties_in_common_are_substance() -> None:
    one, other = (
        mention(name, type="CONSULT", text=text, actors=("كتائب الفجر",), targets=("الجيش",))
        for name, text in (("a", LONDON), ("b", PRESS))
    )
    assert "substance" not in points(one, other)
