import pytest

from tawatur.intake.titles import believable


@pytest.mark.parametrize("title", [None, "", "بيان", "بيان صحفي.docx", "الأرشيف\\بيان صحفي", "PowerPoint Presentation", "ن " * 200])
def test_names_of_files_and_templates_are_no_titles(title: str | None) -> None:
    assert believable(title) is None


def test_a_title_comes_on_one_line() -> None:
    assert believable(" سبعة قتلى\n في انهيار مبنى ") == "سبعة قتلى في انهيار مبنى"
    assert believable("مقتل 3.5 بالمئة") == "مقتل 3.5 بالمئة"
