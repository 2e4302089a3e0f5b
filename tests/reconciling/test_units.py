from tawatur.reconciling import reconcile

from .build import Report, agency, outlet, person

STORY = "انفجرت سيارة ملغومة وسط سوق الحدادين في المدينة القديمة صباح الأحد وقتل أربعة من المارة وأصيب آخرون بجروح"


def told(name: str, text: str, published: str, *sources: str) -> Report:
    report = Report(name, text, published=published)
    report.event("انفجرت", date="2021-05-09", place="سوق الحدادين", chain=(outlet(name), *map(person, sources)))
    return report


def test_a_copy_that_joins_a_family_makes_two_chains_one() -> None:
    """The chains of an event rest on families, though neither its mentions nor its accounts change."""
    copies = [told("a", STORY, "2021-05-10").reading(), told("b", f"عاجل: {STORY}", "2021-05-11").reading()]
    (event,) = reconcile(copies, []).events
    assert (event.chains_min, event.chains_max) == (1, 1)


def test_a_record_says_why_its_mentions_and_its_chains_are_one() -> None:
    both = [told(name, text, "2021-05-10", "سعيد الناطق").reading() for name, text in (("a", STORY), ("b", "انفجرت سيارة في سوق الحدادين"))]
    found = reconcile(both, [])
    assert {merge.kind for merge in found.merges[found.events[0].id]} == {"event", "chain"}


def test_a_credit_line_is_a_link_of_the_chain() -> None:
    reports = []
    for name in "ab":
        report = Report(name, "انفجرت سيارة في سوق الحدادين", outlet=f"ناشر {name}", agencies=("وكالة النخيل",))
        report.event("انفجرت", date="2021-05-09", place="سوق الحدادين", chain=(outlet(f"ناشر {name}"), agency("وكالة النخيل")))
        reports.append(report.reading())
    (event,) = reconcile(reports, []).events
    assert event.chains_max == 1
