"""Worked cases: three of each kind of disagreement, and look-alikes that are none."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from tawatur.model import Act, ActorBasis, Disagreement, Figure, Place, Reading, Warning
from tawatur.reconciling import reconcile

from .build import Report, figure

Case = Callable[[], list[Reading]]


def found(readings: list[Reading]) -> list[Disagreement]:
    return list(reconcile(readings, []).disagreements)


def blast(
    name: str,
    *figures: Figure,
    text: str = "انفجرت سيارة ملغومة وسط سوق الحدادين في بلدة السدرة",
    date: str | None = "2021-05-09",
    place: str | Place = "سوق الحدادين",
    actors: tuple[str, ...] = (),
    basis: ActorBasis = "stated",
    targets: tuple[str, ...] = (),
    published: str = "2021-05-10",
) -> Report:
    """One outlet's report of an attack on a market."""
    report = Report(name, text, published=published)
    report.event(text.split()[0], date=date, place=place, actors=actors, basis=basis, targets=targets, figures=figures, mode="explosives")
    return report


def answer(
    name: str, content: str, act: Act = "say", *, cue: str = "قال", speaker: str = "سعيد الناطق", body: str = "وزارة المياه", day: int = 10
) -> Reading:
    """One outlet's report of what one person said."""
    report = Report(name, f"{cue} {content}.", published=f"2021-05-{day:02}")
    report.named("شركة السنابل", "كتائب الفجر", "لواء النسر", "الجيش", "الشرطة")
    report.said(cue, content, act, speaker=speaker, organisation=body)
    return report.reading()


def conversation(*said: tuple[str, str, Act, str, str]) -> Reading:
    """One report that puts several statements side by side: cue, content, act, speaker, body."""
    report = Report("a", "\n".join(f"{cue} {content}." for cue, content, _, _, _ in said))
    report.named("شركة السنابل", "كتائب الفجر", "لواء النسر", "الجيش", "الشرطة")
    for cue, content, act, speaker, body in said:
        report.said(cue, content, act, speaker=speaker, organisation=body)
    return report.reading()


def figure_dead() -> list[Reading]:
    return [blast("a", figure("killed", 4)).reading(), blast("b", figure("killed", 9)).reading()]


def figure_munitions() -> list[Reading]:
    return [blast("a", figure("munitions", 4)).reading(), blast("b", figure("munitions", 12, None, "at_least")).reading()]


def figure_of_a_part() -> list[Reading]:
    return [blast("a", figure("injured", 2, of="جنود")).reading(), blast("b", figure("injured", 6, of="جنود")).reading()]


def responsibility_two_groups() -> list[Reading]:
    return [blast("a", actors=("كتائب الفجر",), basis="accused").reading(), blast("b", actors=("لواء النسر",), basis="claimed").reading()]


def responsibility_denied_by_the_accused() -> list[Reading]:
    text = "انفجرت سيارة ملغومة وسط سوق الحدادين في بلدة السدرة. ونفت كتائب الفجر مسؤوليتها عن التفجير في سوق الحدادين."
    report = blast("a", text=text, actors=("كتائب الفجر",))
    report.named("كتائب الفجر", "سوق الحدادين")
    report.said("ونفت", "مسؤوليتها عن التفجير في سوق الحدادين", "deny", speaker="كتائب الفجر")
    return [report.reading()]


def responsibility_of_an_outlet_and_a_spokesman() -> list[Reading]:
    report = blast(
        "b", actors=("لواء النسر",), basis="accused", text="انفجرت سيارة ملغومة وسط سوق الحدادين. قال القائد إن الانفجار من فعل لواء النسر"
    )
    return [blast("a", actors=("كتائب الفجر",), basis="claimed").reading(), report.reading()]


def responsibility_each_accuses_the_other() -> list[Reading]:
    text = "اتهمت كتائب الفجر لواء النسر بحرق المخازن. وحمل لواء النسر الشرطة مسؤولية الحريق."
    report = Report("a", text).named("كتائب الفجر", "لواء النسر", "الشرطة")
    report.said("اتهمت", "بحرق المخازن", "accuse", speaker="كتائب الفجر", organisation="كتائب الفجر")
    report.said("وحمل", "مسؤولية الحريق", "accuse", speaker="لواء النسر", organisation="لواء النسر")
    return [report.reading()]


def responsibility_in_words() -> list[Reading]:
    return [
        conversation(
            ("اتهم الناطق", "كتائب الفجر بالوقوف وراء حرق المخازن في المرفأ القديم", "accuse", "سعيد الناطق", "الشرطة"),
            ("ونفى القائد", "مسؤولية كتائب الفجر عن حرق المخازن في المرفأ القديم", "deny", "مازن القائد", "كتائب الفجر"),
        )
    ]


def target_two_bodies() -> list[Reading]:
    """Each body is named by two reports, since neither is in the packs."""
    return [blast(name, targets=(body,)).reading() for name, body in zip("abcd", ("لواء النسر", "كتائب الفجر") * 2, strict=True)]


def target_in_one_report() -> list[Reading]:
    return [
        conversation(
            ("قال الناطق", "الصواريخ تستهدف الجيش في كل مرة", "say", "سعيد الناطق", "الجيش"),
            ("ورد القائد", "القصف ليس موجها ضد الجيش بل ضد الغزاة", "affirm", "مازن القائد", "كتائب الفجر"),
        )
    ]


def target_in_two_reports() -> list[Reading]:
    one = answer("a", "القصف على مرفأ السدرة استهدف الجيش ومخازن الوقود", speaker="هدى المتحدثة", body="البلدية")
    other = answer("b", "القصف على مرفأ السدرة ومخازن الوقود لم يستهدف الجيش", "deny")
    return [one, other]


def killing(name: str, town: str, lat: float, date: str | None = "2021-05-09", published: str = "2021-05-11", wounded: int = 3) -> Reading:
    """One outlet's report of the murder of a judge."""
    report = Report(name, "اغتيل القاضي نبيل الحكيم برصاص مسلحين أمام منزله وأصيب مرافقوه", published=published)
    report.named("نبيل الحكيم", kind="person")
    wounds = figure("injured", wounded)
    report.event(
        "اغتيل",
        mode="targeted",
        date=date,
        place=Place(town, lat=lat, lon=44.0),
        targets=("نبيل الحكيم",),
        figures=(figure("killed", 1), wounds),
    )
    return report.reading()


def place_two_towns() -> list[Reading]:
    return [killing("a", "بلدة السدرة", 33.0), killing("b", "بلدة الطلحة", 33.5)]


def place_far_apart() -> list[Reading]:
    return [killing("a", "بلدة السدرة", 33.0), killing("b", "بلدة الطلحة", 36.5)]


def place_two_against_one() -> list[Reading]:
    return [killing("a", "بلدة السدرة", 33.0), killing("b", "بلدة الطلحة", 33.5), killing("c", "بلدة الطلحة", 33.5)]


def date_a_day_apart() -> list[Reading]:
    return [killing("a", "بلدة السدرة", 33.0, "2021-05-09"), killing("b", "بلدة السدرة", 33.0, "2021-05-08")]


def date_of_two_against_one() -> list[Reading]:
    return [*date_a_day_apart(), killing("c", "بلدة السدرة", 33.0, "2021-05-09")]


def date_told_on_the_day_by_two() -> list[Reading]:
    early = [killing(name, "بلدة السدرة", 33.0, "2021-05-09", "2021-05-09") for name in ("a", "b")]
    return [*early, killing("c", "بلدة السدرة", 33.0, "2021-05-10", "2021-05-12")]


def denial_in_few_words() -> list[Reading]:
    text = "اتهمت الشرطة كتائب الفجر بحرق المخازن. ونفت كتائب الفجر هذه الاتهامات."
    report = Report("a", text).named("كتائب الفجر", "الشرطة")
    report.said("اتهمت", "بحرق المخازن", "accuse", speaker="الشرطة", organisation="الشرطة")
    report.said("ونفت", "هذه الاتهامات", "deny", speaker="كتائب الفجر", organisation="كتائب الفجر")
    return [report.reading()]


def denial_of_a_number() -> list[Reading]:
    text = "انفجرت سيارة ملغومة. قال المختار إن القتلى تسعة أشخاص. ونفت البلدية مقتل هؤلاء التسعة"
    report = blast("a", figure("killed", 9), figure("killed", 9), text=text)
    said = report.said("قال", "القتلى تسعة أشخاص", speaker="المختار")
    denied = report.said("ونفت", "مقتل هؤلاء التسعة", "deny", speaker="البلدية")
    spans = {one.id: one.content for one in report.statements}
    report.figures = [
        replace(one, start=spans[name].start, end=spans[name].start + 1) for one, name in zip(report.figures, (said, denied), strict=True)
    ]
    return [report.reading()]


def denial_across_outlets() -> list[Reading]:
    one = answer("a", "التعاون مع شركة السنابل في صيانة السدود مستمر", speaker="هدى المتحدثة", body="البلدية")
    return [one, answer("b", "التعاون مع شركة السنابل في صيانة السدود", "deny", cue="نفى")]


def denial_in_one_report() -> list[Reading]:
    return [
        conversation(
            ("قالت هدى", "هناك تعاون مع شركة السنابل في حراسة الحقول", "say", "هدى المتحدثة", "البلدية"),
            ("ونفى سعيد", "وجود تعاون مع شركة السنابل في حراسة الحقول", "deny", "سعيد الناطق", "وزارة المياه"),
        )
    ]


def denial_of_an_agreement() -> list[Reading]:
    one = answer("a", "شركة السنابل وافقت على تسليم مفاتيح الصوامع القديمة", speaker="هدى المتحدثة", body="البلدية")
    return [one, answer("b", "شركة السنابل لم توافق على تسليم مفاتيح الصوامع القديمة", "deny")]


def rumour_in_one_report() -> list[Reading]:
    return [
        conversation(
            ("تداول ناشطون", "توقف العمل مع شركة السنابل في السدود", "rumour", "ناشطون", ""),
            ("وشدد سعيد", "لا صحة لأي توقف في العمل مع شركة السنابل", "deny", "سعيد الناطق", "وزارة المياه"),
        )
    ]


def rumour_in_another_outlet() -> list[Reading]:
    rumour = answer("a", "استقالة رئيس شركة السنابل بعد خسائر كبيرة", "rumour", cue="تردد", speaker="ناشطون", body="")
    return [rumour, answer("b", "استقالة رئيس شركة السنابل بعد خسائر كبيرة", "deny", cue="نفى")]


def rumour_of_a_death() -> list[Reading]:
    rumour = answer("a", "وفاة المغني العجوز في مستشفى شركة السنابل", "rumour", cue="تناقلت الصفحات", speaker="ناشطون", body="")
    return [rumour, answer("b", "وفاة المغني العجوز في مستشفى شركة السنابل", "deny", cue="كذب")]


def self_contradiction_of_a_person() -> list[Reading]:
    one = answer("a", "توقف التعاون مع شركة السنابل في صيانة السدود", "affirm", day=10)
    return [one, answer("b", "استمرار التعاون مع شركة السنابل في صيانة السدود", day=11)]


def self_contradiction_on_one_day() -> list[Reading]:
    one = answer("a", "هناك تعاون مع شركة السنابل في صيانة السدود")
    return [one, answer("b", "لا يوجد تعاون مع شركة السنابل في صيانة السدود", "deny")]


def self_contradiction_of_a_body() -> list[Reading]:
    one = answer("a", "التعاون مع شركة السنابل في صيانة السدود مستمر", speaker="هدى المتحدثة")
    return [one, answer("b", "التعاون مع شركة السنابل في صيانة السدود متوقف", "deny", speaker="سعيد الناطق", day=12)]


def casualties_none_and_some() -> list[Reading]:
    return [blast("a", figure("killed", 0)).reading(), blast("b", figure("killed", 6)).reading()]


def casualties_denied_by_those_hit() -> list[Reading]:
    text = (
        "شنت طائرات غارات على كتائب الفجر في وادي الرمان. وأعلنت كتائب الفجر عدم إصابة أي من عناصرها في الغارات على وادي الرمان يوم الأحد."
    )
    report = Report("a", text)
    report.named("كتائب الفجر").time("يوم الأحد", "2021-05-09")
    report.event("غارات", mode="aerial", date="2021-05-09", place="وادي الرمان", targets=("كتائب الفجر",))
    content = "عدم إصابة أي من عناصرها في الغارات على وادي الرمان يوم الأحد"
    report.said("وأعلنت", content, "deny", speaker="كتائب الفجر", organisation="كتائب الفجر")
    return [report.reading()]


def casualties_wounded_or_none() -> list[Reading]:
    return [blast("a", figure("injured", 20, None, "vague")).reading(), blast("b", figure("injured", 0)).reading()]


def flawed(name: str, kind: str, words: str) -> list[Reading]:
    report = Report(name, f"انعقد المجلس في {words} وأقر الموازنة")
    report.event("انعقد", "CONSULT", date="2021-01-05")
    start = report.document.text.index(words)
    report.warnings.append(Warning(kind, start, start + len(words), "two months in one date"))
    return [report.reading()]


KINDS: dict[str, list[Case]] = {
    "figure": [figure_dead, figure_munitions, figure_of_a_part],
    "responsibility": [
        responsibility_two_groups,
        responsibility_of_an_outlet_and_a_spokesman,
        responsibility_each_accuses_the_other,
    ],
    "target": [target_two_bodies, target_in_one_report, target_in_two_reports],
    "place": [place_two_towns, place_far_apart, place_two_against_one],
    "date": [date_a_day_apart, date_of_two_against_one, date_told_on_the_day_by_two],
    "denial": [
        denial_across_outlets,
        denial_in_one_report,
        denial_of_an_agreement,
        responsibility_denied_by_the_accused,
        responsibility_in_words,
        denial_in_few_words,
        denial_of_a_number,
    ],
    "rumour_denied": [rumour_in_one_report, rumour_in_another_outlet, rumour_of_a_death],
    "self_contradiction": [self_contradiction_of_a_person, self_contradiction_on_one_day, self_contradiction_of_a_body],
    "casualties": [casualties_none_and_some, casualties_denied_by_those_hit, casualties_wounded_or_none],
    "source_error": [
        lambda: flawed("a", "calendar_mismatch", "5 يناير/كانون الأول"),
        lambda: flawed("b", "weekday_mismatch", "الاثنين 5 يناير 2021"),
        lambda: flawed("c", "impossible_date", "31 أبريل"),
    ],
}


@pytest.mark.parametrize(("kind", "case"), [(kind, case) for kind, cases in KINDS.items() for case in cases])
def test_worked_cases(kind: str, case: Case) -> None:
    told = [one for one in found(case()) if one.kind == kind]
    assert len(told) == 1
    (one,) = told
    assert len(one.sides) == (1 if kind == "source_error" else 2)
    assert all(side.position and side.documents for side in one.sides)
    assert all(1 <= side.chains_min <= side.chains_max for side in one.sides)
    assert one.explanation["ar"].endswith(".")
    assert one.explanation["en"].endswith(".")
    assert "{" not in one.explanation["ar"] + one.explanation["en"]


LOOK_ALIKES: dict[str, list[Reading]] = {
    "vague and exact": [blast("a", figure("munitions", 33)).reading(), blast("b", figure("munitions", 3, None, "vague")).reading()],
    "at least and more": [blast("a", figure("killed", 3, None, "at_least")).reading(), blast("b", figure("killed", 7)).reading()],
    "a part and the whole": [blast("a", figure("killed", 7, of="أشخاص")).reading(), blast("b", figure("killed", 2, of="جنود")).reading()],
    "a toll that rose": [blast("a", figure("killed", 3)).reading(), blast("b", figure("killed", 7), published="2021-05-12").reading()],
    "two actors and no charge": [blast("a", actors=("كتائب الفجر",)).reading(), blast("b", actors=("لواء النسر",)).reading()],
    "one names nobody": [blast("a", actors=("كتائب الفجر",)).reading(), blast("b").reading()],
    "unknown men": [blast("a", actors=("كتائب الفجر",)).reading(), blast("b", actors=("مسلحون",)).reading()],
    "one body and its arm": [blast("a", actors=("الجيش",)).reading(), blast("b", actors=("قوات الجيش",)).reading()],
    "both bodies were hit": [blast("a", targets=("الجيش", "كتائب الفجر")).reading(), blast("b", targets=("كتائب الفجر",)).reading()],
    "a body and a house": [blast("a", targets=("الجيش",)).reading(), blast("b", targets=("منزل المختار",)).reading()],
    "a town and its market": [blast("a").reading(), blast("b", place="محيط سوق الحدادين").reading()],
    "two towns close by": [killing("a", "بلدة السدرة", 33.0), killing("b", "بلدة الطلحة", 33.1)],
    "a day and its month": [killing("a", "بلدة السدرة", 33.0), killing("b", "بلدة السدرة", 33.0, "2021-05")],
    "a day nearly known": [killing("a", "بلدة السدرة", 33.0, "2021-05-09"), killing("b", "بلدة السدرة", 33.0, "2021-05-08~")],
    "told on the day as of today": [
        killing("a", "بلدة السدرة", 33.0, "2021-05-09", "2021-05-09"),
        killing("b", "بلدة السدرة", 33.0, "2021-05-09", "2021-05-09"),
        killing("c", "بلدة السدرة", 33.0, "2021-05-08"),
    ],
    "a toll told before and its update": [
        blast("a", figure("killed", 3), figure("killed", 5)).reading(),
        blast("b", figure("killed", 5)).reading(),
    ],
    "an undated report": [killing("a", "بلدة السدرة", 33.0), killing("b", "بلدة السدرة", 33.0, None)],
    "two that agree": [answer("a", "هناك تعاون مع شركة السنابل"), answer("b", "التعاون مع شركة السنابل مستمر", speaker="هدى المتحدثة")],
    "a demand is no claim": [
        answer("a", "استمرار التعاون مع شركة السنابل في صيانة السدود", speaker="هدى المتحدثة"),
        answer("b", "وقف التعاون مع شركة السنابل في صيانة السدود", "demand"),
    ],
    "what is to come": [
        answer("a", "التعاون مع شركة السنابل في صيانة السدود مستمر", speaker="هدى المتحدثة"),
        answer("b", "التعاون مع شركة السنابل في صيانة السدود قد يتوقف"),
    ],
    "another matter": [
        answer("a", "استمرار التعاون مع شركة السنابل في صيانة السدود"),
        answer("b", "توقف التعاون مع الشرطة في حراسة الحقول"),
    ],
    "a rumour that nobody denies": [answer("a", "توقف العمل مع شركة السنابل في السدود", "rumour", speaker="ناشطون")],
    "years between": [
        answer("a", "استمرار التعاون مع شركة السنابل في صيانة السدود", day=1),
        answer("b", "توقف التعاون مع شركة السنابل في صيانة السدود", day=30),
    ],
    "a few and none known": [blast("a", figure("killed", 2)).reading(), blast("b").reading()],
    "a meeting has no victims": [Report("a", "اجتمع المجلس في السدرة").reading()],
}


@pytest.mark.parametrize("case", LOOK_ALIKES)
def test_look_alikes(case: str) -> None:
    assert found(LOOK_ALIKES[case]) == []


def test_sides_hold_mentions_and_the_statements_that_tell_them() -> None:
    text = "قال المختار إن سيارة ملغومة انفجرت وقتلت أربعة أشخاص"
    report = blast("a", figure("killed", 4), text=text)
    report.said("قال", "سيارة ملغومة انفجرت وقتلت أربعة أشخاص", speaker="أبو سالم المختار")
    report.events[0] = type(report.events[0])("a:e1", "ASSAULT", report.statements[0].content, "explosives", "2021-05-09")
    (one,) = found([report.reading(), blast("b", figure("killed", 9), text="سيارة ملغومة انفجرت وقتلت تسعة أشخاص في السدرة").reading()])
    sides = {side.position: side for side in one.sides}
    assert sides["4"].statements == ("a:s1",)
    assert "أبو سالم المختار" in one.explanation["ar"]


def test_an_event_lists_its_disagreements() -> None:
    reconciled = reconcile(figure_dead(), [])
    (event,) = reconciled.events
    assert event.disagreements == tuple(one.id for one in reconciled.disagreements)
    assert reconciled.disagreements[0].events == (event.id,)


def test_figures_in_words() -> None:
    (one,) = found(figure_dead())
    assert one.explanation == {
        "ar": "تختلف الروايات في عدد القتلى في الهجوم في سوق الحدادين بتاريخ 2021-05-09: 4 بحسب outlet of a، و9 بحسب outlet of b.",
        "en": "Accounts differ on the number of people killed in the attack in «سوق الحدادين» of 2021-05-09: "
        "4 according to «outlet of a», but 9 according to «outlet of b».",
    }
