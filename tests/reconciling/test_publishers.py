import pytest

from tawatur.reconciling.publishers import publisher, publisher_at_head


@pytest.mark.parametrize(
    ("name", "identifier"),
    [("رويترز", None), ("وكالة رويترز", None), ("Reuters", None), ("reuters.com", None), ("ara.reuters.com", None), ("أيا كان", "reuters")],
)
def test_one_publisher_under_all_its_names(name: str, identifier: str | None) -> None:
    assert publisher(name, identifier) == "reuters"


def test_who_publish_under_one_domain_are_one() -> None:
    assert publisher("سبوتنيك عربي", None) == publisher("سبوتنيك", "sputnik")


def test_a_bare_masthead_is_its_outlet() -> None:
    assert publisher("الحرة", "alhurra-masthead") == publisher("قناة الحرة", None)


def test_an_unlisted_outlet_goes_by_its_name() -> None:
    assert publisher("صحيفة الضفة", "~صحيفه-ضفه") == publisher("صحيفة الضفة", None) == "~صحيف ضفه"
    assert publisher("قناة الضفة", None) != publisher("صحيفة الضفة", None)


def test_a_publisher_at_the_head_of_a_longer_name() -> None:
    assert publisher_at_head("راديو الكل في إدلب") == "radio-alkul"
    assert publisher_at_head("ريف إدلب") == publisher_at_head("") == ""
