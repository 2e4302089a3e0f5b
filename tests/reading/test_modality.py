import pytest

from tawatur.model import Span, Statement
from tawatur.reading.modality import Circumstances, is_carried, modality_of
from tawatur.reading.triggers import find_triggers
from tests.reading.conftest import Scanner

BARE = Circumstances(None, placed=True, counted=False)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("إحباط هجوم", "failed"),
        ("لم يقع هجوم", "denied"),
        ("لتجنب هجوم", "hypothetical"),
        ("من المقرر عقد اجتماع", "planned"),
        ("أنباء عن هجوم", "alleged"),
        ("استمرار القصف", "recurring"),
        ("وقع هجوم", "actual"),
        ("تحاول الفصائل استعادة البلدة", "planned"),
        ("كان يحاول تفجير الجسر", "failed"),
        ("حاول مسلحون خطف القاضي", "failed"),
        ("تقدمت القوات لمحاولة استعادة البلدة", "planned"),
        ("تعرض لمحاولة اغتيال", "failed"),
        ("ستتعرض المدينة لهجوم", "planned"),
        ("تتوقع الشرطة وقوع هجوم", "planned"),
        ("يخططون لشن هجوم", "planned"),
        ("الاستعداد لهجمات محتملة", "hypothetical"),
        ("قد يقصف الجيش المدينة", "hypothetical"),
        ("قد قصف الجيش المدينة", "actual"),
        ("نفت الحركة مسؤوليتها عن الهجوم", "actual"),
        ("نفى ضلوعه في هجوم", "actual"),
        ("نفى وقوع هجوم", "denied"),
        ("قد يشن الجيش هجوما", "hypothetical"),
        ("تتعرض القرية لقصف يومي", "recurring"),
        ("فر قبل أن يتم اعتقاله", "actual"),
        ("يتوقع أن يتم اعتقاله", "planned"),
        ("تعرضت القرية لقصف", "actual"),
    ],
)
def test_the_words_before_a_trigger_decide(scan: Scanner, text: str, modality: str) -> None:
    scanned = scan(text)
    (trigger,) = find_triggers(scanned, set())
    assert modality_of(scanned, trigger, BARE, []) == modality


def test_a_day_ahead_is_a_plan(scan: Scanner) -> None:
    scanned = scan("الانتخابات البرلمانية", published="2021-05-10")
    (trigger,) = find_triggers(scanned, set())
    assert modality_of(scanned, trigger, Circumstances("2021-10-10", placed=False, counted=False), []) == "planned"


def test_many_over_a_long_time_are_a_total(scan: Scanner) -> None:
    scanned = scan("وقعت هجمات")
    (trigger,) = find_triggers(scanned, set())
    assert modality_of(scanned, trigger, Circumstances("2021-01/2021-05", placed=True, counted=True), []) == "aggregate"


def test_a_denied_part_leaves_the_attack_standing(scan: Scanner) -> None:
    for text, modality in (("نفت الحركة ضلوعا في هجوم", "actual"), ("نفت الحركة وقوع هجوم", "denied")):
        scanned = scan(text)
        (trigger,) = find_triggers(scanned, set())
        denial = Statement("t:s0", "deny", Span(0, 3), Span(11, len(text)))
        assert modality_of(scanned, trigger, BARE, [denial]) == modality


def test_one_death_within_a_week_is_no_total(scan: Scanner) -> None:
    scanned = scan("قتل فتى")
    trigger = next(t for t in find_triggers(scanned, set()) if t.entry.id == "kill")
    for counted, modality in ((False, "actual"), (True, "aggregate")):
        assert modality_of(scanned, trigger, Circumstances("2018-02-19/2018-02-25", placed=True, counted=counted), []) == modality


def test_what_a_rumour_says_is_alleged(scan: Scanner) -> None:
    scanned = scan("تناقل ناشطون وقوع هجوم")
    (trigger,) = find_triggers(scanned, set())
    rumour = Statement("t:s0", "rumour", Span(0, 5), Span(13, 22))
    assert modality_of(scanned, trigger, BARE, [rumour]) == "alleged"


def test_a_perfect_verb_carries_a_noun(scan: Scanner) -> None:
    for text, carried in (("شنت الطائرات غارات", True), ("الحديث عن غارات", False), ("غارات استهدفت القرية", True)):
        scanned = scan(text)
        trigger = next(t for t in find_triggers(scanned, set()) if t.entry.id == "airstrike")
        assert is_carried(scanned, trigger) is carried
