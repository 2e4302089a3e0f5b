from tawatur.reconciling.bearings import events_of, fit
from tawatur.reconciling.features import Features, features

from .build import Report

TEXT = "شنت طائرات غارات على كتائب الفجر في وادي الرمان. وقال قائد إن الغارات لم تصب أحدا من كتائب الفجر يوم الأحد."
CONTENT = "الغارات لم تصب أحدا من كتائب الفجر يوم الأحد"


def report(day: str = "2021-05-09") -> Report:
    one = Report("a", TEXT).named("كتائب الفجر").time("يوم الأحد", day)
    one.event("غارات", mode="aerial", date="2021-05-09", place="وادي الرمان", targets=("كتائب الفجر",))
    one.said("وقال", CONTENT, "deny", speaker="مازن القائد")
    return one


def bearing(kept: Features, **event_of: str) -> list[set[str]]:
    """The events that each statement bears on; mentions are given as a_e1 for a:e1."""
    known = {name.replace("_", ":"): event for name, event in event_of.items()}
    return [events_of(one, kept.mentions, (), known.get) for one in kept.statements]


def test_a_statement_bears_on_the_event_of_its_day_and_parties() -> None:
    kept = features(report().reading())
    assert bearing(kept, a_e1="event") == [{"event"}]


def test_a_statement_about_another_day_does_not() -> None:
    kept = features(report("2021-05-02").reading())
    assert fit(kept.statements[0], kept.mentions[0]) == 0.0
    assert bearing(kept, a_e1="event") == [set()]


def test_a_statement_that_tells_the_event_bears_on_it() -> None:
    one = Report("a", "قال سعيد إن السد الكبير انهار")
    one.event("انهار", "ACCIDENT")
    one.said("قال", "السد الكبير انهار")
    kept = features(one.reading())
    assert bearing(kept, a_e1="event") == [{"event"}]


def test_between_two_like_events_it_bears_on_neither() -> None:
    one = report()
    one.event("شنت", mode="aerial", date="2021-05-09", place="وادي الرمان", targets=("كتائب الفجر",))
    kept = features(one.reading())
    assert bearing(kept, a_e1="event", a_e2="other") == [set()]


def test_who_is_cleared_without_a_word_of_what_is_cleared_of_the_violence_told_last() -> None:
    text = "انفجرت سيارة ملغومة في سوق الحدادين.\nونفت كتائب الفجر أي علاقة لها بما حدث."
    report = Report("a", text).named("كتائب الفجر")
    report.event("انفجرت", date="2021-05-09", place="سوق الحدادين", mode="explosives")
    denial = report.said("ونفت", "أي علاقة لها بما حدث", "deny", speaker="كتائب الفجر", organisation="كتائب الفجر")
    kept = features(report.reading())
    assert [one.id for one in kept.statements] == [denial]
    assert bearing(kept, a_e1="event") == [{"event"}]
