import pytest

from tawatur.reconciling.persons import is_full_name, is_office, own_name, surname


@pytest.mark.parametrize("name", ["حازم الراوي", "اللواء حازم الراوي", "اللواء الركن حازم الراوي", "الوزير حازم الراوي"])
def test_a_name_without_its_titles(name: str) -> None:
    assert own_name(name) == own_name("حازم الراوي")
    assert surname(name) == "راو"


def test_what_stands_before_a_given_name_and_is_no_title_is_of_the_name() -> None:
    assert len(own_name("أبو حازم الراوي")) == 3


@pytest.mark.parametrize(
    ("name", "full"), [("حازم الراوي", True), ("العميد حازم الراوي", True), ("حازم", False), ("اللحظات الأولى", False), ("", False)]
)
def test_full_names(name: str, full: bool) -> None:
    assert is_full_name(name) == full


@pytest.mark.parametrize(
    ("name", "office"), [("وزير الصحة", True), ("المتحدث باسم الجيش", True), ("الوزير حازم الراوي", False), ("أمين البناء", False)]
)
def test_offices(name: str, office: bool) -> None:
    assert is_office(name) == office
