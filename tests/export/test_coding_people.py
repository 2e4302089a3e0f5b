import pytest

from tawatur.export.coding_people import people


@pytest.mark.parametrize(
    ("words", "kind", "is_whole"),
    [
        ("مدنياً", "civilian", True),
        ("المدنيين", "civilian", True),
        ("قتيلاً مدنياً", "civilian", True),
        ("أطفاله", "civilian", False),
        ("جنديان عراقيان", "soldier", True),
        ("الجنود الأتراك الذين قتلوا", "soldier", True),
        ("أفراد الجيش", "soldier", False),
        ("رجال الشرطة", "policeman", True),
        ("مسلحي التنظيم", "fighter", True),
        ("المتظاهرين", "protester", True),
    ],
)
def test_who_is_counted(words: str, kind: str, is_whole: bool) -> None:
    found = people(words)
    assert found is not None
    assert (found.kind, found.is_whole) == (kind, is_whole)


@pytest.mark.parametrize("words", ["سيارتين للشرطة", "مخازن الجيش", "عناصر", "رجلين", "عشرات المدن", "", None])
def test_who_is_not_told(words: str | None) -> None:
    assert people(words) is None
