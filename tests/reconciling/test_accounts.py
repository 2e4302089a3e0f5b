import pytest

from tawatur.reconciling.accounts import account, source_class, surname

from .build import agency, body, outlet, person


@pytest.mark.parametrize(
    ("name", "expected"),
    [("شهود عيان", "witness"), ("سكان المنطقة", "witness"), ("مصدر أمني", "official"), ("مسؤول في المدينة", "official"), ("مصدر مطلع", "")],
)
def test_nameless_sources_by_what_they_can_know(name: str, expected: str) -> None:
    assert source_class(name) == expected


def test_without_a_source_the_origin_is_the_last_relay() -> None:
    found = account("m", "d", "d", (outlet("الضفة"), agency("وكالة النخيل")))
    assert (found.kind, found.name) == ("relay", "وكالة النخيل")


def test_a_person_after_a_body_speaks_for_it() -> None:
    found = account("s", "d", "d", (outlet("الضفة"), body("نقابة الأطباء"), person("سامي البناء")))
    assert found.kind == "person"
    assert found.organisation == account("t", "d", "d", (outlet("الضفة"), body("نقابة الأطباء"))).origin
    assert surname(found) == "بناء"
