from tawatur.reading.phrases import country_of, is_adjective, is_definite, is_joined, is_stop
from tests.reading.conftest import Scanner


def test_closed_class_words_and_verbs_end_a_phrase(scan: Scanner) -> None:
    scanned = scan("الجيش في المدينة قال")
    assert [is_stop(scanned, i) for i in range(4)] == [False, True, False, True]


def test_quotes_join_and_commas_part(scan: Scanner) -> None:
    scanned = scan('تنظيم "داعش"، أمس')
    assert is_joined(scanned, 1)
    assert not is_joined(scanned, 2)


def test_the_article_and_adjectives_of_countries_are_told(scan: Scanner) -> None:
    scanned = scan("القوات عراقية الا")
    assert [is_definite(scanned, i) for i in range(3)] == [True, False, False]
    assert [is_adjective(scanned, i) for i in range(3)] == [False, True, False]


def test_a_country_is_known_by_adjective_or_name(scan: Scanner) -> None:
    assert country_of(scan("الجيش التركي"), 0, 2) == "tr"
    assert country_of(scan("وزارة الصحة"), 0, 2) is None
