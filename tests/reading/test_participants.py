import pytest

from tawatur.reading.clauses import clause_numbers
from tawatur.reading.figures import find_figures
from tawatur.reading.names import find_names
from tawatur.reading.participants import Participants
from tawatur.reading.participants_parties import find_parties
from tawatur.reading.triggers import find_triggers
from tests.reading.conftest import Scanner


def parties(scan: Scanner, text: str) -> tuple[list[str], list[str]]:
    """Actors and targets of the first trigger."""
    scanned = scan(text)
    names = find_names(scanned)
    participants = Participants(scanned, find_parties(scanned, names), find_figures(scanned, [], names), clause_numbers(scanned), [])
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


def test_those_who_suffered_did_not_act(scan: Scanner) -> None:
    actors, targets = parties(scan, "قتل خمسة جنود في العراق")
    assert actors == []
    assert targets == ["جنود"]
