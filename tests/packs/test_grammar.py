from tawatur.packs.grammar import words
from tawatur.text.fold import fold


def test_function_words_are_asked_for_by_name() -> None:
    assert "من" in words("of")
    assert "في" in words("in")


def test_words_are_folded() -> None:
    assert fold("إلى") in words("to")
    assert all(word == fold(word) for word in words("name_particle"))


def test_a_name_that_no_line_has_gives_no_words() -> None:
    assert words("no such class") == frozenset()
