import pytest

from tawatur.model import Place
from tawatur.reconciling.features import MentionFeatures, features
from tawatur.reconciling.why_details import day, detail, kind

from .build import Report, figure

TOWN, VILLAGE, CITY = Place("بلدة", lat=33.3, lon=44.4), Place("قرية", lat=33.4, lon=44.4), Place("مدينة الوادي", lat=36.3, lon=43.1)


def mention(name: str, **said: object) -> MentionFeatures:
    report = Report(name, "قصفت طائرات مخزنا قرب النهر", published="2021-05-10").named("كتائب الفجر", "لواء النسر")
    report.event("قصفت", **said)  # type: ignore[arg-type]
    return features(report.reading()).mentions[0]


@pytest.mark.parametrize(
    ("about", "one", "other", "ar", "en"),
    [
        ("date", {"date": "2021-05-09"}, {"date": "2021-05-09"}, "كلاهما في 2021-05-09", "both 2021-05-09"),
        (
            "date", {"date": "2021-05-09"}, {"date": "2021-05-10"},
            "2021-05-09 و2021-05-10، والفارق بالأيام 1", "2021-05-09 and 2021-05-10, days apart: 1",
        ),
        (
            "date", {"date": "2021-05"}, {"date": "2021-05-10"},
            "2021-05 و2021-05-10 قد يكونان في وقت واحد", "2021-05 and 2021-05-10 may be of one time",
        ),
        (
            "date", {}, {"date": "2021-05-10"},
            "2021-05-10 عند أحدهما، والآخر بلا تاريخ، نُشر في 2021-05-10",
            "2021-05-10 in one; the other gives no date, published 2021-05-10",
        ),
        ("date", {}, {}, "كلاهما بلا تاريخ، نُشرا في 2021-05-10 و2021-05-10", "neither gives a date; published 2021-05-10 and 2021-05-10"),
        ("place", {"place": TOWN}, {"place": TOWN}, "المكان نفسه: بلدة", "the same place: «بلدة»"),
        ("place", {"place": TOWN}, {"place": VILLAGE}, "بلدة وقرية متقاربان (المسافة 11 كم)", "«بلدة» and «قرية» are close by (11 km)"),
        (
            "place", {"place": TOWN}, {"place": CITY},
            "بلدة ومدينة الوادي مكانان مختلفان (المسافة 354 كم)", "«بلدة» and «مدينة الوادي» are two places (354 km)",
        ),
        ("actor", {"actors": ("لواء النسر",)}, {"actors": ("لواء النسر",)}, "لواء النسر عند كليهما", "«لواء النسر» in both"),
        (
            "target", {"targets": ("لواء النسر",)}, {"targets": ("كتائب الفجر",)},
            "لواء النسر عند أحدهما، وكتائب الفجر عند الآخر", "«لواء النسر» in one, «كتائب الفجر» in the other",
        ),
        ("mode", {"mode": "aerial"}, {"mode": "aerial"}, "الهجوم (جوي)", "the attack (aerial)"),
        ("mode", {"mode": "aerial"}, {"type": "ACCIDENT"}, "الهجوم (جوي) والحادث", "the attack (aerial) and the accident"),
        (
            "figures", {"figures": (figure("killed", 7),)}, {"figures": (figure("killed", 9), figure("injured", 7))},
            "عدد القتلى: 7 و9", "the number of people killed: 7 and 9",
        ),
        ("scale", {}, {}, "عشرات القتلى عند كليهما", "scores of dead in both"),
    ],
)  # fmt: skip
def test_words_for_a_point(about: str, one: dict[str, object], other: dict[str, object], ar: str, en: str) -> None:
    told = detail(about, mention("a", **one), mention("b", **other), {})
    assert told is not None
    assert (told.ar, told.en) == (ar, en)


def test_parties_of_one_side() -> None:
    told = detail("actor", mention("a", actors=("قوات النسر",)), mention("b", actors=("لواء النسر",)), {})
    assert told is not None
    assert told.en == "«قوات النسر» and «لواء النسر» are of one side"


def test_shared_words_are_spelled_as_in_the_texts() -> None:
    one, other = mention("a"), mention("b")
    told = detail("words", one, other, {word: f"<{word}>" for word in one.words})
    assert told is not None
    assert all(part.startswith("<") for part in told.ar.split("، "))
    assert len(told.ar.split("، ")) == len(one.words)


def test_what_has_no_words() -> None:
    one, other = mention("a"), mention("b", place=TOWN)
    assert detail("a point of tomorrow", one, other, {}) is None
    assert detail("place", one, other, {}) is None
    assert detail("figures", one, other, {}) is None
    assert detail("names", one, other, {}) is None


def test_days_and_kinds() -> None:
    assert day(None).en == "an unknown day"
    assert kind(mention("a", type="PROTEST")).ar == "الاحتجاج"
