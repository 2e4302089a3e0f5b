import pytest

from tawatur.text.clitics import analyses


@pytest.mark.parametrize(
    ("word", "analysis"),
    [
        ("للجيش", ("ل", "الجيش", "")),
        ("وللجيش", ("ول", "الجيش", "")),
        ("وغاراتها", ("و", "غارات", "ها")),
        ("هجمته", ("", "هجمه", "ه")),
        ("سيقصف", ("س", "يقصف", "")),
        ("باغتيال", ("ب", "اغتيال", "")),
    ],
)
def test_an_expected_reading_is_among_the_analyses(word: str, analysis: tuple[str, str, str]) -> None:
    assert analysis in analyses(word)


def test_the_whole_word_comes_first() -> None:
    assert analyses("وطن")[0] == ("", "وطن", "")


def test_no_core_is_shorter_than_two_letters() -> None:
    assert all(len(core) >= 2 for word in ("به", "لها", "فهو") for _, core, _ in analyses(word))
