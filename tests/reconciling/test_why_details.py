import msgspec
import pytest

from tawatur.model import Place
from tawatur.reconciling.features import MentionFeatures, features
from tawatur.reconciling.whens import When, of_day
from tawatur.reconciling.why_details import day, detail, kind, told_day

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
            "بلا تاريخ، في خبر نُشر في 2021-05-10، و2021-05-10", "no date, in a report published 2021-05-10, and 2021-05-10",
        ),
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
        ("lead", {}, {}, "كلا الخبرين مداره عليه", "both reports are about it"),
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
    assert detail("title", one, other, {}) is None


@pytest.mark.parametrize(
    ("when", "en"),
    [
        (None, "an unknown day"),
        (When("report"), "an unknown day"),
        (of_day("event", 737858), "2021-03-09"),
        (of_day("report", 737858), "no date, in a report published 2021-03-09"),
        (When("event", yearday=61), "03-01 of a year not told"),
        (When("event", weekday=2), "a Tuesday without a date"),
        (When("report", among=(737858, 737860)), "no date, in a report published 2021-03-09/2021-03-11"),
    ],
)
def test_a_day_so_far_as_it_is_told(when: When | None, en: str) -> None:
    assert told_day(msgspec.structs.replace(mention("a"), when=when)).en == en


def test_company_and_titles() -> None:
    one = msgspec.structs.replace(mention("a", place=TOWN), company=frozenset(("~وادي", "~نهر")), title=frozenset(("قصف", "نهر")))
    other = msgspec.structs.replace(one, company=frozenset(("~وادي",)), title=frozenset(("نهر",)), leads=False)
    told = {about: detail(about, one, other, {"نهر": "النهر"}) for about in ("company", "title", "lead")}
    assert {about: text.en for about, text in told.items() if text} == {
        "company": "«وادي»", "title": "النهر", "lead": "one of the reports is about it",
    }  # fmt: skip
    assert detail("company", one, msgspec.structs.replace(other, company=frozenset()), {}) is None


def test_days_and_kinds() -> None:
    assert day(None).en == "an unknown day"
    assert kind(mention("a", type="PROTEST")).ar == "الاحتجاج"
