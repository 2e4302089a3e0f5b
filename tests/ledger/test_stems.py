import pytest

from tawatur.ledger.stems import stem, variants
from tawatur.text.fold import fold


def finds(query: str, word: str) -> bool:
    return stem(fold(word)) in variants(fold(query))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("أحمد", "احمد وأحمد لأحمد"),
        ("قصف", "القصف وقصف بالقصف للقصف قصفت والقصف قَصْف"),
        ("القصف", "قصف وقصف بقصف"),
        ("قتلى", "القتلى والقتلى وقتلى"),
        ("غارة", "غارات الغارات بغارة للغارات غاراتها غارتين الغارتين"),
        ("صاروخ", "صاروخين صاروخا بصاروخ الصاروخان"),
        ("وزارة", "الوزارة ووزارة لوزارة للوزارة وزارات وزارته بوزارتها"),
        ("إسرائيلي", "الإسرائيليين اسرائيلي والإسرائيلي"),
        ("مدنيين", "مدني المدنيون مدنيون للمدنيين"),
        ("بغداد", "ببغداد وبغداد لبغداد"),
        ("قوات", "القوات قوة للقوات بقواتها"),
        ("12", "١٢"),
    ],
)
def test_forms_that_are_found(query: str, words: str) -> None:
    assert [word for word in words.split() if not finds(query, word)] == []


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("سور", "سوريا سورية"),
        ("لبن", "لبنان"),
        ("مدن", "مدني مدنيون"),
        ("مدينة", "مدني"),
        ("أمل", "كامل"),
        ("وزارة", "زارة"),
        ("قتل", "قتلى"),
    ],
)
def test_words_that_are_not_taken_for_another(query: str, words: str) -> None:
    assert [word for word in words.split() if finds(query, word)] == []
