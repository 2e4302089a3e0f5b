from tawatur.packs.number_words import number_words


def test_every_word_is_known_with_its_clitics() -> None:
    words = number_words().words
    assert words["ثلاثه"].value == 3
    assert words["بالثلاثه"].definite
    assert words["للخمسين"].pro == "ل"


def test_spellings_of_other_words_are_left_out() -> None:
    assert "لست" not in number_words().words
    assert "الاثنين" not in number_words().words


def test_compiled_once() -> None:
    assert number_words() is number_words()
