import itertools

import pytest

from tawatur.model import Zone
from tawatur.reading.names import find_names
from tests.reading.conftest import Scanner


def named(scan: Scanner, text: str) -> list[tuple[str, str]]:
    return [(name.kind, name.name) for name in find_names(scan(text))]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("وصلت قوة إلى الرقة مساء", "place", "الرقة"),
        ("أعلنت وزارة الصحة في غزة الحصيلة", "government", "وزارة الصحة في غزة"),
        ("قال العميد يحيى سريع في بيان", "person", "يحيى سريع"),
        ("دارت معارك شمالي بغداد أمس", "place", "شمالي بغداد"),
        ("تعرضت قاعدة حميميم الجوية لهجوم", "facility", "قاعدة حميميم"),
        ("سقطت قذائف على قرية أم الخروب", "place", "قرية أم الخروب"),
        ("انسحب الجيش العراقي من المكان", "military", "الجيش العراقي"),
    ],
)
def test_a_name_is_known_by_pack_or_form(scan: Scanner, text: str, kind: str, name: str) -> None:
    assert (kind, name) in named(scan, text)


def test_a_family_name_points_back_to_the_person(scan: Scanner) -> None:
    assert named(scan, "وصل سامي القنطار إلى المقر. وتحدث القنطار طويلا.") == [("person", "سامي القنطار")] * 2


def test_a_bare_head_points_back_to_its_place(scan: Scanner) -> None:
    names = find_names(scan("اندلع حريق في محافظة ذي قار. وتعيش المحافظة أزمة."))
    assert [name.name for name in names if name.kind == "place"] == ["ذي قار"] * 2


def test_a_proclitic_is_no_part_of_the_name(scan: Scanner) -> None:
    text = "هجوم بدمشق وبيروت"
    spans = [text[name.start : name.end] for name in find_names(scan(text)) if name.kind == "place"]
    assert spans == ["دمشق", "بيروت"]


def test_directions_belong_to_the_place(scan: Scanner) -> None:
    text = "قصف على ريف إدلب الجنوبي أمس"
    (name,) = (name for name in find_names(scan(text)) if name.kind == "place")
    assert text[name.start : name.end] == "ريف إدلب الجنوبي"


def test_names_do_not_overlap(scan: Scanner) -> None:
    names = find_names(scan("قال المتحدث باسم القيادة المركزية الأمريكية إن القوات العراقية في محافظة نينوى شمالي العراق"))
    assert all(a.end <= b.start for a, b in itertools.pairwise(names))


def test_words_in_page_furniture_are_not_named(scan: Scanner) -> None:
    text = "سوريا العراق\nوصل الوفد إلى دمشق"
    names = find_names(scan(text, zones=(Zone(0, 12, "boilerplate"),)))
    assert [name.name for name in names] == ["دمشق"]
