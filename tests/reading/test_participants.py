import pytest

from tawatur.reading.circumstances import timed_tokens
from tawatur.reading.clauses import clause_numbers
from tawatur.reading.figures import find_figures
from tawatur.reading.names import find_names
from tawatur.reading.participants import Participants
from tawatur.reading.participants_parties import find_parties
from tawatur.reading.times import find_times
from tawatur.reading.triggers import find_triggers
from tests.reading.conftest import Scanner


def parties(scan: Scanner, text: str) -> tuple[list[str], list[str]]:
    """Actors and targets of the first trigger."""
    scanned = scan(text)
    names = find_names(scanned)
    figures, timed = find_figures(scanned, [], names), timed_tokens(scanned, find_times(scanned, None)[0])
    participants = Participants(scanned, find_parties(scanned, names), figures, clause_numbers(scanned), [], timed)
    actors, targets = participants.of(find_triggers(scanned, set())[0])
    return [actor.name for actor in actors], [target.name for target in targets]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("قصف الجيش التركي بلدة تل رفعت", "الجيش التركي"),
        ("غارة إسرائيلية على دمشق", "إسرائيل"),
        ("هجوم نفذه الجيش العراقي", "الجيش العراقي"),
        ("شنت القوات المجرية غارات على إدلب", "الجيش المجري"),
        ("قتلوا برصاص الشرطة الفرنسية", "الشرطة الفرنسية"),
        ("قصف مدفعي وصاروخي عنيف لقوات النظام على بلدة آفس في سوريا", "الجيش السوري"),
        ("قصف استهدف مدينة عفرين في سوريا، مصدره مناطق تسيطر عليها قوات النظام", "الجيش السوري"),
        ("قصفت طائرة مسيرة تابعة للقوات التركية سيارة", "الجيش التركي"),
        ("استهدفت، صباح السبت، قوات النظام بلدة آفس في سوريا", "الجيش السوري"),
        ("بعد قيام الجيش التركي باستهداف سيارة", "الجيش التركي"),
        ("استهداف الجيش التركي بلدة تل رفعت بقذائف", "الجيش التركي"),
        ("دهست مدرعة تركية طفلا", "تركيا"),
        ("المجزرة التي ارتكبها الجيش التركي في البلدة", "الجيش التركي"),
        ("نفذت طائرة حربية روسية غارات على البلدة", "سلاح الجو الروسي"),
        ("الطائرات الحربية التابعة لسلاح الجو الروسي استهدفت البلدة", "سلاح الجو الروسي"),
        ("هددت واشنطن الحركة ثم شنت غارات على مواقعها", "الولايات المتحدة"),
    ],
)
def test_actors(scan: Scanner, text: str, actor: str) -> None:
    assert actor in parties(scan, text)[0]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("استهدف الجيش مطار دمشق الدولي", "مطار دمشق"),
        ("اغتيال القيادي سامر الحلواني في بغداد", "سامر الحلواني"),
        ("شن الطيران غارات على مدينة الرقة", "الرقة"),
    ],
)
def test_targets(scan: Scanner, text: str, target: str) -> None:
    assert any(target in name for name in parties(scan, text)[1])


def test_bodies_joined_to_one_another_act_together(scan: Scanner) -> None:
    assert parties(scan, "قصف لقوات النظام وروسيا على بلدة آفس في سوريا")[0] == ["الجيش السوري", "روسيا"]
    assert parties(scan, "قوات النظام وروسيا قصفت بلدة آفس في سوريا")[0] == ["الجيش السوري", "روسيا"]


def test_who_helped_took_part(scan: Scanner) -> None:
    assert parties(scan, "داهمت قوات سوريا الديمقراطية بمساندة التحالف الدولي بلدة الزر")[0][0] == "قوات سوريا الديمقراطية"
    assert len(parties(scan, "داهمت قوات سوريا الديمقراطية بمساندة التحالف الدولي بلدة الزر")[0]) == 2


def test_what_it_was_done_with_and_where_did_not_act(scan: Scanner) -> None:
    assert parties(scan, "تعرضت قرية الشيخ ناصر لقصف بالمدفعية الثقيلة")[0] == []
    assert parties(scan, "في محافظة درعا قصف استهدف البلدة")[0] == []
    assert parties(scan, "خرجت المحطة عن الخدمة وقصفت البلدة")[0] == []
    assert parties(scan, "من سراقب جنوب شرقي المحافظة قصفت بلدة آفس في سوريا")[0] == []


def test_what_an_attack_hit_tells_no_other_doer(scan: Scanner) -> None:
    scanned = scan("قتل أربعة من جنود النظام السوري في قصف إسرائيلي استهدف منطقة مصياف في سوريا")
    names = find_names(scanned)
    participants = Participants(scanned, find_parties(scanned, names), [], clause_numbers(scanned), [])
    verb = next(trigger for trigger in find_triggers(scanned, set()) if trigger.entry.id == "targeting")
    assert participants.of(verb)[0] == []


def test_the_owner_of_what_was_hit_did_not_act(scan: Scanner) -> None:
    assert parties(scan, "قصف سيارة تابعة لقوات سوريا الديمقراطية")[0] == []
    assert parties(scan, "داهمت دورية تابعة لقوات سوريا الديمقراطية قرية الدحلة")[0] == ["قوات سوريا الديمقراطية"]


def test_those_who_rescue_attack_nobody(scan: Scanner) -> None:
    assert parties(scan, "أعلن الدفاع المدني السوري أن الصواريخ استهدفت البلدة")[0] == []


def test_those_who_suffered_did_not_act(scan: Scanner) -> None:
    actors, targets = parties(scan, "قتل خمسة جنود في العراق")
    assert actors == []
    assert targets == ["جنود"]
